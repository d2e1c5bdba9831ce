"""The grid of a month, or of one week: whole weeks, moved through by day, marked by key."""

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from trust_desktop.override import override
from trust_desktop.ui import theme
from trust_desktop.ui.calendar.keys import read_key
from trust_desktop.ui.calendar.month_delegate import MonthDelegate
from trust_desktop.ui.calendar.month_model import MonthModel
from trust_desktop.ui.calendar.weekday_header import WeekdayHeader
from trust_desktop.ui.common.focus_ring import set_focus_radius
from trust_desktop.ui.common.scroll import ThinScrollBar, bare_viewport

_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}


class MonthGrid(QTableView):
    """`day_wanted` carries the day moved to, which may lie in another month; `asked` all other keys."""

    day_wanted = Signal(object)
    asked = Signal(object)

    def __init__(self, model: MonthModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days = model
        self.setModel(model)
        self._delegate = MonthDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setHorizontalHeader(WeekdayHeader(self._pad_in, self))
        self._prepare()
        self._share_height()
        model.modelReset.connect(self._share_height)
        theme.notifier().changed.connect(self._share_height)

    def _prepare(self) -> None:
        self.setAccessibleName(self.tr("Days"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(ThinScrollBar())
        bare_viewport(self)
        weeks = self.verticalHeader()
        weeks.hide()
        weeks.setMinimumSectionSize(1)
        weeks.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        set_focus_radius(self, None)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)  # the delegate paints it
        self.setPalette(palette)

    def day(self) -> date | None:
        """The day that is selected."""
        return self._days.day_at(self.currentIndex())

    def select_day(self, day: date) -> None:
        """Select a day without announcing it as wanted; nothing happens if it is not shown."""
        index = self._days.index_of(day)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)
        self.scrollTo(index)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        day = self._day_after(event)
        asked = read_key(event)
        if day is not None:
            self.day_wanted.emit(day)
        elif asked is not None:
            self.asked.emit(asked)
        elif event.text() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.accept()  # a letter must not start Qt's own search through the cells
        else:
            event.ignore()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        day = self._days.day_at(self.indexAt(event.position().toPoint()))
        if day is not None and event.button() is Qt.MouseButton.LeftButton:
            self.day_wanted.emit(day)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_height()

    @override
    def moveCursor(
        self, cursorAction: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Days are moved through by `day_wanted` alone."""
        return self.currentIndex()

    def _day_after(self, event: QKeyEvent) -> date | None:
        day = self.day()
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if day is None or not plain:
            return None
        if key is Qt.Key.Key_Home:
            return self._days.week_of(day)
        if key is Qt.Key.Key_End:
            return self._days.week_of(day) + timedelta(days=6)
        step = _STEPS.get(key)
        if step is None:
            return None
        across = abs(step) == 1 and self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return day + timedelta(days=-step if across else step)

    def _pad_in(self, width: int) -> int:
        return self._delegate.look.pad_in(width)

    def _share_height(self) -> None:
        """Give each week the same height; as many whole weeks as fit without touching, the rest by scrolling."""
        weeks = self._days.rowCount()
        room = self.viewport().height()
        if weeks == 0 or room <= 0:
            return
        least = self._delegate.look.least_height(self.columnWidth(0), own=self._days.has_own)
        shown = max(1, min(weeks, room // least))
        header = self.verticalHeader()
        for week in range(weeks):
            place = week % shown
            header.resizeSection(week, (place + 1) * room // shown - place * room // shown)
        self.scrollTo(self.currentIndex())
