"""What a key asks for in the calendar, the same in the grid, in the list and in the day beside them."""

from enum import Enum, auto
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from trust_desktop.domain.follow_through import Outcome
from trust_desktop.ui.common.latin_keys import digit, latin


class Asked(Enum):
    """What a person can ask for besides an outcome."""

    CLEAR = auto()
    NOTE = auto()
    SAY_IT = auto()
    TODAY = auto()
    OPEN_DAY = auto()
    BACK = auto()
    MONTH_BEFORE = auto()
    MONTH_AFTER = auto()
    YEAR_BEFORE = auto()
    YEAR_AFTER = auto()


_PLAIN: Final = {
    Qt.Key.Key_T: Asked.TODAY,
    Qt.Key.Key_N: Asked.NOTE,
    Qt.Key.Key_S: Asked.SAY_IT,
    Qt.Key.Key_Return: Asked.OPEN_DAY,
    Qt.Key.Key_Enter: Asked.OPEN_DAY,
    Qt.Key.Key_Escape: Asked.BACK,
    Qt.Key.Key_PageUp: Asked.MONTH_BEFORE,
    Qt.Key.Key_PageDown: Asked.MONTH_AFTER,
    Qt.Key.Key_Delete: Asked.CLEAR,
}
_WITH_CONTROL: Final = {Qt.Key.Key_PageUp: Asked.YEAR_BEFORE, Qt.Key.Key_PageDown: Asked.YEAR_AFTER}
_OUTCOMES: Final = tuple(Outcome)


def read_key(event: QKeyEvent) -> Asked | Outcome | None:
    """Return what the key asks for, None if it means nothing here."""
    modifiers = event.modifiers()
    if modifiers == Qt.KeyboardModifier.ControlModifier:
        return _WITH_CONTROL.get(Qt.Key(event.key()))
    number = digit(event)
    if number == 0:
        return Asked.CLEAR
    if number is not None and number <= len(_OUTCOMES):
        return _OUTCOMES[number - 1]
    if modifiers & ~Qt.KeyboardModifier.KeypadModifier:
        return None
    return _PLAIN.get(latin(event) or Qt.Key(event.key()))
