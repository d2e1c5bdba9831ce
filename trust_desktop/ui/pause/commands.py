"""What can be undone on the page of a pause until the vault is locked."""

from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from trust_desktop.domain.pause import Urge
from trust_desktop.override import override
from trust_desktop.services import pausing
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.common.done import Step

_URGE_FELT: Final = 1


class UrgeFelt(Step):
    """How strong an urge was in a pause; one that is put right within five minutes is one thing to undo."""

    def __init__(self, session: VaultSession, before: Urge | None, now: Urge) -> None:
        super().__init__(QCoreApplication.translate("PauseDone", "The urge is written down."))
        self._session, self._before, self.now = session, before, now

    @override
    def id(self) -> int:
        return _URGE_FELT

    @override
    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, UrgeFelt) or other.now.id != self.now.id:
            return False
        self.now = other.now
        return True

    @override
    def _again(self) -> None:
        if self._before is None:
            pausing.restore_urge(self._session, self.now)
        else:
            pausing.put_back_urge(self._session, self.now)

    @override
    def _back(self) -> None:
        if self._before is None:
            pausing.remove_urge(self._session, self.now.id)
        else:
            pausing.put_back_urge(self._session, self._before)
