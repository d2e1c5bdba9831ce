"""Shift three times, heard wherever the keyboard is: over a dialog, in an open list, in the middle of a word."""

import time
from collections import deque
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from trust_desktop.override import override
from trust_desktop.ui.common.latin_keys import is_elsewhere
from trust_desktop.ui.lock_keys import is_lock

TIMES: Final = 3
WITHIN: Final = 2.0
"""Seconds from the first press to the last."""

_OTHER: Final = frozenset(
    {QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.TouchBegin, QEvent.Type.TabletPress}
)


class Taps:
    """Counts presses of one key with nothing else between them; a key that is held down is pressed once."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._began: deque[float] = deque(maxlen=TIMES)
        self._is_down = False

    def press(self) -> None:
        if not self._is_down:
            self._is_down = True
            self._began.append(self._clock())

    def release(self) -> bool:
        """Whether this was the last of them, in time. Only now is it sure that the press was not for a capital letter."""
        was_down, self._is_down = self._is_down, False
        if not was_down or len(self._began) < TIMES or self._clock() - self._began[0] > WITHIN:
            return False
        self._began.clear()
        return True

    def forget(self) -> None:
        self._is_down = False
        self._began.clear()


class HideKey(QObject):
    """`pressed` is the three presses; `lock_pressed` the lock key where no shortcut of a window hears it.

    An open list or menu keeps it from the window; and a shortcut goes by a Latin letter, which not every layout has.
    """

    pressed = Signal()
    lock_pressed = Signal()

    def __init__(self, parent: QObject, *, leave_alone_ms: int = 0) -> None:
        super().__init__(parent)
        self.enabled = True
        self._taps = Taps()
        QTimer.singleShot(leave_alone_ms, self, self._watch)

    def stop(self) -> None:
        app = QCoreApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.KeyPress or kind is QEvent.Type.KeyRelease:
            # A key comes to the window first and then, perhaps several times, to widgets in it.
            if watched.isWindowType() and isinstance(event, QKeyEvent):
                self._hear(event, pressed=kind is QEvent.Type.KeyPress)
        elif kind in _OTHER:
            self._taps.forget()
        return False

    def _hear(self, event: QKeyEvent, *, pressed: bool) -> None:
        beside = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if event.isAutoRepeat():
            return
        if event.key() != Qt.Key.Key_Shift or beside != Qt.KeyboardModifier.NoModifier:
            self._taps.forget()
            self._hear_lock(event, pressed=pressed)
        elif pressed:
            self._taps.press()
        elif self._taps.release() and self.enabled:
            self.pressed.emit()

    def _hear_lock(self, event: QKeyEvent, *, pressed: bool) -> None:
        if pressed and is_lock(event) and (is_elsewhere(event) or QApplication.activePopupWidget()):
            self.lock_pressed.emit()

    def _watch(self) -> None:
        app = QCoreApplication.instance()
        assert app is not None
        app.installEventFilter(self)
