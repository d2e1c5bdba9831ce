"""An answer that was written down, with the way back for the undo bar."""

from PySide6.QtGui import QUndoCommand

from trust_desktop.domain.errors import TrustError
from trust_desktop.domain.talk import GivenAnswer
from trust_desktop.override import override
from trust_desktop.services import talking
from trust_desktop.services.session import VaultSession


class Answered(QUndoCommand):
    """Already done when it is pushed; given again, the answer has another id."""

    def __init__(self, text: str, session: VaultSession, given: GivenAnswer) -> None:
        super().__init__(text)
        self._session, self._given = session, given
        self._first = True

    @override
    def redo(self) -> None:
        if self._first:
            self._first = False
            return
        try:
            self._given = talking.put_back_answer(self._session, self._given)
        except TrustError:
            self.setObsolete(True)

    @override
    def undo(self) -> None:
        try:
            talking.take_back_answer(self._session, self._given.id)
        except TrustError:
            self.setObsolete(True)
