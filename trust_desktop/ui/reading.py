"""Text to read in peace: paragraphs and lists, without anything to tick."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trust_desktop.override import override
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.common.labels import BodyLabel, HeadingLabel

_MARK: Final = "·"


class _Dot(QWidget):
    """Painted, not written: a screen reader has nothing to read there."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.follow(self._retheme)

    @override
    def sizeHint(self) -> QSize:
        return QFontMetrics(self.font()).size(0, _MARK)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(theme.color("ink3"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, _MARK)

    def _retheme(self) -> None:
        self.setFont(theme.font(tokens.BODY))
        self.updateGeometry()
        self.update()


class ListItem(QWidget):
    """A small dot of the list and its words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(_Dot(), 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(BodyLabel(text), 1)
        theme.follow(self._retheme)

    def _retheme(self) -> None:
        self._row.setSpacing(theme.px(8))


class Section(QWidget):
    """A heading, paragraphs, a list, and paragraphs after it; whatever is there of them."""

    def __init__(
        self, heading: str, before: Sequence[str] = (), items: Sequence[str] = (), after: Sequence[str] = ()
    ) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        if heading:
            self._column.addWidget(HeadingLabel(heading))
        for text in before:
            self._column.addWidget(BodyLabel(text))
        for text in items:
            self._column.addWidget(ListItem(text))
        for text in after:
            self._column.addWidget(BodyLabel(text, color="ink2"))
        theme.follow(self._retheme)

    def _retheme(self) -> None:
        self._column.setSpacing(theme.px(8))
