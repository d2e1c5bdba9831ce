"""Segments, days, check boxes and radio buttons."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tests.ui.common.conftest import InWindow, PutOn
from trust_desktop.ui import theme
from trust_desktop.ui.common.day_toggles import DayToggles
from trust_desktop.ui.common.segmented import Segmented
from trust_desktop.ui.common.toggles import CheckBox, RadioButton

LONG = "Someone else uses this computer account & may look at it while I am away"


def views() -> Segmented:
    return Segmented("View", [("month", "Month"), ("week", "Week", "calendar"), ("list", "List")])


def test_a_segment_is_chosen_by_press_by_arrow_and_by_code(qtbot: QtBot, in_window: InWindow) -> None:
    segments = views()
    in_window(segments)
    buttons = segments.findChildren(QAbstractButton)
    said: list[object] = []
    segments.chosen.connect(said.append)

    qtbot.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    qtbot.keyClick(buttons[1], Qt.Key.Key_Right)
    segments.set_value("month")

    assert said == ["week", "list", "month"]
    assert segments.value() == "month"


def test_the_chosen_segment_again_is_no_news(qtbot: QtBot) -> None:
    segments = views()
    qtbot.addWidget(segments)

    with qtbot.assertNotEmitted(segments.chosen):
        segments.set_value("month")
        segments.set_value("no such key")

    segments.set_words("month", "Monat")
    assert segments.findChild(QAbstractButton).text() == "Monat"


def test_segments_wrap_when_the_words_grow(qtbot: QtBot, put_on: PutOn, in_window: InWindow) -> None:
    segments = views()
    in_window(segments, width=300)
    one_row = segments.height()

    put_on("light", 2.0)

    qtbot.waitUntil(lambda: segments.height() > 2 * one_row)
    assert segments.childrenRect().bottom() < segments.height()


@pytest.mark.parametrize(("first", "order"), [(0, [0, 1, 2, 3, 4, 5, 6]), (6, [6, 0, 1, 2, 3, 4, 5])])
def test_the_week_begins_where_it_is_said_to(qtbot: QtBot, first: int, order: list[int]) -> None:
    days = DayToggles("On these days", first_weekday=first)
    qtbot.addWidget(days)

    assert [toggle.day for toggle in days.toggles] == order


def test_days_are_switched_and_told(qtbot: QtBot) -> None:
    days = DayToggles("On these days", first_weekday=0)
    qtbot.addWidget(days)
    days.set_days({0, 3})

    with qtbot.waitSignal(days.changed) as said:
        qtbot.keyClick(days.toggles[6], Qt.Key.Key_Space)

    assert said.args == [frozenset({0, 3, 6})] == [days.days()]


def test_days_are_spoken_in_full(qtbot: QtBot) -> None:
    days = DayToggles("On these days", first_weekday=0)
    qtbot.addWidget(days)

    assert days.toggles[1].accessibleName() == "Tuesday"
    assert QAccessible.queryAccessibleInterface(days.toggles[1]).role() == QAccessible.Role.CheckBox


@pytest.mark.parametrize("kind", [CheckBox, RadioButton])
def test_long_words_beside_a_box_wrap_and_are_pressed_as_a_whole(
    qtbot: QtBot, put_on: PutOn, in_window: InWindow, kind: type[CheckBox | RadioButton]
) -> None:
    put_on("light", 2.0)
    box = kind(LONG)
    in_window(box, width=theme.em(16))
    qtbot.waitUntil(lambda: box.heightForWidth(box.width()) == box.height())

    assert box.height() >= 3 * box.fontMetrics().height()
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(box.width() // 2, box.height() - 5))
    assert box.isChecked()


@pytest.mark.parametrize("kind", [CheckBox, RadioButton])
def test_an_ampersand_is_an_ampersand(qtbot: QtBot, kind: type[CheckBox | RadioButton]) -> None:
    box = kind("Help & safety")
    qtbot.addWidget(box)

    assert box.shortcut().isEmpty()
    assert QAccessible.queryAccessibleInterface(box).text(QAccessible.Text.Name) == "Help & safety"


def test_what_is_on_looks_different_without_colour(qtbot: QtBot, put_on: PutOn) -> None:
    put_on("contrast-light", 1.0)
    for kind in (CheckBox, RadioButton):
        box = kind("Aloud")
        qtbot.addWidget(box)
        off = box.grab().toImage()
        box.setChecked(True)
        assert box.grab().toImage() != off
