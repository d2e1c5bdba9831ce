"""A message that was drafted from the plan again comes back."""

from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from tests.support.full_disk import full_disk
from tests.ui.talk.conftest import Open
from tests.ui.talk.steps import STINGS, a_plan_not_said, message, sheet
from trust_desktop.services import kept_words, plan_living, planning
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.talk.message_step import MessageStep
from trust_desktop.ui.talk.talk_page import TalkPage


def drafted_again(page: TalkPage) -> MessageStep:
    """In the place of words of the person's, with a remark that was kept as they are."""
    step = message(page)
    step.words.set_text(STINGS)
    step.remarks.go(1)
    step.remarks.card.kept.emit()
    page.save_now()
    step.again.click()
    return step


def test_a_message_that_was_drafted_again_comes_back_with_what_was_kept(
    open_page: Open, vault: OpenVault, session: VaultSession
) -> None:
    a_plan_not_said(session)
    page = open_page()
    step = drafted_again(page)
    drafted = step.words.text()
    assert vault.undo_stack.undoText() == "The words were drafted from the plan again."
    page.save_now()
    assert kept_words.load(session, 1) == frozenset()

    vault.undo_stack.undo()
    assert page.step is step
    assert step.words.text() == planning.live_plan(session).saying.message == STINGS
    assert "bare minimum" in " ".join(kept_words.load(session, 1))
    step.remarks.go(1)
    assert step.remarks.shown is None
    page.save_now()
    assert "bare minimum" in " ".join(kept_words.load(session, 1))

    vault.undo_stack.redo()
    page.save_now()
    assert step.words.text() == planning.live_plan(session).saying.message == drafted
    vault.undo_stack.undo()
    assert step.words.text() == STINGS


def test_it_comes_back_on_another_step_and_on_one_built_anew(
    open_page: Open, vault: OpenVault, session: VaultSession
) -> None:
    a_plan_not_said(session)
    page = open_page()
    drafted = drafted_again(page).words.text()
    sheet(page)
    vault.undo_stack.undo()
    assert planning.live_plan(session).saying.message == STINGS
    step = message(page)
    assert step.words.text() == STINGS
    step.remarks.go(1)
    assert step.remarks.shown is None
    vault.undo_stack.redo()
    assert step.words.text() == drafted


def test_what_was_written_since_it_was_drafted_again_stays(
    open_page: Open, vault: OpenVault, session: VaultSession
) -> None:
    a_plan_not_said(session)
    page = open_page()
    drafted_again(page)
    step = message(page)
    step.words.set_text("Something good first.")
    vault.undo_stack.undo()
    assert step.words.text() == f"{STINGS}\n\nSomething good first."
    page.save_now()
    assert planning.live_plan(session).saying.message == step.words.text()
    vault.undo_stack.redo()
    assert step.words.text() == "Something good first."


def test_what_is_being_typed_on_a_page_opened_since_stays_below_it(
    open_page: Open, vault: OpenVault, session: VaultSession
) -> None:
    a_plan_not_said(session)
    page = open_page()
    drafted_again(page)
    page.save_now()
    page.hide()
    again = open_page()
    step = message(again)
    step.words.set_text("Something good first.")
    vault.undo_stack.undo()
    assert step.words.text() == f"{STINGS}\n\nSomething good first."
    again.save_now()
    assert planning.live_plan(session).saying.message == step.words.text()


def test_a_message_taken_back_in_its_field_does_not_come_back_twice(
    open_page: Open, vault: OpenVault, session: VaultSession
) -> None:
    a_plan_not_said(session)
    page = open_page()
    step = drafted_again(page)
    step.words.undo()
    step.words.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(step.words, " Thank you.")
    vault.undo_stack.undo()
    assert step.words.text() == f"{STINGS} Thank you."


def test_in_the_place_of_nothing_there_is_nothing_to_take_back(
    open_page: Open, vault: OpenVault, session: VaultSession
) -> None:
    a_plan_not_said(session)
    step = message(open_page())
    step.words.clear()
    step.again.click()
    assert step.words.text()
    assert not vault.undo_stack.canUndo()


def test_with_a_full_disk_the_message_comes_back_when_there_is_room(
    open_page: Open, vault: OpenVault, session: VaultSession
) -> None:
    a_plan_not_said(session)
    step = drafted_again(open_page())
    drafted = step.words.text()
    with full_disk():
        vault.undo_stack.undo()
    assert step.words.text() == drafted
    vault.undo_stack.redo()
    vault.undo_stack.undo()
    assert step.words.text() == STINGS


def test_after_the_plan_ended_its_message_does_not_come_back(
    open_page: Open, vault: OpenVault, session: VaultSession
) -> None:
    a_plan_not_said(session)
    page = open_page()
    drafted_again(page)
    page.save_now()
    plan_living.end(session, 1)
    vault.undo_stack.undo()
    assert not vault.undo_stack.canRedo()
