"""Looks through the index of a person's words."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, column, func, literal_column, select, table

from trust_desktop.domain.finding import Found, FoundPart, Piece, Wanted
from trust_desktop.storage.database import Transaction
from trust_desktop.storage.find_tables import IDS_A_DAY, JULIAN_DAY_BEFORE, find_entries

AROUND: Final = 24
"""Words shown of a longer text."""

_BEGIN, _END = "\x02", "\x03"
_INDEX: Final = table("find_index", column("rowid"))
_WORDS: Final[ColumnElement[str]] = literal_column("find_index")


def newest(
    transaction: Transaction,
    wanted: Sequence[Wanted],
    parts: Collection[FoundPart],
    first: date,
    last: date,
    *,
    limit: int,
    before: int | None = None,
) -> tuple[Found, ...]:
    """Return texts of these days in which everything wanted stands, the newest first; `before` is an id to go on from."""
    if not wanted or not parts:
        return ()
    end = (last.toordinal() + JULIAN_DAY_BEFORE + 1) * IDS_A_DAY - 1
    place: ColumnElement[Any] = _INDEX.c.rowid
    entry = find_entries.c
    shown = func.snippet(_WORDS, 0, _BEGIN, _END, "\N{HORIZONTAL ELLIPSIS}", AROUND).label("shown")
    query = (
        select(place, entry.part, entry.name, entry.number, entry.version, shown)
        .join_from(_INDEX, find_entries, entry.id == place)
        .where(_WORDS.op("MATCH")(_match(wanted)))
        .where(place >= (first.toordinal() + JULIAN_DAY_BEFORE) * IDS_A_DAY)
        .where(place <= (end if before is None else min(end, before - 1)))
        .order_by(place.desc())
        .limit(limit)
    )
    names = [part.value for part in parts]
    if len(names) < len(FoundPart):
        query = query.where(entry.part.in_(names))
    return tuple(_found(row) for row in transaction.connection.execute(query))


def _match(wanted: Sequence[Wanted]) -> str:
    """In the index's own language: everything in quotes, so that nothing in it is taken for an order."""
    return " ".join(_quoted(each.words) + (" *" if each.begins else "") for each in wanted)


def _quoted(words: str) -> str:
    doubled = words.replace('"', '""')
    return f'"{doubled}"'


def _found(row: Row[Any]) -> Found:
    day = date.fromordinal(row.rowid // IDS_A_DAY - JULIAN_DAY_BEFORE)
    pieces = tuple(_pieces(row.shown))
    return Found(row.rowid, FoundPart(row.part), day, row.name, row.number, row.version, pieces)


def _pieces(shown: str) -> Iterator[Piece]:
    text, marked = "", False
    for letter in shown:
        if letter not in (_BEGIN, _END):
            text += letter
            continue
        if text:
            yield Piece(text, marked)
        text, marked = "", letter == _BEGIN
    if text:
        yield Piece(text, marked)
