"""Where the keyboard is can always be seen."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.common.conftest import InWindow, PutOn
from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import QuietButton
from trust_desktop.ui.common.fields import LineEdit
from trust_desktop.ui.common.focus_ring import install_focus_ring, set_focus_radius
from trust_desktop.ui.common.scroll import ScrollColumn


@pytest.fixture(autouse=True)
def _installed(qapp: QApplication) -> None:
    install_focus_ring(qapp)
    install_focus_ring(qapp)  # a second time changes nothing


def rings(window: QWidget) -> list[QWidget]:
    return [
        child
        for child in window.findChildren(QWidget)
        if type(child).__name__ == "_Ring" and child.isVisible()
    ]


def around(widget: QWidget, ring: QWidget) -> QRect:
    """The widget's place in the coordinates of what holds the ring."""
    holder = ring.parentWidget()
    assert holder is not None
    return QRect(widget.mapTo(holder, QPoint(0, 0)), widget.size())


@pytest.mark.parametrize(("scale", "outside"), [(1.0, 4), (1.5, 5)])
def test_the_ring_lies_two_pixels_outside(
    in_window: InWindow, put_on: PutOn, scale: float, outside: int
) -> None:
    put_on("light", scale)
    button = QuietButton("Check in")
    window = in_window(QuietButton("Before"), button)

    button.setFocus(Qt.FocusReason.TabFocusReason)

    (ring,) = rings(window)
    assert ring.geometry() == around(button, ring).adjusted(-outside, -outside, outside, outside)


def test_there_is_one_ring_and_it_goes_along(qtbot: QtBot, in_window: InWindow) -> None:
    first, second = QuietButton("One"), QuietButton("Two")
    window = in_window(first, second)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(first, Qt.Key.Key_Tab)

    (ring,) = rings(window)
    assert around(second, ring).adjusted(-4, -4, 4, 4) == ring.geometry()

    second.move(second.pos() + QPoint(30, 5))
    assert around(second, ring).adjusted(-4, -4, 4, 4) == ring.geometry()


def test_the_ring_scrolls_with_its_control(qtbot: QtBot) -> None:
    inside = QWidget()
    column = QVBoxLayout(inside)
    buttons = [QuietButton(f"Row {number}") for number in range(30)]
    for button in buttons:
        column.addWidget(button)
    area = ScrollColumn(inside)
    area.resize(200, 200)
    qtbot.addWidget(area)
    with qtbot.waitActive(area):
        area.show()
    buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
    (ring,) = rings(area)

    area.verticalScrollBar().setValue(40)

    assert ring.parentWidget() is inside
    assert around(buttons[0], ring).adjusted(-4, -4, 4, 4) == ring.geometry()


def test_a_field_paints_its_own_focus(in_window: InWindow) -> None:
    edit, button = LineEdit(), QuietButton("Own")
    set_focus_radius(button, None)
    window = in_window(edit, button)

    for widget in (edit, button):
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        assert rings(window) == []


def test_after_a_press_the_ring_waits_for_a_key(qtbot: QtBot, in_window: InWindow) -> None:
    button = QuietButton("Check in")
    window = in_window(QuietButton("Before"), button)

    qtbot.mousePress(button, Qt.MouseButton.LeftButton)
    assert button.hasFocus()
    assert rings(window) == []
    qtbot.mouseRelease(button, Qt.MouseButton.LeftButton)

    qtbot.keyClick(button, Qt.Key.Key_Shift)
    assert len(rings(window)) == 1


def test_the_ring_is_the_blue_of_the_theme(in_window: InWindow, put_on: PutOn) -> None:
    button = QuietButton("Check in")
    window = in_window(button)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    for appearance in ("light", "dark", "contrast-light"):
        put_on(appearance, 1.0)
        (ring,) = rings(window)
        image = window.grab().toImage()
        place = ring.mapTo(window, QPoint(ring.width() // 2, 0))
        assert image.pixelColor(place) == theme.color("focus")


def test_a_control_that_goes_takes_its_ring_along(qtbot: QtBot, in_window: InWindow) -> None:
    button = QuietButton("Gone soon")
    window = in_window(QuietButton("Stays"), button)
    button.setFocus(Qt.FocusReason.TabFocusReason)

    button.hide()
    assert all(not around(button, ring).intersects(ring.geometry()) for ring in rings(window))
    button.deleteLater()
    qtbot.waitUntil(lambda: len(rings(window)) <= 1)


def test_tab_from_outside_a_column_leads_to_what_can_be_seen(qtbot: QtBot, in_window: InWindow) -> None:
    """Round from the end, the first one may have been scrolled away."""
    inside = QWidget()
    column = QVBoxLayout(inside)
    rows = [QuietButton(f"Row {number}") for number in range(30)]
    for row in rows:
        column.addWidget(row)
    outside, area = QuietButton("Outside"), ScrollColumn(inside)
    in_window(outside, area, height=300)
    for row, key, at in ((rows[0], Qt.Key.Key_Tab, 1000), (rows[-1], Qt.Key.Key_Backtab, 0)):
        area.verticalScrollBar().setValue(at)
        outside.setFocus()
        qtbot.keyClick(outside, key)
        assert row.hasFocus()
        assert row.visibleRegion().boundingRect() == row.rect()


def test_focus_that_a_program_gives_scrolls_nothing(in_window: InWindow) -> None:
    inside = QWidget()
    column = QVBoxLayout(inside)
    rows = [QuietButton(f"Row {number}") for number in range(30)]
    for row in rows:
        column.addWidget(row)
    area = ScrollColumn(inside)
    in_window(area, height=300)
    rows[-1].setFocus(Qt.FocusReason.OtherFocusReason)
    assert area.verticalScrollBar().value() == 0
