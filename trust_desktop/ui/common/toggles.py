"""Check boxes and radio buttons whose words wrap."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from trust_desktop.override import override
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.common.focus_ring import set_focus_radius
from trust_desktop.ui.common.pressable import (
    limit_height,
    longest_word,
    mirrored,
    round_box,
    text_size,
    wrap_height,
)

if TYPE_CHECKING:
    _Base = QAbstractButton
else:
    _Base = object  # the kind of button comes from Qt beside it, which takes only one of its own classes

_BOX: Final = 18
_GAP: Final = 10


def _words(button: QAbstractButton) -> str:
    return button.text().replace("&&", "&")


def _height(button: QAbstractButton, width: int) -> int:
    inner = max(1, width - theme.mark(_BOX + _GAP))
    lines = text_size(_words(button), button.font(), inner).height()
    return max(theme.mark(tokens.TARGET), lines + theme.mark(4))


def _hint(button: QAbstractButton) -> QSize:
    width = text_size(_words(button), button.font()).width() + theme.mark(_BOX + _GAP)
    return QSize(width, _height(button, width))


def _least(button: QAbstractButton) -> QSize:
    width = longest_word(_words(button), button.font()) + theme.mark(_BOX + _GAP)
    return QSize(width, _height(button, max(width, button.width())))


def _box(button: QAbstractButton) -> QRectF:
    side = theme.mark(_BOX)
    line = max(theme.mark(tokens.TARGET), button.fontMetrics().height() + theme.mark(4))
    return mirrored(QRectF(0, (line - side) / 2, side, side), QRectF(button.rect()), button.layoutDirection())


def _paint_words(painter: QPainter, button: QAbstractButton) -> None:
    whole = QRectF(button.rect())
    start = theme.mark(_BOX + _GAP)
    place = mirrored(QRectF(start, 0, whole.width() - start, whole.height()), whole, button.layoutDirection())
    painter.setPen(theme.color("ink" if button.isEnabled() else "ink3"))
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextWordWrap
    painter.drawText(place, int(flags), _words(button))


class _Toggle(_Base):
    """Its words wrap, and all of its width takes the press."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text.replace("&", "&&"))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        wrap_height(self, QSizePolicy.Policy.Preferred)
        set_focus_radius(self, tokens.RADIUS_INNER)
        theme.follow(self._retheme)

    def _retheme(self) -> None:
        self.setFont(theme.font(tokens.BODY))
        self.updateGeometry()
        limit_height(self)

    @override
    def sizeHint(self) -> QSize:
        return _hint(self)

    @override
    def minimumSizeHint(self) -> QSize:
        return _least(self)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return _height(self, width)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        limit_height(self)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)


class CheckBox(_Toggle, QCheckBox):
    """On or off, with its words beside it."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = _box(self)
        on = self.isChecked()
        fill = theme.color("pine" if on else "surface")
        round_box(painter, box, theme.radius(tokens.RADIUS_KEY), fill, None if on else theme.color("edge"))
        if on:
            pen = QPen(theme.color("on_pine"), theme.current().real(2))
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            points = ((0.25, 0.52), (0.43, 0.70), (0.76, 0.32))
            tick = [QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in points]
            painter.drawPolyline(tick)
        _paint_words(painter, self)


class RadioButton(_Toggle, QRadioButton):
    """One of several, with its words beside it."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = _box(self)
        on = self.isChecked()
        line = theme.color("pine" if on else "edge")
        round_box(painter, box, box.width() / 2, theme.color("surface"), line, 2 if on else 1)
        if on:
            inset = box.width() * 0.28
            dot = box.adjusted(inset, inset, -inset, -inset)
            round_box(painter, dot, dot.width() / 2, theme.color("pine"), None)
        _paint_words(painter, self)
