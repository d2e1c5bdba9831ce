"""The paper of the opening page: three quiet hills, one sheet in the middle, one sentence at the bottom."""

from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trust_desktop import identity
from trust_desktop.override import override
from trust_desktop.ui import theme
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.labels import DisplayLabel, SmallLabel
from trust_desktop.ui.common.scroll import ScrollColumn

SHEET: Final = 420
_HILLS: Final = (
    ((0.0, 0.660), (0.14, 0.641), (0.30, 0.645), (0.50, 0.669), (0.67, 0.676), (0.86, 0.660), (1.0, 0.634)),
    ((0.0, 0.760), (0.14, 0.764), (0.30, 0.754), (0.50, 0.740), (0.67, 0.735), (0.86, 0.748), (1.0, 0.769)),
    ((0.0, 0.879), (0.14, 0.867), (0.30, 0.871), (0.50, 0.887), (0.67, 0.892), (0.86, 0.881), (1.0, 0.863)),
)
"""Ridges as parts of width and height, from far to near."""


class OpeningGround(QWidget):
    """`card` is the sheet in the middle."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.card = Card(padding=32, radius=16, spacing=12)
        self._name = DisplayLabel(identity.NAME)
        self._name.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._sentence = SmallLabel(sentence)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._build_column()
        theme.follow(self._retheme_ground)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if theme.current().contrast:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paper, rail, line = theme.color("paper"), theme.color("rail"), theme.color("line")
        grounds = (_between(paper, rail), rail, _between(rail, line))
        for ridge, ground in zip(_HILLS, grounds, strict=True):
            painter.fillPath(self._hill(ridge), ground)

    def _hill(self, ridge: tuple[tuple[float, float], ...]) -> QPainterPath:
        width, height = self.width(), self.height()
        points = [QPointF(x * width, y * height) for x, y in ridge]
        path = QPainterPath(points[0])
        for at in range(len(points) - 1):
            before, here = points[max(at - 1, 0)], points[at]
            there, after = points[at + 1], points[min(at + 2, len(points) - 1)]
            path.cubicTo(here + (there - before) / 6, there - (after - here) / 6, there)
        path.lineTo(width, height)
        path.lineTo(0, height)
        path.closeSubpath()
        return path

    def _build_column(self) -> None:
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.addStretch(3)
        self._column.addWidget(self._name)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.card, 1000)
        row.addStretch(1)
        self._column.addLayout(row)
        self._column.addStretch(4)
        self._column.addWidget(self._sentence)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ScrollColumn(inside))

    def _retheme_ground(self) -> None:
        self.card.setMaximumWidth(theme.px(SHEET))
        inset = theme.px(32)
        self.card.body.setContentsMargins(inset, theme.px(28), inset, theme.px(16))
        self.card.body.setSpacing(theme.px(14))
        side = theme.px(24)
        self._column.setContentsMargins(side, side, side, theme.px(26))
        self._column.setSpacing(theme.px(24))
        self.update()


def _between(one: QColor, other: QColor) -> QColor:
    return QColor(
        (one.red() + other.red()) // 2, (one.green() + other.green()) // 2, (one.blue() + other.blue()) // 2
    )
