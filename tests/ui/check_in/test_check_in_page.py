"""A check-in: noted in a minute, any of it left out, changed on its day, its line one's own for good."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from tests.builders import Clock
from tests.support.full_disk import full_after_the_next_write, full_disk
from trust_desktop.domain.check_in import Feeling, Noted
from trust_desktop.services import checking_in
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.check_in import draft
from trust_desktop.ui.check_in.check_in_page import CheckInPage
from trust_desktop.ui.check_in.entry import Entry
from trust_desktop.ui.open_vault import OpenVault

Show = Callable[[], CheckInPage]
CALM = Noted(6, None, 8, "A calmer week.")


def press(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def choose(qtbot: QtBot, page: CheckInPage, feeling: Feeling, number: int) -> None:
    press(qtbot, page.form.rows[feeling].scale.cells[number])


def note(qtbot: QtBot, page: CheckInPage) -> None:
    choose(qtbot, page, Feeling.FELT_SAFETY, 6)
    choose(qtbot, page, Feeling.STEADINESS, 8)
    qtbot.keyClicks(page.form.line, "A calmer week.")


def entries(page: CheckInPage) -> list[Entry]:
    return page.earlier.entries


def button(entry: Entry, words: str) -> QPushButton:
    return next(each for each in entry.findChildren(QPushButton) if each.text() == words)


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def test_at_first_nothing_is_chosen_and_nothing_has_to_be(show: Show, session: VaultSession) -> None:
    page = show()
    assert page.form.noted() == Noted()
    assert not page.form.keep.isEnabled()
    assert page.form.reason.text().startswith("Note a number or a line")
    assert not page.form.take_out.isVisible()
    assert "Each check-in you keep stands here afterwards, with its line." in texts(page.earlier)


def test_what_is_noted_is_kept_and_can_be_undone(show: Show, session: VaultSession, qtbot: QtBot) -> None:
    page = show()
    note(qtbot, page)
    press(qtbot, page.form.keep)
    assert checking_in.todays(session).noted == CALM
    assert page.form.saved.text() == "Kept for today"
    assert not page.form.keep.isEnabled()
    assert page.vault.undo_stack.undoText() == "Your check-in is kept."
    page.vault.undo_stack.undo()
    assert checking_in.todays(session) is None
    assert page.form.noted() == CALM, "what was typed is not lost by an undo"
    page.vault.undo_stack.redo()
    assert checking_in.todays(session).noted == CALM


def test_what_was_put_off_is_put_off_again_when_it_is_undone(
    show: Show, session: VaultSession, qtbot: QtBot
) -> None:
    page = show()
    note(qtbot, page)
    checking_in.put_off(session)
    day = checking_in.not_before(session)
    press(qtbot, page.form.keep)
    assert checking_in.not_before(session) is None
    page.vault.undo_stack.undo()
    assert checking_in.not_before(session) == day
    page.vault.undo_stack.redo()
    assert checking_in.not_before(session) is None


def test_by_keyboard_alone(show: Show, session: VaultSession, qtbot: QtBot) -> None:
    page = show()
    page.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_7)
    for _ in range(40):
        if page.form.line.hasFocus():
            break
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClicks(page.form.line, "Quiet.")
    qtbot.keyClick(page.form.line, Qt.Key.Key_Tab)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert checking_in.todays(session).noted == Noted(7, line="Quiet.")


def test_a_number_can_be_left_out_again(show: Show, qtbot: QtBot) -> None:
    page = show()
    row = page.form.rows[Feeling.CLOSENESS]
    assert not row.leave_out.isVisible()
    choose(qtbot, page, Feeling.CLOSENESS, 4)
    press(qtbot, row.leave_out)
    assert (row.value(), row.leave_out.isVisible()) == (None, False)
    assert row.leave_out.accessibleName() == "Leave out: Closeness"


def test_what_is_begun_is_there_again_and_forgotten_once_kept(
    show: Show, session: VaultSession, qtbot: QtBot
) -> None:
    page = show()
    note(qtbot, page)
    assert page.keeper.pending
    page.save_now()
    assert page.form.saved.text() == "Saved 18:00, not kept yet"
    again = show()
    assert again.form.noted() == CALM
    press(qtbot, again.form.keep)
    assert draft.load(session) is None


def test_on_its_day_it_can_be_changed_and_taken_out(show: Show, session: VaultSession, qtbot: QtBot) -> None:
    checking_in.keep(session, CALM)
    page = show()
    assert (page.form.noted(), page.form.saved.text()) == (CALM, "Kept for today")
    choose(qtbot, page, Feeling.CLOSENESS, 3)
    assert (page.form.keep.text(), page.form.saved.text()) == ("Keep the change", "")
    press(qtbot, page.form.keep)
    assert checking_in.todays(session).noted.closeness == 3
    press(qtbot, page.form.take_out)
    assert checking_in.todays(session) is None
    assert page.form.noted() == Noted()
    page.vault.undo_stack.undo()
    assert checking_in.todays(session).noted.closeness == 3
    assert page.form.noted().closeness == 3
    page.vault.undo_stack.redo()
    assert checking_in.todays(session) is None


def test_a_new_day_begins_with_an_empty_card(show: Show, session: VaultSession, clock: Clock) -> None:
    checking_in.keep(session, CALM)
    page = show()
    clock.forward(days=1)
    page.hide()
    page.show()
    assert page.form.noted() == Noted()
    assert [entry.check_in.noted for entry in entries(page)] == [CALM]


# --- earlier ones


@pytest.fixture
def earlier(session: VaultSession, clock: Clock) -> None:
    for week in range(8):
        checking_in.keep(session, Noted(week, line=f"Week {week}" if week != 6 else ""))
        clock.forward(days=7)


@pytest.mark.usefixtures("earlier")
def test_the_newest_stand_first_a_few_at_a_time(show: Show, qtbot: QtBot) -> None:
    page = show()
    assert [entry.check_in.noted.felt_safety for entry in entries(page)] == [7, 6, 5, 4, 3, 2]
    assert "Felt safety 7" in texts(entries(page)[0])
    press(
        qtbot,
        next(each for each in page.earlier.findChildren(QPushButton) if each.text() == "Show earlier ones"),
    )
    assert len(entries(page)) == 8


@pytest.mark.usefixtures("earlier")
def test_a_line_is_taken_out_with_a_way_back(show: Show, session: VaultSession, qtbot: QtBot) -> None:
    page = show()
    press(qtbot, button(entries(page)[0], "Take these words out"))
    assert checking_in.newest(session, 1)[0].noted == Noted(7)
    assert page.vault.undo_stack.undoText() == "Your line is taken out."
    page.vault.undo_stack.undo()
    assert checking_in.newest(session, 1)[0].noted.line == "Week 7"
    page.vault.undo_stack.redo()
    assert checking_in.newest(session, 1)[0].noted.line == ""


@pytest.mark.usefixtures("earlier")
def test_a_line_is_changed_in_its_place_and_nothing_typed_is_lost(
    show: Show, session: VaultSession, qtbot: QtBot
) -> None:
    page = show()
    press(qtbot, button(entries(page)[1], "Add a line"))
    field = entries(page)[1].field
    assert field.hasFocus()
    qtbot.keyClicks(field, "A slow one")
    page.save_now()
    again = show()
    field = entries(again)[1].field
    assert field.toPlainText() == "A slow one"
    press(qtbot, button(entries(again)[1], "Keep these words"))
    assert checking_in.newest(session, 2)[1].noted == Noted(6, line="A slow one")
    assert entries(again)[1].field is None


@pytest.mark.usefixtures("earlier")
def test_a_line_begun_is_not_lost_when_another_is_opened(
    show: Show, session: VaultSession, qtbot: QtBot
) -> None:
    page = show()
    press(qtbot, button(entries(page)[0], "Change these words"))
    entries(page)[0].field.set_text("Begun")
    press(qtbot, button(entries(page)[2], "Change these words"))
    entries(page)[2].field.set_text("Begun too")
    press(qtbot, button(entries(page)[0], "Change these words"))
    assert entries(page)[0].field.text() == "Begun"
    page.earlier.save_now()
    again = show()
    assert [entry.field.text() if entry.field else "" for entry in entries(again)[:3]] == ["Begun", "", ""]
    press(qtbot, button(entries(again)[2], "Change these words"))
    assert entries(again)[2].field.text() == "Begun too"


def test_it_can_be_undone_when_its_page_was_let_go(session: VaultSession, qtbot: QtBot) -> None:
    vault = OpenVault(session)
    page = CheckInPage(vault)
    note(qtbot, page)
    press(qtbot, page.form.keep)
    delete(page)
    vault.undo_stack.undo()
    assert checking_in.todays(session) is None
    vault.undo_stack.redo()
    assert checking_in.todays(session).noted == CALM


@pytest.mark.usefixtures("earlier")
def test_a_change_can_be_left_and_only_one_line_is_written_at_a_time(
    show: Show, session: VaultSession, qtbot: QtBot
) -> None:
    page = show()
    press(qtbot, button(entries(page)[0], "Change these words"))
    qtbot.keyClicks(entries(page)[0].field, "Other ")
    press(qtbot, button(entries(page)[2], "Change these words"))
    assert [entry.field is not None for entry in entries(page)[:3]] == [False, False, True]
    press(qtbot, button(entries(page)[2], "Leave them as they were"))
    assert [entry.field is not None for entry in entries(page)[:3]] == [True, False, False]
    press(qtbot, button(entries(page)[0], "Leave them as they were"))
    assert all(entry.field is None for entry in entries(page))
    assert checking_in.newest(session, 1)[0].noted.line == "Week 7"


# --- when the disk is full


def test_a_full_disk_is_said_and_nothing_noted_is_lost(
    show: Show, session: VaultSession, qtbot: QtBot
) -> None:
    checking_in.keep(session, Noted(2))
    page = show()
    choose(qtbot, page, Feeling.FELT_SAFETY, 6)
    page.keeper.save_now()
    with full_disk():
        press(qtbot, page.form.keep)
        assert "no room left on the disk" in page.form.reason.text()
        press(qtbot, page.form.take_out)
        page.keeper.save_now()
    assert (page.form.noted(), checking_in.todays(session).noted) == (Noted(6), Noted(2))
    page.keeper.touch()
    page.keeper.save_now()


def test_a_disk_that_fills_before_the_draft_is_cleared_leaves_the_check_in_kept(
    show: Show, session: VaultSession, qtbot: QtBot
) -> None:
    page = show()
    note(qtbot, page)
    page.save_now()
    with full_after_the_next_write(page.vault):
        press(qtbot, page.form.keep)
    assert [each.noted for each in checking_in.newest(session, 1)] == [CALM]
    assert "It is done. There is no room left on the disk" in page.form.reason.text()
    assert page.vault.undo_stack.count() == 1


@pytest.mark.usefixtures("earlier")
def test_a_full_disk_leaves_an_earlier_line_as_it_was(
    show: Show, session: VaultSession, qtbot: QtBot
) -> None:
    page = show()
    with full_disk():
        press(qtbot, button(entries(page)[0], "Take these words out"))
    assert "no room left" in entries(page)[0].reason.text()
    assert checking_in.newest(session, 1)[0].noted.line == "Week 7"
