"""The grid is moved through by day, and paints each day where its meaning is."""

from datetime import date, timedelta
from itertools import combinations, pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import TODAY
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.domain.plan import Plan
from trust_desktop.services import following_through
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.calendar.cell_look import CellLook, mirrored
from trust_desktop.ui.calendar.month_model import MonthModel
from trust_desktop.ui.calendar.month_view import MonthGrid

_SUNDAY = date(2026, 11, 22)


@pytest.fixture
def grid(session: VaultSession, plan: Plan, qtbot: QtBot) -> MonthGrid:
    following_through.mark(session, plan.actions[3].id, _SUNDAY, Outcome.KEPT)
    model = MonthModel()
    made = MonthGrid(model)
    model.setParent(made)
    model.show(following_through.month(session, 2026, 11, 0))
    qtbot.addWidget(made)
    made.resize(676, 600)
    made.show()
    made.select_day(TODAY)
    return made


def cell_of(grid: MonthGrid, day: date) -> QRect:
    model = grid.model()
    assert isinstance(model, MonthModel)
    return grid.visualRect(model.index_of(day))


def count(picture: QImage, place: QRect, color: QColor) -> int:
    points = (
        QPoint(x, y) for x in range(place.left(), place.right()) for y in range(place.top(), place.bottom())
    )
    return sum(picture.pixelColor(point) == color for point in points)


@pytest.mark.parametrize(
    ("key", "days"),
    [
        (Qt.Key.Key_Left, -1),
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Up, -7),
        (Qt.Key.Key_Down, 7),
        (Qt.Key.Key_Home, -1),
        (Qt.Key.Key_End, 5),
    ],
)
def test_keys_move_by_day_and_week(grid: MonthGrid, qtbot: QtBot, key: Qt.Key, days: int) -> None:
    with qtbot.waitSignal(grid.day_wanted) as wanted:
        QTest.keyClick(grid, key)
    assert wanted.args == [TODAY + timedelta(days=days)]


def test_arrows_are_mirrored_where_days_run_from_the_right(grid: MonthGrid, qtbot: QtBot) -> None:
    grid.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    for key, days in ((Qt.Key.Key_Left, 1), (Qt.Key.Key_Right, -1), (Qt.Key.Key_Down, 7)):
        with qtbot.waitSignal(grid.day_wanted) as wanted:
            QTest.keyClick(grid, key)
        assert wanted.args == [TODAY + timedelta(days=days)]


def test_letters_do_not_search_through_the_cells(grid: MonthGrid, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(grid.day_wanted), qtbot.assertNotEmitted(grid.asked):
        QTest.keyClick(grid, Qt.Key.Key_X)
    assert grid.day() == TODAY


def test_a_press_wants_its_day(grid: MonthGrid, qtbot: QtBot) -> None:
    with qtbot.waitSignal(grid.day_wanted) as wanted:
        QTest.mouseClick(
            grid.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            cell_of(grid, _SUNDAY).center(),
        )
    assert wanted.args == [_SUNDAY]


def test_a_mark_lies_in_the_place_of_its_action(grid: MonthGrid) -> None:
    picture = grid.viewport().grab().toImage()
    slots = CellLook().slots(cell_of(grid, _SUNDAY))
    kept = theme.color("mark")
    assert count(picture, slots[3], kept) > 40
    assert [count(picture, slot, kept) for slot in slots[1:3]] == [0, 0]


def test_a_mirrored_cell_has_its_first_mark_on_the_right(grid: MonthGrid, qapp: QApplication) -> None:
    grid.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qapp.processEvents()
    cell = cell_of(grid, _SUNDAY)
    places = [mirrored(slot, cell, Qt.LayoutDirection.RightToLeft) for slot in CellLook().slots(cell)]
    picture = grid.viewport().grab().toImage()
    assert places[0].left() > places[3].left()
    assert count(picture, places[3], theme.color("mark")) > 40
    assert count(picture, places[1], theme.color("mark")) == 0


def test_the_marks_themselves_are_not_turned_over(grid: MonthGrid, qapp: QApplication) -> None:
    def tick(direction: Qt.LayoutDirection) -> QImage:
        grid.setLayoutDirection(direction)
        qapp.processEvents()
        cell = cell_of(grid, _SUNDAY)
        place = mirrored(CellLook().slots(cell)[3], cell, direction)
        return grid.viewport().grab(place).toImage()

    assert tick(Qt.LayoutDirection.LeftToRight) == tick(Qt.LayoutDirection.RightToLeft)


def test_today_has_a_ring_and_other_days_have_none(grid: MonthGrid) -> None:
    grid.select_day(date(2026, 11, 3))
    picture = grid.viewport().grab().toImage()
    upper = {day: cell_of(grid, day).adjusted(0, 2, 0, -50) for day in (TODAY, date(2026, 11, 25))}
    pine = theme.color("pine")
    assert count(picture, upper[TODAY], pine) > 20
    assert count(picture, upper[date(2026, 11, 25)], pine) == 0


def test_the_keyboard_is_seen_inside_the_cell(grid: MonthGrid, qtbot: QtBot) -> None:
    focus = theme.color("focus")
    grid.activateWindow()
    grid.setFocus()
    qtbot.waitUntil(grid.hasFocus)
    assert count(grid.viewport().grab().toImage(), cell_of(grid, TODAY), focus) > 100
    grid.clearFocus()
    picture = grid.viewport().grab().toImage()
    assert count(picture, cell_of(grid, TODAY), focus) == 0
    assert count(picture, cell_of(grid, TODAY), theme.color("pine_tint")) > 1000


def test_days_to_come_are_paper(grid: MonthGrid) -> None:
    cell = cell_of(grid, date(2026, 11, 26))
    lower = cell.adjusted(1, cell.height() // 2, -1, -1)
    picture = grid.viewport().grab().toImage()
    assert (
        len(
            {
                picture.pixel(x, y)
                for x in range(lower.left(), lower.right())
                for y in range(lower.top(), lower.bottom())
            }
        )
        == 1
    )


@pytest.mark.parametrize("appearance", ["light", "dark", "contrast-light", "contrast-dark"])
def test_nothing_is_red(
    grid: MonthGrid, qapp: QApplication, session: VaultSession, plan: Plan, appearance: str
) -> None:
    for day, outcome in enumerate(Outcome, start=3):
        following_through.mark(session, plan.actions[0].id, date(2026, 11, day), outcome)
    model = grid.model()
    assert isinstance(model, MonthModel)
    model.show(following_through.month(session, 2026, 11, 0))
    theme.apply(qapp, appearance, 1.0)
    picture = grid.grab().toImage()
    colors = {
        picture.pixelColor(x, y).getHsv()
        for x in range(0, picture.width(), 2)
        for y in range(picture.height())
    }
    red = [(h, s, v) for h, s, v, _ in colors if (h < 12 or h > 345) and s > 140 and v > 90]
    assert red == []


@pytest.mark.parametrize(("height", "weeks"), [(600, 6), (260, 4)])
def test_whole_weeks_are_shown_and_the_rest_scrolls(
    grid: MonthGrid, qapp: QApplication, height: int, weeks: int
) -> None:
    grid.resize(676, height)
    qapp.processEvents()
    shared = sum(grid.rowHeight(week) for week in range(weeks))
    assert shared == grid.viewport().height()
    assert grid.rowHeight(0) >= CellLook().least_height(grid.columnWidth(0))


def test_a_narrow_cell_keeps_its_four_marks_inside(grid: MonthGrid) -> None:
    for width in (44, 62, 73, 96, 160):
        cell = QRect(100, 100, width, 90)
        slots = CellLook().slots(cell)
        assert cell.contains(slots[3])
        assert all(not one.intersects(other) for one, other in pairwise(slots))


@pytest.mark.parametrize("width", [62, 73, 96, 160])
@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_number_and_marks_do_not_touch_at_any_size(
    grid: MonthGrid, qapp: QApplication, scale: float, width: int
) -> None:
    theme.apply(qapp, "light", scale)
    look = CellLook()
    cell = QRect(0, 0, width, look.least_height(width))
    lowest_of_number = look.number_middle(cell.height()) + theme.px(6)
    slots = look.slots(cell)
    assert lowest_of_number <= slots[0].top()
    assert cell.contains(slots[3])
    assert slots[0].width() >= 13
    assert not any(one.intersects(other) for one, other in combinations(slots, 2))


def test_the_chosen_day_stays_in_sight_when_the_window_shrinks(grid: MonthGrid, qapp: QApplication) -> None:
    grid.resize(676, 150)
    qapp.processEvents()
    assert grid.viewport().rect().contains(cell_of(grid, TODAY))


def test_weekdays_become_single_letters_together(grid: MonthGrid, qapp: QApplication) -> None:
    def picture(width: int) -> QImage:
        grid.resize(width, 400)
        qapp.processEvents()
        return grid.horizontalHeader().grab().toImage()

    ink = theme.color("ink2").rgb()

    def inked(image: QImage) -> int:
        return sum(image.pixel(x, y) == ink for x in range(image.width()) for y in range(image.height()))

    assert inked(picture(200)) < 0.7 * inked(picture(676))
