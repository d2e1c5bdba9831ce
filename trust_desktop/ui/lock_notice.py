"""A quiet line over the window: it locks soon, and any touch keeps it open. It says no number and moves nothing."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trust_desktop.override import override
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.common.labels import BodyLabel
from trust_desktop.ui.common.pressable import round_box

_WIDEST: Final = 34
"""In em."""


class LockNotice(QWidget):
    """Lies at the foot of `over` and takes neither the pointer nor the keyboard."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        words = self.tr("Nobody has touched this window for a while. It locks soon; any key keeps it open.")
        self._label = BodyLabel(words)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._label)
        self.setAccessibleName(words)
        theme.follow(self._retheme)
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        radius = theme.radius(tokens.RADIUS_CARD)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        round_box(QPainter(self), box, radius, theme.color("surface"), theme.color("edge"))

    def _retheme(self) -> None:
        side, air = theme.space(18), theme.space(12)
        self._row.setContentsMargins(side, air, side, air)
        over = self._over
        width = min(theme.em(_WIDEST), over.width() - 2 * air)
        height = self._label.heightForWidth(width - 2 * side) + 2 * air
        self.setGeometry((over.width() - width) // 2, over.height() - height - air, width, height)
