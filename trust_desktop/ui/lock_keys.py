"""The keys that lock and close, told from the event of a key in whatever layout it was pressed."""

import sys
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_PLACES: Final = {"linux": (46, 24), "win32": (0x26, 0x10)}
"""Where L and Q lie on the keyboard, as the system numbers its keys."""

_L, _Q = _PLACES.get(sys.platform, (0, 0))
_LATIN: Final = 0x250
_NO_LETTER: Final = 0x01000000
"""Keys from here on stand for no letter; those between are letters of another alphabet."""


def is_lock(event: QKeyEvent) -> bool:
    return _is(event, Qt.Key.Key_L, _L)


def is_quit(event: QKeyEvent) -> bool:
    return _is(event, Qt.Key.Key_Q, _Q)


def is_elsewhere(event: QKeyEvent) -> bool:
    """Whether the layout has another alphabet's letter on this key: then no shortcut of ours is heard by its name."""
    return _LATIN <= event.key() < _NO_LETTER


def _is(event: QKeyEvent, key: Qt.Key, place: int) -> bool:
    """By its letter, or by its place where the layout has no Latin letters."""
    if event.modifiers() != Qt.KeyboardModifier.ControlModifier:
        return False
    return event.key() == key or (is_elsewhere(event) and place != 0 and event.nativeScanCode() == place)
