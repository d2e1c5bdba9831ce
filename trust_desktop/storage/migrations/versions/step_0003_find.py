"""An index over a person's words, kept by triggers: what is written can be found, what is erased is gone from it too."""

from typing import Final, NamedTuple

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


class _Source(NamedTuple):
    """A table with texts: `texts` are part and column; `{row}` stands for a row in the rest."""

    table: str
    texts: tuple[tuple[str, str], ...]
    day: str
    name: str = "''"
    number: str = "0"
    version: str = "0"
    find: str = ""
    """Which row an entry `e` of the list belongs to."""


def _moment_day(moment: str) -> str:
    """The local day of a moment, "2026-11-24T17:00:00.000000Z +0100 Europe/Berlin"."""
    zone = f"substr({moment}, 29, 3) || ':' || substr({moment}, 32, 2)"
    return f"date(substr({moment}, 1, 19), {zone})"


# Urges, pauses, drafts, answers of the private look and entries of the help list are left out on purpose.
_SOURCES: Final = (
    _Source(
        "plans",
        (("fair_chance", "fair_chance"),),
        day=_moment_day("{row}.went_live_at"),
        number="{row}.id",
        find="id = e.number",
    ),
    _Source(
        "action_versions",
        (("action", "text"), ("known_by", "known_by"), ("purpose", "purpose"), ("why", "why")),
        day="{row}.from_day",
        number="{row}.action_id",
        version="{row}.number",
        find="action_id = e.number AND number = e.version",
    ),
    _Source(
        "plan_sayings",
        (("message", "message"),),
        day=_moment_day("plans.went_live_at").join(
            ("(SELECT ", " FROM plans WHERE plans.id = {row}.plan_id)")
        ),
        number="{row}.plan_id",
        find="plan_id = e.number",
    ),
    _Source(
        "plan_rests", (("rest", "words"),), day="{row}.from_day", number="{row}.id", find="id = e.number"
    ),
    _Source(
        "plan_endings",
        (("ending", "words"),),
        day="{row}.from_day",
        number="{row}.plan_id",
        find="plan_id = e.number",
    ),
    _Source("answers", (("answer", "words"),), day="{row}.day", number="{row}.id", find="id = e.number"),
    _Source("notes", (("note", "text"),), day="{row}.day", name="{row}.day", find="day = e.name"),
    _Source(
        "follow_throughs",
        (("reason", "reason"),),
        day="{row}.day",
        name="{row}.day",
        number="{row}.action_id",
        find="day = e.name AND action_id = e.number",
    ),
    _Source(
        "acknowledgements", (("said", "text"),), day="{row}.day", number="{row}.id", find="id = e.number"
    ),
    _Source("check_ins", (("check_in", "line"),), day="{row}.day", number="{row}.id", find="id = e.number"),
    _Source(
        "weekly_talks",
        tuple((part, part) for part in ("appreciations", "went_well", "feel", "about", "need", "wish")),
        day="{row}.week",
        name="{row}.week",
        find="week = e.name",
    ),
    _Source(
        "stories",
        (("story", "text"),),
        day=_moment_day("{row}.saved_at"),
        name="{row}.part",
        find="part = e.name",
    ),
)

_FIRST_ID: Final = "(CAST(julianday({day}) + 0.5 AS INTEGER) * 65536)"


def upgrade() -> None:
    _create_entries()
    _create_index()
    for source in _SOURCES:
        for statement in (_on_insert(source), _on_update(source), _on_delete(source)):
            op.execute(statement)
    _fill()


def _create_entries() -> None:
    op.create_table(
        "find_entries",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("part", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.UniqueConstraint("part", "name", "number", "version", name="one_entry_for_a_text"),
        sqlite_strict=True,
    )


def _create_index() -> None:
    """The words themselves are read where they stand: nothing is stored twice, and nothing can be left behind."""
    cases = " ".join(
        f"WHEN '{part}' THEN (SELECT {column} FROM {source.table} WHERE {source.find})"  # noqa: S608
        for source in _SOURCES
        for part, column in source.texts
    )
    op.execute(
        f"CREATE VIEW find_words AS SELECT e.id AS id, CASE e.part {cases} END AS words FROM find_entries AS e"  # noqa: S608
    )
    # Exactly as typed: a colon in such a statement would be taken for a parameter.
    op.get_bind().exec_driver_sql(
        "CREATE VIRTUAL TABLE find_index USING fts5(words, content='find_words', content_rowid='id',"
        " tokenize='unicode61 remove_diacritics 2', prefix='2 3')"
    )
    op.execute("INSERT INTO find_index(find_index, rank) VALUES ('secure-delete', 1)")
    # Taking words out looks into every segment of the index: few of them make it quick.
    op.execute("INSERT INTO find_index(find_index, rank) VALUES ('automerge', 2)")


def _on_insert(source: _Source) -> sa.TextClause:
    adds = " ".join(_add(source, part, column, f"NEW.{column} <> ''") for part, column in source.texts)
    some = " OR ".join(f"NEW.{column} <> ''" for _part, column in source.texts)
    return _trigger(source, "insert", "INSERT", some, adds)


def _on_delete(source: _Source) -> sa.TextClause:
    takes = " ".join(_take(source, part, column, f"OLD.{column} <> ''") for part, column in source.texts)
    some = " OR ".join(f"OLD.{column} <> ''" for _part, column in source.texts)
    return _trigger(source, "delete", "DELETE", some, takes)


def _on_update(source: _Source) -> sa.TextClause:
    places = (source.day, source.name, source.number, source.version)
    moved = " OR ".join(f"{_of(place, 'OLD')} IS NOT {_of(place, 'NEW')}" for place in places if "{" in place)
    body = ""
    for part, column in source.texts:
        other = f"(OLD.{column} IS NOT NEW.{column} OR {moved})"
        body += _take(source, part, column, f"OLD.{column} <> '' AND {other}")
        body += _add(source, part, column, f"NEW.{column} <> '' AND {other}")
    some = " OR ".join(f"OLD.{column} IS NOT NEW.{column}" for _part, column in source.texts)
    return _trigger(source, "update", "UPDATE", f"{some} OR {moved}", body)


def _trigger(source: _Source, name: str, event: str, when: str, body: str) -> sa.TextClause:
    statement = (
        f"CREATE TRIGGER find_{source.table}_{name} AFTER {event} ON {source.table}"
        f" WHEN {when} BEGIN {body} END"
    )
    return sa.text(statement.replace(":", "\\:"))


def _add(source: _Source, part: str, column: str, when: str) -> str:
    first = _FIRST_ID.format(day=_of(source.day, "NEW"))
    key = ", ".join(_of(place, "NEW") for place in (source.name, source.number, source.version))
    return (
        "INSERT INTO find_entries (id, part, name, number, version)"  # noqa: S608 - no words of a person's
        f" SELECT coalesce((SELECT max(id) + 1 FROM find_entries WHERE id BETWEEN {first} AND {first} + 65535),"
        f" {first}), '{part}', {key} WHERE {when};"
        " INSERT INTO find_index (rowid, words)"
        f" SELECT id, NEW.{column} FROM find_entries WHERE {_its(source, part, 'NEW')} AND {when};"
    )


def _take(source: _Source, part: str, column: str, when: str) -> str:
    its = f"{_its(source, part, 'OLD')} AND {when}"
    return (
        "INSERT INTO find_index (find_index, rowid, words)"  # noqa: S608 - as above
        f" SELECT 'delete', id, OLD.{column} FROM find_entries WHERE {its};"
        f" DELETE FROM find_entries WHERE {its};"
    )


def _its(source: _Source, part: str, row: str) -> str:
    name, number, version = (_of(place, row) for place in (source.name, source.number, source.version))
    return f"part = '{part}' AND name = {name} AND number = {number} AND version = {version}"


def _of(place: str, row: str) -> str:
    return place.replace("{row}", row)


def _fill() -> None:
    """Enter what was written before there was an index."""
    texts = " UNION ALL ".join(
        f"SELECT '{part}' AS part, {_of(source.name, source.table)} AS name,"  # noqa: S608 - as above
        f" {_of(source.number, source.table)} AS number, {_of(source.version, source.table)} AS version,"
        f" {_FIRST_ID.format(day=_of(source.day, source.table))} AS first"
        f" FROM {source.table} WHERE {source.table}.{column} <> ''"
        for source in _SOURCES
        for part, column in source.texts
    )
    statement = (
        "INSERT INTO find_entries (id, part, name, number, version)"  # noqa: S608 - as above
        " SELECT first + row_number() OVER (PARTITION BY first ORDER BY part, name, number, version) - 1,"
        f" part, name, number, version FROM ({texts})"
    )
    op.execute(sa.text(statement.replace(":", "\\:")))
    op.execute("INSERT INTO find_index(find_index) VALUES ('rebuild')")
