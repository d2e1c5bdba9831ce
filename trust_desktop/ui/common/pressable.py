"""What every painted control shares: hover, size from its words, words that wrap, icon beside them."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from trust_desktop.override import override
from trust_desktop.ui import theme, tokens


def text_size(text: str, font: QFont, width: int = 0) -> QSize:
    """Size of the words in lines of at most `width` pixels; one line if it is 0."""
    metrics = QFontMetrics(font)
    if not width:
        return QSize(metrics.horizontalAdvance(text) + 1, metrics.height())
    flags = Qt.TextFlag.TextWordWrap
    return metrics.boundingRect(QRect(0, 0, width, 1_000_000), int(flags), text).size()


def longest_word(text: str, font: QFont) -> int:
    metrics = QFontMetrics(font)
    return max((metrics.horizontalAdvance(word) for word in text.split()), default=0) + 1


def round_box(
    painter: QPainter, rect: QRectF, radius: float, fill: QColor | None, line: QColor | None, width: float = 1
) -> None:
    """A rounded box whose outline lies inside the rectangle."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(line, width) if line is not None else Qt.PenStyle.NoPen)
    inset = width / 2 if line is not None else 0.0
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset)


def mirrored(rect: QRectF, within: QRectF, direction: Qt.LayoutDirection) -> QRectF:
    """The rectangle as it lies when rows read from the other side."""
    if direction is Qt.LayoutDirection.LeftToRight:
        return rect
    return QRectF(within.right() - (rect.right() - within.left()), rect.top(), rect.width(), rect.height())


class Pressable(QPushButton):
    """A painted button; it is a `QPushButton` so that role, press and menu are there for everyone."""

    role = tokens.BODY

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.follow(self._retheme)

    @property
    def words(self) -> str:
        """The text as it is read: an ampersand in it is an ampersand, never a hidden key."""
        return self.text().replace("&&", "&")

    @property
    def hovered(self) -> bool:
        return self.isEnabled() and self.underMouse()

    @override
    def setText(self, text: str) -> None:
        super().setText(text.replace("&", "&&"))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    def _retheme(self) -> None:
        self.setFont(theme.font(self.role))
        self.updateGeometry()
        self.update()
