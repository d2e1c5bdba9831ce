"""Paints what was found: a stretch of the text with the words underlined and bold, and below where it stands."""

from typing import Any, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from trust_desktop.override import override
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.common.icons import paint_icon
from trust_desktop.ui.common.long_words import breakable
from trust_desktop.ui.common.pressable import mirrored, round_box, text_size
from trust_desktop.ui.find.found_model import ROW_ROLE, FoundModel, FoundRow, Index

_START: Final = 44
_END: Final = 12
_AIR: Final = 12
_BETWEEN: Final = 4
_ICON: Final = 20
_WRAP: Final = (
    int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignTop) | int(Qt.AlignmentFlag.AlignLeading)
)


class FoundDelegate(QStyledItemDelegate):
    """Rows wrap to the view's width."""

    def __init__(self, rows: FoundModel, view: QListView) -> None:
        super().__init__(view)
        self._rows, self._view = rows, view
        self._heights: dict[int, list[int]] = {}

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        return QSize(width, self.heights(width)[index.row()])

    def heights(self, width: int) -> list[int]:
        """Pixels each row needs at this width. Qt asks many times, and every answer lays out all the words."""
        if width not in self._heights:
            rows = [self._rows.row(number) for number in range(self._rows.rowCount())]
            self._heights[width] = [self._height(row, width) for row in rows if row is not None]
        return self._heights[width]

    def forget_heights(self) -> None:
        """Call when rows or the look changed."""
        self._heights.clear()

    def _height(self, row: FoundRow, width: int) -> int:
        room = _room(width)
        words = _laid(row, room, self._view.layoutDirection()).boundingRect().height()
        second = text_size(breakable(row.second), theme.font(tokens.SMALL), room).height()
        return round(words) + second + theme.space(2 * _AIR + _BETWEEN)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view: Any = option  # the stubs leave out what a style option holds
        row: FoundRow = index.data(ROW_ROLE)
        whole = QRectF(view.rect)
        focused = bool(view.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setClipRect(whole)
        radius = theme.radius(tokens.RADIUS_CONTROL)
        if view.state & QStyle.StateFlag.State_MouseOver:
            round_box(painter, whole.adjusted(0, 1, 0, -1), radius, theme.color("hover"), None)
        if index.row():
            painter.fillRect(QRectF(whole.left(), whole.top(), whole.width(), 1), theme.color("line"))
        self._paint_row(painter, whole, row)
        if focused:
            ring = whole.adjusted(1, 2, -1, -1)
            round_box(painter, ring, radius, None, theme.color("focus"), theme.current().ring)
        painter.restore()

    def _paint_row(self, painter: QPainter, whole: QRectF, row: FoundRow) -> None:
        room = _room(round(whole.width()))
        direction = self._view.layoutDirection()
        top = whole.top() + theme.space(_AIR)
        side = theme.mark(_ICON)
        icon = QRectF(whole.left() + theme.mark(12), top, side, side)
        paint_icon(painter, mirrored(icon, whole, direction), row.icon, theme.color("ink2"))
        words = _laid(row, room, direction)
        tall = words.boundingRect().height()
        box = mirrored(QRectF(whole.left() + theme.mark(_START), top, room, tall), whole, direction)
        painter.setPen(theme.color("ink"))
        words.draw(painter, QPointF(box.left(), box.top()))
        painter.setFont(theme.font(tokens.SMALL))
        painter.setPen(theme.color("ink2"))
        below = top + tall + theme.space(_BETWEEN)
        box = QRectF(whole.left() + theme.mark(_START), below, room, whole.bottom() - below)
        painter.drawText(mirrored(box, whole, direction), _WRAP, breakable(row.second))


def _room(width: int) -> int:
    return max(1, width - theme.mark(_START) - theme.mark(_END))


def _laid(row: FoundRow, width: int, direction: Qt.LayoutDirection) -> QTextLayout:
    layout = QTextLayout(row.words, theme.font(tokens.SAID_SMALL))
    # By their own direction, from where the row starts.
    mirrored_row = direction is Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if mirrored_row else Qt.AlignmentFlag.AlignLeft
    option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats([_marked(begin, length) for begin, length in row.marks])
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout


def _marked(begin: int, length: int) -> QTextLayout.FormatRange:
    """Bold and underlined: seen without colour too."""
    marked = QTextLayout.FormatRange()
    marked.start, marked.length = begin, length
    letters = QTextCharFormat()
    letters.setFontWeight(QFont.Weight.Bold)
    letters.setFontUnderline(True)
    letters.setUnderlineColor(theme.color("pine"))
    marked.format = letters
    return marked
