"""A request is looked at while it is written: a flaw first, then what is missing; control asks once more."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.builders import TODAY, a_live_plan, a_plan_draft, an_action_draft
from tests.support.stretch import within
from trust_desktop.domain.cadence import Cadence, CadenceKind
from trust_desktop.domain.draft import ActionDraft, action_rules
from trust_desktop.services import planning
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.action_form.action_editor import ActionEditor
from trust_desktop.ui.action_form.change_draft import begun_slots, changes_begun
from trust_desktop.ui.action_form.openness_field import ASKED
from trust_desktop.ui.remarks.remarks import REST
from trust_desktop.wording import Kind, Part

VAGUE = "Be more loving."
WATCHING = "Share your phone location with me."


@pytest.fixture
def editor(qtbot: QtBot) -> ActionEditor:
    made = ActionEditor("What would Sam do?", today=TODAY, week_start=0)
    qtbot.addWidget(made)
    made.set_draft(ActionDraft())
    made.resize(760, 1000)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def cards(editor: ActionEditor) -> list[bool]:
    return [card.isVisible() for card in (editor.remarks.card, editor.parts.card)]


def answer_all(editor: ActionEditor) -> None:
    while editor.remarks.shown is not None:
        editor.remarks.card.keep.click()


# --- a flaw


def test_a_flaw_comes_before_what_is_missing(editor: ActionEditor) -> None:
    editor.request.set_text(VAGUE)
    assert editor.remarks.shown is not None
    assert editor.remarks.shown.kind is Kind.TRAIT
    assert cards(editor) == [True, False]
    assert editor.parts.checks.isVisible()
    answer_all(editor)
    assert cards(editor) == [False, True]
    assert editor.parts.asked is not None


def test_there_are_never_two_cards_while_typing(editor: ActionEditor, qtbot: QtBot) -> None:
    editor.request.setFocus()
    for letter in f"{VAGUE} Text me when the train leaves":
        QTest.keyClicks(editor.request, letter)
        assert sum(cards(editor)) <= 1
    qtbot.wait(REST + 100)
    assert sum(cards(editor)) == 1


def test_what_is_found_at_rest_takes_the_place_of_the_question(editor: ActionEditor, qtbot: QtBot) -> None:
    editor.request.setFocus()
    with within(3 * REST / 1000):
        QTest.keyClicks(editor.request, VAGUE.removesuffix("."))
        assert cards(editor) == [False, True]
        qtbot.waitUntil(lambda: cards(editor) == [True, False])


def test_the_words_offered_can_be_used_and_taken_back(editor: ActionEditor, qtbot: QtBot) -> None:
    editor.request.set_text(VAGUE)
    shown = editor.remarks.shown
    assert shown is not None
    assert shown.rewrite is not None
    with qtbot.waitSignal(editor.changed):
        editor.remarks.card.use.click()
    assert editor.draft().text == shown.rewrite
    QTest.keyClick(editor.request, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.request.text() == VAGUE


def test_what_was_kept_comes_back_quiet(editor: ActionEditor, qtbot: QtBot) -> None:
    editor.request.set_text(VAGUE)
    with qtbot.waitSignal(editor.changed):
        answer_all(editor)
    draft = editor.draft()
    assert draft.kept
    editor.set_draft(ActionDraft(text=VAGUE))
    assert editor.remarks.shown is not None
    editor.set_draft(draft)
    assert editor.remarks.shown is None
    assert editor.draft().kept == draft.kept


def test_it_is_kept_in_the_vault_with_the_plan_in_the_making(
    editor: ActionEditor, session: VaultSession, tmp_path: Path
) -> None:
    editor.request.set_text(VAGUE)
    answer_all(editor)
    plan = a_plan_draft()
    plan.actions[1] = editor.draft()
    planning.save_draft(session, plan)
    loaded = planning.load_draft(session)
    assert loaded is not None
    assert loaded.actions[1].kept == editor.draft().kept != frozenset()


def test_an_answered_remark_is_no_change_that_was_begun(session: VaultSession) -> None:
    plan = a_live_plan(session)
    draft = changes_begun(session, plan)
    draft.actions[0].kept = frozenset({"trait: be more"})
    planning.save_draft(session, draft)
    assert begun_slots(session, plan) == frozenset()
    draft.actions[0].why = "another reason"
    planning.save_draft(session, draft)
    assert begun_slots(session, plan) == {1}


def test_to_change_a_live_action_its_remarks_are_not_answered_again(
    editor: ActionEditor, session: VaultSession
) -> None:
    plan = a_plan_draft(first_day=TODAY)
    editor.request.set_text(VAGUE)
    answer_all(editor)
    while editor.parts.asked is not None:
        editor.parts._keep.click()
    kept = editor.draft().kept
    for action in (plan.actions[1], own := an_action_draft("", first_day=TODAY)):
        action.text, action.kept = VAGUE, kept
    plan.commitments = [own]
    live = planning.go_live(session, plan)
    begun = changes_begun(session, live)
    assert [each.kept for each in (begun.actions[0], begun.actions[1], begun.commitments[0])] == [
        frozenset(),
        kept,
        kept,
    ]
    editor.set_draft(begun.actions[1])
    assert cards(editor) == [False, False]
    assert begun_slots(session, live) == frozenset()
    changed = replace(live.actions[1].newest.terms, text="Hold my hand.")
    live = planning.change_action(session, live.id, 2, changed)
    assert changes_begun(session, live).actions[1].kept == frozenset()


def test_to_change_a_live_action_its_no_is_not_asked_for_again(
    editor: ActionEditor, session: VaultSession
) -> None:
    plan = a_plan_draft(first_day=TODAY)
    plan.actions[1].known_by = "I read all your messages at night."
    plan.actions[1].kept = frozenset({f"{ASKED}read all your"})
    begun = changes_begun(session, planning.go_live(session, plan)).actions[1]
    editor.set_draft(begun)
    assert begun.kept == {f"{ASKED}read all your"}
    assert not asks(editor)


def test_words_of_harm_are_not_remarked_on(editor: ActionEditor) -> None:
    editor.request.set_text("Stop hitting me. Be more loving.")
    assert cards(editor) == [False, False]
    assert editor.parts._help.isVisible()


# --- a missing part that was kept as it is

SOFA = "Sit on the sofa with me."
WHEN = "part when: sit on the sofa with me"


@pytest.fixture
def sofa(editor: ActionEditor, qtbot: QtBot) -> ActionEditor:
    """It was answered that it need not say when."""
    editor.set_draft(ActionDraft(text=SOFA, cadence=Cadence(CadenceKind.WHENEVER)))
    assert editor.parts.asked is Part.WHEN
    with qtbot.waitSignal(editor.changed):
        editor.parts._keep.click()
    assert editor.parts.asked is not Part.WHEN
    return editor


def test_a_part_kept_as_it_is_comes_back_quiet(sofa: ActionEditor, session: VaultSession) -> None:
    plan, draft = a_plan_draft(), sofa.draft()
    assert draft.kept == {WHEN}
    plan.actions[1] = draft
    planning.save_draft(session, plan)
    loaded = planning.load_draft(session)
    assert loaded is not None
    sofa.set_draft(ActionDraft(text=SOFA, cadence=draft.cadence))
    assert sofa.parts.asked is Part.WHEN
    sofa.set_draft(loaded.actions[1])
    assert sofa.parts.asked is not Part.WHEN
    assert sofa.draft().kept == {WHEN}


def test_it_stays_kept_when_words_are_added(sofa: ActionEditor) -> None:
    sofa.known_by.set_text("")
    assert sofa.parts.asked is Part.KNOWN_BY
    sofa.request.set_text("Please sit on the sofa with me and hold my hand!")
    assert sofa.parts.asked is not Part.WHEN
    assert sofa.draft().kept == {WHEN}


def test_it_was_kept_for_these_words_alone(sofa: ActionEditor) -> None:
    sofa.request.set_text("Hold my hand on the sofa.")
    assert sofa.parts.asked is Part.WHEN
    assert sofa.draft().kept == frozenset(), "deleted words are not kept in a name"
    sofa.set_draft(sofa.draft())
    sofa.request.set_text(SOFA)
    assert sofa.parts.asked is Part.WHEN


# --- what reads like control

ASKED_ABOUT = "your phone location with me."


def asks(editor: ActionEditor) -> bool:
    about = editor.openness.about
    assert ("thirty days" in about.reason) == bool(about.reason)
    return bool(about.reason)


@pytest.fixture
def watching(editor: ActionEditor) -> ActionEditor:
    editor.request.set_text(WATCHING)
    return editor


def test_watching_asks_beside_the_question_until_it_is_answered(watching: ActionEditor) -> None:
    assert watching.remarks.words_like(Kind.CONTROL) == {ASKED_ABOUT}
    assert asks(watching)
    yes, no = watching.openness.about.buttons
    assert "thirty days" in no.accessibleDescription()
    yes.click()
    assert not asks(watching)
    assert "thirty days" not in no.accessibleDescription()
    assert watching.draft().kept == frozenset()
    no.click()
    assert asks(watching), "a Yes that became a No is asked once more"


def test_how_it_will_be_known_asks_too(editor: ActionEditor, qtbot: QtBot) -> None:
    editor.request.set_text("Text me when you leave work, on weekdays")
    assert not asks(editor)
    editor.known_by.set_text("I read all your messages at night")
    QTest.keyClicks(editor.known_by.edit, ".")
    assert asks(editor)
    with qtbot.waitSignal(editor.changed):
        editor.openness.about.buttons[1].click()
    assert not asks(editor)
    assert f"{ASKED}read all your" in editor.draft().kept
    editor.known_by.set_text("My phone rings")
    QTest.keyClicks(editor.known_by.edit, ".")
    assert editor.draft().kept == frozenset()


def test_no_given_while_it_is_asked_is_remembered(watching: ActionEditor, qtbot: QtBot) -> None:
    with qtbot.waitSignal(watching.changed):
        watching.openness.about.buttons[1].click()
    assert not asks(watching)
    draft = watching.draft()
    assert draft.kept == {ASKED + ASKED_ABOUT}
    watching.set_draft(ActionDraft(text=WATCHING, about_openness=False))
    assert asks(watching)
    watching.set_draft(draft)
    assert not asks(watching)


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, None])
def test_no_given_again_is_remembered(watching: ActionEditor, qtbot: QtBot, key: Qt.Key | None) -> None:
    watching.set_draft(ActionDraft(text=WATCHING, about_openness=False))
    no = watching.openness.about.buttons[1]
    with qtbot.waitSignal(watching.changed):
        if key is None:
            no.click()
        else:
            no.setFocus()
            QTest.keyClick(no, key)
    assert not asks(watching)
    assert watching.draft().kept == {ASKED + ASKED_ABOUT}
    assert watching.draft().about_openness is False


def test_no_by_arrow_keys_is_remembered_too(watching: ActionEditor) -> None:
    watching.openness.about.buttons[0].setFocus()
    QTest.keyClick(watching.openness.about.buttons[0], Qt.Key.Key_Down)
    assert not asks(watching)
    assert watching.draft().kept == {ASKED + ASKED_ABOUT}


def test_it_asks_also_when_the_remark_itself_was_kept(watching: ActionEditor) -> None:
    answer_all(watching)
    assert asks(watching)


def test_no_was_the_answer_for_these_words_alone(watching: ActionEditor) -> None:
    watching.openness.about.buttons[1].click()
    watching.request.set_text("Give me every password, always.")
    assert asks(watching)
    assert watching.draft().kept == frozenset(), "deleted words are not kept in a name"
    watching.request.set_text(WATCHING)
    assert not asks(watching)


def test_other_words_are_not_asked_about(watching: ActionEditor) -> None:
    watching.request.set_text("Hold my hand after dinner.")
    assert not asks(watching)
    watching.openness.about.buttons[1].click()
    assert watching.draft().kept == frozenset()


def test_it_holds_nothing_back(watching: ActionEditor) -> None:
    watching.set_draft(
        ActionDraft(
            text=WATCHING, known_by="I see it", first_day=TODAY, review_day=TODAY, about_openness=False
        )
    )
    assert asks(watching)
    assert action_rules(watching.draft(), TODAY) == ()
