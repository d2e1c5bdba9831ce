"""Paints a row of the list: the day over its first row, then mark, title and what was noticed."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from trust_desktop.override import override
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.calendar import spoken
from trust_desktop.ui.calendar.cell_look import mirrored
from trust_desktop.ui.calendar.list_model import ListModel, ListRow
from trust_desktop.ui.common.long_words import breakable
from trust_desktop.ui.common.marks import Mark, mark_of, paint_mark
from trust_desktop.ui.common.pressable import in_lines, round_box, text_size

_PAD = 20
_LEAD = 32


class ListDelegate(QStyledItemDelegate):
    """Titles wrap to two lines; rows are as high as their words."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row = _row(index)
        width = self._view.viewport().width()
        return QSize(width, self._heading_height(row) + self._row_height(row, width))

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = _row(index)
        if row is None:
            return
        painter.save()
        whole = option.rect
        heading = self._heading_height(row)
        if row.opens:
            self._paint_heading(painter, whole, row, heading, option.direction, first=index.row() == 0)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        below = whole.adjusted(0, heading, 0, 0)
        if selected:
            self._paint_selection(
                painter, below, focused=bool(option.state & QStyle.StateFlag.State_HasFocus)
            )
        self._paint_row(painter, below, row, option.direction, "pine_tint" if selected else "surface")
        painter.restore()

    def _paint_heading(
        self,
        painter: QPainter,
        whole: QRect,
        row: ListRow,
        height: int,
        direction: Qt.LayoutDirection,
        *,
        first: bool,
    ) -> None:
        if not first:
            painter.fillRect(whole.left(), whole.top(), whole.width(), 1, theme.color("line"))
        pad = theme.px(_PAD)
        place = QRect(
            whole.left() + pad, whole.top() + theme.px(8), whole.width() - 2 * pad, height - theme.px(8)
        )
        painter.setFont(theme.font(tokens.SMALL_LABEL))
        painter.setPen(theme.color("pine_text" if row.today else "ink2"))
        words = spoken.day_name(row.day, today=row.today)
        flags = _leading(direction) | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(mirrored(place, whole, direction), int(flags), words)

    def _paint_selection(self, painter: QPainter, below: QRect, *, focused: bool) -> None:
        look = theme.current()
        inside = QRectF(below).adjusted(4, 1, -4, -1)
        outline = None if focused else look.color("pine")
        round_box(painter, inside, 8, look.color("pine_tint"), outline, look.ring if look.contrast else 1)
        if focused:
            round_box(painter, inside.adjusted(-2, 0, 2, 0), 10, None, look.color("focus"), look.ring)

    def _paint_row(
        self, painter: QPainter, below: QRect, row: ListRow, direction: Qt.LayoutDirection, ground: str
    ) -> None:
        pad, lead, top = theme.px(_PAD), theme.px(_LEAD), below.top() + theme.px(7)
        action = row.action
        if action is not None and (action.outcome is not None or action.can_mark):
            side = theme.px(16 if action.mine else 20)
            place = mirrored(QRect(below.left() + pad, top, side, side), below, direction)
            paint_mark(painter, QRectF(place), mark_of(action.outcome), theme.color(ground))
        start = below.left() + pad + lead
        room = QRect(start, top, below.right() - pad - start, below.height())
        title, font = _title(row), theme.font(tokens.LABEL if action else tokens.BODY)
        height = _title_height(title, room.width(), action is not None)
        painter.setFont(font)
        painter.setPen(theme.color("ink" if action else "ink3"))
        flags = _leading(direction) | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        shown = in_lines(title, font, max(1, room.width()), 2)
        painter.drawText(
            mirrored(QRect(start, top, room.width(), height), below, direction), int(flags), shown
        )
        second = QRect(start, top + height + theme.px(2), room.width(), _small())
        self._paint_second(painter, second, below, row, direction, ground)

    def _paint_second(
        self,
        painter: QPainter,
        place: QRect,
        below: QRect,
        row: ListRow,
        direction: Qt.LayoutDirection,
        ground: str,
    ) -> None:
        painter.setFont(theme.font(tokens.SMALL))
        words = second_line(row)
        if not words:
            return
        unsaid = row.action is not None and row.action.unsaid
        if unsaid:
            side = theme.px(13)
            leaf = QRect(place.left(), place.top() + (place.height() - side) // 2, side, side)
            paint_mark(painter, QRectF(mirrored(leaf, below, direction)), Mark.UNSAID, theme.color(ground))
            place = place.adjusted(side + theme.px(4), 0, 0, 0)
        painter.setPen(theme.color("honey_text" if unsaid else "ink2"))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        flags = _leading(direction) | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(mirrored(place, below, direction), int(flags), shown)

    def _heading_height(self, row: ListRow | None) -> int:
        if row is None or not row.opens:
            return 0
        return QFontMetrics(theme.font(tokens.SMALL_LABEL)).height() + theme.px(18)

    def _row_height(self, row: ListRow | None, width: int) -> int:
        if row is None:
            return 0
        room = width - 2 * theme.px(_PAD) - theme.px(_LEAD)
        words = _title_height(_title(row), room, row.action is not None)
        second = _small() + theme.px(2) if second_line(row) else 0
        return words + second + theme.px(14)


def second_line(row: ListRow) -> str:
    """Whose side it is if one's own, what was noticed, whether it was said, and the day's note under its last row."""
    facts = spoken.action_facts(row.action) if row.action is not None else []
    if row.action is not None and row.action.mine:
        facts.insert(0, spoken.own_side())
    if row.note:
        facts.append(" ".join(row.note.split()))
    return spoken.joined(facts)


def _row(index: QModelIndex | QPersistentModelIndex) -> ListRow | None:
    model = index.model()
    return model.row(index) if isinstance(model, ListModel) else None


def _title(row: ListRow) -> str:
    return breakable(row.action.title) if row.action is not None else spoken.nothing_due(resting=row.resting)


def _title_height(title: str, room: int, strong: bool) -> int:  # noqa: FBT001 - the font's weight
    font = theme.font(tokens.LABEL if strong else tokens.BODY)
    return min(text_size(title, font, max(1, room)).height(), 2 * QFontMetrics(font).lineSpacing())


def _small() -> int:
    return QFontMetrics(theme.font(tokens.SMALL)).height()


def _leading(direction: Qt.LayoutDirection) -> Qt.AlignmentFlag:
    right = direction is Qt.LayoutDirection.RightToLeft
    return (
        Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    ) | Qt.AlignmentFlag.AlignAbsolute
