"""The list of what is not said yet: choose what the words are about, or let an entry rest."""

from collections.abc import Collection
from datetime import date

from PySide6.QtCore import QEvent, QModelIndex, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from trust_desktop.domain.follow_through import MarkKey
from trust_desktop.override import override
from trust_desktop.services.acknowledging import Tray
from trust_desktop.ui import theme
from trust_desktop.ui.acknowledgement.unsaid_delegate import END, UnsaidDelegate
from trust_desktop.ui.acknowledgement.unsaid_model import Index, Kind, UnsaidModel
from trust_desktop.ui.common.buttons import PlainButton
from trust_desktop.ui.common.row_list import RowList

_CHOOSE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class UnsaidList(RowList):
    """As tall as its rows; Enter chooses or puts back, Delete lets rest, the button beside a row too."""

    chosen = Signal(object)
    rested = Signal(object)
    wide = 12

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = UnsaidModel(self)
        self._delegate = UnsaidDelegate(self)
        self._build_rest_button()
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Not said yet"))
        self.setAccessibleDescription(
            self.tr("Enter chooses what your words are about. Delete lets an entry rest.")
        )
        self.rows.modelReset.connect(self.rows_changed)
        self.rows.dataChanged.connect(self.rows_changed)
        theme.follow(self._retheme)

    def show_tray(self, tray: Tray, today: date) -> None:
        self.rows.show(tray, today)

    def set_covered(self, covered: Collection[MarkKey]) -> None:
        self.rows.set_covered(covered)

    @override
    def heightForWidth(self, width: int) -> int:
        entries = [self.rows.entry(row) for row in range(self.rows.rowCount())]
        return sum(self._delegate.height(entry, width) for entry in entries if entry is not None)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_rest_button()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._place_rest_button()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        QTimer.singleShot(0, self, self._place_rest_button)  # the button itself may be where the focus goes

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _CHOOSE:
            self._choose(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete:
            self._let_rest(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._place_rest_button(self.indexAt(event.position().toPoint()))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(self.indexAt(event.position().toPoint()))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._place_rest_button()

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._place_rest_button()

    @override
    def doItemsLayout(self) -> None:
        super().doItemsLayout()
        self._place_rest_button()

    def _choose(self, index: QModelIndex) -> None:
        entry = self.rows.entry(index.row()) if index.isValid() else None
        if entry is None:
            return
        if entry.kind is Kind.EARLIER:
            self.rows.turn_earlier()
            self.setCurrentIndex(self.rows.index(index.row()))
        elif entry.key is not None:
            self.chosen.emit(entry.key)

    def _let_rest(self, index: QModelIndex) -> None:
        entry = self.rows.entry(index.row()) if index.isValid() else None
        if entry is not None and entry.key is not None:
            self.rested.emit(entry.key)

    def _build_rest_button(self) -> None:
        self._rest_row = -1
        self.rest_button = PlainButton(self.tr("Let it rest"), self.viewport(), dense=True)
        self.rest_button.hide()
        self.rest_button.clicked.connect(lambda: self._let_rest(self.rows.index(self._rest_row)))

    def _place_rest_button(self, hovered: QModelIndex | None = None) -> None:
        """Lay the button beside the row the mouse or the keyboard is on; elsewhere it would only be noise."""
        keyboard = self.currentIndex() if self.hasFocus() or self.rest_button.hasFocus() else QModelIndex()
        index = hovered if hovered is not None and hovered.isValid() else keyboard
        entry = self.rows.entry(index.row()) if index.isValid() else None
        if entry is None or entry.key is None:
            self.rest_button.hide()
            return
        self._rest_row = index.row()
        row = QRectF(self.visualRect(index))
        line = self._delegate.second_line(entry, row)
        size = self.rest_button.sizeHint()
        top = line.center().y() - size.height() / 2
        left = row.right() - size.width() - theme.px(END) / 2
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            left = row.left() + theme.px(END) / 2
        self.rest_button.setGeometry(round(left), round(top), size.width(), size.height())
        self.rest_button.setAccessibleName(
            self.tr("Let it rest: {action}, {day}").format(action=entry.title, day=entry.second)
        )
        self.rest_button.show()

    def _retheme(self) -> None:
        self._delegate.aside = self.rest_button.sizeHint().width()
        self.rows_changed()
