"""The picture of the program in task bars and window switchers: a plain book, as neutral as its name."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from trust_desktop.ui import theme
from trust_desktop.ui.common.icons import paint_icon

_BOOK: Final = "book-open"
_SIDES: Final = (16, 24, 32, 48, 64, 128)
"""Pixels; a desktop takes the nearest."""

_CORNER: Final = 0.22
_MARGIN: Final = 0.17
"""Shares of a side. The book needs a ground of its own: nobody knows whether a task bar is light or dark."""


def window_icon() -> QIcon:
    found = QIcon()
    for side in _SIDES:
        found.addPixmap(_painted(side))
    return found


def _painted(side: int) -> QPixmap:
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("pine"))
    painter.drawRoundedRect(QRectF(0, 0, side, side), side * _CORNER, side * _CORNER)
    inset = side * _MARGIN
    square = QRectF(inset, inset, side - 2 * inset, side - 2 * inset)
    paint_icon(painter, square, _BOOK, theme.color("on_pine"), strong=True)
    painter.end()
    return pixmap
