"""A row to tick: the box, the day and the action, in the look of the other check boxes."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from trust_desktop.override import override
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.calendar.cell_look import mirrored
from trust_desktop.ui.calendar.fill_model import FillModel
from trust_desktop.ui.common.pressable import round_box, text_size

_BOX = 18
_PAD = 16
_TICK = ((0.25, 0.52), (0.43, 0.70), (0.76, 0.32))


class FillDelegate(QStyledItemDelegate):
    """Space or a press anywhere on the row turns its tick."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = self._view.viewport().width()
        room = max(1, width - theme.px(2 * _PAD + _BOX + 10))
        words = text_size(str(index.data()), theme.font(tokens.BODY), room)
        return QSize(width, max(theme.px(36), words.height() + theme.px(14)))

    @override
    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        pressed = event.type() is QEvent.Type.MouseButtonRelease
        if isinstance(event, QKeyEvent):
            pressed = event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Space
        if pressed and isinstance(model, FillModel):
            model.toggle(index)
        return pressed

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        row = option.rect
        if option.state & QStyle.StateFlag.State_HasFocus:
            look = theme.current()
            round_box(painter, QRectF(row).adjusted(3, 2, -3, -2), 8, None, look.color("focus"), look.ring)
        side, pad = theme.px(_BOX), theme.px(_PAD)
        box = mirrored(
            QRect(row.left() + pad, row.center().y() - side // 2, side, side), row, option.direction
        )
        on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        self._paint_box(painter, QRectF(box), on=on)
        start = row.left() + pad + side + theme.px(10)
        room = mirrored(
            QRect(start, row.top(), row.right() - pad - start, row.height()), row, option.direction
        )
        painter.setFont(theme.font(tokens.BODY))
        painter.setPen(theme.color("ink" if on else "ink2"))
        right = option.direction is Qt.LayoutDirection.RightToLeft
        edge = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        flags = (
            edge | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        )
        painter.drawText(room, int(flags), str(index.data()))
        painter.restore()

    def _paint_box(self, painter: QPainter, box: QRectF, *, on: bool) -> None:
        radius = theme.current().real(tokens.RADIUS_KEY)
        fill = theme.color("pine" if on else "surface")
        round_box(painter, box, radius, fill, None if on else theme.color("edge"))
        if on:
            pen = QPen(theme.color("on_pine"), theme.current().real(2))
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawPolyline(
                [QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in _TICK]
            )
