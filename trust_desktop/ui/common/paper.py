"""Words on paper: blocks of text one below the other, black on white, the person's own in serif."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication

from trust_desktop.ui import theme, tokens

TITLE: Final = 20.0
HEADING: Final = 12.0
SAID: Final = 13.0
SMALL: Final = 10.0
"""Sizes on paper, in points."""


class Paper:
    """Holds a `document`, which says nothing of who wrote it and when."""

    def __init__(self) -> None:
        self.document = QTextDocument()
        option = self.document.defaultTextOption()
        option.setTextDirection(QApplication.layoutDirection())
        option.setAlignment(Qt.AlignmentFlag.AlignLeading)
        self.document.setDefaultTextOption(option)
        self._cursor = QTextCursor(self.document)

    def line(
        self, text: str, size: float, *, said: bool = False, strong: bool = False, above: int = 2
    ) -> None:
        block = QTextBlockFormat()
        block.setTopMargin(above)
        font = QFont(theme.font(tokens.SAID if said else tokens.LABEL if strong else tokens.BODY))
        font.setPointSizeF(size)
        letters = QTextCharFormat()
        letters.setFont(font)
        letters.setForeground(QColor(Qt.GlobalColor.black))
        if self.document.isEmpty():
            self._cursor.setBlockFormat(block)
        else:
            self._cursor.insertBlock(block)
        self._cursor.insertText(text, letters)

    def section(self, heading: str, words: str) -> None:
        """A heading and, in serif, what a person wrote under it; paragraphs stay apart."""
        self.line(heading, HEADING, strong=True, above=16)
        for paragraph in words.strip().split("\n"):
            self.line(paragraph, SAID, said=True, above=4)
