"""Lengths, fonts and ready-painted marks of a day's cell, made once for each look and text size."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPixmap

from trust_desktop.ui import theme, tokens
from trust_desktop.ui.common.marks import Mark, paint_mark

SLOTS: Final = 4
_COLORS: Final = ("line", "surface", "ink", "ink3", "pine", "pine_tint", "focus")


class CellLook:
    """Marks grow with the text, but slower than it, so that four of them keep their places in a day's cell."""

    def __init__(self) -> None:
        look = theme.current()
        self.look = look
        self.growth = 1 + 0.75 * (look.base / tokens.BASE - 1)
        self.number = look.font(tokens.BODY)
        self.number_strong = look.font(tokens.LABEL)
        self.month = look.font(tokens.SMALL)
        self.pad = self.grown(12)
        self.mark = self.grown(16)
        self.own_mark = self.grown(12)
        self.own_strip = self.grown(15)
        """What the person's own commitments take of a cell's lower edge, in a month that has any."""

        self.ring_across = look.real(27)
        self._metrics = QFontMetrics(self.number)
        self._strong_metrics = QFontMetrics(self.number_strong)
        self._pixmaps: dict[tuple[Mark, str, int, float], QPixmap] = {}
        self._widths: dict[tuple[str, bool], int] = {}
        self._places: dict[tuple[int, int, bool], tuple[QRect, ...]] = {}
        self.colors = {name: look.color(name) for name in _COLORS}

    def grown(self, length: float) -> int:
        return round(length * self.growth)

    def least_height(self, width: int, *, own: bool = False) -> int:
        """The lowest row, in a column of some width, in which the number and the marks below it do not touch."""
        strip = self.own_strip if own else 0
        if not self._in_two_rows(width):
            return max(theme.px(46), self.grown(49)) + strip
        return self.grown(17) + theme.px(10) + 2 * self._two_row_pitch(width) + self.grown(3) + strip

    def number_middle(self, height: int) -> int:
        return self.grown(21 if self._is_airy(height) else 17)

    def marks_middle(self, height: int) -> int:
        """How far the middle of the marks lies above the cell's lower edge."""
        return self.grown(20 if self._is_airy(height) else 15)

    def _is_airy(self, height: int) -> bool:
        return height > 1.3 * max(theme.px(46), self.grown(49))

    def width_of(self, words: str, *, strong: bool) -> int:
        known = self._widths.get((words, strong))
        if known is None:
            metrics = self._strong_metrics if strong else self._metrics
            known = self._widths[words, strong] = metrics.horizontalAdvance(words)
        return known

    def pad_in(self, width: int) -> int:
        """Room before number and marks; less of it where four marks would not fit after it."""
        return self.pad if width >= self.pad + SLOTS * (self.mark + 4) else width // 9

    def place(self, cell: QRect, slot: int, *, own: bool = False) -> QRect:
        """Where the mark of one slot lies; the cells of a month are mostly of two sizes, and asked for often."""
        size = (cell.width(), cell.height(), own)
        places = self._places.get(size)
        if places is None:
            corner = QRect(0, 0, cell.width(), cell.height())
            places = self._places[size] = self.own_slots(corner) if own else self.slots(corner)
        return places[slot - 1].translated(cell.left(), cell.top())

    def slots(self, cell: QRect) -> tuple[QRect, ...]:
        """Where the marks of actions one to four lie; in a narrow cell closer together, or two above two."""
        if self._in_two_rows(cell.width()):
            return self._two_rows(cell)
        pad = self.pad_in(cell.width())
        pitch = self._pitch(cell.width())
        side = min(self.mark, pitch - 1)
        top = cell.bottom() + 1 - self.marks_middle(cell.height()) - side // 2
        return tuple(QRect(cell.left() + pad + place * pitch, top, side, side) for place in range(SLOTS))

    def _pitch(self, width: int) -> int:
        return min(self.mark + 4, (width - self.pad_in(width) - 2) // SLOTS)

    def _in_two_rows(self, width: int) -> bool:
        """Whether four marks beside each other would be smaller than on a page at 100 %."""
        return self._pitch(width) < max(14, 0.6 * self.mark)

    def _two_row_pitch(self, width: int) -> int:
        return min(self.mark + 2, (width - self.pad_in(width) - 2) // 2)

    def _two_rows(self, cell: QRect) -> tuple[QRect, ...]:
        pitch = self._two_row_pitch(cell.width())
        left, top = cell.left() + self.pad_in(cell.width()), cell.bottom() + 1 - 2 * pitch - self.grown(2)
        places = ((column, row) for row in range(2) for column in range(2))
        return tuple(QRect(left + x * pitch, top + y * pitch, pitch - 2, pitch - 2) for x, y in places)

    def own_slots(self, cell: QRect) -> tuple[QRect, ...]:
        """Where one's own marks lie under the others: smaller and closer together, so that none seems to answer one."""
        pad = self.pad_in(cell.width())
        pitch = min(self.own_mark + 3, max(11, round(0.8 * (cell.width() - pad - 2) / SLOTS)))
        side = min(self.own_mark, pitch - 2)
        top = cell.bottom() + 1 - self.grown(4) - side
        return tuple(QRect(cell.left() + pad + place * pitch, top, side, side) for place in range(SLOTS))

    def leaf(self, cell: QRect) -> QRect:
        if self._in_two_rows(cell.width()):
            side = cell.width() // 5
            return QRect(cell.right() - side - 1, cell.top() + 4, side, side)
        last = self.place(cell, SLOTS)
        middle = cell.top() + self.number_middle(cell.height())
        return QRect(last.left(), middle - last.height() // 2, last.width(), last.height())

    def paint(self, painter: QPainter, place: QRect, mark: Mark, ground: str) -> None:
        """Paint a mark from its pixmap, made at the first asking for this ground, size and screen."""
        ratio = painter.device().devicePixelRatioF()
        key = (mark, ground, place.width(), ratio)
        pixmap = self._pixmaps.get(key)
        if pixmap is None:
            pixmap = self._pixmaps[key] = _drawn(mark, self.colors[ground], place.width(), ratio)
        painter.drawPixmap(place.topLeft(), pixmap)


def mirrored(place: QRect, cell: QRect, direction: Qt.LayoutDirection) -> QRect:
    """Where a part of a cell lies in the reading direction; the part itself is not turned over."""
    if direction is Qt.LayoutDirection.LeftToRight:
        return place
    return QRect(cell.left() + cell.right() - place.right(), place.top(), place.width(), place.height())


def _drawn(mark: Mark, ground: QColor, side: int, ratio: float) -> QPixmap:
    across = max(1, round(side * ratio))
    pixmap = QPixmap(across, across)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_mark(painter, QRectF(0, 0, side, side), mark, ground)
    painter.end()
    return pixmap
