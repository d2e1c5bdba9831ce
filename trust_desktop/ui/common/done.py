"""Something that was done, with the way back for the undo bar."""

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from trust_desktop.domain.errors import TrustError
from trust_desktop.override import override


class Done(QUndoCommand):
    """Something already done; `again` and `back` repeat it and take it back.

    Where neither is possible any more (a day was marked meanwhile) the step leaves the stack without a word.
    """

    def __init__(self, text: str, *, again: Callable[[], object], back: Callable[[], object]) -> None:
        super().__init__(text)
        self._again, self._back = again, back
        self._first = True

    @override
    def redo(self) -> None:
        if self._first:
            self._first = False
            return
        self._try(self._again)

    @override
    def undo(self) -> None:
        self._try(self._back)

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except TrustError:
            self.setObsolete(True)
