"""Whole pages of words taken out, with the way back that loses nothing written since."""

from collections.abc import Callable
from typing import Generic, TypeVar

from trust_desktop.override import override
from trust_desktop.ui.common.done import Step

Words = TypeVar("Words")


class TakenOut(Step, Generic[Words]):
    """Pushed once the words are out. `keep_typed` puts into the vault what is being typed.

    `bring_back` returns what stood there before and after; `put_in` takes the same two, and raises RuleBroken where
    other words stand there by then: they stay, and the step leaves the stack.
    """

    def __init__(
        self,
        text: str,
        *,
        keep_typed: Callable[[], None],
        bring_back: Callable[[], tuple[Words, Words]],
        put_in: Callable[[Words, Words], object],
    ) -> None:
        super().__init__(text)
        self._keep_typed, self._bring_back, self._put_in = keep_typed, bring_back, put_in
        self._states: tuple[Words, Words] | None = None

    @override
    def _again(self) -> None:
        self._keep_typed()
        assert self._states is not None
        self._put_in(*self._states)

    @override
    def _back(self) -> None:
        self._keep_typed()
        self._states = self._bring_back()
