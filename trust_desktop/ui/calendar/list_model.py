"""The same days as rows, newest first: one row for each action that was due or marked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from trust_desktop.override import override
from trust_desktop.services.following_through import ActionOnDay, DayView
from trust_desktop.ui.calendar import spoken

_ROOT: Final = QModelIndex()

AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ListRow:
    """`action` is None where nothing was due, at rest or not; `opens` marks a day's first row, `note` is on its last."""

    day: date
    today: bool
    action: ActionOnDay | None
    opens: bool
    note: str
    resting: bool = False


class ListModel(QAbstractListModel):
    """Holds a span of days ready; rows are found by day and action."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ListRow, ...] = ()

    def show(self, days: Sequence[DayView]) -> None:
        """Show days given oldest first; the same rows are only repainted."""
        rows = tuple(row for day in reversed(days) for row in _rows_of(day))
        if _shape(rows) != _shape(self._rows):
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        self._rows = rows
        if rows:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def row(self, index: AnyIndex) -> ListRow | None:
        return self._rows[index.row()] if index.isValid() else None

    def index_of(self, day: date, action_id: int | None) -> QModelIndex:
        """The row of an action on a day; the day's first row if the action has none."""
        places = [place for place, row in enumerate(self._rows) if row.day == day]
        for place in places:
            action = self._rows[place].action
            if action is not None and action.action_id == action_id:
                return self.index(place)
        return self.index(places[0]) if places else QModelIndex()

    @override
    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.action.title if row.action is not None else spoken.nothing_due(resting=row.resting)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            name = spoken.day_name(row.day, today=row.today)
            return spoken.list_row(row.action, name, note=bool(row.note), resting=row.resting)
        return None


def _rows_of(day: DayView) -> list[ListRow]:
    actions = [action for action in day.lanes if action.due or action.outcome is not None]
    shown: list[ActionOnDay | None] = [*actions] or [None]
    last = len(shown) - 1
    return [
        ListRow(
            day.day,
            day.is_today,
            action,
            opens=place == 0,
            note=day.note if place == last else "",
            resting=day.resting,
        )
        for place, action in enumerate(shown)
    ]


def _shape(rows: Sequence[ListRow]) -> list[tuple[date, int | None, bool]]:
    return [(row.day, row.action.action_id if row.action else None, bool(row.note)) for row in rows]
