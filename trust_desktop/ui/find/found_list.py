"""The list of what was found: arrows go through it, Enter opens the place."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from trust_desktop.override import override
from trust_desktop.ui import theme
from trust_desktop.ui.common.row_list import RowList
from trust_desktop.ui.find.found_delegate import FoundDelegate
from trust_desktop.ui.find.found_model import FoundModel, Index

_OPEN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class FoundList(RowList):
    """As tall as its rows; `left_upwards` when Up is pressed on the first one."""

    opened = Signal(object)
    left_upwards = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = FoundModel(self)
        self._delegate = FoundDelegate(self.rows, self)
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("What was found"))
        self.setAccessibleDescription(self.tr("Enter opens the place where it stands."))
        self.rows.modelReset.connect(self.rows_changed)
        self.rows.rowsInserted.connect(self.rows_changed)
        theme.follow(self.rows_changed)

    @override
    def heightForWidth(self, width: int) -> int:
        return sum(self._delegate.heights(width))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPEN:
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._open(self.indexAt(event.position().toPoint()))

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._bring_into_view(current)

    def _open(self, index: QModelIndex) -> None:
        row = self.rows.row(index.row()) if index.isValid() else None
        if row is not None:
            self.opened.emit(row.found)

    def _bring_into_view(self, index: Index) -> None:
        """Let the page scroll to a row; the list itself is shown whole."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        inside = area.widget() if area is not None else None
        if area is None or inside is None or not self.hasFocus():
            return
        row = self.visualRect(self.rows.index(index.row()))
        top = self.viewport().mapTo(inside, QPoint(0, row.top())).y()
        for at in (top + row.height(), top):
            area.ensureVisible(0, at, 0, theme.space(8))

    @override
    def rows_changed(self) -> None:
        self._delegate.forget_heights()
        super().rows_changed()
