"""How you will say it: the words follow the plan until they are the person's, and nothing overwrites those for good."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.reading import cut_off, unnamed
from tests.support.stretch import within
from tests.ui.plan_wizard.walking import REVIEW, SAYING, Button, Open, go_to, kept, ready_draft
from trust_desktop.domain.draft import PlanDraft, Step
from trust_desktop.domain.plan_life import Saying
from trust_desktop.services import planning
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.open_vault import OpenVault

STINGS = "Sam, you still owe me this. About time you did something."


@pytest.fixture
def at_saying(open_wizard: Open, session: VaultSession):
    def opened(draft: PlanDraft | None = None):
        begun = draft or ready_draft()
        begun.step = Step.SAYING
        planning.save_draft(session, begun)
        wizard = open_wizard()
        return wizard, wizard.saying

    return opened


def test_the_words_are_drafted_from_the_plan(at_saying, session) -> None:
    wizard, page = at_saying()
    assert wizard.page_now is page
    assert page.place.edit.hasFocus()
    words = page.message.text()
    assert words.startswith("Sam,")
    assert words.count("\n– ") == 4
    assert "I stop wondering" not in words, "why it matters is only for the person"
    assert page.remarks.shown is None
    assert not page.anew.isVisible()
    wizard.save_now()
    assert kept(session).message == words


def test_untouched_words_follow_the_plan(at_saying) -> None:
    wizard, page = at_saying()
    for _ in range(3):
        wizard.button(Button.BackButton).click()
    wizard.actions_asked[3].editor.request.set_text("Water the plants on Sunday morning")
    go_to(wizard, SAYING)
    assert "Water the plants on Sunday morning" in page.message.text()


def test_the_persons_words_stay_and_drafting_anew_can_be_undone(at_saying, session, vault: OpenVault) -> None:
    wizard, page = at_saying()
    drafted = page.message.text()
    page.message.set_text("In my own words")
    go_to(wizard, REVIEW)
    wizard.button(Button.BackButton).click()
    assert page.message.text() == "In my own words"
    QTest.keyClick(page.anew, Qt.Key.Key_Space)
    assert page.message.text() == drafted
    assert page.message.hasFocus()
    assert not page.anew.isVisible()
    assert page._undo_bar is not None
    assert page._undo_bar.text() == "The words were drafted anew."
    page._undo_bar.button.click()
    assert page.message.text() == "In my own words"
    wizard.save_now()
    assert kept(session).message == "In my own words"
    vault.undo_stack.redo()
    assert page.message.text() == drafted


def test_what_was_written_since_it_was_drafted_anew_stays_below(at_saying, vault: OpenVault) -> None:
    _wizard, page = at_saying()
    page.message.set_text("In my own words")
    page.anew.click()
    page.message.set_text("Something good first.")
    vault.undo_stack.undo()
    assert page.message.text() == "In my own words\n\nSomething good first."


def test_a_drafted_line_is_looked_at_when_the_plan_says_something_else(at_saying) -> None:
    draft = ready_draft()
    draft.actions[3].text = "You never listen to me"
    wizard, page = at_saying(draft)
    page.message.set_text(page.message.text() + "\n\nI mean it well.")
    page.remarks.go(1)
    assert page.remarks.shown is None, "it was looked at where it was written"
    for _ in range(3):
        wizard.button(Button.BackButton).click()
    wizard.actions_asked[3].editor.request.set_text("Water the plants on Sunday morning")
    go_to(wizard, SAYING)
    page.remarks.go(1)
    assert page.remarks.shown is not None


def test_words_that_were_taken_out_stay_out(at_saying) -> None:
    wizard, page = at_saying()
    page.message.set_text("")
    go_to(wizard, REVIEW)
    wizard.button(Button.BackButton).click()
    assert page.message.text() == ""
    assert page.anew.isVisible()


def test_what_is_typed_is_kept_within_two_seconds(at_saying, session, qtbot: QtBot) -> None:
    _, page = at_saying()
    with within(2):
        QTest.keyClicks(page.place.edit, "At the table")
        qtbot.waitUntil(lambda: kept(session).place == "At the table")


def test_words_that_sting_are_remarked_on_and_can_be_kept(at_saying, open_wizard: Open, session) -> None:
    wizard, page = at_saying()
    page.message.set_text(STINGS)
    assert page.remarks.shown is not None
    while page.remarks.shown is not None:
        page.remarks.card.keep.click()
    wizard.leave()
    assert kept(session).kept_words
    again = open_wizard()
    assert again.saying.message.text() == STINGS
    assert again.saying.remarks.shown is None
    assert again.button(Button.NextButton).isEnabled()


def test_words_of_harm_lead_to_help(at_saying, qtbot: QtBot) -> None:
    _, page = at_saying()
    qtbot.waitUntil(lambda: not page.help.under_way)
    assert page.help.isHidden()
    page.message.set_text("He hit me, and I am afraid")
    qtbot.waitUntil(page.help.isVisible)
    qtbot.waitUntil(lambda: not page.remarks.under_way)
    assert page.remarks.shown is None
    with qtbot.waitSignal(page.help_requested):
        page.help.click()


@pytest.mark.parametrize(("stopped", "shown"), [(False, True), (True, False), (None, False)])
def test_where_harm_goes_on_it_need_not_be_said(at_saying, stopped: bool | None, shown: bool) -> None:
    draft = ready_draft()
    draft.harm_stopped = stopped
    _, page = at_saying(draft)
    assert page.harm.isVisible() is shown


def test_without_an_action_there_is_nothing_to_draft_from(at_saying) -> None:
    _, page = at_saying(PlanDraft())
    assert page.message.text() == ""
    assert page.nothing_asked.isVisible()
    assert not page.anew.isVisible()


def test_it_goes_live_with_the_plan(at_saying, session, qtbot: QtBot) -> None:
    wizard, page = at_saying()
    page.place.set_text("At the kitchen table ")
    page.time.set_text("Sunday after breakfast")
    page.message.set_text("In my own words")
    go_to(wizard, REVIEW)
    with qtbot.waitSignal(wizard.went_live):
        wizard.button(Button.FinishButton).click()
    plan = planning.live_plan(session)
    assert plan is not None
    assert plan.saying == Saying("At the kitchen table", "Sunday after breakfast", "In my own words")


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_nothing_is_cut_off_and_everything_has_a_name(
    at_saying, qapp: QApplication, qtbot: QtBot, scale: float, direction: Qt.LayoutDirection
) -> None:
    qapp.setLayoutDirection(direction)
    theme.apply(qapp, "light", scale)
    draft = ready_draft()
    draft.harm_stopped = False
    wizard, page = at_saying(draft)
    page.message.set_text(STINGS)
    for width in (1280, 800):
        wizard.resize(width, 760)
        qtbot.waitUntil(lambda: cut_off(page) == [])
        assert unnamed(wizard) == []
