"""The open vault as the window sees it: the session, one signal for every change, one way back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from trust_desktop.domain.errors import VaultProblem
from trust_desktop.services.session import Change, VaultSession
from trust_desktop.ui.action_form.slot_words import nameless

if TYPE_CHECKING:
    from collections.abc import Callable

    from trust_desktop.ui.backups.keeper import BackupKeeper
    from trust_desktop.ui.household import Household
    from trust_desktop.ui.proving import PassphraseProof
    from trust_desktop.ui.vault_forms.means import Means


class OpenVault(QObject):
    """Views connect to `changed` and read again what they show; commands on `undo_stack` carry the sentence of the undo bar."""

    changed = Signal(object)
    moved = Signal(object)
    """The vault's files are gone from their place; nothing more can be kept."""

    def __init__(self, session: VaultSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.undo_stack = QUndoStack(self)
        self.proof: PassphraseProof | None = None
        """Where a passphrase opens this vault."""

        self.household: Household | None = None
        """The other vaults here; an example has none."""

        self.make_keeper: Callable[[], BackupKeeper] | None = None
        """Of the backups; an example has none."""

        self.touched = Change(0)
        """What was changed in this sitting."""

        self._backups: BackupKeeper | None = None

        self.means: Means | None = None
        """What its keys are changed with; an example has none."""

        session.call_nameless(nameless)
        session.on_commit = self._on_commit
        session.on_moved = self._on_moved

    @property
    def backups(self) -> "BackupKeeper | None":
        """Who makes the backups, called in when somebody asks: no page that is seen first does."""
        if self._backups is None and self.make_keeper is not None:
            self._backups = self.make_keeper()
        return self._backups

    def close(self) -> None:
        """Make the last backup if there is time, let go of what can be undone, then of the vault."""
        if self.backups is not None:
            self.backups.finish()
        self.undo_stack.clear()
        self.session.close()

    def _on_commit(self, change: Change) -> None:
        self.touched |= change
        self.changed.emit(change)

    def _on_moved(self, problem: VaultProblem) -> None:
        self.moved.emit(problem)
