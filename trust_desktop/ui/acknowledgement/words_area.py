"""Where words of thanks are written; what is copied out of it is marked private too."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QWidget

from trust_desktop.override import override
from trust_desktop.ui.acknowledgement.clipboard import PrivateClipboard, private_mime
from trust_desktop.ui.common.text_area import TextArea


class WordsArea(TextArea):
    """`seconds` says how long copied words may stay on the clipboard."""

    def __init__(
        self,
        name: str,
        clipboard: PrivateClipboard,
        seconds: Callable[[], int],
        parent: QWidget | None = None,
    ) -> None:
        self._clipboard, self._seconds = clipboard, seconds
        super().__init__(name, parent, said=True, rows=6)

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        words = self.textCursor().selection().toPlainText()
        self._clipboard.watch(words, self._seconds())
        return private_mime(words)
