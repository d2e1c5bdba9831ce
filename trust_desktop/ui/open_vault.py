"""The open vault as the window sees it: the session, one signal for every change, one way back."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from trust_desktop.services.session import Change, VaultSession


class OpenVault(QObject):
    """Views connect to `changed` and read again what they show; commands on `undo_stack` carry the sentence of the undo bar."""

    changed = Signal(object)

    def __init__(self, session: VaultSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.undo_stack = QUndoStack(self)
        session.on_commit = self._on_commit

    def close(self) -> None:
        """Let go of what can be undone, then of the vault."""
        self.undo_stack.clear()
        self.session.close()

    def _on_commit(self, change: Change) -> None:
        self.changed.emit(change)
