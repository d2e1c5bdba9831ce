"""Both ways: the question is asked of everybody, what was noticed is shown with a fairer way, and nothing is held up."""

import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import an_action_draft
from tests.support.reading import cut_off, unnamed
from tests.ui.plan_wizard.walking import BOTH_WAYS, REVIEW, Button, Open, go_to, kept, ready_draft
from trust_desktop.domain.draft import PlanDraft, Step
from trust_desktop.domain.plan import Consent
from trust_desktop.services import planning
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.action_form.slot_words import slot_title
from trust_desktop.ui.plan_wizard.wizard import PlanWizard

WATCHING = (
    "Share your phone location with me at all times",
    "Give me your passwords and let me read your messages whenever I want",
    "Tell me every evening who you met and show me your phone",
)
LONG = (
    "Give me your passwords and let me read your messages whenever I want, the ones of the "
    "Rechtsschutzversicherungsgesellschaftenvertreterbesprechungsprotokollsammelstelle too, "
    "and those of your colleagues, of your choir, and whatever else there is on the phone"
)
Opened = Callable[..., PlanWizard]
NOT_SAFE = re.compile(r"\b(un)?safe\b", re.IGNORECASE)


def plan(*texts: str) -> PlanDraft:
    draft = ready_draft()
    for action, text in zip(draft.actions, texts, strict=False):
        action.text = text
    draft.step = Step.BOTH_WAYS
    return draft


def words_on(widget: QWidget) -> list[str]:
    kinds = (QLabel, QAbstractButton)
    return [each.text() for kind in kinds for each in widget.findChildren(kind) if each.isVisibleTo(widget)]


@pytest.fixture
def at_both_ways(open_wizard: Open, session: VaultSession) -> Opened:
    def opened(*texts: str, draft: PlanDraft | None = None) -> PlanWizard:
        planning.save_draft(session, draft or plan(*texts))
        return open_wizard()

    return opened


# --- what is shown


def test_nothing_noticed_is_no_judgement(at_both_ways: Opened, qtbot: QtBot) -> None:
    wizard = at_both_ways()
    page = wizard.both_ways
    assert wizard.page_now is page
    words = words_on(page)
    assert "Could this plan frighten or trap your partner?" in words
    assert "Nothing was noticed in the words." in words
    assert any("no judgement" in each and "only your partner can say" in each for each in words)
    assert not page.noticed.isVisibleTo(page)
    assert not any(NOT_SAFE.search(each) for each in words)
    assert wizard.button(Button.NextButton).hasFocus()
    assert "frighten or trap" in page.accessibleDescription()
    assert "Nothing was noticed" in page.accessibleDescription()
    with qtbot.waitSignal(wizard.help_requested):
        page.help.click()


def test_where_nothing_is_written_nothing_was_looked_at(at_both_ways: Opened) -> None:
    page = at_both_ways("", "", "", "").both_ways
    assert page.rows == []
    assert "No action has words yet, so there was nothing to look at." in words_on(page)


def test_one_action_is_quoted_with_the_way_to_it(at_both_ways: Opened) -> None:
    wizard = at_both_ways(WATCHING[0])
    (row,) = wizard.both_ways.rows
    words = words_on(row)
    assert words[:2] == ["Action one", f"\u201c{WATCHING[0]}\u201d"]
    assert {"Go to action one", "Keep it as it is", "Why?"} <= set(words)
    assert any(each.startswith("To make it fair: ") for each in words)
    assert not wizard.both_ways.nothing.isVisibleTo(wizard)
    assert row.go.hasFocus()
    assert not any(NOT_SAFE.search(each) for each in words)


def test_a_plan_of_watching_is_remarked_on_as_a_whole(at_both_ways: Opened) -> None:
    wizard = at_both_ways(*WATCHING)
    rows = wizard.both_ways.rows
    assert [row.place for row in rows] == ["Action one", "Action two", "Action three", "Your whole plan"]
    assert not rows[-1].quote.isVisibleTo(rows[-1])
    rows[-1].go.click()
    assert wizard.page_now is wizard.actions_asked[0]


def test_what_was_answered_counts_too(at_both_ways: Opened) -> None:
    draft = plan()
    draft.actions[3].about_openness, draft.actions[3].consent = True, Consent.WILL_NOT_KNOW
    (row,) = at_both_ways(draft=draft).both_ways.rows
    assert row.place == "Action four"
    assert "Without their knowledge" in words_on(row)


def test_ones_own_side_and_how_it_will_be_known_are_quoted_with_the_way_there(at_both_ways: Opened) -> None:
    draft = plan()
    draft.actions[1].known_by = "I read the messages without her knowing"
    draft.commitments = [an_action_draft("I will check your phone every night while you sleep")]
    wizard = at_both_ways(draft=draft)
    known, own = wizard.both_ways.rows
    assert (known.place, own.place) == ("Action two, how you will know", slot_title(1, mine=True))
    assert "without her knowing" in known.quote.text()
    assert "while you sleep" in own.quote.text()
    assert known.name != own.name
    assert own.go.text() == "Go to your side"
    own.go.click()
    assert wizard.page_now is wizard.your_side
    go_to(wizard, BOTH_WAYS)
    wizard.both_ways.rows[0].go.click()
    assert wizard.page_now is wizard.actions_asked[1]


def test_what_openness_is_for_is_quoted(at_both_ways: Opened) -> None:
    draft = plan()
    draft.actions[3].about_openness = True
    draft.actions[3].purpose = "so that I know, or I will hurt the dog"
    (row,) = at_both_ways(draft=draft).both_ways.rows
    assert row.place == "Action four, what it is for"
    assert "hurt the dog" in row.quote.text()


def test_words_of_harm_are_never_remarked_on(at_both_ways: Opened) -> None:
    assert at_both_ways("Stop hitting me", "Don't threaten me").both_ways.rows == []


def test_why_is_told_on_asking(at_both_ways: Opened) -> None:
    (row,) = at_both_ways(WATCHING[0]).both_ways.rows
    before = words_on(row)
    QTest.keyClick(row.why, Qt.Key.Key_Space)
    assert len(words_on(row)) == len(before) + 1
    QTest.keyClick(row.why, Qt.Key.Key_Space)
    assert words_on(row) == before


# --- what can be answered


def test_keeping_it_is_remembered(at_both_ways: Opened, open_wizard: Open, session: VaultSession) -> None:
    wizard = at_both_ways(*WATCHING[:2])
    first, second = wizard.both_ways.rows
    first.keep.setFocus()
    QTest.keyClick(first.keep, Qt.Key.Key_Space)
    assert first.is_kept
    assert not first.card.isVisible()
    assert second.go.hasFocus(), "the next that is not answered"
    assert any("You keep it as it is" in each for each in words_on(first))
    wizard.leave()
    assert kept(session).kept == {first.name}
    again = open_wizard()
    assert [row.is_kept for row in again.both_ways.rows] == [True, False]
    QTest.keyClick(again.both_ways.rows[1].keep, Qt.Key.Key_Space)
    assert again.button(Button.NextButton).hasFocus()
    QTest.keyClick(again.both_ways.rows[0].again, Qt.Key.Key_Space)
    assert again.both_ways.rows[0].go.hasFocus()
    again.leave()
    assert kept(session).kept == {again.both_ways.rows[1].name}


def test_what_is_kept_holds_no_words(at_both_ways: Opened, session: VaultSession) -> None:
    """A line that the person deletes must not stay behind."""
    wizard = at_both_ways("Give me your passwords")
    wizard.both_ways.rows[0].keep.click()
    wizard.leave()
    (name,) = kept(session).kept
    assert "password" not in name.lower()


def test_there_and_back_with_other_words(at_both_ways: Opened) -> None:
    wizard = at_both_ways(*WATCHING[:2])
    wizard.both_ways.rows[0].keep.click()
    wizard.both_ways.rows[1].go.click()
    assert wizard.page_now is wizard.actions_asked[1]
    wizard.actions_asked[1].editor.request.set_text("Text me when the train leaves")
    go_to(wizard, BOTH_WAYS)
    assert [(row.place, row.is_kept) for row in wizard.both_ways.rows] == [("Action one", True)]
    for _ in range(5):
        wizard.button(Button.BackButton).click()
    wizard.actions_asked[0].editor.request.set_text(f"{WATCHING[0]}, day and night")
    go_to(wizard, BOTH_WAYS)
    assert [(row.place, row.is_kept) for row in wizard.both_ways.rows] == [("Action one", False)]


def test_it_holds_nobody_up(at_both_ways: Opened, qtbot: QtBot) -> None:
    wizard = at_both_ways(*WATCHING)
    assert wizard.button(Button.NextButton).isEnabled()
    go_to(wizard, REVIEW)
    assert wizard.button(Button.FinishButton).isEnabled()
    with qtbot.waitSignal(wizard.went_live):
        wizard.button(Button.FinishButton).click()


# --- for everybody


def test_tab_goes_through_every_answer_to_next(at_both_ways: Opened) -> None:
    wizard = at_both_ways(*WATCHING[:2])
    page = wizard.both_ways
    page.rows[0].keep.click()
    page.rows[0].again.setFocus()
    reached = []
    for _ in range(7):
        reached.append(QApplication.focusWidget())
        QTest.keyClick(reached[-1], Qt.Key.Key_Tab)
    second = page.rows[1]
    buttons = [wizard.button(Button.BackButton), wizard.button(Button.NextButton)]
    assert reached == [page.rows[0].again, second.go, second.keep, second.why, page.help, *buttons]


def test_each_button_says_what_it_is_about(at_both_ways: Opened) -> None:
    wizard = at_both_ways(*WATCHING)
    assert unnamed(wizard) == []
    for row in wizard.both_ways.rows:
        for button in (row.go, row.keep, row.why, row.again):
            assert button.accessibleDescription().startswith(f"{row.place}: ")


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_nothing_is_cut_off(
    at_both_ways: Opened, qapp: QApplication, qtbot: QtBot, scale: float, direction: Qt.LayoutDirection
) -> None:
    qapp.setLayoutDirection(direction)
    theme.apply(qapp, "light", scale)
    wizard = at_both_ways(LONG, *WATCHING[:2])
    page = wizard.both_ways
    assert len(page.rows) == 4
    page.rows[0].why.click()
    page.rows[1].keep.click()
    for width in (1280, 720):
        wizard.resize(width, 800)
        qtbot.waitUntil(lambda: cut_off(page) == [])
        answers = page.rows[0].go.parentWidget()
        middle, left = page.rows[0].go.geometry().center().x(), direction is Qt.LayoutDirection.LeftToRight
        assert (middle < answers.width() / 2) is left
