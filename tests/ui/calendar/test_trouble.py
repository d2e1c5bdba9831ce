"""When the disk is full the calendar says so, keeps what was typed, and goes on when there is room again."""

from PySide6.QtTest import QTest

from tests.builders import TODAY
from tests.support.full_disk import full_disk
from tests.ui.calendar.conftest import outcomes
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.services import following_through
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.calendar.calendar_page import CalendarPage
from trust_desktop.ui.calendar.fill_days import FillDays
from trust_desktop.ui.open_vault import OpenVault


def test_a_mark_that_could_not_be_kept_is_not_shown_as_kept(
    page: CalendarPage, session: VaultSession, vault: OpenVault
) -> None:
    with full_disk():
        QTest.keyClicks(page.sheet.grid, "1")
    assert page.panel.trouble.isVisible()
    assert "disk is full" in page.panel.trouble.text()
    assert outcomes(session, TODAY) == [None] * 4
    assert vault.undo_stack.count() == 0


def test_with_room_again_the_words_go(page: CalendarPage, session: VaultSession) -> None:
    with full_disk():
        QTest.keyClicks(page.sheet.grid, "1")
    QTest.keyClicks(page.sheet.grid, "1")
    assert not page.panel.trouble.isVisible()
    assert outcomes(session, TODAY)[0] is Outcome.KEPT


def test_a_note_stays_in_its_field_and_is_tried_again(page: CalendarPage, session: VaultSession) -> None:
    with full_disk():
        QTest.keyClicks(page.panel.note, "do not lose me")
        page.save_now()
        assert page.panel.trouble.isVisible()
        page.show_day(TODAY.replace(day=3))
        page.show_day(TODAY)
        assert page.panel.note.text() == "do not lose me"
    page.save_now()
    assert following_through.note(session, TODAY) == "do not lose me"
    assert not page.panel.trouble.isVisible()


def test_filling_days_says_so_too(page: CalendarPage, session: VaultSession) -> None:
    page.toolbar.fill.click()
    fill = page.findChild(FillDays)
    assert fill is not None
    with full_disk():
        fill.confirm.click()
    assert page.panel.trouble.isVisible()
    assert outcomes(session, TODAY) == [None] * 4


def test_a_step_that_a_full_disk_kept_is_still_there_when_there_is_room(
    page: CalendarPage, session: VaultSession, vault: OpenVault
) -> None:
    QTest.keyClicks(page.sheet.grid, "1")
    with full_disk():
        vault.undo_stack.undo()
        vault.undo_stack.redo()
    assert outcomes(session, TODAY)[0] is Outcome.KEPT
    vault.undo_stack.undo()
    assert outcomes(session, TODAY)[0] is None
