"""A look at words that lets the window go on: a long text that was just put in is read bit by bit, in between."""

from collections.abc import Callable
from functools import partial
from time import monotonic
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from trust_desktop.wording import Bits, Remark

AT_ONCE: Final = 0.03
"""Seconds: what a key brings with it is found long before, so that remarks do not come and go while somebody types."""
A_TURN: Final = 0.008
"""Seconds of reading between what else the window has to do."""

Review = Callable[[str], Bits[tuple[Remark, ...]]]


class Looking(QObject):
    """One look at a time: a new one takes the place of one that is under way."""

    found = Signal(object)
    """What the bits return, as soon as all was read."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._bits: Bits[Any] | None = None
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(partial(self._read_on, A_TURN))

    @property
    def under_way(self) -> bool:
        return self._bits is not None

    def begin(self, bits: Bits[Any]) -> None:
        self._bits = bits
        self._read_on(AT_ONCE)

    def drop(self) -> None:
        self._bits = None
        self._turn.stop()

    def finish(self) -> None:
        """Read what is left now, as somebody asked for it."""
        self._read_on(float("inf"))

    def _read_on(self, seconds: float) -> None:
        if self._bits is None:
            return
        until = monotonic() + seconds
        try:
            while monotonic() < until:
                next(self._bits)
        except StopIteration as over:
            self.drop()
            self.found.emit(over.value)
        except Exception:
            self.drop()
            raise
        else:
            self._turn.start()


def in_one(review: Callable[[str], tuple[Remark, ...]]) -> Review:
    """Return a look that is one bit: at words of a line or two."""

    def bits(text: str) -> Bits[tuple[Remark, ...]]:
        yield from ()
        return review(text)

    return bits
