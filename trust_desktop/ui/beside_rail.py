"""What stands beside the rail's words: how much is not said yet, and when a pause is over."""

from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from trust_desktop.services.session import Change, on_the_clock
from trust_desktop.ui.day_watch import DayWatch
from trust_desktop.ui.nav_rail import NavRail
from trust_desktop.ui.open_vault import OpenVault

_UNSAID_DEPENDS_ON: Final = Change.PLANS | Change.DAYS | Change.ACKNOWLEDGEMENTS | Change.SETTINGS


class BesideRail(QObject):
    """Follows the vault and the day; the first time it is asked for, by `show_all`."""

    def __init__(self, vault: OpenVault, rail: NavRail, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._rail = vault.session, rail
        vault.changed.connect(self._on_changed)
        self.day_watch = DayWatch(vault.session, window)
        self.day_watch.turned.connect(self.count_unsaid)

    def show_all(self) -> None:
        self.count_unsaid()
        self.show_return_time()

    def count_unsaid(self) -> None:
        from trust_desktop.services import acknowledging

        if not self._session.closed:
            self._rail.set_unsaid(acknowledging.tray(self._session).count)

    def show_return_time(self) -> None:
        from trust_desktop.services import pausing
        from trust_desktop.ui.common.day_words import clock

        if self._session.closed:
            return
        pause = pausing.running(self._session)
        self._rail.set_returns(clock(on_the_clock(self._session, pause.returns_at)) if pause else "")

    def _on_changed(self, change: Change) -> None:
        if change & _UNSAID_DEPENDS_ON:
            self.count_unsaid()
        if change & Change.PAUSES:
            self.show_return_time()
