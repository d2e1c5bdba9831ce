"""The bundled line icons, recoloured from the theme and painted as vectors at any size."""

from functools import cache
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from trust_desktop import resources
from trust_desktop.ui import theme

_RATIOS: Final = (1.0, 1.5, 2.0, 3.0)


def paint_icon(painter: QPainter, rect: QRectF, name: str, color: QColor, *, strong: bool = False) -> None:
    """Paint an icon into a square; `strong` is the stroke of a selected row."""
    stroke = 2.0 if strong else theme.current().icon_stroke
    _renderer(name, color.name(), stroke).render(painter, rect)


def icon(name: str, role: str = "ink2", size: int = 18) -> QIcon:
    """An icon for Qt's own menus and fields, at `size` of the look; ask again when the look changes."""
    side = theme.mark(size)
    made = QIcon()
    for ratio in _RATIOS:
        pixmap = QPixmap(QSize(round(side * ratio), round(side * ratio)))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint_icon(painter, QRectF(0, 0, side, side), name, theme.color(role))
        painter.end()
        made.addPixmap(pixmap)
    return made


@cache
def _source(name: str) -> str:
    return resources.path("icons", f"{name}.svg").read_text(encoding="utf-8")


@cache
def _renderer(name: str, color: str, stroke: float) -> QSvgRenderer:
    svg = _source(name).replace("currentColor", color).replace('stroke-width="2"', f'stroke-width="{stroke}"')
    return QSvgRenderer(QByteArray(svg.encode()))
