"""An answer that was written down, with the way back for the undo bar."""

from trust_desktop.domain.talk import GivenAnswer
from trust_desktop.override import override
from trust_desktop.services import talking
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.common.done import Step


class Answered(Step):
    """Taken back and given again, it is the same answer."""

    def __init__(self, text: str, session: VaultSession, given: GivenAnswer) -> None:
        super().__init__(text)
        self._session, self._given = session, given

    @override
    def _again(self) -> None:
        talking.put_back_answer(self._session, self._given)

    @override
    def _back(self) -> None:
        talking.take_back_answer(self._session, self._given.id)
