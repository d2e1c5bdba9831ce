"""The sheet that holds a page's main thing, and the hairlines that part its rows."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from trust_desktop.override import override
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.common.pressable import round_box


class Card(QFrame):
    """`body` is its column; `ground` and `line` are token names."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        ground: str = "surface",
        line: str = "line",
        padding: int = tokens.CARD_PADDING,
        radius: int = tokens.RADIUS_CARD,
        spacing: int = 12,
    ) -> None:
        super().__init__(parent)
        self._ground, self._line, self._radius = ground, line, radius
        self._padding, self._spacing = padding, spacing
        self.body = QVBoxLayout(self)
        theme.follow(self._retheme)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        radius = theme.radius(self._radius)
        painter = QPainter(self)
        round_box(painter, QRectF(self.rect()), radius, theme.color(self._ground), theme.color(self._line))

    def _retheme(self) -> None:
        side = theme.space(self._padding)
        self.body.setContentsMargins(side, side, side, side)
        self.body.setSpacing(theme.space(self._spacing))
        self.update()


class Hairline(QWidget):
    """One pixel between two rows; it says nothing to a screen reader."""

    def __init__(self, parent: QWidget | None = None, *, vertical: bool = False) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)
        theme.follow(self.update)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.color("line"))
