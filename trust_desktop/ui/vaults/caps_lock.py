"""Whether Caps Lock is on, as far as typing shows it: Qt itself does not tell."""

import sys

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from trust_desktop.override import override


class CapsLockWatch(QObject):
    """Judges each typed letter: a capital without Shift, or a small one with it, means the lock is on.

    So on Linux and macOS it is known from the first letter on, or after the key itself was pressed once; on Windows
    the system is asked (untried).
    """

    changed = Signal(bool)

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self.on = False
        field.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._learn(event)
        elif event.type() is QEvent.Type.FocusIn and sys.platform == "win32":
            self._set(_windows_says())
        return False

    def _learn(self, event: QKeyEvent) -> None:
        letter = event.text()
        if sys.platform == "win32":
            self._set(_windows_says())
        elif event.key() == Qt.Key.Key_CapsLock:
            self._set(not self.on)
        elif len(letter) == 1 and letter.lower() != letter.upper():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._set(letter.isupper() != shift)

    def _set(self, on: bool) -> None:  # noqa: FBT001 - one private flag
        if on != self.on:
            self.on = on
            self.changed.emit(on)


def _windows_says() -> bool:
    import ctypes

    library = getattr(ctypes, "windll", None)
    return bool(library and library.user32.GetKeyState(0x14) & 1)
