"""What is really painted: how much of a widget is not ground, and whether two pictures show the same."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget


def ink(widget: QWidget, height: int) -> int:
    """Pixels that differ from the corner when the widget is painted so high, whatever it allows itself."""
    before, most = widget.size(), widget.maximumHeight()
    widget.setMaximumHeight(height)
    widget.resize(QSize(before.width(), height))
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    widget.setMaximumHeight(most)
    widget.resize(before)
    ground = image.pixel(image.width() - 1, image.height() - 1)
    return sum(image.pixel(x, y) != ground for x in range(image.width()) for y in range(image.height()))


def differing(one: QImage, other: QImage) -> int:
    """Pixels that are clearly lighter or darker in one of two pictures of the same size."""
    pixels = [(x, y) for x in range(one.width()) for y in range(one.height())]
    return sum(abs(one.pixelColor(*at).lightness() - other.pixelColor(*at).lightness()) > 40 for at in pixels)
