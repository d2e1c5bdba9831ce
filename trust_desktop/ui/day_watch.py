"""Sees the day end while a page is open."""

from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from trust_desktop.services.session import VaultSession

MINUTE: Final = 60_000


class DayWatch(QTimer):
    """`turned` when another day has begun and the page can be seen; one that is hidden looks when it is shown."""

    turned = Signal()

    def __init__(self, session: VaultSession, page: QWidget) -> None:
        super().__init__(page, interval=MINUTE)
        self._session, self._page = session, page
        self._day = session.today
        self.timeout.connect(self.look)
        self.start()

    def look(self) -> None:
        """Ask what day it is; the timer does so each minute."""
        if self._session.closed or self._session.today == self._day:
            return
        self._day = self._session.today
        if self._page.isVisible():
            self.turned.emit()
