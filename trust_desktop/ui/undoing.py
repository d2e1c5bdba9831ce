"""Taking back and repeating in the whole window: where it was done is shown first, and what was not in sight is said."""

from collections.abc import Callable
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand, QUndoStack

from trust_desktop.ui.common.done import Step
from trust_desktop.ui.common.undo_bar import UndoBar
from trust_desktop.ui.nav_rail import Place

Lead = Callable[[object, QUndoCommand], bool]


class Undoing(QObject):
    """`here` names what is looked at, a place or something that fills the window; `lead` goes where a step was done.

    It returns False where it cannot: then nothing is taken back, for nobody would see it.
    """

    def __init__(
        self, stack: QUndoStack, bar: UndoBar, here: Callable[[], object], lead: Lead, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._stack, self._bar, self._here, self._lead = stack, bar, here, lead
        self._index, self._is_stepping = stack.index(), False
        self._done_at: WeakKeyDictionary[QUndoCommand, object] = WeakKeyDictionary()
        stack.indexChanged.connect(self._on_index)
        bar.undo_requested.connect(self.undo)
        bar.redo_requested.connect(self.redo)

    def undo(self) -> None:
        stack = self._stack
        if not stack.canUndo():
            return
        step = stack.command(stack.index() - 1)
        words = step.text()
        seen = self._bar.isVisible() and self._bar.text() == words
        if not seen and not self._lead_to(step):
            return
        if stack.command(stack.index() - 1) is not step:  # what was typed where one came from is newer
            return
        self._go(step, stack.undo, stack.redo)
        if isinstance(step, Step) and step.stands:
            self._say(self._bar.show_lost, words)
        elif not seen:
            self._say(self._bar.show_taken_back, words)

    def redo(self) -> None:
        stack = self._stack
        if not stack.canRedo():
            return
        step = stack.command(stack.index())
        if self._lead_to(step):
            self._go(step, stack.redo, stack.undo)

    def _lead_to(self, step: QUndoCommand) -> bool:
        return self._lead(self._done_at.get(step, self._here()), step)

    def _say(self, show: Callable[[str], None], words: str) -> None:
        if words and isinstance(self._here(), Place):  # what fills the window has a line of its own
            show(words)

    def _go(self, step: QUndoCommand, go: Callable[[], None], back: Callable[[], None]) -> None:
        """Go one step; where the vault could not be written it stays in its place on the stack."""
        self._is_stepping = True
        try:
            go()
            problem = step.problem if isinstance(step, Step) else None
            if problem is not None:
                back()  # the stack has moved on, though nothing has changed
                raise problem
        finally:
            self._is_stepping = False

    def _on_index(self, index: int) -> None:
        forward, self._index = index > self._index, index
        if forward and not self._is_stepping:
            self._done_at[self._stack.command(index - 1)] = self._here()
        if forward and self._stack.undoText():
            self._bar.show_text(self._stack.undoText())
        else:
            self._bar.hide()
