"""How long to wait until the next try, said calmly and only while it is so."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QTimer, Signal

from trust_desktop.domain.vault import VaultInfo
from trust_desktop.ui.common.labels import BodyLabel

WaitLeft = Callable[[VaultInfo], int]
"""Seconds until a vault can be tried again. What it says is for the eye; who tries earlier is refused all the same."""

_SECOND = 1000


def no_wait(_info: VaultInfo) -> int:
    return 0


class WaitLine(BodyLabel):
    """Looks each second; `changed` comes when a wait begins and when it is over."""

    changed = Signal(bool)

    def __init__(self, wait_left: WaitLeft = no_wait) -> None:
        super().__init__(color="ink2")
        self._wait_left = wait_left
        self._info: VaultInfo | None = None
        self.waits = False
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND)
        self._timer.timeout.connect(self._look)
        self.hide()

    def follow(self, info: VaultInfo | None) -> None:
        """Which vault it is about; None where there is nothing to try."""
        self._info = info
        self._look()

    def _look(self) -> None:
        left = self._wait_left(self._info) if self._info is not None else 0
        waits = left > 0
        if waits:
            self.setText(wait_words(left))
        self._timer.start() if waits else self._timer.stop()
        if waits is not self.waits:
            self.waits = waits
            self.setVisible(waits)
            self.changed.emit(waits)


def wait_words(seconds: int) -> str:
    return QCoreApplication.translate("WaitLine", "You can try again in %Ln second(s).", "", seconds)
