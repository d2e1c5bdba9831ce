"""Locks when nobody has touched the window for a while; the time a computer sleeps counts too.

What is in front may ask to be left open longer: a pause until its return time, what two people read together.
"""

import sys
import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

from trust_desktop.override import override
from trust_desktop.ui.answering_key import KEYS, AnsweringKey
from trust_desktop.ui.answering_press import PRESSES, AnsweringPress

WARNING: Final = 20
"""Seconds before the lock at which it is said that it comes."""

LONGEST: Final = 3_600
"""Seconds without a touch after which nothing is left open any more, whatever is in front."""

_LOOK_EVERY: Final = 1_000
_TOUCHES: Final = frozenset(
    {
        *KEYS,
        *PRESSES,
        QEvent.Type.Wheel,
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
    """`lock_asked` comes once; `clock` counts seconds; `stays` says for how many more what is in front asks to be left open.

    `warned` says that the lock comes soon, `rested` that the usual time is over and only what is in front keeps the
    window open; both are taken back by a touch.
    """

    lock_asked = Signal()
    warned = Signal(bool)
    rested = Signal(bool)

    def __init__(
        self,
        minutes: float,
        parent: QObject,
        *,
        clock: Callable[[], float] = seconds_awake_or_asleep,
        stays: Callable[[], float] = lambda: 0.0,
        leave_alone_ms: int = 0,
    ) -> None:
        """A window just opened can be left alone at first: to hand over its events takes the binding a while."""
        super().__init__(parent)
        self._clock = clock
        self._stays = stays
        self._touched = clock()
        self._seconds = minutes * 60
        self._stopped = self._asked = self._is_warned = self._is_rested = False
        self._answering, self._pressed = AnsweringKey(), AnsweringPress(clock)
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
        self._stopped = True

    def _watch(self) -> None:
        app = QCoreApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _TOUCHES or self._stopped:
            return False
        # After suspend the first touch comes before the timer: it wakes the lock, not the page.
        if self._asked or self.look():
            event.accept()
            return True
        warned = self._is_warned
        self._touched = self._clock()
        self._say(warned=False, rested=False)
        if event.type() is QEvent.Type.InputMethod:  # what was put together from keys pressed then
            return warned
        if event.type() in PRESSES:
            return self._pressed.takes(watched, event, asked=warned)
        return event.type() in KEYS and self._answering.takes(watched, event, asked=warned)

    def look(self) -> bool:
        """Lock if it is time, and say if it soon will be; whether it was."""
        if self._asked or self._stopped:
            return False
        idle = self._clock() - self._touched
        ends = self._ends(idle)
        if idle < ends:
            self._say(warned=idle >= ends - WARNING, rested=idle >= self._seconds)
            return False
        self._asked = True
        self._timer.stop()
        self.lock_asked.emit()
        return True

    def _ends(self, idle: float) -> float:
        """Return how long nobody may touch the window, asked after so many seconds without a touch."""
        if idle < self._seconds - WARNING:
            return self._seconds
        return max(self._seconds, min(idle + self._stays(), LONGEST))

    def _say(self, *, warned: bool, rested: bool) -> None:
        if warned != self._is_warned:
            self._is_warned = warned
            self.warned.emit(warned)
        if rested != self._is_rested:
            self._is_rested = rested
            self.rested.emit(rested)
