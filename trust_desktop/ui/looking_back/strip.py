"""Where the parts of a strip lie, and how its marks and its day numbers are painted; the same on paper."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from trust_desktop.domain.progress import LATELY
from trust_desktop.services.looking_back import StripDay
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.common.day_words import number
from trust_desktop.ui.common.marks import mark_of, paint_mark
from trust_desktop.ui.common.pressable import mirrored, text_size

_TITLE: Final = 150
_PITCH: Final = 24
_LEAST_PITCH: Final = 17
_COUNT: Final = 207
_GAP: Final = 20


@dataclass(frozen=True, slots=True)
class Shape:
    """The columns of a row of some width: title, strip, counts; `stacked` puts them under each other."""

    width: float
    stacked: bool
    title: float
    strip: float
    pitch: float
    count: float

    @property
    def count_left(self) -> float:
        return self.width - self.count


def shape_of(width: float) -> Shape:
    """The strip is drawn at its full pitch where the title has room beside it, then narrower, then by itself."""
    gap, count = theme.px(_GAP), theme.px(_COUNT)
    pitch = min(theme.mark(_PITCH), (width - count - 2 * gap - theme.px(_TITLE)) / LATELY)
    if pitch < theme.mark(_LEAST_PITCH):
        return Shape(width, True, width, 0, min(theme.mark(_PITCH), width / LATELY), width)
    left = width - count - gap - pitch * LATELY
    return Shape(width, False, left - gap, left, pitch, count)


def mark_side(pitch: float) -> float:
    return min(theme.mark(16), pitch - 1)


def paint_marks(
    painter: QPainter,
    place: QRectF,
    days: Iterable[StripDay],
    start: date,
    *,
    direction: Qt.LayoutDirection,
    ground: QColor | None = None,
    ink: QColor | None = None,
) -> None:
    """Paint the marks of the days from `start` on into a strip that has room for all of them."""
    pitch = place.width() / LATELY
    side = mark_side(pitch)
    for each in days:
        left = place.left() + ((each.day - start).days + 0.5) * pitch - side / 2
        box = QRectF(left, place.center().y() - side / 2, side, side)
        paint_mark(painter, mirrored(box, place, direction), mark_of(each.outcome), ground, ink=ink)


def paint_numbers(
    painter: QPainter,
    place: QRectF,
    days: Iterable[date],
    today: date,
    *,
    direction: Qt.LayoutDirection,
    ink: QColor | None = None,
    font: QFont | None = None,
) -> None:
    """Paint the numbers of the days over a strip, as many as there is room for, the last always."""
    pitch = place.width() / LATELY
    plain = font or theme.font(tokens.CAPTION)
    step = ceil((text_size(number(28), plain).width() + theme.mark(2)) / pitch)
    for at, day in enumerate(days):
        if (LATELY - 1 - at) % step:
            continue
        shown = QFont(plain)
        if day == today:
            shown.setWeight(QFont.Weight.DemiBold)
        painter.setFont(shown)
        painter.setPen(ink or theme.color("ink" if day == today else "ink2"))
        box = QRectF(place.left() + (at - step / 2 + 0.5) * pitch, place.top(), step * pitch, place.height())
        box.moveRight(min(box.right(), place.right() + (box.width() - _wide(day, shown)) / 2))
        painter.drawText(mirrored(box, place, direction), int(Qt.AlignmentFlag.AlignCenter), number(day.day))


def _wide(day: date, font: QFont) -> float:
    return text_size(number(day.day), font).width()
