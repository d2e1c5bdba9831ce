"""Looks through the index of a person's words, which step 0003 of the schema makes and triggers keep."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, column, func, literal_column, select, table

from trust_desktop.domain.finding import Found, FoundPart, Piece, Wanted
from trust_desktop.domain.story import StoryPart
from trust_desktop.storage.database import Transaction

AROUND: Final = 24
"""Words shown of a longer text."""

_BEGIN, _END = "\x02", "\x03"
_INDEX: Final = table("find_index", column("rowid"))
_WORDS: Final[ColumnElement[str]] = literal_column("find_index")

# An id holds the day, the code of the part and a number, so that the newest are found without sorting.
_DAY_BITS: Final = 29
_CODE_BITS: Final = 24
_NUMBERS: Final = 1 << _CODE_BITS
_VERSIONS: Final = 1024
_JULIAN_DAY_BEFORE: Final = 1_721_425
"""The number SQLite gives the day before the first of Python's."""

CODES: Final = {
    FoundPart.FAIR_CHANCE: 1,
    FoundPart.ACTION: 2,
    FoundPart.KNOWN_BY: 3,
    FoundPart.PURPOSE: 4,
    FoundPart.WHY: 5,
    FoundPart.MESSAGE: 6,
    FoundPart.REST: 7,
    FoundPart.ENDING: 8,
    FoundPart.ANSWER: 9,
    FoundPart.NOTE: 10,
    FoundPart.REASON: 11,
    FoundPart.SAID: 12,
    FoundPart.CHECK_IN: 13,
    FoundPart.APPRECIATIONS: 14,
    FoundPart.WENT_WELL: 15,
    FoundPart.FEEL: 16,
    FoundPart.ABOUT: 17,
    FoundPart.NEED: 18,
    FoundPart.WISH: 19,
    FoundPart.STORY: 20,
}
_PARTS: Final = {code: part for part, code in CODES.items()}
_WITH_VERSION: Final = frozenset({FoundPart.ACTION, FoundPart.KNOWN_BY, FoundPart.PURPOSE, FoundPart.WHY})
_STORY: Final = "before asked noticed said learned hope"
"""A part of the story is known by where its name begins in here."""


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
    end = _first_id(last) + (1 << _DAY_BITS) - 1
    place: ColumnElement[Any] = _INDEX.c.rowid
    shown = func.snippet(_WORDS, 0, _BEGIN, _END, "\N{HORIZONTAL ELLIPSIS}", AROUND).label("shown")
    query = (
        select(place, shown)
        .where(_WORDS.op("MATCH")(match_of(wanted)))
        .where(place >= _first_id(first))
        .where(place <= (end if before is None else min(end, before - 1)))
        .order_by(place.desc())
        .limit(limit)
    )
    if len(parts) < len(FoundPart):
        code = place.bitwise_rshift(_CODE_BITS).bitwise_and(31)
        query = query.where(code.in_([CODES[part] for part in parts]))
    return tuple(_found(row) for row in transaction.connection.execute(query))


def match_of(wanted: Sequence[Wanted]) -> str:
    """In the index's own language: everything in quotes, so that nothing in it is taken for an order."""
    return " ".join(_quoted(each.words) + (" *" if each.begins else "") for each in wanted)


def _quoted(words: str) -> str:
    doubled = words.replace('"', '""')
    return f'"{doubled}"'


def _first_id(day: date) -> int:
    return (day.toordinal() + _JULIAN_DAY_BEFORE) << _DAY_BITS


def _found(row: Row[*tuple[Any, ...]]) -> Found:
    id_: int = row.rowid
    day = date.fromordinal((id_ >> _DAY_BITS) - _JULIAN_DAY_BEFORE)
    part, number, version = _PARTS[id_ >> _CODE_BITS & 31], id_ % _NUMBERS, 0
    if part in _WITH_VERSION:
        number, version = divmod(number, _VERSIONS)
    pieces = tuple(_pieces(row.shown))
    if part is FoundPart.STORY:
        return Found(id_, part, day, StoryPart(_STORY[number - 1 :].split()[0]).value, 0, 0, pieces)
    return Found(id_, part, day, "", number, version, pieces)


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
