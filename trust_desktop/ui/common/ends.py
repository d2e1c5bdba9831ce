"""Two things at the two ends of a row; under each other where the row is too narrow for both."""

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from trust_desktop.override import override
from trust_desktop.ui import theme


class Ends(QWidget):
    """`gap` is the least room between them, a length of the look; a hidden one takes none."""

    def __init__(
        self, first: QWidget, last: QWidget, parent: QWidget | None = None, *, gap: int = 16
    ) -> None:
        super().__init__(parent)
        self._first, self._last, self._gap = first, last, gap
        self._heights: dict[int, int] = {}
        for widget in (first, last):
            widget.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.follow(self._retheme)

    @override
    def sizeHint(self) -> QSize:
        hints = [widget.sizeHint() for widget in self._shown()]
        width = sum(hint.width() for hint in hints) + theme.px(self._gap) * max(0, len(hints) - 1)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        least = [widget.minimumSizeHint().width() for widget in self._shown()]
        width = max(least, default=0)
        return QSize(width, self.heightForWidth(max(width, self.width())))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:  # Qt asks again and again, and for some rows within rows
            self._heights[width] = self._height_at(width)
        return self._heights[width]

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._heights.clear()
            self.updateGeometry()
            self._lay_out()
        return super().event(event)

    def _height_at(self, width: int) -> int:
        heights = [_height(widget, width) for widget in self._shown()]
        if self._in_one_row(width):
            return max(heights, default=0)
        return sum(heights) + theme.px(self._gap) // 2 * max(0, len(heights) - 1)

    def _shown(self) -> list[QWidget]:
        return [widget for widget in (self._first, self._last) if not widget.isHidden()]

    def _in_one_row(self, width: int) -> bool:
        hints = [widget.sizeHint().width() for widget in self._shown()]
        return sum(hints) + theme.px(self._gap) * max(0, len(hints) - 1) <= width

    def _lay_out(self) -> None:
        top = 0
        one_row = self._in_one_row(self.width())
        for widget in self._shown():
            across = min(widget.sizeHint().width(), self.width())
            tall = _height(widget, self.width())
            left = self.width() - across if one_row and widget is self._last else 0
            place = QRect(left, (self.height() - tall) // 2 if one_row else top, across, tall)
            widget.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))
            top += tall + theme.px(self._gap) // 2

    def _retheme(self) -> None:
        self._heights.clear()
        self.updateGeometry()
        self._lay_out()


def _height(widget: QWidget, width: int) -> int:
    across = min(widget.sizeHint().width(), width)
    return widget.heightForWidth(across) if widget.hasHeightForWidth() else widget.sizeHint().height()
