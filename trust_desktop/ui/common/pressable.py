"""What every painted control shares: hover, size from its words, words that wrap, icon beside them."""

from math import ceil
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from trust_desktop.override import override
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.common.long_words import BREAK, breakable


def text_size(text: str, font: QFont, width: int = 0) -> QSize:
    """Size of the words in lines of at most `width` pixels; one line if it is 0."""
    if not width:
        exact = QFontMetricsF(font)
        return QSize(ceil(exact.horizontalAdvance(text)) + 2, ceil(exact.height()))
    metrics = QFontMetrics(font)
    flags = Qt.TextFlag.TextWordWrap
    return metrics.boundingRect(QRect(0, 0, width, 1_000_000), int(flags), text).size()


def in_lines(text: str, font: QFont, width: int, lines: int) -> str:
    """The words as far as they fit into so many lines, with an ellipsis where they end early."""
    most = lines * text_size("X", font, width).height()
    if text_size(text, font, width).height() <= most:
        return text
    fits, too_long = 0, len(text)
    while too_long - fits > 1:
        middle = (fits + too_long) // 2
        shown = f"{text[:middle].rstrip()}…"
        if text_size(shown, font, width).height() <= most:
            fits = middle
        else:
            too_long = middle
    return f"{text[:fits].rstrip()}…"


def longest_word(text: str, font: QFont) -> int:
    metrics = QFontMetrics(font)
    pieces = text.replace(BREAK, " ").split()
    return max((metrics.horizontalAdvance(word) for word in pieces), default=0) + 1


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


def wrap_height(widget: QWidget, across: QSizePolicy.Policy) -> None:
    """Let a widget be as tall as its wrapped words need at its width; `limit_height` keeps it from being taller."""
    policy = QSizePolicy(across, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)


def limit_height(widget: QWidget) -> None:
    """Call on every resize: a fixed size policy would hold the height of one line however narrow it gets."""
    tall = widget.heightForWidth(widget.width())
    if tall != widget.maximumHeight():
        widget.setMaximumHeight(tall)


_PLAIN: Final = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class Pressable(QPushButton):
    """A painted button; it is a `QPushButton` so that role, press and menu are there for everyone."""

    role = tokens.BODY
    limits_height = True
    folds = False
    """Whether one that is checked shows more, and so takes Enter; a choice among others leaves Enter to its page."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        wrap_height(self, QSizePolicy.Policy.Preferred)
        theme.follow(self._retheme)

    @property
    def words(self) -> str:
        """The text as it is painted: an ampersand in it is an ampersand, never a hidden key."""
        return breakable(self.text().replace("&&", "&"))

    @property
    def hovered(self) -> bool:
        return self.isEnabled() and self.underMouse()

    @override
    def setText(self, text: str) -> None:
        super().setText(text.replace("&", "&&"))
        self._limit()

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt's own buttons take Enter in dialogs only; a person tries it everywhere.
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat()
        if entered and (self.folds or not self.isCheckable()) and event.modifiers() in _PLAIN:
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._limit()

    def _limit(self) -> None:
        if self.limits_height:
            limit_height(self)

    def _retheme(self) -> None:
        self.setFont(theme.font(self.role))
        self.updateGeometry()
        self._limit()
        self.update()
