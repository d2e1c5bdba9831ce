"""Paints the rows of what is not said yet: mark, what was done, day and age."""

from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from trust_desktop.override import override
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.acknowledgement.unsaid_model import ENTRY_ROLE, Entry, Index, Kind
from trust_desktop.ui.common.icons import paint_icon
from trust_desktop.ui.common.long_words import breakable
from trust_desktop.ui.common.marks import mark_of, paint_mark
from trust_desktop.ui.common.pressable import in_lines, mirrored, round_box, text_size

START: Final = 44
"""Where the words begin: margin, mark and the gap after it."""

END: Final = 12
AIR: Final = 11
SMALL_AIR: Final = 6
BETWEEN: Final = 3
_LINES: Final = 2
_WRAP: Final = (
    int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignTop) | int(Qt.AlignmentFlag.AlignLeading)
)


@dataclass(frozen=True)
class _Place:
    """A row to be painted: where, in which reading direction, on which ground."""

    row: QRectF
    direction: Qt.LayoutDirection
    ground: str

    def facing(self, box: QRectF) -> QRectF:
        return mirrored(box, self.row, self.direction)


class UnsaidDelegate(QStyledItemDelegate):
    """Rows wrap to the view's width; `aside` pixels at the end of second lines are kept free for a button."""

    aside = 0

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._width()
        entry: Entry = index.data(ENTRY_ROLE)
        return QSize(width, self.height(entry, width))

    def height(self, entry: Entry, width: int) -> int:
        """Pixels the row needs at this width."""
        if entry.kind is not Kind.ENTRY:
            heading = _size(entry.title, self._heading_font(entry), self._room(width)).height()
            return heading + theme.px(22 if entry.kind is Kind.HEADING else 20)
        second = self._second_height(entry, width)
        if entry.follows:
            return max(second + 2 * theme.px(SMALL_AIR), theme.px(tokens.DENSE))
        title = self._title_size(entry, self._room(width)).height()
        return title + theme.px(BETWEEN) + max(second, theme.px(20)) + 2 * theme.px(AIR) - theme.px(2)

    def second_line(self, entry: Entry, row: QRectF) -> QRectF:
        """Where the day stands, for the button beside it."""
        if entry.follows:
            return row
        title = self._title_size(entry, self._room(round(row.width()))).height()
        top = theme.px(AIR) + title + theme.px(BETWEEN)
        return QRectF(
            row.left(), row.top() + top, row.width(), row.height() - top - theme.px(AIR) + theme.px(4)
        )

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view: Any = option  # the stubs leave out what a style option holds
        entry: Entry = index.data(ENTRY_ROLE)
        row = QRectF(view.rect)
        hovered = bool(view.state & QStyle.StateFlag.State_MouseOver)
        place = _Place(row, view.direction, "pine_tint" if entry.covered else "hover" if hovered else "paper")
        painter.save()
        painter.setClipRect(row)
        if entry.kind is Kind.ENTRY:
            self._paint_entry(painter, place, entry)
        else:
            self._paint_heading(painter, place, entry)
        if view.state & QStyle.StateFlag.State_HasFocus:
            ring = theme.current().ring
            inside = row.adjusted(1, 1, -1, -1)
            round_box(
                painter, inside, theme.current().real(tokens.RADIUS_CONTROL), None, theme.color("focus"), ring
            )
        painter.restore()

    def _paint_entry(self, painter: QPainter, place: _Place, entry: Entry) -> None:
        row = place.row
        ground = place.ground
        if ground != "paper":
            line = theme.color("pine") if entry.covered and theme.current().contrast else None
            radius = theme.current().real(tokens.RADIUS_CONTROL)
            round_box(painter, row.adjusted(0, 1, 0, -1), radius, theme.color(ground), line)
        if entry.covered:
            tall = min(row.height() - theme.px(8), theme.px(42))
            bar = QRectF(row.left(), row.center().y() - tall / 2, theme.px(3), tall)
            round_box(painter, place.facing(bar), theme.px(1.5), theme.color("pine"), None)
        side = theme.px(16 if entry.follows else 20)
        left = row.left() + theme.px(12) + (theme.px(20) - side) / 2
        top = row.center().y() - side / 2 if entry.follows else row.top() + theme.px(AIR)
        mark = place.facing(QRectF(left, top, side, side))
        if entry.item is not None:
            paint_mark(painter, mark, mark_of(entry.item.outcome), theme.color(ground))
        self._paint_words(painter, place, entry)

    def _paint_words(self, painter: QPainter, place: _Place, entry: Entry) -> None:
        row = place.row
        top = row.top() + theme.px(AIR)
        if entry.follows:
            top = row.center().y() - self._second_height(entry, round(row.width())) / 2
        else:
            room = self._room(round(row.width()))
            tall = self._title_size(entry, room).height()
            box = QRectF(row.left() + theme.px(START), top, room, tall)
            painter.setFont(_title_font(entry))
            painter.setPen(theme.color("ink"))
            _draw(painter, place.facing(box), _title(entry, room))
            top += tall + theme.px(BETWEEN)
        painter.setFont(theme.font(tokens.SMALL))
        painter.setPen(theme.color("ink2"))
        box = QRectF(
            row.left() + theme.px(START), top, self._second_room(round(row.width())), row.bottom() - top
        )
        _draw(painter, place.facing(box), entry.second)

    def _paint_heading(self, painter: QPainter, place: _Place, entry: Entry) -> None:
        row = place.row
        start = row.left() + theme.px(12)
        if entry.kind is Kind.EARLIER:
            side = theme.px(16)
            box = QRectF(start + theme.px(2), row.center().y() - side / 2, side, side)
            icon = "chevron-down" if entry.open else _closed_chevron(place.direction)
            paint_icon(painter, place.facing(box), icon, theme.color("ink2"))
            start = row.left() + theme.px(START)
        painter.setFont(self._heading_font(entry))
        painter.setPen(theme.color("ink" if entry.kind is Kind.EARLIER else "ink2"))
        tall = _size(entry.title, self._heading_font(entry), self._room(round(row.width()))).height()
        top = row.bottom() - tall - theme.px(6) if entry.kind is Kind.HEADING else row.center().y() - tall / 2
        box = QRectF(start, top, row.right() - start - theme.px(END), tall)
        _draw(painter, place.facing(box), entry.title)

    def _width(self) -> int:
        view = self.parent()
        return view.viewport().width() if isinstance(view, QListView) else theme.em(20)

    def _room(self, width: int) -> int:
        return max(1, width - theme.px(START) - theme.px(END))

    def _second_room(self, width: int) -> int:
        return max(1, self._room(width) - self.aside)

    def _title_size(self, entry: Entry, room: int) -> QSize:
        return _size(_title(entry, room), _title_font(entry), room)

    def _second_height(self, entry: Entry, width: int) -> int:
        return _size(entry.second, theme.font(tokens.SMALL), self._second_room(width)).height()

    @staticmethod
    def _heading_font(entry: Entry) -> QFont:
        return theme.font(tokens.SMALL_LABEL if entry.kind is Kind.HEADING else tokens.BODY)


def _closed_chevron(direction: Qt.LayoutDirection) -> str:
    return "chevron-left" if direction is Qt.LayoutDirection.RightToLeft else "chevron-right"


def _title_font(entry: Entry) -> QFont:
    return theme.font(tokens.LABEL if entry.covered else tokens.BODY)


def _title(entry: Entry, room: int) -> str:
    """What was done, in two lines at most; a screen reader says all of it."""
    return in_lines(breakable(entry.title), _title_font(entry), room, _LINES)


def _size(text: str, font: QFont, room: int) -> QSize:
    return text_size(breakable(text), font, room)


def _draw(painter: QPainter, box: QRectF, text: str) -> None:
    painter.drawText(box, _WRAP, breakable(text))
