"""One gets from any day to any other by key, and always sees which one is chosen."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import TODAY
from tests.ui.calendar.conftest import MakePage, outcomes
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.domain.plan import Plan
from trust_desktop.domain.settings import VaultSettings
from trust_desktop.services import following_through, settings
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.calendar.calendar_page import CalendarPage
from trust_desktop.ui.calendar.toolbar import Mode

_CONTROL = Qt.KeyboardModifier.ControlModifier


def test_it_opens_on_today_with_the_keyboard_in_the_grid(page: CalendarPage) -> None:
    assert page.title.text() == "November 2026"
    assert page.sheet.grid.day() == TODAY
    assert page.panel.title.text() == "Tuesday 24"
    assert page.panel.today.isVisible()


def test_arrows_go_on_into_the_next_month(page: CalendarPage) -> None:
    page.show_day(date(2026, 11, 30))
    QTest.keyClick(page.sheet.grid, Qt.Key.Key_Right)
    assert (page.day(), page.title.text()) == (date(2026, 12, 1), "December 2026")
    assert page.sheet.grid.day() == date(2026, 12, 1)


def test_pages_turn_months_and_years(page: CalendarPage) -> None:
    grid = page.sheet.grid
    QTest.keyClick(grid, Qt.Key.Key_PageDown)
    assert page.day() == date(2026, 12, 24)
    QTest.keyClick(grid, Qt.Key.Key_PageUp)
    QTest.keyClick(grid, Qt.Key.Key_PageUp)
    assert page.day() == date(2026, 10, 24)
    QTest.keyClick(grid, Qt.Key.Key_PageDown, _CONTROL)
    assert page.day() == date(2027, 10, 24)
    QTest.keyClick(grid, Qt.Key.Key_PageUp, _CONTROL)
    assert page.day() == date(2026, 10, 24)


def test_the_day_follows_its_month_where_one_stops(page: CalendarPage, qtbot: QtBot) -> None:
    for _ in range(3):
        QTest.keyClick(page.sheet.grid, Qt.Key.Key_PageUp)
    assert page.sheet.grid.day() == date(2026, 8, 24)
    qtbot.waitUntil(lambda: page.panel.title.text() == "Monday 24")


def test_a_key_right_after_turning_is_meant_for_the_day_turned_to(
    page: CalendarPage, session: VaultSession
) -> None:
    page.show_day(date(2026, 12, 9))
    QTest.keyClick(page.sheet.grid, Qt.Key.Key_PageUp)
    QTest.keyClicks(page.sheet.grid, "1")
    assert outcomes(session, date(2026, 11, 9))[0] is Outcome.KEPT
    assert outcomes(session, TODAY) == [None] * 4


def test_a_vault_locked_while_leafing_is_left_alone(
    page: CalendarPage, session: VaultSession, qtbot: QtBot
) -> None:
    QTest.keyClick(page.sheet.grid, Qt.Key.Key_PageUp)
    session.close()
    qtbot.wait(60)
    assert page.title.text() == "October 2026"


def test_t_and_the_button_go_to_today(page: CalendarPage) -> None:
    page.show_day(date(2020, 2, 29))
    QTest.keyClicks(page.sheet.grid, "t")
    assert page.day() == TODAY
    page.show_day(date(2030, 2, 1))
    page.toolbar.today.click()
    assert page.day() == TODAY


def test_the_arrows_beside_the_title_turn_the_month(page: CalendarPage) -> None:
    page.turner.back.click()
    assert page.day() == date(2026, 10, 24)
    page.turner.on.click()
    page.turner.on.click()
    assert page.title.text() == "December 2026"


def test_home_and_end_go_to_the_ends_of_the_week(page: CalendarPage) -> None:
    QTest.keyClick(page.sheet.grid, Qt.Key.Key_Home)
    assert page.day() == date(2026, 11, 23)
    QTest.keyClick(page.sheet.grid, Qt.Key.Key_End)
    assert page.day() == date(2026, 11, 29)


def test_enter_goes_into_the_day_and_escape_comes_back(page: CalendarPage) -> None:
    QTest.keyClick(page.sheet.grid, Qt.Key.Key_Return)
    assert page.panel.focus_inside
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Escape)
    assert page.sheet.grid.hasFocus()


def test_a_day_in_another_month_can_be_pressed(page: CalendarPage) -> None:
    model = page.sheet.grid.model()
    place = page.sheet.grid.visualRect(model.index(5, 2)).center()
    QTest.mouseClick(
        page.sheet.grid.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
    )
    assert (page.day(), page.title.text()) == (date(2026, 12, 2), "December 2026")


def test_the_edges_of_time_stop_quietly(page: CalendarPage) -> None:
    page.show_day(date(2500, 1, 1))
    QTest.keyClick(page.sheet.grid, Qt.Key.Key_Down)
    QTest.keyClick(page.sheet.grid, Qt.Key.Key_PageDown)
    assert page.day() == date(2199, 12, 31)


def test_the_first_weekday_is_the_locales_until_a_person_sets_it(
    plan: Plan, session: VaultSession, make_page: MakePage
) -> None:
    QLocale.setDefault(QLocale("en_US"))
    page = make_page()
    across = Qt.Orientation.Horizontal
    assert page.sheet.grid.model().headerData(0, across) == "Sun"
    settings.save(session, VaultSettings(first_weekday=0))
    assert page.sheet.grid.model().headerData(0, across) == "Mon"
    assert page.sheet.grid.day() == TODAY


def test_a_page_not_seen_reads_when_it_is_seen_again(
    page: CalendarPage, session: VaultSession, plan: Plan
) -> None:
    page.hide()
    following_through.mark(session, plan.actions[0].id, TODAY, Outcome.PARTLY)
    page.show_day(TODAY - timedelta(days=1))
    page.show()
    assert page.panel.title.text() == "Monday 23"
    QTest.keyClick(page.sheet.grid, Qt.Key.Key_Right)
    assert "1 partly" in page.sheet.grid.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_week_stands_over_its_days(page: CalendarPage) -> None:
    page.toolbar.modes.set_value(Mode.WEEK)
    assert page.sheet.grid.model().rowCount() == 1
    assert page.list.isVisible()
    page.turner.back.click()
    assert page.day() == TODAY - timedelta(days=7)
    assert page.sheet.grid.day() == page.day()
    assert page.turner.back.accessibleName() == "Previous week"
    QTest.keyClick(page.sheet.grid, Qt.Key.Key_Left)
    QTest.keyClick(page.sheet.grid, Qt.Key.Key_Left)
    assert page.sheet.grid.day() == date(2026, 11, 15)


def test_in_little_room_the_day_is_one_row_and_opens_in_place(plan: Plan, make_page: MakePage) -> None:
    page = make_page(width=700)
    assert not page.panel.isVisible()
    assert page.line.day.text() == "Tuesday 24, today"
    assert "3 not recorded" in page.line.facts.text()
    page.line.button.click()
    assert page.panel.isVisible()
    assert not page.sheet.grid.isVisible()
    page.panel.back.click()
    assert page.sheet.grid.isVisible()
    assert not page.panel.isVisible()


def test_in_little_room_keys_mark_all_the_same(plan: Plan, make_page: MakePage) -> None:
    page = make_page(width=700)
    QTest.keyClicks(page.sheet.grid, "11")
    assert page.line.facts.text().startswith("2 kept")


def test_in_little_room_the_legend_waits_in_the_menu(plan: Plan, make_page: MakePage) -> None:
    page = make_page(width=700)
    assert not page.sheet.legend.isVisible()
    page.toolbar.legend_toggled.emit(True)
    assert page.sheet.legend.isVisible()


def test_a_wider_window_brings_the_day_back_beside_the_grid(plan: Plan, make_page: MakePage) -> None:
    page = make_page(width=700)
    page.resize(1072, 800)
    assert page.panel.isVisible()
    assert page.sheet.grid.isVisible()
    assert not page.line.isVisible()


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize(("width", "scale"), [(640, 1.0), (540, 2.0), (1072, 1.5), (1072, 2.0)])
def test_the_page_fits_a_narrow_window(
    plan: Plan, make_page: MakePage, qapp: QApplication, width: int, scale: float, mode: Mode
) -> None:
    theme.apply(qapp, "light", scale)
    page = make_page(width=width)
    page.set_mode(mode)
    qapp.processEvents()
    assert page.width() == width
    assert page.title.width() >= page.title.fontMetrics().horizontalAdvance(page.title.text())
    assert page.turner.isVisible()


def test_where_the_month_does_not_fit_beside_its_arrows_they_go_below(
    plan: Plan, make_page: MakePage, qapp: QApplication
) -> None:
    theme.apply(qapp, "light", 2.0)
    page = make_page(width=540)
    assert page.turner.mapTo(page, QPoint(0, 0)).y() > page.title.geometry().bottom()
    page.turner.on.click()
    assert page.day() == date(2026, 12, 24)
    page.resize(1200, 800)
    qapp.processEvents()
    assert page.turner.mapTo(page, QPoint(0, 0)).y() < page.title.geometry().bottom()
