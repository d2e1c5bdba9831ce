"""Keeps the plan in the making inside the vault while it is written."""

from PySide6.QtCore import QObject, QTimer, Signal

from trust_desktop.domain.draft import PlanDraft
from trust_desktop.domain.errors import VaultProblem
from trust_desktop.services import planning
from trust_desktop.ui.common.draft_keeper import AGAIN
from trust_desktop.ui.open_vault import OpenVault

SAVES_AFTER = 1500
"""Milliseconds after the first keystroke not kept yet; at most two seconds of typing may be lost."""


class DraftKeeper(QObject):
    """`touched` after every change; `save_now` where waiting is not allowed. `kept` tells how it went."""

    kept = Signal(bool)

    def __init__(self, vault: OpenVault, draft: PlanDraft, parent: QObject) -> None:
        super().__init__(parent)
        self._vault, self._draft = vault, draft
        self._waiting = False
        # Not restarted by the next keystroke: somebody who types without a pause is saved too.
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.save_now)

    @property
    def waiting(self) -> bool:
        """Whether something is not kept yet."""
        return self._waiting

    def touched(self) -> None:
        self._waiting = True
        if not self._timer.isActive() or self._timer.remainingTime() > SAVES_AFTER:
            self._timer.start(SAVES_AFTER)

    def save_now(self) -> None:
        """Save what is not kept yet; when that is not possible, try again soon."""
        self._timer.stop()
        if not self._waiting or self._vault.session.closed:
            return
        try:
            planning.save_draft(self._vault.session, self._draft)
        except VaultProblem:
            self._timer.start(AGAIN)
            self.kept.emit(False)
            return
        self._waiting = False
        self.kept.emit(True)

    def stop(self) -> None:
        """The draft is gone: it became a plan."""
        self._timer.stop()
        self._waiting = False
