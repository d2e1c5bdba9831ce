"""An index over a person's words, kept by triggers: what is written can be found, what is erased is gone from it too."""

from collections.abc import Iterable
from typing import Final, NamedTuple

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


class _Source(NamedTuple):
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
_SOURCES: Final = (
    _Source("plans", ((1, "fair_chance"),), _moment_day("{row}.went_live_at"), "{row}.id", "id = n"),
    _Source(
        "action_versions",
        ((2, "text"), (3, "known_by"), (4, "purpose"), (5, "why")),
        "{row}.from_day",
        _VERSION,
        "action_id = n / 1024 AND number = n % 1024",
    ),
    _Source(
        "plan_sayings",
        ((6, "message"),),
        f"(SELECT {_PLAN_DAY} FROM plans WHERE plans.id = {{row}}.plan_id)",  # noqa: S608 - no words of a person's
        "{row}.plan_id",
        "plan_id = n",
    ),
    _Source("plan_rests", ((7, "words"),), "{row}.from_day", "{row}.id", "id = n"),
    _Source("plan_endings", ((8, "words"),), "{row}.from_day", "{row}.plan_id", "plan_id = n"),
    _Source("answers", ((9, "words"),), "{row}.day", "{row}.id", "id = n"),
    _Source("notes", ((10, "text"),), "{row}.day", "0", "day = on_day"),
    _Source(
        "follow_throughs",
        ((11, "reason"),),
        "{row}.day",
        "{row}.action_id",
        "day = on_day AND action_id = n",
    ),
    _Source("acknowledgements", ((12, "text"),), "{row}.day", "{row}.id", "id = n"),
    _Source("check_ins", ((13, "line"),), "{row}.day", "{row}.id", "id = n"),
    _Source("weekly_talks", tuple(enumerate(_SHEET, start=14)), "{row}.week", "0", "week = on_day"),
    _Source(
        "stories",
        ((20, "text"),),
        _moment_day("{row}.saved_at"),
        f"instr({_PARTS}, {{row}}.part)",
        f"instr({_PARTS}, part) = n",
    ),
)


def upgrade() -> None:
    _create_index()
    for source in _SOURCES:
        for statement in (_on_insert(source), _on_update(source), _on_delete(source)):
            _execute(statement)
    for source in _SOURCES:
        _fill(source)


def _create_index() -> None:
    """The words are read where they stand, by the id of each: nothing is stored twice, and nothing left behind."""
    cases = " ".join(
        f"WHEN {code} THEN (SELECT {column} FROM {source.table} WHERE {source.find})"  # noqa: S608 - as above
        for source in _SOURCES
        for code, column in source.texts
    )
    _execute(
        "CREATE VIRTUAL TABLE find_index USING fts5(words, content='find_words', content_rowid='id',"
        " tokenize='unicode61 remove_diacritics 2', prefix='2 3')"
    )
    # The index's own list of ids holds one for each text; a day counts from noon, as Julian days do.
    _execute(
        f"CREATE VIEW find_words AS SELECT id, CASE code {cases} END AS words FROM ("  # noqa: S608 - as above
        "SELECT id, id >> 24 & 31 AS code, id & 16777215 AS n, date(id >> 29) AS on_day FROM find_index_docsize)"
    )
    _execute("INSERT INTO find_index(find_index, rank) VALUES ('secure-delete', 1)")
    # Taking words out looks into every segment of the index: few of them make it quick.
    _execute("INSERT INTO find_index(find_index, rank) VALUES ('automerge', 2)")


def _on_insert(source: _Source) -> str:
    adds = " ".join(_add(source, code, column, "TRUE") for code, column in source.texts)
    return _trigger(source, "INSERT", _any(f"NEW.{column} <> ''" for _code, column in source.texts), adds)


def _on_delete(source: _Source) -> str:
    takes = " ".join(_take(source, code, column, "TRUE") for code, column in source.texts)
    return _trigger(source, "DELETE", _any(f"OLD.{column} <> ''" for _code, column in source.texts), takes)


def _on_update(source: _Source) -> str:
    moved = f"{_id(source, 0, 'OLD')} IS NOT {_id(source, 0, 'NEW')}"
    body = ""
    for code, column in source.texts:
        other = f"(OLD.{column} IS NOT NEW.{column} OR {moved})"
        body += _take(source, code, column, other) + _add(source, code, column, other)
    changed = [f"OLD.{column} IS NOT NEW.{column}" for _code, column in source.texts]
    return _trigger(source, "UPDATE", _any([*changed, moved]), body)


def _trigger(source: _Source, event: str, when: str, body: str) -> str:
    name = f"find_{source.table}_{event.lower()}"
    return f"CREATE TRIGGER {name} AFTER {event} ON {source.table} WHEN {when} BEGIN {body} END"


def _add(source: _Source, code: int, column: str, when: str) -> str:
    id_ = _id(source, code, "NEW")
    condition = f"NEW.{column} <> '' AND {when}"
    return f"INSERT INTO find_index (rowid, words) SELECT {id_}, NEW.{column} WHERE {condition};"


def _take(source: _Source, code: int, column: str, when: str) -> str:
    values = f"'delete', {_id(source, code, 'OLD')}, OLD.{column}"
    condition = f"OLD.{column} <> '' AND {when}"
    return f"INSERT INTO find_index (find_index, rowid, words) SELECT {values} WHERE {condition};"


def _id(source: _Source, code: int, row: str) -> str:
    """Day, code and number of a text in one: the newest come last."""
    day, number = (place.replace("{row}", row) for place in (source.day, source.number))
    return f"((CAST(julianday({day}) + 0.5 AS INTEGER) << 29) + {code << 24} + {number})"


def _any(conditions: Iterable[str]) -> str:
    return " OR ".join(conditions)


def _fill(source: _Source) -> None:
    """Enter what was written before there was an index."""
    for code, column in source.texts:
        id_, text = _id(source, code, source.table), f"{source.table}.{column}"
        rows = f"SELECT {id_}, {text} FROM {source.table} WHERE {text} <> ''"  # noqa: S608 - as above
        _execute(f"INSERT INTO find_index (rowid, words) {rows}")


def _execute(statement: str) -> None:
    # As it stands: Alembic would take a colon for the beginning of a parameter.
    op.get_bind().execute(sa.text(statement.replace(":", "\\:")))
