"""What is not said yet as rows: counted ones, what could be mentioned, and earlier ones when asked for."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import Final, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from trust_desktop.domain.follow_through import MarkKey
from trust_desktop.override import override
from trust_desktop.services.acknowledging import Tray, UnsaidItem
from trust_desktop.ui.common.day_words import day_and_age, full_day
from trust_desktop.ui.common.mark_words import outcome_word

ENTRY_ROLE: Final = Qt.ItemDataRole.UserRole + 1


class Kind(Enum):
    """What a row is."""

    ENTRY = auto()
    HEADING = auto()
    EARLIER = auto()


@dataclass(frozen=True, slots=True)
class Entry:
    """One row; `follows` if the row above is of the same action, whose title then serves both."""

    kind: Kind
    title: str
    second: str = ""
    item: UnsaidItem | None = None
    follows: bool = False
    covered: bool = False
    open: bool = False

    @property
    def key(self) -> MarkKey | None:
        return self.item.key if self.item else None


Index: TypeAlias = QModelIndex | QPersistentModelIndex


class UnsaidModel(QAbstractListModel):
    """Rows of the tray; which of them the words being written cover is set from outside."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tray = Tray((), (), ())
        self._today = date.min
        self._covered: frozenset[MarkKey] = frozenset()
        self._earlier_open = False
        self._entries: tuple[Entry, ...] = ()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._entries)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entry(index.row())
        if entry is None:
            return None
        if role == ENTRY_ROLE:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(entry)
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        entry = self.entry(index.row())
        if entry is None or entry.kind is Kind.HEADING:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def entry(self, row: int) -> Entry | None:
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def row_of(self, key: MarkKey) -> int | None:
        return next((row for row, entry in enumerate(self._entries) if entry.key == key), None)

    def show(self, tray: Tray, today: date) -> None:
        self._tray, self._today = tray, today
        self._rebuild()

    def set_covered(self, covered: Collection[MarkKey]) -> None:
        self._covered = frozenset(covered)
        self._rebuild()

    def turn_earlier(self) -> None:
        """Open or close the earlier ones."""
        self._earlier_open = not self._earlier_open
        self._rebuild()

    def _rebuild(self) -> None:
        entries = tuple(self._all_entries())
        if entries == self._entries:
            return
        if len(entries) == len(self._entries):
            self._entries = entries
            self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))
            return
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def _all_entries(self) -> list[Entry]:
        entries = self._of(self._tray.unsaid)
        if self._tray.could_mention:
            entries.append(Entry(Kind.HEADING, self.tr("You could also mention")))
            entries += self._of(self._tray.could_mention)
        if self._tray.earlier:
            entries.append(Entry(Kind.EARLIER, self.tr("Earlier"), open=self._earlier_open))
            if self._earlier_open:
                entries += self._of(self._tray.earlier)
        return entries

    def _of(self, items: tuple[UnsaidItem, ...]) -> list[Entry]:
        entries: list[Entry] = []
        for number, item in enumerate(items):
            follows = number > 0 and items[number - 1].key.action_id == item.key.action_id
            second = day_and_age(item.key.day, self._today)
            covered = item.key in self._covered
            entries.append(Entry(Kind.ENTRY, item.title, second, item, follows=follows, covered=covered))
        return entries

    def _spoken(self, entry: Entry) -> str:
        if entry.item is None:
            if entry.kind is Kind.HEADING:
                return entry.title
            state = self.tr("{heading}, open") if entry.open else self.tr("{heading}, closed")
            return state.format(heading=entry.title)
        pattern = self.tr("{action}, {outcome}, {day}")
        if entry.covered:
            pattern = self.tr("{action}, {outcome}, {day}, chosen")
        outcome = outcome_word(entry.item.outcome)
        day = self.tr("{day}, {age}").format(day=full_day(entry.item.key.day), age=entry.second)
        return pattern.format(action=entry.title, outcome=outcome, day=day)
