"""Paints one day's cell: number, today's ring, the marks in their slots, the leaf, selection and focus."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from trust_desktop.override import override
from trust_desktop.ui import theme
from trust_desktop.ui.calendar.cell_look import CellLook, mirrored
from trust_desktop.ui.calendar.month_model import MonthModel, ShownDay
from trust_desktop.ui.common.marks import Mark
from trust_desktop.ui.common.pressable import round_box

_FOCUS_RADIUS = 10
_INSET = 4


class MonthDelegate(QStyledItemDelegate):
    """Reads only what the model holds ready; a month is painted without asking the vault."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = CellLook()
        theme.follow(self._retheme)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model = index.model()
        if not isinstance(model, MonthModel):
            return
        shown = model.shown(index.row(), index.column())
        cell = option.rect
        if model.has_own:
            cell = cell.adjusted(0, 0, 0, -self.look.own_strip)
        painter.fillRect(cell.left(), cell.top(), cell.width(), 1, self.look.colors["line"])
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = selected and bool(option.state & QStyle.StateFlag.State_HasFocus)
        if selected:
            self._paint_selection(painter, option.rect, focused=focused)
        self._paint_number(painter, cell, option.direction, shown, selected=selected)
        ground = "pine_tint" if selected else "surface"
        for slot, mark in shown.marks:
            place = mirrored(self.look.place(cell, slot), cell, option.direction)
            self.look.paint(painter, place, mark, ground)
        for slot, mark in shown.own:
            place = mirrored(self.look.place(option.rect, slot, own=True), option.rect, option.direction)
            self.look.paint(painter, place, mark, ground)
        if shown.leaf:
            place = mirrored(self.look.leaf(cell), cell, option.direction)
            self.look.paint(painter, place, Mark.UNSAID, ground)

    def _paint_selection(self, painter: QPainter, cell: QRect, *, focused: bool) -> None:
        colors, ring = self.look.colors, self.look.look.ring
        painter.save()
        inside = QRectF(cell).adjusted(_INSET, _INSET, -_INSET, -_INSET)
        outline = None if focused else colors["pine"]
        width = float(ring) if self.look.look.contrast else 1.0
        round_box(painter, inside, _FOCUS_RADIUS - _INSET, colors["pine_tint"], outline, width)
        if focused:
            round_box(painter, QRectF(cell).adjusted(1, 1, -1, 0), _FOCUS_RADIUS, None, colors["focus"], ring)
        painter.restore()

    def _paint_number(
        self,
        painter: QPainter,
        cell: QRect,
        direction: Qt.LayoutDirection,
        shown: ShownDay,
        *,
        selected: bool,
    ) -> None:
        look = self.look
        strong = shown.today or (selected and look.look.contrast)
        width = look.width_of(shown.number, strong=strong)
        middle = cell.top() + look.number_middle(cell.height())
        tall = round(look.look.real(20))
        pad = look.pad_in(cell.width())
        place = mirrored(QRect(cell.left() + pad, middle - tall // 2, width, tall), cell, direction)
        if shown.today:
            self._paint_today(painter, place, cell)
        painter.setFont(look.number_strong if strong else look.number)
        painter.setPen(look.colors["ink" if shown.in_month else "ink3"])
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        painter.drawText(place, int(flags), shown.number)
        if shown.month_name:
            self._paint_month(painter, place, cell, direction, shown.month_name)

    def _paint_today(self, painter: QPainter, number: QRect, cell: QRect) -> None:
        # In a low or narrow cell it keeps off the marks and the leaf.
        across = min(self.look.ring_across, 0.52 * cell.height(), 0.74 * cell.width())
        middle = QRectF(number).center()
        ring = QRectF(middle.x() - across / 2, middle.y() - across / 2, across, across)
        painter.save()
        colors = self.look.colors
        round_box(painter, ring, across / 2, colors["surface"], colors["pine"], self.look.look.ring)
        painter.restore()

    def _paint_month(
        self, painter: QPainter, number: QRect, cell: QRect, direction: Qt.LayoutDirection, name: str
    ) -> None:
        start = mirrored(number, cell, direction).right() + 1 + self.look.grown(6)
        room = QRect(start, number.top(), cell.right() - start - self.look.mark, number.height())
        painter.setFont(self.look.month)
        side = Qt.AlignmentFlag.AlignLeft
        if direction is Qt.LayoutDirection.RightToLeft:
            side = Qt.AlignmentFlag.AlignRight
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        words = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, max(0, room.width()))
        painter.drawText(mirrored(room, cell, direction), int(flags), words)

    def _retheme(self) -> None:
        self.look = CellLook()
