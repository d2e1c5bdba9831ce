"""What can be undone on this page until the vault is locked; each is already done when it is pushed."""

from collections.abc import Callable

from trust_desktop.domain.acknowledgement import Acknowledgement, AcknowledgementDraft
from trust_desktop.override import override
from trust_desktop.services import acknowledging
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.common.done import Step


class Done(Step):
    """`text` is the sentence of the undo bar."""

    def __init__(self, text: str, *, undo: Callable[[], object], redo: Callable[[], object]) -> None:
        super().__init__(text)
        self._undo, self._redo = undo, redo

    @override
    def _again(self) -> None:
        self._redo()

    @override
    def _back(self) -> None:
        self._undo()


class Delivered(Done):
    """Words that were kept as said; taken back they are an open draft again, with the remarks `kept` on them."""

    def __init__(
        self, text: str, session: VaultSession, said: Acknowledgement, kept: frozenset[str] = frozenset()
    ) -> None:
        super().__init__(text, undo=self._take_back, redo=self._deliver)
        self._session, self._said, self._kept = session, said, kept
        self._draft: AcknowledgementDraft | None = None

    def _take_back(self) -> None:
        self._draft = acknowledging.take_back(self._session, self._said.id, self._kept)

    def _deliver(self) -> None:
        if self._draft is not None:
            said = self._said
            self._said = acknowledging.deliver(self._session, self._draft, said.way, said.day, again=said.id)
