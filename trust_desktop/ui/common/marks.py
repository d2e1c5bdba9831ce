"""The marks of a day, drawn in a 16-unit box as the look gives them."""

from collections.abc import Callable
from enum import Enum, auto
from math import cos, pi, sin
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from trust_desktop.domain.follow_through import Outcome
from trust_desktop.override import override
from trust_desktop.ui import theme

BOX: Final = 16


class Mark(Enum):
    """A shape; its word stands beside it or in an accessible name."""

    KEPT = auto()
    KEPT_LATE_TOLD = auto()
    PARTLY = auto()
    NOT_KEPT = auto()
    COULD_NOT = auto()
    NOT_RECORDED = auto()
    UNSAID = auto()


def mark_of(outcome: Outcome | None) -> Mark:
    return Mark[outcome.name] if outcome is not None else Mark.NOT_RECORDED


def paint_mark(
    painter: QPainter, rect: QRectF, mark: Mark, ground: QColor | None = None, *, ink: QColor | None = None
) -> None:
    """Paint a mark into a square; `ground` is the colour behind it, which its cuts take, `ink` one for paper."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / BOX, rect.height() / BOX)
    _PAINTERS[mark](painter, ink or theme.color(_TOKENS[mark]), ground or theme.color("surface"))
    painter.restore()


class MarkIcon(QWidget):
    """A mark on its own, or the room for one; give it an accessible name where no word stands beside it."""

    def __init__(
        self, mark: Mark | None, parent: QWidget | None = None, *, size: int = 20, ground: str = "surface"
    ) -> None:
        super().__init__(parent)
        self._mark, self._size, self._ground = mark, size, ground
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.follow(self._retheme)

    def set_mark(self, mark: Mark | None) -> None:
        self._mark = mark
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme.mark(self._size), theme.mark(self._size))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._mark is not None:
            paint_mark(QPainter(self), QRectF(self.rect()), self._mark, theme.color(self._ground))

    def _retheme(self) -> None:
        self.setFixedSize(self.sizeHint())
        self.update()


def _pen(color: QColor, width: float) -> QPen:
    return QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _stroke(painter: QPainter, color: QColor, width: float) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(color, width))


def _fill(painter: QPainter, color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)


def _lines(painter: QPainter, *points: tuple[float, float]) -> None:
    painter.drawPolyline([QPointF(x, y) for x, y in points])


def _disc(x: float, y: float, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(x, y), radius, radius)
    return path


def _ring(painter: QPainter, color: QColor) -> None:
    _stroke(painter, color, 1.5)
    painter.drawEllipse(QPointF(8, 8), 6.25, 6.25)


def _kept(painter: QPainter, color: QColor, ground: QColor) -> None:
    _fill(painter, color)
    painter.drawEllipse(QPointF(8, 8), 7, 7)
    _stroke(painter, ground, 1.75)
    _lines(painter, (4.9, 8.3), (7.1, 10.5), (11.1, 5.8))


def _late(painter: QPainter, color: QColor, ground: QColor) -> None:
    del ground  # the bite is cut out, so any ground shows through
    _fill(painter, color)
    painter.drawPath(_disc(6.75, 6.75, 6.25).subtracted(_disc(11.25, 11.25, 5.6)))
    _stroke(painter, color, 1.3)
    painter.drawEllipse(QPointF(11.25, 11.25), 3.85, 3.85)
    _stroke(painter, color, 1.2)
    _lines(painter, (11.25, 9.3), (11.25, 11.4), (12.7, 12.2))


def _partly(painter: QPainter, color: QColor, ground: QColor) -> None:
    del ground
    _ring(painter, color)
    _fill(painter, color)
    painter.drawPie(QRectF(1.75, 1.75, 12.5, 12.5), 90 * 16, 180 * 16)


def _not_kept(painter: QPainter, color: QColor, ground: QColor) -> None:
    del ground
    _ring(painter, color)


def _could_not(painter: QPainter, color: QColor, ground: QColor) -> None:
    del ground
    _ring(painter, color)
    _lines(painter, (5.2, 8), (10.8, 8))


def _not_recorded(painter: QPainter, color: QColor, ground: QColor) -> None:
    del ground
    _fill(painter, color)
    for number in range(9):
        angle = 2 * pi * number / 9
        painter.drawEllipse(QPointF(8 + 6.25 * sin(angle), 8 - 6.25 * cos(angle)), 1.15, 1.15)


def _leaf(painter: QPainter, color: QColor, ground: QColor) -> None:
    _stroke(painter, color, 1.5)
    _lines(painter, (4.3, 11.7), (2.2, 14.2))
    body = QPainterPath(QPointF(13.6, 2.4))
    body.cubicTo(14.2, 8.2, 11.6, 12.9, 6.9, 12.9)
    body.cubicTo(4.2, 12.9, 2.6, 11, 2.6, 8.7)
    body.cubicTo(2.6, 4.6, 7, 3.2, 13.6, 2.4)
    _fill(painter, color)
    painter.drawPath(body)
    vein = QPainterPath(QPointF(4.6, 11.2))
    vein.cubicTo(6, 9, 7.6, 7.6, 10, 6.2)
    _stroke(painter, ground, 1.25)
    painter.drawPath(vein)


_TOKENS: Final = {
    Mark.KEPT: "mark",
    Mark.KEPT_LATE_TOLD: "mark",
    Mark.PARTLY: "mark",
    Mark.NOT_KEPT: "mark_quiet",
    Mark.COULD_NOT: "mark_quiet",
    Mark.NOT_RECORDED: "mark_quiet",
    Mark.UNSAID: "honey",
}

_PAINTERS: Final[dict[Mark, Callable[[QPainter, QColor, QColor], None]]] = {
    Mark.KEPT: _kept,
    Mark.KEPT_LATE_TOLD: _late,
    Mark.PARTLY: _partly,
    Mark.NOT_KEPT: _not_kept,
    Mark.COULD_NOT: _could_not,
    Mark.NOT_RECORDED: _not_recorded,
    Mark.UNSAID: _leaf,
}
