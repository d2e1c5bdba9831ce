"""An index over a person's words: what is written can be found, what is erased is gone from it too."""

import sqlalchemy as sa
from alembic import op

from trust_desktop.storage.find_triggers import SOURCES, Source, id_of

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    _create_index()
    for source in SOURCES:
        _fill(source)


def _create_index() -> None:
    """The words are read where they stand, by the id of each: nothing is stored twice, and nothing left behind."""
    cases = " ".join(
        f"WHEN {code} THEN (SELECT {column} FROM {source.table} WHERE {source.find})"  # noqa: S608 - as above
        for source in SOURCES
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


def _fill(source: Source) -> None:
    """Enter what was written before there was an index."""
    for code, column in source.texts:
        id_, text = id_of(source, code, source.table), f"{source.table}.{column}"
        rows = f"SELECT {id_}, {text} FROM {source.table} WHERE {text} <> ''"  # noqa: S608 - as above
        _execute(f"INSERT INTO find_index (rowid, words) {rows}")


def _execute(statement: str) -> None:
    # As it stands: Alembic would take a colon for the beginning of a parameter.
    op.get_bind().execute(sa.text(statement.replace(":", "\\:")))
