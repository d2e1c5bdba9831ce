"""A page outside the frame: a title, a plain statement, a column that scrolls, and its buttons below."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from trust_desktop.override import override
from trust_desktop.ui import theme
from trust_desktop.ui.common.labels import CaptionLabel, LeadLabel, TitleLabel
from trust_desktop.ui.common.scroll import ScrollColumn

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
        self._middle = QWidget()
        self.column = QVBoxLayout()
        self.footer = QHBoxLayout()
        self.default: QAbstractButton | None = None
        self.on_escape: Callable[[], object] | None = None
        self._build_column()
        theme.follow(self._retheme_sheet)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.on_escape is not None:
            self.on_escape()
        elif self.scroll_by(event):
            return
        elif not press_on_enter(self, event, self.default):
            super().keyPressEvent(event)

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
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._scroll = ScrollColumn(ground)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._keep_sides)
        outer.addWidget(self._scroll)

    def _retheme_sheet(self) -> None:
        self._middle.setMaximumWidth(theme.em(self.WIDTH))
        self._keep_sides()
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
        self._sides.setContentsMargins(left, margin, right, margin)


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
