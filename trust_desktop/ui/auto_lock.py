"""Locks when nobody has touched the window for a while; the time a computer sleeps counts too."""

import sys
import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

from trust_desktop.override import override

_LOOK_EVERY: Final = 1_000
_TOUCHES: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)

_base: Final = time.monotonic()
_wall: Final = time.time()


def seconds_awake_or_asleep() -> float:
    """A clock nobody can turn back and that goes on in suspend, as far as the system has one."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    else:  # noqa: RET505 - the type checker reads one branch only
        # The steady clock may stand still in suspend (macOS): then the wall clock has moved further.
        return max(time.monotonic(), _base + (time.time() - _wall))


class AutoLock(QObject):
    """`lock_asked` comes once; `clock` counts seconds."""

    lock_asked = Signal()

    def __init__(
        self,
        minutes: float,
        parent: QObject,
        *,
        clock: Callable[[], float] = seconds_awake_or_asleep,
        leave_alone_ms: int = 0,
    ) -> None:
        """A window just opened can be left alone at first: to hand over its events takes the binding a while."""
        super().__init__(parent)
        self._clock = clock
        self._touched = clock()
        self._seconds = minutes * 60
        self._asked = False
        self._timer = QTimer(self, interval=_LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        if leave_alone_ms:
            QTimer.singleShot(leave_alone_ms, self, self._watch)
        else:
            self._watch()

    def set_minutes(self, minutes: float) -> None:
        self._seconds = minutes * 60

    def stop(self) -> None:
        self._timer.stop()
        self._asked = True

    def _watch(self) -> None:
        app = QCoreApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _TOUCHES or self._asked:
            return False
        # After suspend the first touch comes before the timer: it wakes the lock, not the page.
        if self.look():
            return True
        self._touched = self._clock()
        return False

    def look(self) -> bool:
        """Lock if it is time; whether it was."""
        if self._asked or self._clock() - self._touched < self._seconds:
            return False
        self._asked = True
        self._timer.stop()
        self.lock_asked.emit()
        return True
