"""The optional note of the system: neutral words, once a day, and only where something is not recorded."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from trust_desktop import identity
from trust_desktop.domain.errors import TrustError
from trust_desktop.services import reminding
from trust_desktop.ui.open_vault import OpenVault

if TYPE_CHECKING:
    from datetime import date

LOOK_EVERY: Final = 5 * 60_000
"""Milliseconds between two looks; the first comes after the same time, so that opening is never answered by a note."""

SHOWN: Final = 10_000
"""Milliseconds a note stands, and the icon with it."""


class Reminder(QObject):
    """Shows nothing while its window is in front: who looks at the page needs no note.

    The icon stands in the tray only as long as a note is shown, and has no menu and no tip but the program's name.
    """

    shown = Signal()

    def __init__(self, vault: OpenVault, window: QWidget, icon: QIcon) -> None:
        super().__init__(window)
        self._vault, self._window = vault, window
        self._last: date | None = None
        self.tray = QSystemTrayIcon(icon, self)
        self.tray.setToolTip(identity.NAME)
        self.tray.messageClicked.connect(self._on_clicked)
        self.tray.activated.connect(self._on_clicked)
        self._away = QTimer(self, singleShot=True, interval=SHOWN)
        self._away.timeout.connect(self.tray.hide)
        timer = QTimer(self, interval=LOOK_EVERY)
        timer.timeout.connect(self.look)
        timer.start()

    def look(self) -> None:
        """Show the note if one is due and none was shown today."""
        session = self._vault.session
        if session.closed or self._window.isActiveWindow() or self._last == session.today:
            return
        try:
            due = reminding.is_due(session)
        except TrustError:
            return  # whoever comes back to the window is told why; a note is no place for it
        if due:
            self._last = session.today
            self.tray.show()
            self.tray.showMessage(
                identity.NAME, self.tr("A note is due."), QSystemTrayIcon.MessageIcon.NoIcon, SHOWN
            )
            self._away.start()
            self.shown.emit()

    def _on_clicked(self) -> None:
        self.tray.hide()
        window = self._window.window()
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
