"""Garbage is collected on the GUI thread only: a worker that frees a widget crashes the program."""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

_EVERY: Final = 5_000


class GarbageCollector(QObject):
    """Takes over from Python's automatic collection for as long as it lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        self._before = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)
        self._timer.start(_EVERY)

    def stop(self) -> None:
        """Leave the collection to Python again where it was before."""
        self._timer.stop()
        if self._before:
            gc.enable()

    def collect(self) -> None:
        """Collect the generations that Python itself would have collected by now."""
        due = [
            n
            for n, (count, limit) in enumerate(zip(gc.get_count(), self._thresholds, strict=True))
            if count > limit
        ]
        if due:
            gc.collect(max(due))
