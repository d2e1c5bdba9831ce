"""SQLAlchemy around one SQLCipher connection that is open already."""

from contextlib import suppress
from typing import Final

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from trust_desktop.domain.errors import VaultProblem
from trust_desktop.storage import find_leftovers, find_triggers
from trust_desktop.storage.own_files import OwnFiles

_READS: Final = ("SELECT", "PRAGMA", "WITH")


class Link:
    """The driver's connection and SQLAlchemy's view of it, living and ending together."""

    def __init__(
        self, raw: dbapi2.Connection, files: OwnFiles | None = None, *, untidy: bool = False
    ) -> None:
        """In memory there are no files; `untidy` says that whoever had them last could not end it well."""
        self.raw = raw
        self._files = files
        # Values bound to a statement are the person's words: neither errors nor logs may show them.
        self._engine = create_engine(
            "sqlite://",
            creator=lambda: raw,
            module=dbapi2,
            poolclass=StaticPool,
            hide_parameters=True,
            echo=False,
        )
        event.listen(self._engine, "begin", self._on_begin)
        event.listen(self._engine, "before_cursor_execute", self._on_statement)
        self._write = True
        self._in_order = False
        self._untidy = untidy
        """Whether words were written, and so perhaps taken out, since the index was last tidied."""
        self._followed: set[str] = set()
        """Tables whose triggers are there."""
        self._begun_to_follow: set[str] = set()
        """The same, but only for good once this transaction is kept."""
        self.connection: Connection = self._engine.connect()

    def begin(self, *, write: bool) -> None:
        """Steps of the schema begin by themselves; what they write is no concern of the triggers'."""
        self._write, self._in_order = write, True
        self.connection.begin()

    def commit(self) -> None:
        """Commit what can be found again; raise VaultMoved, with nothing committed, if the files are gone."""
        if self._files is not None:
            self._files.check()
        self.connection.commit()
        self._followed |= self._begun_to_follow

    def tidy(self) -> None:
        """Let nothing be left of deleted words; what cannot be done now, for want of room, is done the next time."""
        if self._files is None or not self._untidy:
            return
        with suppress(VaultProblem, IndexError, SQLAlchemyError, dbapi2.Error):
            self._files.check()
            find_leftovers.clear(self.raw)
            self._untidy = False

    def check_can_reopen(self) -> None:
        """Raise VaultMoved if what would be closed could not be opened again."""
        assert self._files is not None, "it was opened from a file"
        self._files.check_database()

    def roll_back(self) -> None:
        """End what is left of a transaction; after a commit nothing is."""
        self._in_order = False
        self._begun_to_follow.clear()
        with suppress(SQLAlchemyError, dbapi2.Error):
            self.connection.rollback()

    def close(self) -> None:
        with suppress(SQLAlchemyError, dbapi2.Error):
            self.connection.close()
        self._engine.dispose()
        with suppress(dbapi2.Error):
            self.raw.close()

    def _follow(self, table: str) -> None:
        """Let triggers keep the index of a table's words from here on, if there is one."""
        if self.raw.execute("SELECT 1 FROM main.sqlite_schema WHERE name = 'find_index'").fetchone():
            for statement in find_triggers.statements(table):
                self.raw.execute(statement)
        self._begun_to_follow.add(table)

    def _on_begin(self, _connection: Connection) -> None:
        # The driver begins nothing by itself (isolation_level None), so that a step of the schema is whole.
        self.raw.execute("BEGIN IMMEDIATE" if self._write else "BEGIN")

    def _on_statement(self, _connection: Connection, _cursor: object, statement: str, *_: object) -> None:
        # SQLite's own way, `query_only`, makes it read every statement and its triggers anew in each transaction.
        if not self._write and not statement.lstrip().upper().startswith(_READS):
            raise dbapi2.OperationalError("a transaction that reads was asked to write")
        if self._write and self._in_order:
            table = find_triggers.table_written(statement)
            self._untidy = self._untidy or table is not None
            if table is not None and table not in self._followed | self._begun_to_follow:
                self._follow(table)
