"""Keys mean the same wherever the calendar has the keyboard."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from trust_desktop.domain.follow_through import Outcome
from trust_desktop.ui.calendar.keys import Asked, read_key

_NONE = Qt.KeyboardModifier.NoModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


def read(key: Qt.Key, text: str = "", modifiers: Qt.KeyboardModifier = _NONE) -> Asked | Outcome | None:
    return read_key(QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text))


def test_one_to_five_are_the_outcomes_in_their_order() -> None:
    keys = [Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5]
    assert [read(key, str(number)) for number, key in enumerate(keys, start=1)] == list(Outcome)


@pytest.mark.parametrize(
    ("text", "modifiers"), [("1", _KEYPAD), ("1", _SHIFT), ("١", _NONE)], ids=["keypad", "French", "Arabic"]
)
def test_a_digit_counts_however_the_keyboard_types_it(text: str, modifiers: Qt.KeyboardModifier) -> None:
    assert read(Qt.Key.Key_1, text, modifiers) is Outcome.KEPT


@pytest.mark.parametrize(
    ("key", "text", "asked"),
    [
        (Qt.Key.Key_0, "0", Asked.CLEAR),
        (Qt.Key.Key_N, "n", Asked.NOTE),
        (Qt.Key.Key_S, "s", Asked.SAY_IT),
        (Qt.Key.Key_T, "t", Asked.TODAY),
        (Qt.Key.Key_Return, "\r", Asked.OPEN_DAY),
        (Qt.Key.Key_Escape, "", Asked.BACK),
        (Qt.Key.Key_PageUp, "", Asked.MONTH_BEFORE),
        (Qt.Key.Key_PageDown, "", Asked.MONTH_AFTER),
    ],
)
def test_each_key_asks_for_its_thing(key: Qt.Key, text: str, asked: Asked) -> None:
    assert read(key, text) is asked


def test_control_and_page_turn_a_year() -> None:
    assert read(Qt.Key.Key_PageUp, "", _CONTROL) is Asked.YEAR_BEFORE
    assert read(Qt.Key.Key_PageDown, "", _CONTROL) is Asked.YEAR_AFTER


@pytest.mark.parametrize(
    ("key", "text", "modifiers"),
    [
        (Qt.Key.Key_1, "1", _CONTROL),
        (Qt.Key.Key_N, "", _CONTROL),
        (Qt.Key.Key_N, "N", _SHIFT),
        (Qt.Key.Key_7, "7", _NONE),
        (Qt.Key.Key_X, "x", _NONE),
        (Qt.Key.Key_1, "", Qt.KeyboardModifier.AltModifier),
    ],
)
def test_other_keys_are_left_to_others(key: Qt.Key, text: str, modifiers: Qt.KeyboardModifier) -> None:
    assert read(key, text, modifiers) is None
