"""Everything that may lock an open vault without its page: idleness, the hide key, the system, a minimised window."""

import sys
from collections.abc import Callable
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from trust_desktop.domain.settings import VaultSettings
from trust_desktop.ui.auto_lock import AutoLock
from trust_desktop.ui.hide_key import HideKey
from trust_desktop.ui.shell import UNTIL_PAINTED, Shell

if TYPE_CHECKING:
    from trust_desktop.ui.lock_notice import LockNotice


class Watch(QObject):
    """`front` says what page is in front: it may ask for time by `stays_open` and put its words away by `rest`."""

    lock_asked = Signal()
    hide_asked = Signal()
    _buses_met = Signal()

    def __init__(
        self,
        shell: Shell,
        settings: VaultSettings,
        front: Callable[[], QWidget | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._shell = shell
        self._front = front
        self._notice: LockNotice | None = None
        self._settings = settings
        self.auto_lock = AutoLock(
            settings.idle_minutes, self, stays=self._stays, leave_alone_ms=UNTIL_PAINTED
        )
        self.hide_key = HideKey(self, leave_alone_ms=UNTIL_PAINTED)
        self.auto_lock.lock_asked.connect(self.lock_asked)
        self.auto_lock.warned.connect(self._on_warned)
        self.auto_lock.rested.connect(self._on_rested)
        self.hide_key.lock_pressed.connect(self.lock_asked)
        self.hide_key.pressed.connect(self.hide_asked)
        shell.minimised.connect(self._on_minimised)
        self._buses_met.connect(self._on_buses_met, Qt.ConnectionType.QueuedConnection)
        QTimer.singleShot(UNTIL_PAINTED, self, self._listen_to_the_system)
        self.follow(settings)

    def follow(self, settings: VaultSettings) -> None:
        """Watch as these settings say from now on."""
        self._settings = settings
        self.auto_lock.set_minutes(settings.idle_minutes)
        self.hide_key.enabled = settings.hide_by_shift

    def stop(self) -> None:
        self.auto_lock.stop()
        self.hide_key.stop()

    def _listen_to_the_system(self) -> None:
        if sys.platform == "linux":
            from trust_desktop.ui.system_lock import meet_buses

            Thread(target=meet_buses, args=(self._buses_met.emit,), daemon=True).start()
        elif sys.platform == "win32":
            from trust_desktop.ui.untried.windows_lock import WindowsLock

            WindowsLock(self._shell, self).lock_asked.connect(self.lock_asked)

    def _on_buses_met(self) -> None:
        from trust_desktop.ui.system_lock import SystemLock

        SystemLock(self).lock_asked.connect(self.lock_asked)

    def _stays(self) -> float:
        """Return for how many seconds what is in front asks to be left open; what lies over a page is in front of it."""
        front = QApplication.activeModalWidget() or self._front()
        stays_open = getattr(front, "stays_open", None)
        return float(stays_open()) if callable(stays_open) else 0.0

    def _on_warned(self, warned: bool) -> None:  # noqa: FBT001 - a signal's value
        notice, self._notice = self._notice, None
        if notice is not None:
            notice.hide()
            notice.deleteLater()
        if warned:
            from trust_desktop.ui.lock_notice import LockNotice

            self._notice = LockNotice(QApplication.activeModalWidget() or self._shell)

    def _on_rested(self, rested: bool) -> None:  # noqa: FBT001 - a signal's value
        rest = getattr(self._front(), "rest", None)
        if callable(rest):
            rest(rested=rested)

    def _on_minimised(self) -> None:
        if self._settings.lock_on_minimise:
            self.lock_asked.emit()
