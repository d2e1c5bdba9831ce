"""Something that was done, with the way back for the undo bar."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

from trust_desktop.domain.errors import RuleBroken, VaultProblem
from trust_desktop.override import override

if TYPE_CHECKING:
    from datetime import date


class Step(QUndoCommand):
    """Something already done when it is pushed; `_again` and `_back` repeat it and take it back.

    Where neither is possible any more (a day was marked meanwhile) the step leaves the stack without a word. A vault
    that cannot be written is no such case: `problem` says what it was, for whoever asked, and nothing has changed.
    """

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self._stands = True
        self.problem: VaultProblem | None = None
        self.day: date | None = None
        """The day it is about, for a page that can turn to it."""

    @property
    def stands(self) -> bool:
        """Whether it is done, and not taken back."""
        return self._stands

    @override
    def redo(self) -> None:
        if not self._stands:
            self._try(self._again, stands=True)

    @override
    def undo(self) -> None:
        if self._stands:
            self._try(self._back, stands=False)

    def _again(self) -> None:
        raise NotImplementedError

    def _back(self) -> None:
        raise NotImplementedError

    def _try(self, act: Callable[[], None], *, stands: bool) -> None:
        self.problem = None
        try:
            act()
        except RuleBroken:
            self.setObsolete(True)
        except VaultProblem as problem:  # not raised: the stack would not hand it on everywhere
            self.problem = problem
        else:
            self._stands = stands


class Done(Step):
    """What the functions `again` and `back` repeat and take back."""

    def __init__(self, text: str, *, again: Callable[[], object], back: Callable[[], object]) -> None:
        super().__init__(text)
        self._do_again, self._do_back = again, back

    @override
    def _again(self) -> None:
        self._do_again()

    @override
    def _back(self) -> None:
        self._do_back()
