"""A pause that is running, over everything else of the day: the words it was left with and the door to it."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from trust_desktop.override import override
from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import HoneyButton
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.icons import paint_icon
from trust_desktop.ui.common.labels import StrongLabel
from trust_desktop.ui.today.quiet_line import QuietLine

_BESIDE: Final = 32
"""Width of the strip, in em, from which the door stands beside the words."""


class PauseStrip(Card):
    """Shows the line about a pause, hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, ground="honey_tint", line="honey_line", padding=12)
        self._about: QuietLine | None = None
        self.words = StrongLabel()
        self.door = HoneyButton("")
        self.door.clicked.connect(self._on_pressed)
        self._row = QHBoxLayout()
        self._row.addWidget(_Disc(), 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.words, 1)
        self._ends = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._ends.addLayout(self._row, 1)
        self._ends.addWidget(self.door)
        self.body.addLayout(self._ends)
        self.hide()
        theme.follow(self._retheme_row)

    def show_line(self, line: QuietLine | None) -> None:
        self._about = line
        self.setVisible(line is not None)
        if line is None:
            return
        self.words.setText(line.words)
        self.door.setVisible(bool(line.doors))
        if line.doors:
            self.door.setText(line.doors[0].words)
            self.door.setAccessibleName(line.doors[0].spoken or line.doors[0].words)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Beside large words the door would leave no room for more than one or two of them in a line."""
        beside = self.width() >= theme.em(_BESIDE)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._ends.setDirection(way)
        place = Qt.AlignmentFlag.AlignVCenter if beside else Qt.AlignmentFlag.AlignLeading
        self._ends.setAlignment(self.door, place)

    def _on_pressed(self) -> None:
        if self._about is not None and self._about.doors:
            self._about.doors[0].opened()

    def _retheme_row(self) -> None:
        self._row.setSpacing(theme.px(12))
        self._ends.setSpacing(theme.px(12))
        self._arrange()
        side, above = theme.px(24), theme.px(12)
        self.body.setContentsMargins(side, above, side, above)


class _Disc(QWidget):
    def __init__(self) -> None:
        super().__init__()
        theme.follow(self._retheme)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(QPainter(self), QRectF(self.rect()), "circle-pause", theme.color("honey_text"))

    def _retheme(self) -> None:
        self.setFixedSize(theme.px(20), theme.px(20))
