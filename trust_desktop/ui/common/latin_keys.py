"""What a key means whatever the layout: the Latin key that lies in its place, and the digit it writes."""

import sys
import unicodedata
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_LATIN: Final = 0x250
_NO_LETTER: Final = 0x01000000
"""Keys from here on stand for no letter; those between are letters and digits of another alphabet."""

_ROWS: Final = {
    0x02: "1234567890",
    0x10: "QWERTYUIOP",
    0x1E: "ASDFGHJKL",
    0x2C: "ZXCVBNM,./",
}
"""The first place of each row and what lies there from it on, as keyboards number their keys."""

_NUMBERED_FROM: Final = {"linux": 8, "win32": 0}
"""What the system adds to that number; no other says where a key lies."""

_KEYS: Final = {
    first + _NUMBERED_FROM.get(sys.platform, 0) + along: Qt.Key(ord(letter))
    for first, row in _ROWS.items()
    for along, letter in enumerate(row)
}
_WRITES: Final = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
"""Held with a key they may belong to the digit: on a French keyboard Shift does."""


def is_elsewhere(event: QKeyEvent) -> bool:
    """Whether the layout has something of another alphabet on this key: then no shortcut of ours is heard by its name."""
    return _LATIN <= event.key() < _NO_LETTER


def latin(event: QKeyEvent) -> Qt.Key | None:
    """Return the Latin key in the place of one that is elsewhere; None where the key has its own name, or no known place."""
    if not is_elsewhere(event) or sys.platform not in _NUMBERED_FROM:
        return None
    return _KEYS.get(event.nativeScanCode())


def digit(event: QKeyEvent) -> int | None:
    """Return the digit that the key writes, in whatever script, if nothing is held that makes it something else."""
    if event.modifiers() & ~_WRITES:
        return None
    return unicodedata.decimal(event.text()[:1] or " ", None)
