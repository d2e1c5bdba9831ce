"""Writing one action: its parts live, its rules beside the fields, nothing typed changed by itself."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.builders import TODAY
from trust_desktop.domain.cadence import Cadence, CadenceKind
from trust_desktop.domain.draft import ActionDraft
from trust_desktop.domain.errors import Rule
from trust_desktop.domain.plan import Consent
from trust_desktop.ui.action_form.action_editor import ActionEditor
from trust_desktop.ui.action_form.answers import Answers
from trust_desktop.ui.action_form.quoted import Quoted
from trust_desktop.ui.action_form.rule_words import rule_words
from trust_desktop.wording import Part

TRAIN = "Text me when the train leaves and when it arrives, on office days"


@pytest.fixture
def editor(qtbot: QtBot) -> ActionEditor:
    made = ActionEditor("What would Sam do?", today=TODAY, week_start=0)
    qtbot.addWidget(made)
    made.set_draft(ActionDraft())
    made.resize(760, 900)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def keep_all(editor: ActionEditor) -> None:
    """Answer every remark on the words with *keep my words*."""
    while editor.remarks.shown is not None:
        editor.remarks.card.keep.click()


def full_draft() -> ActionDraft:
    return ActionDraft(
        text="Show me the bills on Sunday",
        known_by="We look at them together",
        why="I lie awake over money.",
        cadence=Cadence(CadenceKind.WEEKDAYS, weekdays=frozenset({6})),
        first_day=TODAY,
        review_day=TODAY + timedelta(days=14),
        about_openness=True,
        consent=Consent.AGREED,
        purpose="So that both know",
        ends=TODAY + timedelta(days=20),
    )


def test_a_draft_comes_back_as_it_was_put_in(editor: ActionEditor, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(editor.changed):
        editor.set_draft(full_draft())
    assert editor.draft() == full_draft()


def test_an_empty_page_asks_for_nothing(editor: ActionEditor) -> None:
    assert editor.parts.asked is None
    assert not editor.parts.card.isVisibleTo(editor)
    assert editor.draft().review_day == TODAY + timedelta(days=28)


def test_the_missing_part_is_asked_for_while_typing(editor: ActionEditor) -> None:
    QTest.keyClicks(editor.request, TRAIN)
    assert editor.parts.asked is Part.KNOWN_BY
    assert editor.parts.card.accessibleName() == "How will you know it happened?"
    QTest.keyClicks(editor.known_by.edit, "a text")
    assert editor.parts.asked is None
    assert not editor.parts.card.isVisibleTo(editor)


def test_the_words_offered_for_knowing_go_into_their_field(editor: ActionEditor) -> None:
    editor.request.set_text(TRAIN)
    editor.parts._add.click()
    assert editor.draft().known_by == "a text on my phone by 18:30"
    assert editor.request.text() == TRAIN
    assert editor.known_by.edit.hasFocus()


@pytest.mark.parametrize(
    ("text", "end"), [("Sit on the sofa with me", "."), ("Will you sit on the sofa with me", "?")]
)
def test_other_words_offered_are_put_at_the_end(editor: ActionEditor, text: str, end: str) -> None:
    editor.cadence.set_cadence(Cadence(CadenceKind.WHENEVER))
    editor.request.set_text(f"{text}{end}")
    assert editor.parts.asked is Part.WHEN
    editor.parts._add.click()
    assert editor.request.text() == f"{text} after dinner{end}"
    assert editor.request.hasFocus()
    editor.request.undo()
    assert editor.request.text() == f"{text}{end}"


def test_kept_as_it_is_it_is_not_asked_again(editor: ActionEditor) -> None:
    editor.request.set_text("Be nicer to me at dinner")
    keep_all(editor)
    assert editor.parts.asked is Part.ACT
    editor.parts._keep.click()
    assert editor.parts.asked not in {Part.ACT, None}
    QTest.keyClicks(editor.request, " please")
    assert editor.parts.asked is not Part.ACT
    assert editor.request.text() == "Be nicer to me at dinner please"
    editor.set_draft(ActionDraft(text="Be nicer"))
    keep_all(editor)
    assert editor.parts.asked is Part.ACT


def test_why_is_told_on_request(editor: ActionEditor) -> None:
    editor.request.set_text(TRAIN)
    assert editor.parts.card.accessibleDescription() == "You could add “… a text on my phone by 18:30”"
    editor.parts._why.click()
    assert "search or wait" in editor.parts.card.accessibleDescription()
    editor.parts._why.click()
    assert editor.parts.card.accessibleDescription() == "You could add “… a text on my phone by 18:30”"


def test_words_of_harm_are_never_asked_to_be_different(editor: ActionEditor, qtbot: QtBot) -> None:
    editor.request.set_text("Stop hitting me")
    assert editor.parts.asked is None
    assert editor.parts._help.isVisibleTo(editor)
    with qtbot.waitSignal(editor.help_requested):
        editor.parts._help.click()
    editor.request.set_text("Hold my hand")
    assert not editor.parts._help.isVisibleTo(editor)


def test_the_pointer_shows_the_part_that_is_asked_for(editor: ActionEditor, qtbot: QtBot) -> None:
    editor.request.set_text(TRAIN)
    parts = editor.parts
    qtbot.waitUntil(lambda: parts.card._point == parts.checks.center_of("known_by"))
    assert parts.checks.center_of("known_by") > parts.checks.center_of("who")


def test_the_review_day_moves_along_until_it_is_chosen(editor: ActionEditor) -> None:
    editor.first_day.set_day(TODAY + timedelta(days=3))
    assert editor.draft().review_day == TODAY + timedelta(days=31)
    editor.review_day.set_day(TODAY + timedelta(days=40))
    editor.first_day.set_day(TODAY + timedelta(days=5))
    assert editor.draft().review_day == TODAY + timedelta(days=40)


def test_rules_stand_beside_their_fields(editor: ActionEditor) -> None:
    editor.review_day.set_day(TODAY - timedelta(days=2))
    assert editor._review_field.reason == rule_words(Rule.REVIEW_BEFORE_FIRST_DAY)
    editor.review_day.set_day(TODAY + timedelta(days=2))
    assert editor._review_field.reason == ""
    editor.cadence.kind.setCurrentIndex(editor.cadence.kind.findData(CadenceKind.WEEKDAYS.value))
    assert editor._cadence_field.reason == rule_words(Rule.CADENCE_INCOMPLETE)
    editor.cadence.days.set_days({2})
    assert editor._cadence_field.reason == ""


def test_openness_asks_three_things_and_reproaches_nothing_unanswered(editor: ActionEditor) -> None:
    openness = editor.openness
    assert not openness.purpose.isVisibleTo(editor)
    openness.about.buttons[0].click()
    assert openness.purpose.isVisibleTo(editor)
    assert openness.consent.reason == ""
    openness.consent.buttons[2].click()
    assert "given it to you" in openness.consent.reason
    openness.consent.buttons[0].click()
    assert openness.consent.reason == ""
    draft = editor.draft()
    assert (draft.about_openness, draft.consent) == (True, Consent.AGREED)
    assert draft.ends == TODAY + timedelta(days=30)
    editor.first_day.set_day(TODAY + timedelta(days=31))
    assert editor.openness._ends_field.reason == rule_words(Rule.OPENNESS_END)
    openness.about.buttons[1].click()
    assert editor.draft().ends is None


def test_an_end_is_at_most_thirty_days_away(editor: ActionEditor) -> None:
    editor.openness.about.buttons[0].click()
    editor.openness.ends.set_day(date(2027, 6, 1))
    assert editor.draft().ends == TODAY + timedelta(days=30)


def test_answers_begin_unanswered(qtbot: QtBot) -> None:
    answers = Answers("Is it?", [(True, "Yes"), (False, "No")])
    qtbot.addWidget(answers)
    assert answers.value() is None
    with qtbot.assertNotEmitted(answers.chosen):
        answers.set_value(key=False)
    assert answers.value() is False
    with qtbot.waitSignal(answers.chosen) as told:
        answers.buttons[0].click()
    assert told.args == [True]
    answers.set_value(None)
    assert answers.value() is None
    assert answers.buttons[0].accessibleDescription() == "Is it?"


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_arrows_go_from_answer_to_answer(editor: ActionEditor, direction: Qt.LayoutDirection) -> None:
    editor.setLayoutDirection(direction)
    about = editor.openness.about
    about.buttons[0].setFocus()
    QTest.keyClick(about.buttons[0], Qt.Key.Key_Down)
    assert about.value() is False
    assert about.buttons[1].hasFocus()
    forward = direction is Qt.LayoutDirection.LeftToRight
    QTest.keyClick(about.buttons[1], Qt.Key.Key_Left if forward else Qt.Key.Key_Right)
    assert about.value() is True
    assert editor.draft().about_openness is True


def test_every_rule_of_a_plan_has_words() -> None:
    from_drafts = [
        rule for rule in Rule if rule.name.startswith(("OPENNESS", "ACTION", "CADENCE", "FIRST", "REVIEW"))
    ]
    words = {rule_words(rule) for rule in from_drafts}
    assert len(words) == len(from_drafts) > 8
    assert rule_words(Rule.TOO_MANY_VAULTS) not in words


def test_a_long_word_may_break_and_is_spoken_whole(qtbot: QtBot) -> None:
    label = Quoted("Donaudampfschifffahrtsgesellschaft anrufen")
    qtbot.addWidget(label)
    assert label.accessibleName() == "“Donaudampfschifffahrtsgesellschaft anrufen”"
    assert label.text() == label.accessibleName()
    label.resize(label.minimumSizeHint())
    assert label.width() < label.fontMetrics().horizontalAdvance("Donaudampfschifffahrtsgesellschaft")
