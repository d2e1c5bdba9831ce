"""What was found, as rows of a list."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from trust_desktop.domain.finding import Found, Piece
from trust_desktop.override import override
from trust_desktop.services.finding import FoundLine
from trust_desktop.ui.common.long_words import breakable
from trust_desktop.ui.find.found_words import ICONS, second_line

ROW_ROLE: Final = Qt.ItemDataRole.UserRole + 1
LONGEST: Final = 400
"""Characters shown of one text: a few words may be of any length."""

Index: TypeAlias = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A row as it is painted; `marks` are begin and length of what was looked for in `words`."""

    found: Found
    icon: str
    words: str
    marks: tuple[tuple[int, int], ...]
    second: str


class FoundModel(QAbstractListModel):
    """Rows in the order they were found in."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[FoundRow, ...] = ()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index.row())
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("{place}: {words}").format(place=row.second, words=row.words.replace("\u200b", ""))
        return None

    def row(self, number: int) -> FoundRow | None:
        return self._rows[number] if 0 <= number < len(self._rows) else None

    @property
    def last(self) -> Found | None:
        return self._rows[-1].found if self._rows else None

    def show(self, lines: Sequence[FoundLine], today: date) -> None:
        self.beginResetModel()
        self._rows = tuple(_row(line, today) for line in lines)
        self.endResetModel()

    def add(self, lines: Sequence[FoundLine], today: date) -> None:
        """Put more below."""
        if not lines:
            return
        begin = len(self._rows)
        self.beginInsertRows(QModelIndex(), begin, begin + len(lines) - 1)
        self._rows += tuple(_row(line, today) for line in lines)
        self.endInsertRows()


def _row(line: FoundLine, today: date) -> FoundRow:
    words, marks = "", []
    for piece in _shown(line.found.pieces):
        text = breakable(piece.text)
        if piece.marked:
            marks.append((_units(words), _units(text)))
        words += text
    return FoundRow(line.found, ICONS[line.found.part.kind], words, tuple(marks), second_line(line, today))


def _shown(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The words in one paragraph, and no more of them than fit a row."""
    room = LONGEST
    for piece in pieces:
        text = piece.text.replace("\n", " ")
        if len(text) > room:
            yield Piece(f"{text[:room]}\N{HORIZONTAL ELLIPSIS}", piece.marked)
            return
        room -= len(text)
        yield Piece(text, piece.marked)


def _units(text: str) -> int:
    """How long Qt takes a text to be: it counts in UTF-16."""
    return len(text.encode("utf-16-le")) // 2
