"""The ring of a pause, filling from twelve o'clock, and in it the disc to breathe with."""

import math
from time import monotonic
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trust_desktop.domain.pause import QUARTERS
from trust_desktop.override import override
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.common import motion

IN: Final = 4.0
OUT: Final = 6.0
"""Seconds of a breath in and a breath out."""

_WIDE, _NARROW = 0.80, 0.72
_INNER: Final = 0.775
"""Radii: of the disc in parts of the ring's, of the inner disc in parts of the outer one's."""

_RING: Final = 166
_ROOM: Final = 352
_FRAME_MS: Final = 40
_STILL_MS: Final = 250


class BreathRing(QWidget):
    """`set_filled` with the part that has passed; nothing in it counts down."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filled = 0.0
        self._began = monotonic()
        self._said = ""
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._breathe)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(self.tr("A circle to breathe with: four seconds in, six seconds out."))
        self._say()
        theme.follow(self._retheme)

    def set_filled(self, filled: float) -> None:
        if abs(filled - self._filled) * 2 * math.pi * self._radius() >= 0.5 or filled in (0.0, 1.0):
            self._filled = filled
            self.update()
        self._say()

    @property
    def breathing_in(self) -> bool:
        return self._moment() < IN

    @property
    def word(self) -> str:
        return self.tr("breathe in") if self.breathing_in else self.tr("breathe out")

    def disc_radius(self) -> float:
        """How wide the disc is now, in parts of the ring; where things do not move it stands still."""
        if motion.is_reduced():
            return _NARROW
        moment = self._moment()
        part = moment / IN if moment < IN else 1 - (moment - IN) / OUT
        return _NARROW + (_WIDE - _NARROW) * (1 - math.cos(math.pi * part)) / 2

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme.mark(_ROOM), theme.mark(_ROOM))

    @override
    def minimumSizeHint(self) -> QSize:
        side = theme.mark(_ROOM * 3 // 5)
        return QSize(side, side)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return max(self.minimumSizeHint().height(), min(width, self.sizeHint().height()))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start(_STILL_MS if motion.is_reduced() else _FRAME_MS)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, radius = QRectF(self.rect()).center(), self._radius()
        self._paint_disc(painter, middle, radius * self.disc_radius())
        self._paint_ring(painter, middle, radius)

    def _paint_disc(self, painter: QPainter, middle: QPointF, radius: float) -> None:
        line = QPen(theme.color("pine"), 2) if theme.current().contrast else QPen(Qt.PenStyle.NoPen)
        painter.setPen(line)
        for part, ground in ((1.0, "pine_tint"), (_INNER, "pine_tint2")):
            painter.setBrush(theme.color(ground))
            painter.drawEllipse(middle, radius * part, radius * part)
        painter.setFont(theme.font(tokens.SAID))
        painter.setPen(theme.color("pine_text"))
        room = radius * _INNER * 0.95
        inside = QRectF(middle.x() - room, middle.y() - room, 2 * room, 2 * room)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(inside, int(flags), self.word)

    def _paint_ring(self, painter: QPainter, middle: QPointF, radius: float) -> None:
        place = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("line2"), theme.current().real(2)))
        painter.drawEllipse(place)
        pen = QPen(theme.color("pine"), theme.current().real(4))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawArc(place, 90 * 16, -round(self._filled * 360 * 16))
        dot, cut = theme.current().real(5), theme.current().real(8)
        for quarter in range(QUARTERS):
            angle = 2 * math.pi * quarter / QUARTERS
            at = QPointF(middle.x() + radius * math.sin(angle), middle.y() - radius * math.cos(angle))
            reached = self._filled >= quarter / QUARTERS
            _disc(painter, at, cut, theme.color("paper"))
            _disc(painter, at, dot, theme.color("pine" if reached else "edge"))

    def _radius(self) -> float:
        least = min(self.width(), self.height()) / 2
        return max(1.0, min(least * _RING / (_ROOM / 2), float(theme.mark(_RING))))

    def _moment(self) -> float:
        return (monotonic() - self._began) % (IN + OUT)

    def _breathe(self) -> None:
        if motion.is_reduced() and self.word == self._said:
            return
        self._said = self.word
        reach = round(self._radius() * _WIDE) + 2
        middle = self.rect().center()
        self.update(middle.x() - reach, middle.y() - reach, 2 * reach, 2 * reach)

    def _say(self) -> None:
        passed = (
            self.tr("The pause has just begun."),
            self.tr("A quarter of the pause has passed."),
            self.tr("Half of the pause has passed."),
            self.tr("Three quarters of the pause have passed."),
            self.tr("The time has come."),
        )
        self.setAccessibleDescription(passed[min(QUARTERS, int(self._filled * QUARTERS))])

    def _retheme(self) -> None:
        self.updateGeometry()
        self.update()


def _disc(painter: QPainter, at: QPointF, radius: float, color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(at, radius, radius)
