"""A page of the frame: its title row stays, its body scrolls when the text grows."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QHBoxLayout, QVBoxLayout, QWidget

from trust_desktop.override import override
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.common.labels import TitleLabel
from trust_desktop.ui.common.scroll import ScrollColumn

if TYPE_CHECKING:
    from collections.abc import Callable

_MOVES: Final = {
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}
_PLAIN: Final = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class Page(QWidget):
    """`title_row` takes what belongs beside the title, `body` is the column below.

    With `scrolls=False` the body itself looks after what does not fit (the calendar's grid).
    `on_escape` is how a page that was come to from another is left; without one Esc means nothing.
    """

    def __init__(self, title: str = "", parent: QWidget | None = None, *, scrolls: bool = True) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.title = TitleLabel(title)
        self.title_row = QHBoxLayout()
        self.title_row.addWidget(self.title, 1)
        self.on_escape: Callable[[], object] | None = None
        self.corner = QSize(0, 0)
        """What is kept free there."""
        self._corner = QWidget()
        self._corner.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._inside = QWidget()
        self.body = QVBoxLayout(self._inside)
        self._outer = QVBoxLayout(self)
        self._outer.setSpacing(0)
        top = QHBoxLayout()
        top.setSpacing(0)
        top.addLayout(self.title_row, 1)
        top.addWidget(self._corner)
        self._top = top
        self._outer.addLayout(top)
        self._reading = ScrollColumn(self._inside) if scrolls else None
        self._outer.addWidget(self._reading or self._inside, 1)
        if self._reading is not None:
            self._reading.verticalScrollBar().rangeChanged.connect(self._keep_margins)
        theme.follow(self._retheme)

    def set_title(self, title: str) -> None:
        self.title.setText(title)
        self.setAccessibleName(title)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.on_escape is not None:
            self.on_escape()
            return
        # What nothing on the page wanted moves the page: it may hold more to read than to press.
        action = _MOVES.get(Qt.Key(event.key())) if event.modifiers() in _PLAIN else None
        if action is None or self._reading is None:
            super().keyPressEvent(event)
            return
        self._reading.verticalScrollBar().triggerAction(action)

    def to_top(self) -> None:
        """Scroll to where the page begins."""
        if self._reading is not None:
            self._reading.verticalScrollBar().setValue(0)

    def reserve_corner(self, room: QSize) -> None:
        """Keep the end of the title row free for the frame's own buttons."""
        self.corner = room
        self._corner.setFixedWidth(room.width())

    def _retheme(self) -> None:
        margin = theme.space(tokens.PAGE_MARGIN)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._top.setContentsMargins(margin, theme.space(14), margin, theme.space(10))
        self.title_row.setSpacing(theme.space(12))
        self.title.setMinimumHeight(theme.space(48))
        self._keep_margins()
        self.body.setSpacing(theme.space(16))

    def _keep_margins(self) -> None:
        """The bar lies in the margin: cards end where the title row ends, with a bar beside them or without."""
        margin = theme.space(tokens.PAGE_MARGIN)
        bar = self._reading.verticalScrollBar() if self._reading is not None else None
        trailing = margin - bar.sizeHint().width() if bar is not None and bar.maximum() > 0 else margin
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left, right = (trailing, margin) if mirrored else (margin, trailing)
        self.body.setContentsMargins(left, theme.space(4), right, margin)
