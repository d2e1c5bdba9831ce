"""Where words for the other, or only for oneself, are written; what is copied out of it is marked private."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from trust_desktop.override import override
from trust_desktop.ui.common.clipboard import PrivateClipboard, private_mime
from trust_desktop.ui.common.marked_area import MarkedArea


class WordsArea(MarkedArea):
    """`seconds` says how long copied words may stay on the clipboard; `said` and `rows` as in any text area."""

    def __init__(
        self,
        name: str,
        clipboard: PrivateClipboard,
        seconds: Callable[[], int],
        parent: QWidget | None = None,
        *,
        said: bool = True,
        rows: int = 6,
    ) -> None:
        self._clipboard, self._seconds = clipboard, seconds
        super().__init__(name, parent, said=said, rows=rows)
        self._space_lines()
        self.document().clearUndoRedoStacks()

    @override
    def set_text(self, text: str) -> None:
        super().set_text(text)
        self._space_lines()  # also where there are no words yet, so that typed ones stand as loaded ones do
        self.document().clearUndoRedoStacks()

    @override
    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and self._spent(event)
        ):
            event.ignore()  # nothing typed to undo here: the key is the window's, which can take back *said*
            return False
        return super().event(event)

    def _spent(self, event: QKeyEvent) -> bool:
        undo = event.matches(QKeySequence.StandardKey.Undo) and not self.document().isUndoAvailable()
        return undo or (
            event.matches(QKeySequence.StandardKey.Redo) and not self.document().isRedoAvailable()
        )

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        words = self.textCursor().selection().toPlainText()
        self._clipboard.watch(words, self._seconds())
        return private_mime(words)
