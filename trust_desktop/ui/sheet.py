"""A page outside the frame: a title, a plain statement, a column that scrolls, and its buttons below."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from trust_desktop.override import override
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.common.labels import CaptionLabel, LeadLabel, TitleLabel
from trust_desktop.ui.common.scroll import ScrollColumn
from trust_desktop.ui.common.tab_order import follow_layout

if TYPE_CHECKING:
    from collections.abc import Callable


class Sheet(QWidget):
    """`column` takes what the page says, `footer` its buttons: what leads back first, what leads on last."""

    WIDTH = 44
    """Widest line, in em."""

    def __init__(self, title: str, lead: str = "", *, above: str = "") -> None:
        super().__init__()
        self.setAccessibleName(title)  # heard where the page itself has the keyboard, to be read first
        self.above = CaptionLabel(above)
        self.title = TitleLabel(title)
        self.lead = LeadLabel(lead)
        for label, words in ((self.above, above), (self.lead, lead)):
            if not words:
                label.hide()  # showing one here would make it a window: it has no parent yet
        self._corner = QSize(0, 0)
        self._first: QWidget | None = None
        self._middle = QWidget()
        self.column = QVBoxLayout()
        self.footer = QHBoxLayout()
        self.default: QAbstractButton | None = None
        self.on_escape: Callable[[], object] | None = None
        self._build_column()
        theme.follow(self._retheme_sheet)

    def begin_at(self, widget: QWidget) -> None:
        """Let the keyboard be led there with the page.

        Not a focus proxy: Tab would go to that one past everything that stands before it.
        """
        self._first = widget

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        if self._first is not None:
            self._first.setFocus(reason)
        else:
            super().setFocus(reason)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        follow_layout(self)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.on_escape is not None:
            self.on_escape()
        elif self.scroll_by(event):
            return
        elif not press_on_enter(self, event, self.default):
            super().keyPressEvent(event)

    def reserve_corner(self, room: QSize) -> None:
        """Keep the corner of the window free for its buttons; only where they do not stand beside the column."""
        self._corner = room
        self._keep_clear()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_clear()

    def scroll_by(self, event: QKeyEvent) -> bool:
        """Let the keys of reading move a page that has nothing to press; whether they did."""
        bar = self._scroll.verticalScrollBar()
        steps = {
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
            Qt.Key.Key_Down: bar.singleStep() * 3,
            Qt.Key.Key_Up: -bar.singleStep() * 3,
        }
        step = steps.get(Qt.Key(event.key()), 0)
        if step:
            bar.setValue(bar.value() + step)
        return bool(step)

    def _build_column(self) -> None:
        inside = QVBoxLayout(self._middle)
        inside.setContentsMargins(0, 0, 0, 0)
        for label in (self.above, self.title, self.lead):
            inside.addWidget(label)
        inside.addLayout(self.column)
        inside.addLayout(self.footer)
        inside.addStretch(1)
        self._inside = inside
        ground = QWidget()
        self._sides = QHBoxLayout(ground)
        self._sides.addStretch(1)
        self._sides.addWidget(self._middle, 1000)
        self._sides.addStretch(1)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._scroll = ScrollColumn(ground)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._keep_sides)
        self._outer.addWidget(self._scroll)

    def _retheme_sheet(self) -> None:
        self._middle.setMaximumWidth(theme.em(self.WIDTH))
        self._keep_clear()
        self._inside.setSpacing(theme.px(12))
        self.column.setSpacing(theme.px(12))
        self.column.setContentsMargins(0, theme.px(8), 0, theme.px(16))
        self.footer.setSpacing(theme.px(12))

    def _keep_sides(self) -> None:
        """The bar lies in the margin: what is below the sheet stands under the column, with a bar or without."""
        margin, bar = theme.px(32), self._scroll.verticalScrollBar()
        trailing = margin - bar.sizeHint().width() if bar.maximum() > 0 else margin
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left, right = (trailing, margin) if mirrored else (margin, trailing)
        above = theme.px(8) if self._below_corner else margin
        self._sides.setContentsMargins(left, above, right, margin)

    @property
    def _below_corner(self) -> bool:
        """Whether the column is so wide that it has to begin below the corner."""
        beside = (self.width() - theme.em(self.WIDTH)) // 2
        return self._corner.height() > 0 and beside < self._corner.width() + theme.space(tokens.PAGE_MARGIN)

    def _keep_clear(self) -> None:
        self._outer.setContentsMargins(0, self._corner.height() if self._below_corner else 0, 0, 0)
        self._keep_sides()


def press_on_enter(page: QWidget, event: QKeyEvent, default: QAbstractButton | None) -> bool:
    """Let Enter press the button that has focus, else the page's own; whether it did."""
    if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter} or event.isAutoRepeat():
        return False
    focused = page.focusWidget()
    button = focused if isinstance(focused, QAbstractButton) and not focused.isCheckable() else default
    if button is None or not button.isEnabled() or not button.isVisible():
        return False
    button.click()
    return True
