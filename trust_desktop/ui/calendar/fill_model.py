"""What was due and is not recorded in a span of days, each with a tick that a person may take away."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from trust_desktop.domain.follow_through import MarkKey
from trust_desktop.override import override
from trust_desktop.services.following_through import DayView
from trust_desktop.ui.calendar import spoken
from trust_desktop.ui.common import day_words

_ROOT: Final = QModelIndex()

AnyIndex = QModelIndex | QPersistentModelIndex


class FillModel(QAbstractListModel):
    """Rows are ticked at first; what is unticked stays unticked while other days are looked at."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[tuple[MarkKey, str], ...] = ()
        self._unticked: set[MarkKey] = set()

    def show(self, days: Sequence[DayView]) -> None:
        self.beginResetModel()
        self._rows = tuple(
            (MarkKey(action.action_id, day.day), spoken.spoken_title(action))
            for day in days
            for action in day.lanes
            if action.due and action.can_mark and action.outcome is None
        )
        self.endResetModel()

    def ticked(self) -> tuple[MarkKey, ...]:
        """What is to be marked kept."""
        return tuple(key for key, _ in self._rows if key not in self._unticked)

    def toggle(self, index: AnyIndex) -> None:
        ticked = self.data(index, Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        self.setData(
            index,
            Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked,
            Qt.ItemDataRole.CheckStateRole,
        )

    @override
    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        own = super().flags(index)
        return own | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else own

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        key, title = self._rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Unchecked if key in self._unticked else Qt.CheckState.Checked
        if role == Qt.ItemDataRole.DisplayRole:
            pattern = QCoreApplication.translate("FillModel", "{day} · {title}")
            return pattern.format(day=day_words.full_day(key.day), title=title)
        return None

    @override
    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.CheckStateRole:
            return False
        key, _ = self._rows[index.row()]
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._unticked.discard(key)
        else:
            self._unticked.add(key)
        self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])
        return True
