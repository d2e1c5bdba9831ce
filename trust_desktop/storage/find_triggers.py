"""The triggers that keep Find's index current: no writer can forget it, and what is erased is gone from it too.

They are no part of the file but of each connection, and made for a table when it is first written: thirty-six of them would cost
every opening fifty milliseconds.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple


class Source(NamedTuple):
    """A table with texts: `texts` are code and column. In the rest `{row}` stands for a row of it.

    `day` and `number`, up to 24 bits, make the id of a text; `find` finds its row again by `n` and `on_day`.
    """

    table: str
    texts: tuple[tuple[int, str], ...]
    day: str
    number: str
    find: str


def _moment_day(moment: str) -> str:
    """The local day of a moment, "2026-11-24T17:00:00.000000Z +0100 Europe/Berlin"."""
    zone = f"substr({moment}, 29, 3) || ':' || substr({moment}, 32, 2)"
    return f"date(substr({moment}, 1, 19), {zone})"


_VERSION: Final = "({row}.action_id * 1024 + {row}.number)"
_PLAN_DAY: Final = _moment_day("plans.went_live_at")
_PARTS: Final = "'before asked noticed said learned hope'"
_SHEET: Final = ("appreciations", "went_well", "feel", "about", "need", "wish")

# Urges, pauses, drafts, answers of the private look and entries of the help list are left out on purpose.
SOURCES: Final = (
    Source("plans", ((1, "fair_chance"),), _moment_day("{row}.went_live_at"), "{row}.id", "id = n"),
    Source(
        "action_versions",
        ((2, "text"), (3, "known_by"), (4, "purpose"), (5, "why")),
        "{row}.from_day",
        _VERSION,
        "action_id = n / 1024 AND number = n % 1024",
    ),
    Source(
        "plan_sayings",
        ((6, "message"),),
        f"(SELECT {_PLAN_DAY} FROM plans WHERE plans.id = {{row}}.plan_id)",  # noqa: S608 - no words of a person's
        "{row}.plan_id",
        "plan_id = n",
    ),
    Source("plan_rests", ((7, "words"),), "{row}.from_day", "{row}.id", "id = n"),
    Source("plan_endings", ((8, "words"),), "{row}.from_day", "{row}.plan_id", "plan_id = n"),
    Source("answers", ((9, "words"),), "{row}.day", "{row}.id", "id = n"),
    Source("notes", ((10, "text"),), "{row}.day", "0", "day = on_day"),
    Source(
        "follow_throughs",
        ((11, "reason"),),
        "{row}.day",
        "{row}.action_id",
        "day = on_day AND action_id = n",
    ),
    Source("acknowledgements", ((12, "text"),), "{row}.day", "{row}.id", "id = n"),
    Source("check_ins", ((13, "line"),), "{row}.day", "{row}.id", "id = n"),
    Source("weekly_talks", tuple(enumerate(_SHEET, start=14)), "{row}.week", "0", "week = on_day"),
    Source(
        "stories",
        ((20, "text"),),
        _moment_day("{row}.saved_at"),
        f"instr({_PARTS}, {{row}}.part)",
        f"instr({_PARTS}, part) = n",
    ),
)


_BY_TABLE: Final = {source.table: source for source in SOURCES}
_WRITES: Final = re.compile(
    r'\s*(?:(?:INSERT|REPLACE)(?:\s+OR\s+\w+)?\s+INTO|UPDATE(?:\s+OR\s+\w+)?|DELETE\s+FROM)\s+"?(\w+)',
    re.IGNORECASE,
)


def table_written(statement: str) -> str | None:
    """Return the table with words that a statement writes to, None if it does not."""
    written = _WRITES.match(statement)
    name = written[1].lower() if written else ""
    return name if name in _BY_TABLE else None


def statements(table: str) -> Iterator[str]:
    """Yield what makes the triggers of one table; the table and the index are there already."""
    source = _BY_TABLE[table]
    yield from (_on_insert(source), _on_update(source), _on_delete(source))


def _on_insert(source: Source) -> str:
    adds = " ".join(_add(source, code, column, "TRUE") for code, column in source.texts)
    return _trigger(source, "INSERT", _any(f"NEW.{column} <> ''" for _code, column in source.texts), adds)


def _on_delete(source: Source) -> str:
    takes = " ".join(_take(source, code, column, "TRUE") for code, column in source.texts)
    return _trigger(source, "DELETE", _any(f"OLD.{column} <> ''" for _code, column in source.texts), takes)


def _on_update(source: Source) -> str:
    moved = f"{id_of(source, 0, 'OLD')} IS NOT {id_of(source, 0, 'NEW')}"
    body = ""
    for code, column in source.texts:
        other = f"(OLD.{column} IS NOT NEW.{column} OR {moved})"
        body += _take(source, code, column, other) + _add(source, code, column, other)
    changed = [f"OLD.{column} IS NOT NEW.{column}" for _code, column in source.texts]
    return _trigger(source, "UPDATE", _any([*changed, moved]), body)


def _trigger(source: Source, event: str, when: str, body: str) -> str:
    name = f"find_{source.table}_{event.lower()}"
    return f"CREATE TEMP TRIGGER {name} AFTER {event} ON main.{source.table} WHEN {when} BEGIN {body} END"


def _add(source: Source, code: int, column: str, when: str) -> str:
    id_ = id_of(source, code, "NEW")
    condition = f"NEW.{column} <> '' AND {when}"
    return f"INSERT INTO find_index (rowid, words) SELECT {id_}, NEW.{column} WHERE {condition};"


def _take(source: Source, code: int, column: str, when: str) -> str:
    values = f"'delete', {id_of(source, code, 'OLD')}, OLD.{column}"
    condition = f"OLD.{column} <> '' AND {when}"
    return f"INSERT INTO find_index (find_index, rowid, words) SELECT {values} WHERE {condition};"


def id_of(source: Source, code: int, row: str) -> str:
    """Day, code and number of a text in one: the newest come last."""
    day, number = (place.replace("{row}", row) for place in (source.day, source.number))
    return f"((CAST(julianday({day}) + 0.5 AS INTEGER) << 29) + {code << 24} + {number})"


def _any(conditions: Iterable[str]) -> str:
    return " OR ".join(conditions)
