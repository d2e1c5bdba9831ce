"""Your side: up to four of one's own, written like an action; taken away and put back; none at all is allowed."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.builders import TODAY, an_action_draft
from tests.support.full_disk import full_disk
from tests.support.reading import cut_off, unnamed
from tests.ui.plan_wizard.walking import REVIEW, YOUR_SIDE, Button, Open, go_to, kept, ready_draft
from trust_desktop.domain.cadence import Cadence, CadenceKind
from trust_desktop.domain.draft import ActionDraft, PlanDraft, Step
from trust_desktop.domain.errors import DiskFull
from trust_desktop.services import planning
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.common import done
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.plan_wizard.draft_edits import DraftDesk
from trust_desktop.ui.plan_wizard.step_list import StepState
from trust_desktop.ui.plan_wizard.wizard import PlanWizard
from trust_desktop.ui.plan_wizard.your_side_page import YourSidePage

PAUSE = "I ask for a pause at the table before my voice gets loud"
THANKS = "I say thank you in the evening for one thing I saw that day"


def mine(text: str, why: str = "") -> ActionDraft:
    return an_action_draft(text, first_day=TODAY, why=why)


def draft_with(*texts: str) -> PlanDraft:
    draft = ready_draft()
    draft.commitments = [mine(text) for text in texts]
    draft.step = Step.YOUR_SIDE
    return draft


@pytest.fixture
def at_your_side(open_wizard: Open, session: VaultSession):
    def opened(*texts: str) -> tuple[PlanWizard, YourSidePage]:
        planning.save_draft(session, draft_with(*texts))
        wizard = open_wizard()
        return wizard, wizard.your_side

    return opened


def texts_in(session: VaultSession) -> list[str]:
    return [each.text for each in kept(session).commitments]


# --- writing


def test_one_is_written_like_an_action_but_opens_nothing_of_the_partner(at_your_side, session) -> None:
    wizard, page = at_your_side()
    assert page.nothing.button.hasFocus()
    assert not wizard.examples.isVisible(), "the ideas stand on the page"
    QTest.keyClick(page.nothing.button, Qt.Key.Key_Space)
    editor = page.rows[0].editor
    assert editor is not None
    assert editor.request.hasFocus()
    assert not page.empty.isVisible()
    assert not editor.openness.isVisible()
    assert not editor.fought.isVisible()
    QTest.keyClicks(editor.request, PAUSE)
    editor.known_by.set_text("You hear me ask")
    QTest.keyClick(page.rows[0].turn, Qt.Key.Key_Space)
    assert page.rows[0].editor is None
    assert page.rows[0].turn.hasFocus()
    wizard.save_now()
    (commitment,) = kept(session).commitments
    assert (commitment.text, commitment.known_by, commitment.first_day) == (PAUSE, "You hear me ask", TODAY)
    assert commitment.about_openness is None


def test_what_nobody_could_tick_off_is_asked_back_about(at_your_side, qtbot: QtBot) -> None:
    _, page = at_your_side("Be more loving.")
    page.open_slot(1)
    editor = page.rows[0].editor
    assert editor is not None
    assert editor.remarks.shown is not None
    assert not editor.remarks.card.use.isVisible(), "a rewrite would be a request"
    editor.remarks.card.keep.click()
    assert editor.parts.asked is not None
    with qtbot.waitSignal(page.help_requested):
        editor.help_requested.emit()


def test_an_idea_is_taken_over(at_your_side, session) -> None:
    wizard, page = at_your_side()
    page.ideas.rows[0].click()
    editor = page.rows[0].editor
    assert editor is not None
    assert editor.draft().text.startswith("I ask for a pause")
    assert editor.request.hasFocus()
    wizard.examples.click()
    assert wizard.sheet is not None
    wizard.sheet.rows[4].click()
    assert [row.editor is None for row in page.rows] == [True, False]
    page.add.click()
    wizard.examples.click()
    assert wizard.sheet is not None
    wizard.sheet.rows[5].click()
    assert len(page.rows) == 3, "an idea goes where nothing was written yet"
    wizard.save_now()
    assert len(texts_in(session)) == 3


def test_four_are_enough(at_your_side) -> None:
    wizard, page = at_your_side("One", "Two", "Three", "Four")
    assert not page.add.isVisible()
    assert not wizard.examples.isVisible()
    assert page.rows[0].turn.hasFocus()
    page.take_example(mine("Five"))
    assert len(page.draft_in_hand.commitments) == 4


def test_what_was_left_blank_goes_again(at_your_side, session) -> None:
    wizard, page = at_your_side(PAUSE)
    page.add.click()
    wizard.button(Button.NextButton).click()
    assert texts_in(session) == [PAUSE]
    wizard.button(Button.BackButton).click()
    page.add.click()
    wizard.button(Button.BackButton).click()
    assert texts_in(session) == [PAUSE]
    wizard.button(Button.NextButton).click()
    page.add.click()
    page.rows[1].turn.click()
    assert len(page.rows) == 1
    assert page.add.hasFocus()
    page.add.click()
    page.rows[1].take.click()
    assert len(page.rows) == 1


def test_come_back_to_after_a_blank_one_it_takes_new_words(at_your_side, session) -> None:
    wizard, page = at_your_side()
    page.nothing.button.click()
    wizard.button(Button.NextButton).click()
    wizard.button(Button.BackButton).click()
    assert page.rows == []
    assert page.nothing.button.hasFocus()
    page.nothing.button.click()
    QTest.keyClicks(QApplication.focusWidget(), PAUSE)
    wizard.save_now()
    assert texts_in(session) == [PAUSE]


def test_come_back_to_after_a_blank_one_the_others_keep_their_words(at_your_side, session) -> None:
    wizard, page = at_your_side(PAUSE, THANKS)
    page.draft_in_hand.commitments.insert(0, ActionDraft())
    page.open_slot(2)
    go_to(wizard, REVIEW)
    assert wizard.review.view is not None
    wizard.review.view.step_requested.emit(Step.YOUR_SIDE)
    assert [row.editor is None for row in page.rows] == [True, True]
    assert page.add.hasFocus()
    page.rows[0].turn.click()
    QTest.keyClicks(QApplication.focusWidget(), " tonight")
    wizard.save_now()
    assert texts_in(session) == [f"{PAUSE} tonight", THANKS]


def test_a_form_that_is_left_says_nothing_of_another_commitment(at_your_side, session) -> None:
    wizard, page = at_your_side(PAUSE, THANKS)
    page.draft_in_hand.commitments.insert(0, ActionDraft())
    page.open_slot(2)
    editor = page.rows[1].editor
    assert editor is not None
    wizard.button(Button.NextButton).click()
    editor.first_day.set_day(TODAY + timedelta(days=3))
    wizard.save_now()
    assert texts_in(session) == [PAUSE, THANKS]


# --- taking away


def test_taking_one_away_can_be_undone(at_your_side, session, vault: OpenVault) -> None:
    wizard, page = at_your_side(PAUSE, THANKS)
    QTest.keyClick(page.rows[0].take, Qt.Key.Key_Space)
    wizard.save_now()
    assert texts_in(session) == [THANKS]
    bar = page._undo_bar
    assert bar is not None
    assert bar.text() == "Commitment one was taken away."
    bar.button.click()
    assert [row.title for row in page.rows] == ["Commitment one", "Commitment two"]
    wizard.save_now()
    assert texts_in(session) == [PAUSE, THANKS]
    assert not bar.isVisible()
    vault.undo_stack.redo()
    wizard.save_now()
    assert texts_in(session) == [THANKS]


@pytest.fixture
def passing_wizard(qtbot: QtBot, vault: OpenVault):
    """One that goes before the test does, as it goes from the window."""
    planning.save_draft(vault.session, draft_with(PAUSE, THANKS))
    around = QWidget()
    qtbot.addWidget(around)
    yield PlanWizard(vault, around)
    around.close()


def test_it_can_be_undone_from_another_page_and_after_leaving(
    passing_wizard: PlanWizard, open_wizard: Open, session, vault: OpenVault, qtbot: QtBot
) -> None:
    wizard = passing_wizard
    page = wizard.your_side
    page.rows[1].take.click()
    wizard.button(Button.NextButton).click()
    vault.undo_stack.undo()
    wizard.leave()
    assert texts_in(session) == [PAUSE, THANKS]
    vault.undo_stack.redo()
    wizard.leave()
    wizard.deleteLater()
    qtbot.waitUntil(lambda: not isValid(wizard))
    vault.undo_stack.undo()
    assert texts_in(session) == [PAUSE, THANKS]
    vault.undo_stack.redo()
    again = open_wizard()
    vault.undo_stack.undo()
    assert [each.text for each in again.draft.commitments] == [PAUSE, THANKS]


def test_what_a_full_disk_keeps_from_being_undone_is_undone_once(
    passing_wizard: PlanWizard, session, vault: OpenVault, qtbot: QtBot
) -> None:
    wizard = passing_wizard
    wizard.your_side.rows[1].take.click()
    with full_disk():
        wizard.before.partner.set_text("Samira")
        wizard.leave()
        wizard.deleteLater()
        qtbot.waitUntil(lambda: not isValid(wizard))
        vault.undo_stack.undo()
    vault.undo_stack.redo()  # as the window does: it still stands, and may be undone once more
    vault.undo_stack.undo()
    assert texts_in(session) == [PAUSE, THANKS]
    assert DraftDesk.of(vault).held() is None, "it is in the vault now"


def test_undone_from_another_page_it_stands_there_on_the_way_back(
    at_your_side, session, vault: OpenVault
) -> None:
    wizard, page = at_your_side(PAUSE, THANKS)
    page.rows[0].take.click()
    wizard.button(Button.NextButton).click()
    vault.undo_stack.undo()
    wizard.button(Button.BackButton).click()
    assert len(page.rows) == 2
    page.rows[1].turn.click()
    QTest.keyClicks(QApplication.focusWidget(), " aloud")
    wizard.save_now()
    assert texts_in(session) == [PAUSE, f"{THANKS} aloud"]


def test_without_room_it_stays_and_is_undone_when_there_is_some(
    passing_wizard: PlanWizard, session, vault: OpenVault, qtbot: QtBot
) -> None:
    wizard = passing_wizard
    wizard.your_side.rows[1].take.click()
    wizard.leave()
    wizard.deleteLater()
    qtbot.waitUntil(lambda: not isValid(wizard))
    step = vault.undo_stack.command(0)
    with full_disk():
        vault.undo_stack.undo()
    assert isinstance(step, done.Step)
    assert isinstance(step.problem, DiskFull)
    assert (vault.undo_stack.count(), texts_in(session)) == (1, [PAUSE])
    vault.undo_stack.redo()  # as the window does, which sees the problem
    vault.undo_stack.undo()
    assert texts_in(session) == [PAUSE, THANKS]


def test_put_back_beside_four_others_it_is_one_too_many(at_your_side, vault: OpenVault) -> None:
    wizard, page = at_your_side("One", "Two", "Three", "Four")
    page.rows[3].take.click()
    page.take_example(mine("Five"))
    vault.undo_stack.undo()
    assert [row.title for row in page.rows][-2:] == ["Commitment four", "One more commitment"]
    assert page.too_many.isVisible()
    go_to(wizard, REVIEW)
    assert not wizard.button(Button.FinishButton).isEnabled()
    assert "Four of your own" in wizard.review.missing.text()


def test_once_it_is_a_plan_nothing_is_left_to_undo(
    passing_wizard: PlanWizard, session, vault: OpenVault, qtbot: QtBot
) -> None:
    wizard = passing_wizard
    wizard.your_side.rows[1].take.click()
    go_to(wizard, REVIEW)
    with qtbot.waitSignal(wizard.went_live):
        wizard.accept()
    wizard.deleteLater()
    qtbot.waitUntil(lambda: not isValid(wizard))
    vault.undo_stack.undo()
    plan = planning.live_plan(session)
    assert plan is not None
    assert [each.newest.terms.text for each in plan.commitments] == [PAUSE]
    assert planning.load_draft(session) is None
    assert vault.undo_stack.count() == 0


def test_what_has_other_words_by_now_is_not_taken_away_again(at_your_side, vault: OpenVault) -> None:
    _, page = at_your_side(PAUSE)
    page.rows[0].take.click()
    vault.undo_stack.undo()
    page.open_slot(1)
    assert page.rows[0].editor is not None
    page.rows[0].editor.request.set_text(THANKS)
    vault.undo_stack.redo()
    assert [each.text for each in page.draft_in_hand.commitments] == [THANKS]


# --- going on


def test_none_at_all_is_allowed(at_your_side, session, qtbot: QtBot) -> None:
    wizard, page = at_your_side()
    assert page.none.isVisible()
    go_to(wizard, REVIEW)
    assert wizard.steps.rows[YOUR_SIDE].state is StepState.UNWRITTEN
    with qtbot.waitSignal(wizard.went_live):
        wizard.button(Button.FinishButton).click()
    plan = planning.live_plan(session)
    assert plan is not None
    assert plan.commitments == ()


def test_an_unfinished_one_is_named_and_led_to(at_your_side) -> None:
    wizard, page = at_your_side(PAUSE, THANKS)
    wizard.draft.commitments[1].cadence = Cadence(CadenceKind.WEEKDAYS)
    go_to(wizard, REVIEW)
    assert wizard.steps.rows[YOUR_SIDE].state is StepState.OPEN
    assert not wizard.button(Button.FinishButton).isEnabled()
    assert wizard.review.view is not None
    link = wizard.review.view.own[2].link
    assert link.hasFocus()
    assert link.accessibleName() == "Go to Commitment two"
    link.click()
    assert wizard.page_now is page
    assert page.rows[1].editor is not None
    assert page.rows[1].editor.request.hasFocus()


def test_a_day_gone_by_moves_to_today(open_wizard: Open, session, clock) -> None:
    planning.save_draft(session, draft_with(PAUSE))
    clock.forward(days=3)
    assert open_wizard().draft.commitments[0].first_day == session.today


# --- for everybody


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_nothing_is_cut_off_and_everything_has_a_name(
    at_your_side, qapp: QApplication, qtbot: QtBot, scale: float, direction: Qt.LayoutDirection
) -> None:
    qapp.setLayoutDirection(direction)
    theme.apply(qapp, "light", scale)
    wizard, page = at_your_side(
        PAUSE, "Rechtsschutzversicherungsgesellschaftenvertreterbesprechungsprotokoll vorlesen"
    )
    wizard.resize(800, 760)
    for slot in (0, 1, 2):
        page.open_slot(slot)
        qtbot.waitUntil(lambda: cut_off(page) == [])
        assert unnamed(wizard) == []
    page.draft_in_hand.commitments.clear()
    page.show_draft()
    qtbot.waitUntil(lambda: cut_off(page) == [])


def test_tab_goes_through_the_page_as_it_is_laid_out(at_your_side) -> None:
    wizard, page = at_your_side(PAUSE, THANKS)
    first, second = page.rows
    first.turn.setFocus()
    reached = []
    for _ in range(8):
        reached.append(QApplication.focusWidget())
        QTest.keyClick(reached[-1], Qt.Key.Key_Tab)
    footer = [wizard.examples, wizard.button(Button.BackButton), wizard.button(Button.NextButton)]
    assert reached == [first.turn, first.take, second.turn, second.take, page.add, *footer]
