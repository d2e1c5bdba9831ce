"""Shift three times, in time and with nothing between; and the lock key where an open list has the keyboard."""

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from trust_desktop.ui.hide_key import WITHIN, HideKey, Taps

SHIFT = Qt.Key.Key_Shift
ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
WITH_SHIFT = Qt.KeyboardModifier.ShiftModifier


class Seconds:
    now = 10.0

    def __call__(self) -> float:
        return self.now


def tap(taps: Taps) -> bool:
    taps.press()
    return taps.release()


def test_three_within_two_seconds() -> None:
    seconds = Seconds()
    taps = Taps(seconds)
    assert [tap(taps), tap(taps)] == [False, False]
    seconds.now += WITHIN
    assert tap(taps)
    assert not tap(taps), "a fourth begins anew"


def test_too_slowly() -> None:
    seconds = Seconds()
    taps = Taps(seconds)
    tap(taps)
    tap(taps)
    seconds.now += WITHIN + 0.01
    assert not tap(taps)
    assert not tap(taps)
    assert tap(taps), "the last three are in time"


def test_a_key_held_down_is_pressed_once_and_a_release_alone_is_none() -> None:
    taps = Taps(Seconds())
    for _ in range(5):
        taps.press()
    assert not taps.release()
    assert not any(taps.release() for _ in range(3))


class Shown(QWidget):
    """A field, and a list that can be opened."""

    def __init__(self) -> None:
        super().__init__()
        self.field, self.list = QLineEdit(), QComboBox()
        self.list.addItems(["One", "Two", "Three"])
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.list)

    @property
    def window_handle(self) -> QWindow:
        handle = self.windowHandle()
        assert handle is not None
        return handle


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    widget = Shown()
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)
    widget.field.setFocus()
    return widget


@pytest.fixture
def heard(qtbot: QtBot, shown: Shown) -> Iterator[list[str]]:
    parent = QObject()
    key = HideKey(parent)
    words: list[str] = []
    key.pressed.connect(lambda: words.append("hide"))
    key.lock_pressed.connect(lambda: words.append("lock"))
    qtbot.wait(1)
    yield words
    key.stop()


def test_wherever_the_keyboard_is(shown: Shown, heard: list[str]) -> None:
    for _ in range(3):
        QTest.keyClick(shown.window_handle, SHIFT)
    assert heard == ["hide"]


def test_in_an_open_list(qtbot: QtBot, shown: Shown, heard: list[str]) -> None:
    shown.list.showPopup()
    popup = shown.list.view().window()
    qtbot.waitExposed(popup)
    handle = popup.windowHandle()
    assert handle is not None
    for _ in range(3):
        QTest.keyClick(handle, SHIFT)
    QTest.keyClick(handle, Qt.Key.Key_L, CONTROL)
    assert heard == ["hide", "lock"]
    shown.list.hidePopup()


def test_without_an_open_list_the_lock_key_is_left_to_the_window(shown: Shown, heard: list[str]) -> None:
    QTest.keyClick(shown.window_handle, Qt.Key.Key_L, CONTROL)
    assert heard == []


@pytest.mark.skipif(sys.platform != "linux", reason="keys are numbered otherwise")
@pytest.mark.parametrize("opened", [False, True])
def test_the_lock_key_is_told_by_its_place_where_the_layout_has_no_latin_letters(
    qtbot: QtBot, shown: Shown, heard: list[str], *, opened: bool
) -> None:
    handle = shown.window_handle
    if opened:
        shown.list.showPopup()
        popup = shown.list.view().window()
        qtbot.waitExposed(popup)
        found = popup.windowHandle()
        assert found is not None
        handle = found
    for letter, place in (
        ("К", 27),
        ("Д", 46),
    ):  # R and L of a Russian keyboard, the first of them somebody else's
        event = QKeyEvent(QEvent.Type.KeyPress, ord(letter), CONTROL, place, 0, 0, letter)
        QApplication.sendEvent(handle, event)
    assert heard == ["lock"]
    shown.list.hidePopup()


def test_capital_letters_are_typed_as_ever(shown: Shown, heard: list[str]) -> None:
    for letter in "ABC":
        QTest.keyPress(shown.window_handle, SHIFT)
        QTest.keyClick(shown.window_handle, letter, WITH_SHIFT)
        QTest.keyRelease(shown.window_handle, SHIFT, WITH_SHIFT)
    assert (heard, shown.field.text()) == ([], "ABC")


def test_other_keys_and_clicks_begin_anew(qtbot: QtBot, shown: Shown, heard: list[str]) -> None:
    for between in ("key", "click"):
        QTest.keyClick(shown.window_handle, SHIFT)
        QTest.keyClick(shown.window_handle, SHIFT)
        if between == "key":
            QTest.keyClick(shown.window_handle, "x")
        else:
            qtbot.mouseClick(shown.field, Qt.MouseButton.LeftButton)
    QTest.keyClick(shown.window_handle, SHIFT)
    assert heard == []


def test_with_another_key_held_it_means_something_else(shown: Shown, heard: list[str]) -> None:
    """Alt and Shift change the keyboard's language on many desktops."""
    for _ in range(3):
        QTest.keyClick(shown.window_handle, SHIFT, ALT)
    assert heard == []
