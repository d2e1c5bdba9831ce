"""The card of words left open: how they begin, and the way back to them."""

from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trust_desktop.override import override
from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import QuietButton
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.icons import paint_icon
from trust_desktop.ui.common.labels import QuoteLabel, StrongLabel

FIRST_WORDS: Final = 60


class LeftOpen(Card):
    """Shown while there are words that were not said yet."""

    go_on = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=24)
        self._pencil = _Pencil()
        self.words = QuoteLabel()
        self.button = QuietButton(self.tr("Go on writing"))
        self.button.clicked.connect(self.go_on)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(StrongLabel(self.tr("Left open")))
        column.addWidget(self.words)
        self._row = QHBoxLayout()
        self._row.addWidget(self._pencil, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(column, 1)
        self._row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(self._row)
        theme.follow(self._retheme_row)

    def show_words(self, text: str) -> None:
        self.setVisible(bool(text.strip()))
        self.words.setText(self.tr("“{words}”").format(words=first_words(text)))

    def _retheme_row(self) -> None:
        self._row.setSpacing(theme.px(12))


class _Pencil(QWidget):
    def __init__(self) -> None:
        super().__init__()
        theme.follow(self._retheme)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(QPainter(self), QRectF(self.rect()), "pencil-line", theme.color("ink2"))

    def _retheme(self) -> None:
        self.setFixedSize(theme.px(20), theme.px(20))


def first_words(text: str) -> str:
    """The beginning on one line, whole words, with an ellipsis where more follows."""
    plain = " ".join(text.split())
    if len(plain) <= FIRST_WORDS:
        return plain
    whole = plain[:FIRST_WORDS].rpartition(" ")[0] or plain[:FIRST_WORDS]
    return f"{whole} …"
