"""Rows that wrap: what does not fit beside the last thing goes under it."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from trust_desktop.override import override
from trust_desktop.ui import theme
from trust_desktop.ui.common.pressable import limit_height, wrap_height


class FlowLayout(QLayout):
    """Lays widgets in reading direction; gaps are lengths of the look.

    With `apart` what follows the first stands at the far end, for as long as all of it has room in one row.
    """

    def __init__(
        self, parent: QWidget | None = None, *, gap: int = 8, row_gap: int = 8, apart: bool = False
    ) -> None:
        super().__init__(parent)
        self._apart = apart
        self._items: list[QLayoutItem] = []
        self._gap, self._row_gap = gap, row_gap
        self._stacked = False
        self.setContentsMargins(0, 0, 0, 0)

    def set_stacked(self, stacked: bool) -> None:  # noqa: FBT001 - a state, said by name at each call
        """Give each widget a row of its own, as wide as the whole."""
        if stacked is not self._stacked:
            self._stacked = stacked
            self.invalidate()

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    @override
    def sizeHint(self) -> QSize:
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in shown) + max(0, len(shown) - 1) * theme.space(self._gap)
        margins = self.contentsMargins()
        height = max((size.height() for size in shown), default=0)
        return QSize(width + margins.left() + margins.right(), height + margins.top() + margins.bottom())

    @override
    def minimumSize(self) -> QSize:
        shown = [item.minimumSize() for item in self._items if not item.isEmpty()]
        margins = self.contentsMargins()
        width = max((size.width() for size in shown), default=0)
        height = max((size.height() for size in shown), default=0)
        return QSize(width + margins.left() + margins.right(), height + margins.top() + margins.bottom())

    def _place(self, rect: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        inner = rect.marginsRemoved(margins)
        top = inner.top()
        rows = self._rows(inner.width())
        for row in rows:
            tall = max(size.height() for _, size in row)
            left = inner.left()
            for number, (item, size) in enumerate(row):
                if number == 1 and self._apart and len(rows) == 1:
                    left += max(0, inner.width() - self._across(row))
                if move:
                    place = QRect(QPoint(left, top + (tall - size.height()) // 2), size)
                    item.setGeometry(self._facing(place, inner))
                left += size.width() + theme.space(self._gap)
            top += tall + theme.space(self._row_gap)
        used = top - theme.space(self._row_gap) if self._items else top
        return max(0, used - rect.top()) + margins.bottom()

    def _across(self, row: list[tuple[QLayoutItem, QSize]]) -> int:
        return sum(size.width() for _, size in row) + (len(row) - 1) * theme.space(self._gap)

    def _rows(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        rows: list[list[tuple[QLayoutItem, QSize]]] = []
        left = 0
        for item in self._items:
            if item.isEmpty():
                continue
            hint = item.sizeHint()
            across = max(width, 1) if self._stacked else min(hint.width(), max(width, 1))
            tall = item.heightForWidth(across) if item.hasHeightForWidth() else hint.height()
            if self._stacked or not rows or left + across > width:
                rows.append([])
                left = 0
            rows[-1].append((item, QSize(across, tall)))
            left += across + theme.space(self._gap)
        return rows

    def _facing(self, place: QRect, inner: QRect) -> QRect:
        parent = self.parentWidget()
        if parent is None or parent.layoutDirection() is Qt.LayoutDirection.LeftToRight:
            return place
        return QRect(QPoint(inner.right() - (place.right() - inner.left()), place.top()), place.size())


class FlowRow(QWidget):
    """A wrapping row as a widget, never taller than its rows are."""

    def __init__(
        self, parent: QWidget | None = None, *, gap: int = 8, row_gap: int = 8, apart: bool = False
    ) -> None:
        super().__init__(parent)
        self.flow = FlowLayout(self, gap=gap, row_gap=row_gap, apart=apart)
        wrap_height(self, QSizePolicy.Policy.Preferred)

    @override
    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            limit_height(self)
        return done

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        limit_height(self)
