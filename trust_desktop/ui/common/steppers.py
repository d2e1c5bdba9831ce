"""Painting shared by fields that step: outline, and the arrows at their end."""

from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractSpinBox, QStyle, QStyleOptionSpinBox

from trust_desktop.ui import theme, tokens
from trust_desktop.ui.common.fields import clear_ground, control_height, paint_field
from trust_desktop.ui.common.icons import paint_icon

_ARROWS: Final = (
    (QStyle.SubControl.SC_SpinBoxUp, "chevron-up"),
    (QStyle.SubControl.SC_SpinBoxDown, "chevron-down"),
)


def prepare_stepper(box: QAbstractSpinBox) -> None:
    """Let the box paint its text only; call again when the look changes."""
    box.setFrame(False)
    box.setFont(theme.font(tokens.BODY))
    edit = box.lineEdit()
    clear_ground(edit)
    edit.setTextMargins(theme.space(9), 0, theme.space(4), 0)
    box.updateGeometry()


def stepper_size(box: QAbstractSpinBox, words: str) -> QSize:
    return QSize(box.fontMetrics().horizontalAdvance(words) + theme.mark(13 + 8 + 30), control_height(box))


def paint_stepper(box: QAbstractSpinBox, option: QStyleOptionSpinBox) -> None:
    painter = QPainter(box)
    paint_field(painter, box, focused=box.hasFocus())
    for part, name in _ARROWS:
        place = box.style().subControlRect(QStyle.ComplexControl.CC_SpinBox, option, part, box)
        side = min(theme.mark(14), place.height())
        inwards = -1 if place.center().x() > box.width() / 2 else 1
        middle = QRectF(place).center()
        square = QRectF(middle.x() - side / 2 + inwards * theme.space(6), middle.y() - side / 2, side, side)
        paint_icon(painter, square, name, theme.color("ink2"))
