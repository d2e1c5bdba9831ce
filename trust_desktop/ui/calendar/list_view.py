"""The list of days: the same keys and the same power as the grid, one row after the other."""

from datetime import date
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from trust_desktop.override import override
from trust_desktop.ui import theme
from trust_desktop.ui.calendar.keys import read_key
from trust_desktop.ui.calendar.list_delegate import ListDelegate
from trust_desktop.ui.calendar.list_model import ListModel
from trust_desktop.ui.common.focus_ring import set_focus_radius
from trust_desktop.ui.common.scroll import ThinScrollBar, bare_viewport

_MOVES: Final = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End}


class DayList(QListView):
    """`row_wanted` carries a day and an action or None; `asked` what the other keys ask for."""

    row_wanted = Signal(object, object)
    asked = Signal(object)

    def __init__(self, model: ListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days = model
        self._following = False
        self.setModel(model)
        self.setItemDelegate(ListDelegate(self))
        self._prepare()
        theme.notifier().changed.connect(self.scheduleDelayedItemsLayout)

    def _prepare(self) -> None:
        self.setAccessibleName(self.tr("Days, newest first"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(ThinScrollBar())
        self.setTabKeyNavigation(False)
        bare_viewport(self)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)  # the delegate paints it
        self.setPalette(palette)
        set_focus_radius(self, None)

    def select_row(self, day: date, action_id: int | None) -> None:
        """Select a row without announcing it as wanted."""
        index = self._days.index_of(day, action_id)
        self._following = True
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)
        else:
            self.selectionModel().clear()
        self._following = False

    @override
    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        row = self._days.row(current)
        if row is not None and not self._following:
            self.row_wanted.emit(row.day, row.action.action_id if row.action is not None else None)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        asked = read_key(event)
        if asked is not None:
            self.asked.emit(asked)
        elif Qt.Key(event.key()) in _MOVES:
            super().keyPressEvent(event)
        elif Qt.Key(event.key()) in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self._leap(event)
        elif event.text() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.accept()  # a letter must not start Qt's own search through the rows
        else:
            event.ignore()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _leap(self, event: QKeyEvent) -> None:
        """Go to the day before or after; the day after is the one shown above."""
        after = event.key() == Qt.Key.Key_Right
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            after = not after
        row = self._days.row(self.currentIndex())
        step = -1 if after else 1
        place = self.currentIndex().row()
        while row is not None and 0 <= place < self._days.rowCount():
            there = self._days.row(self._days.index(place))
            if there is not None and there.day != row.day:
                self.setCurrentIndex(self._days.index_of(there.day, None))
                return
            place += step
