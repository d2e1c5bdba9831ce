"""The words the person left with, to be read, copied or said again."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import IconButton
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.labels import QuoteLabel, SmallLabel
from trust_desktop.ui.pause.desk import Desk


class LeftWith(Card):
    """Hidden where nothing was written."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent, ground="sunken", padding=16)
        self._text = ""
        self.words = QuoteLabel(color="ink")
        self.copy = IconButton("copy", self.tr("Copy the words you left with"), dense=True)
        self.copy.clicked.connect(lambda: desk.clipboard.copy(self._text, desk.seconds()))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(SmallLabel(self.tr("The words you left with")))
        column.addWidget(self.words)
        self._row = QHBoxLayout()
        self._row.addLayout(column, 1)
        self._row.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(self._row)
        theme.follow(self._retheme_row)

    def show_words(self, text: str) -> None:
        self._text = text
        self.words.setText(self.tr("“{words}”").format(words=text))
        self.setVisible(bool(text))

    def _retheme_row(self) -> None:
        side, above = theme.space(24), theme.space(14)
        self.body.setContentsMargins(side, above, side, above)
