"""Check-ins as lines over the months: a grid at 0, 5 and 10, lines and marks that differ by shape, gaps where nothing was noted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from trust_desktop.domain.check_in import MOST, CheckIn, Feeling, lines
from trust_desktop.ui.common.day_words import number, short_month
from trust_desktop.ui.common.feeling_words import feeling_name

_GRID: Final = (0, 5, 10)
_STYLES: Final = {
    Feeling.FELT_SAFETY: Qt.PenStyle.SolidLine,
    Feeling.CLOSENESS: Qt.PenStyle.DashLine,
    Feeling.STEADINESS: Qt.PenStyle.DotLine,
}
TOKENS: Final = {
    Feeling.FELT_SAFETY: "mark",
    Feeling.CLOSENESS: "s_close",
    Feeling.STEADINESS: "s_steady",
}


class Look(NamedTuple):
    """Colours, fonts and the unit (a pixel of the look at base 14) a chart is drawn with; another on paper."""

    lines: dict[Feeling, QColor]
    ground: QColor
    grid: QColor
    words: QColor
    axis: QColor
    label_font: QFont
    axis_font: QFont
    unit: float
    mirrored: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """Check-ins from `start` to `end`, by day."""

    check_ins: Sequence[CheckIn]
    start: date
    end: date

    def paint(self, painter: QPainter, place: QRectF, look: Look) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plot = self._plot(place, look)
        self._paint_grid(painter, place, plot, look)
        self._paint_months(painter, place, plot, look)
        for feeling in Feeling:
            self._paint_line(painter, place, plot, feeling, look)
        self._paint_labels(painter, place, plot, look)

    def _plot(self, place: QRectF, look: Look) -> QRectF:
        """Where the lines lie: numbers of the grid before it, names of the lines behind it, months below."""
        axis, label = QFontMetricsF(look.axis_font), QFontMetricsF(look.label_font)
        before = axis.horizontalAdvance(number(MOST)) + 8 * look.unit
        names = max(label.horizontalAdvance(feeling_name(feeling)) for feeling in Feeling)
        behind = names + 32 * look.unit
        above = axis.height() / 2
        return place.adjusted(before, above, -behind, -above - axis.height() - 8 * look.unit)

    def _x(self, day: date, plot: QRectF, unit: float) -> float:
        along = (day - self.start).days / max(1, (self.end - self.start).days)
        inset = 9 * unit
        return plot.left() + inset + along * (plot.width() - 2 * inset)

    @staticmethod
    def _y(value: int, plot: QRectF) -> float:
        return plot.bottom() - value / MOST * plot.height()

    def _paint_grid(self, painter: QPainter, place: QRectF, plot: QRectF, look: Look) -> None:
        painter.setFont(look.axis_font)
        tall = QFontMetricsF(look.axis_font).height()
        for value in _GRID:
            y = round(self._y(value, plot)) + 0.5
            painter.setPen(QPen(look.grid, 1))
            painter.drawLine(*_ends(QPointF(plot.left(), y), QPointF(plot.right(), y), place, look))
            painter.setPen(look.axis)
            box = QRectF(place.left(), y - tall / 2, plot.left() - place.left() - 8 * look.unit, tall)
            _draw(painter, box, number(value), place, look, trailing=True)

    def _paint_months(self, painter: QPainter, place: QRectF, plot: QRectF, look: Look) -> None:
        painter.setFont(look.axis_font)
        painter.setPen(look.axis)
        metrics = QFontMetricsF(look.axis_font)
        free = plot.left()
        for first in self._months():
            name = short_month(first.month)
            wide = metrics.horizontalAdvance(name) + 2
            left = self._x(max(first, self.start), plot, look.unit) - wide / 2
            if left < free - wide / 2 or left + wide > place.right():
                continue
            free = left + wide * 1.5 + 6 * look.unit
            box = QRectF(left, plot.bottom() + 8 * look.unit, wide, metrics.height())
            _draw(painter, box, name, place, look)

    def _months(self) -> Iterator[date]:
        month = self.start if self.start.day == 1 else _next_month(self.start)
        while month <= self.end:
            yield month
            month = _next_month(month)

    def _points(
        self, joined: Sequence[CheckIn], plot: QRectF, feeling: Feeling, unit: float
    ) -> list[QPointF]:
        return [
            QPointF(self._x(each.day, plot, unit), self._y(each.noted.number(feeling) or 0, plot))
            for each in joined
        ]

    def _paint_line(
        self, painter: QPainter, place: QRectF, plot: QRectF, feeling: Feeling, look: Look
    ) -> None:
        pen = QPen(look.lines[feeling], 1.75 * look.unit, _STYLES[feeling])
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if feeling is not Feeling.FELT_SAFETY:
            pen.setDashPattern([4, 2.6] if feeling is Feeling.CLOSENESS else [1.5, 1.7])
        for joined in lines(self.check_ins, feeling):
            points = [_facing(point, place, look) for point in self._points(joined, plot, feeling, look.unit)]
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(pen)
            painter.drawPolyline(QPolygonF(points))
            for point in points:
                paint_marker(painter, point, feeling, look)

    def _paint_labels(self, painter: QPainter, place: QRectF, plot: QRectF, look: Look) -> None:
        """Name each line beside its last point; names that would touch move apart."""
        last = [
            (self._y(value, plot), feeling)
            for feeling in Feeling
            if (value := self._last(feeling)) is not None
        ]
        tall = QFontMetricsF(look.label_font).height() + 4 * look.unit
        painter.setFont(look.label_font)
        for y, feeling in _apart(sorted(last, key=lambda each: each[0]), tall, plot):
            x = plot.right() + 13 * look.unit
            paint_marker(painter, _facing(QPointF(x, y), place, look), feeling, look)
            painter.setPen(look.words)
            box = QRectF(x + 10 * look.unit, y - tall / 2, place.right() - x - 10 * look.unit, tall)
            _draw(painter, box, feeling_name(feeling), place, look)

    def _last(self, feeling: Feeling) -> int | None:
        noted = [each.noted.number(feeling) for each in sorted(self.check_ins, key=lambda each: each.day)]
        return next((value for value in reversed(noted) if value is not None), None)


def paint_marker(painter: QPainter, at: QPointF, feeling: Feeling, look: Look) -> None:
    """A disc, a square, a triangle, parted from its line by a hair of the ground."""
    painter.setPen(QPen(look.ground, 1.5 * look.unit))
    painter.setBrush(look.lines[feeling])
    size = 5 * look.unit
    match feeling:
        case Feeling.FELT_SAFETY:
            painter.drawEllipse(at, size, size)
        case Feeling.CLOSENESS:
            painter.drawRect(QRectF(at.x() - size * 0.86, at.y() - size * 0.86, size * 1.72, size * 1.72))
        case Feeling.STEADINESS:
            corners = ((0, -1.05), (1.05, 0.85), (-1.05, 0.85))
            painter.drawPolygon(QPolygonF([at + QPointF(x * size, y * size) for x, y in corners]))


def _apart(wanted: list[tuple[float, Feeling]], tall: float, plot: QRectF) -> list[tuple[float, Feeling]]:
    placed: list[tuple[float, Feeling]] = []
    for y, feeling in wanted:
        placed.append((max(y, placed[-1][0] + tall) if placed else y, feeling))
    over = placed[-1][0] - (plot.bottom() + tall / 2) if placed else 0
    return [(y - max(0, over), feeling) for y, feeling in placed]


def _next_month(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _facing(point: QPointF, place: QRectF, look: Look) -> QPointF:
    return QPointF(place.left() + place.right() - point.x(), point.y()) if look.mirrored else point


def _ends(first: QPointF, last: QPointF, place: QRectF, look: Look) -> tuple[QPointF, QPointF]:
    return _facing(first, place, look), _facing(last, place, look)


def _draw(
    painter: QPainter, box: QRectF, words: str, place: QRectF, look: Look, *, trailing: bool = False
) -> None:
    if look.mirrored:
        box = QRectF(place.left() + place.right() - box.right(), box.top(), box.width(), box.height())
    side = Qt.AlignmentFlag.AlignRight if trailing != look.mirrored else Qt.AlignmentFlag.AlignLeft
    painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute), words)
