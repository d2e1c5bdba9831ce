"""The keys that lock and close, told from the event of a key in whatever layout it was pressed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from trust_desktop.ui.common.latin_keys import latin


def is_lock(event: QKeyEvent) -> bool:
    return _is(event, Qt.Key.Key_L)


def is_quit(event: QKeyEvent) -> bool:
    return _is(event, Qt.Key.Key_Q)


def _is(event: QKeyEvent, key: Qt.Key) -> bool:
    """By its letter, or by its place where the layout has no Latin letters."""
    if event.modifiers() != Qt.KeyboardModifier.ControlModifier:
        return False
    return key in (event.key(), latin(event))
