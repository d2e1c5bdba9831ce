"""Keeps the words being written in the vault: within two seconds of a change, and at once when asked."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from trust_desktop.domain.errors import TrustError

REST: Final = 800
"""Milliseconds without typing after which words are saved."""

LONGEST: Final = 1_800
"""Milliseconds after which they are saved while typing goes on."""

AGAIN: Final = 5_000
"""Milliseconds until the next try after the vault could not be written."""


class DraftKeeper(QObject):
    """Calls `save` a little after a change; says so, or says what kept it from being saved."""

    saved = Signal()
    not_saved = Signal(object)

    def __init__(self, save: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._save = save
        self._rest = self._timer(REST)
        self._longest = self._timer(LONGEST)

    @property
    def pending(self) -> bool:
        return self._longest.isActive() or self._rest.isActive()

    def touch(self) -> None:
        """Something changed."""
        self._rest.start(REST)
        if not self._longest.isActive():
            self._longest.start()

    def save_now(self) -> None:
        """Save what is pending."""
        if not self.pending:
            return
        self.forget()
        try:
            self._save()
        except TrustError as problem:
            self._rest.start(AGAIN)
            self.not_saved.emit(problem)
        else:
            self.saved.emit()

    def forget(self) -> None:
        """Nothing is pending any more."""
        self._rest.stop()
        self._longest.stop()

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self._on_timeout)
        return timer

    def _on_timeout(self) -> None:
        # Both timers stand for "pending"; the one that just ran out no longer counts as active.
        self._rest.start(REST)
        self.save_now()
