"""Pause: the pause itself, and behind it the private pages of pauses and urges."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from trust_desktop.override import override
from trust_desktop.services.session import Change
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.pause.desk import Desk
from trust_desktop.ui.pause.journal_page import JournalPage
from trust_desktop.ui.pause.now_page import NowPage


class PausePage(QWidget):
    """Two pages in one; `save_now` before the vault is locked."""

    help_requested = Signal()

    def __init__(self, vault: OpenVault, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stale = False
        self.desk = Desk(vault, self)
        self.desk.help_requested.connect(self.help_requested)
        self.now, self.journal = NowPage(self.desk), JournalPage(self.desk)
        self._stack = QStackedLayout(self)
        for page in (self.now, self.journal):
            self._stack.addWidget(page)
        self.now.journal_requested.connect(self.show_journal)
        self.journal.left.connect(self.show_now)
        vault.changed.connect(self._on_changed)

    def show_journal(self) -> None:
        """Turn to the private pages."""
        self.journal.forget_search()
        self._stack.setCurrentWidget(self.journal)
        self.journal.search.edit.setFocus()

    def show_now(self) -> None:
        self.journal.forget_search()
        self._stack.setCurrentWidget(self.now)
        self.now.first_control().setFocus()

    def save_now(self) -> None:
        """Save what was typed, and take our words off the clipboard."""
        self.now.save_now()
        self.desk.clipboard.clear_if_ours()

    def stays_open(self) -> float:
        """Return for how many seconds a pause still runs, if that is what is shown."""
        return self.now.runs_for() if self._stack.currentWidget() is self.now else 0.0

    def rest(self, *, rested: bool) -> None:
        """Show nothing but the time and the breathing while nobody is here; the words come back with them."""
        self.now.rest(rested=rested)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._refresh()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever comes back looks for the pause itself, and finds nothing left of what was looked for."""
        super().hideEvent(event)
        if not event.spontaneous():  # a window put away for a moment is not a page that was left
            self.journal.forget_search()
            self._stack.setCurrentWidget(self.now)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        journal = self._stack.currentWidget() is self.journal
        control = self.journal.search.edit if journal else self.now.first_control()
        control.setFocus(event.reason())

    def _on_changed(self, change: Change) -> None:
        if not change & Change.PAUSES:
            return
        self._stale = True
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        self._stale = False
        self.now.refresh()
