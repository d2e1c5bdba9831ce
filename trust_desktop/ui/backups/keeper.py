"""Makes the backups of an open vault while it is open, and the last one before it closes."""

from contextlib import suppress
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from trust_desktop.domain.backup import BackupName
from trust_desktop.domain.errors import Cancelled, TrustError
from trust_desktop.services import backing_up, recovery_drill
from trust_desktop.services.asking import Asking
from trust_desktop.services.session import Change
from trust_desktop.services.vaults import KeyStore, Places
from trust_desktop.ui.background import Background
from trust_desktop.ui.open_vault import OpenVault

EVERY_MS: Final = 10 * 60_000
"""Between two backups of a sitting in which something is written again and again."""

LAST_SECONDS: Final = 1.0
"""The longest that locking or quitting waits for one, behind the cover; what is not made then is made up for."""


class BackupKeeper(QObject):
    """`moved_on` comes when one was begun, made or not made. Where a drive does not answer nothing else waits."""

    moved_on = Signal()

    def __init__(self, vault: OpenVault, places: Places, store: KeyStore, parent: QObject) -> None:
        super().__init__(parent)
        self.vault = vault
        self.places = places
        self.store = store
        self.worker = Background(self)
        """Of its own: a drive may answer late or never."""
        self.problem: TrustError | None = None
        """What the last try of this sitting met."""
        self._asking: Asking | None = None
        self._noted = False
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.make_if_due)
        vault.changed.connect(self._on_changed)
        self._on_changed(vault.touched)

    @property
    def running(self) -> bool:
        return self._asking is not None

    def begin(self) -> None:
        """Once the vault has been open for a while."""
        with suppress(TrustError):
            recovery_drill.begin(self.vault.session)
        self._timer.start()
        self.make_if_due()

    def make_if_due(self) -> None:
        session = self.vault.session
        if not session.closed and not self.running and backing_up.due(session):
            self.make()

    def make(self) -> None:
        """Make one now, whether it is due or not."""
        if self.running:
            return
        session, places = self.vault.session, self.places
        asking = self._asking = Asking()
        self._noted = False
        self.worker.run(
            self,
            lambda: backing_up.back_up(session, places, asking),
            self._on_made,
            self._on_problem,
            asks_person=True,
        )
        self.moved_on.emit()

    def cancel(self) -> None:
        if self._asking is not None:
            self._asking.cancel()

    def finish(self, seconds: float = LAST_SECONDS) -> None:
        """Before the vault is closed: make the one of this sitting if there is time; then make no more."""
        self._timer.stop()
        self.cancel()
        session = self.vault.session
        self._note_change_now()
        try:
            # Without a change since the last one there is nothing in this sitting that a backup would not have.
            if not session.closed and backing_up.state(session).folder and backing_up.due(session):
                made = backing_up.finish(session, self.places, seconds)
                if made is not None:
                    backing_up.note_made(session, made)
        except TrustError as problem:
            with suppress(TrustError):
                backing_up.note_problem(session, problem)
        finally:
            self.worker.stop()

    def _on_changed(self, change: Change) -> None:
        if self._noted or not change & ~Change.BACKUPS or self.vault.session.closed:
            return
        self._noted = True
        QTimer.singleShot(0, self, self._note_change)

    def _note_change_now(self) -> None:
        """What was changed a moment ago counts too."""
        if self._noted:
            self._note_change()

    def _note_change(self) -> None:
        if not self.vault.session.closed:
            with suppress(TrustError):
                backing_up.note_change(self.vault.session)

    def _on_made(self, made: BackupName) -> None:
        self._asking = None
        self.problem = None
        session = self.vault.session
        if not session.closed:
            with suppress(TrustError):
                backing_up.note_made(session, made)
                if self._noted:  # something changed while it was made
                    backing_up.note_change(session)
        self.moved_on.emit()

    def _on_problem(self, problem: Exception) -> None:
        self._asking = None
        if isinstance(problem, TrustError) and not isinstance(problem, Cancelled):
            self.problem = problem
            if not self.vault.session.closed:
                with suppress(TrustError):
                    backing_up.note_problem(self.vault.session, problem)
        self.moved_on.emit()
