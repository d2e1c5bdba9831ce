"""The days of a month in whole weeks, ready to be painted and spoken."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt

from trust_desktop.domain.cadence import week_of
from trust_desktop.override import override
from trust_desktop.services.following_through import ActionOnDay, CellMark, DayCell, DayView, MonthView
from trust_desktop.ui.calendar import dates, spoken
from trust_desktop.ui.common.day_words import number
from trust_desktop.ui.common.marks import Mark, mark_of

_ROOT: Final = QModelIndex()
_WEEK: Final = 7

NARROW_NAME: Final = Qt.ItemDataRole.UserRole
"""Header role: a weekday's shortest name, for columns too narrow for the usual one."""

_HEADER_FORMS: Final[dict[int, QLocale.FormatType]] = {
    Qt.ItemDataRole.DisplayRole: QLocale.FormatType.ShortFormat,
    Qt.ItemDataRole.AccessibleTextRole: QLocale.FormatType.LongFormat,
    NARROW_NAME: QLocale.FormatType.NarrowFormat,
}

AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ShownDay:
    """What the delegate paints; `marks` are pairs of slot and mark, and so are those of the person's own side."""

    day: date
    number: str
    month_name: str
    in_month: bool
    today: bool
    marks: tuple[tuple[int, Mark], ...]
    own: tuple[tuple[int, Mark], ...]
    leaf: bool


class MonthModel(QAbstractTableModel):
    """Rows are weeks, columns weekdays from the first day of the week on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cells: tuple[DayCell, ...] = ()
        self._days: tuple[ShownDay, ...] = ()
        self._first_weekday = 0
        self.has_own = False
        """Whether any day shown has room for commitments of the person's own."""

    def show(self, view: MonthView, week: date | None = None) -> None:
        """Show a month, or of it the one week that begins on `week`; the same days are only repainted."""
        cells = view.cells
        if week is not None:
            cells = tuple(cell for cell in cells if 0 <= (cell.day - week).days < _WEEK)
        same = [cell.day for cell in cells] == [cell.day for cell in self._cells]
        own = any(cell.own for cell in cells)
        if not same or own != self.has_own or view.first_weekday != self._first_weekday:
            self.beginResetModel()
            self.has_own = own
            self._take(cells, view.first_weekday)
            self.endResetModel()
            return
        before = self._cells
        self._take(cells, view.first_weekday)
        for place, (old, new) in enumerate(zip(before, cells, strict=True)):
            if old != new:
                self._repaint(place)

    def show_day(self, view: DayView) -> None:
        """Show what has become of one day, without asking for its month again."""
        index = self.index_of(view.day)
        if not index.isValid():
            return
        place = index.row() * _WEEK + index.column()
        new = _cell_of(view, self._cells[place])
        if new == self._cells[place]:
            return
        self._cells = (*self._cells[:place], new, *self._cells[place + 1 :])
        self._days = (*self._days[:place], _shown_day(new, first=place == 0), *self._days[place + 1 :])
        self._repaint(place)

    def shown(self, row: int, column: int) -> ShownDay:
        return self._days[row * _WEEK + column]

    def cell(self, day: date) -> DayCell | None:
        """The day's cell if it is shown."""
        index = self.index_of(day)
        return self._cells[index.row() * _WEEK + index.column()] if index.isValid() else None

    def day_at(self, index: AnyIndex) -> date | None:
        return self.shown(index.row(), index.column()).day if index.isValid() else None

    def index_of(self, day: date) -> QModelIndex:
        if not self._days:
            return QModelIndex()
        week, column = divmod((day - self._days[0].day).days, _WEEK)
        return self.index(week, column) if 0 <= week < self.rowCount() else QModelIndex()

    def week_of(self, day: date) -> date:
        """The first day of the week that holds `day`."""
        return week_of(day, self._first_weekday)

    @override
    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._days) // _WEEK

    @override
    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else _WEEK

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        place = index.row() * _WEEK + index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._days[place].number
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken.cell(self._cells[place])
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical or not 0 <= section < _WEEK:
            return None
        form = _HEADER_FORMS.get(role)
        return dates.weekday_names(self._first_weekday, form)[section] if form is not None else None

    def _repaint(self, place: int) -> None:
        index = self.index(*divmod(place, _WEEK))
        self.dataChanged.emit(index, index)

    def _take(self, cells: tuple[DayCell, ...], first_weekday: int) -> None:
        self._cells = cells
        self._first_weekday = first_weekday
        self._days = tuple(_shown_day(cell, first=place == 0) for place, cell in enumerate(cells))


def _cell_of(view: DayView, before: DayCell) -> DayCell:
    marks, own = _marks_of(view.actions), _marks_of(view.own)
    return replace(before, is_today=view.is_today, marks=marks, has_note=bool(view.note), own=own)


def _marks_of(lanes: Sequence[ActionOnDay]) -> tuple[CellMark, ...]:
    return tuple(
        CellMark(
            action_id=lane.action_id,
            slot=lane.slot,
            outcome=lane.outcome,
            due=lane.due,
            shown=lane.outcome is not None or (lane.due and lane.can_mark),
            unsaid=lane.unsaid,
            mine=lane.mine,
        )
        for lane in lanes
    )


def _shown_day(cell: DayCell, *, first: bool) -> ShownDay:
    return ShownDay(
        day=cell.day,
        number=number(cell.day.day),
        month_name=dates.short_month(cell.day) if cell.day.day == 1 or (first and not cell.in_month) else "",
        in_month=cell.in_month,
        today=cell.is_today,
        marks=tuple((mark.slot, mark_of(mark.outcome)) for mark in cell.shown),
        own=tuple((mark.slot, mark_of(mark.outcome)) for mark in cell.own if mark.shown),
        leaf=cell.unsaid > 0,
    )
