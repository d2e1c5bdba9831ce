"""Reading what can be read of a vault that cannot be opened; nothing is written anywhere, not even beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from sqlcipher3 import dbapi2

from trust_desktop.domain.errors import VaultDamaged, VaultSwapped
from trust_desktop.storage import sqlcipher
from trust_desktop.storage.problems import problem_of

Row = Mapping[str, object]

MOST_IN_VAIN: Final = 1000
"""Reads in vain after which the rest of a gap is given up: each of them takes a connection of its own."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A table, its key, and which of its columns are asked for; the first part of the key is a number or a day."""

    table: str
    key: tuple[str, ...]
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What was there, in the order of the key; `whole` says that nothing is missing from it."""

    rows: tuple[Row, ...]
    whole: bool


class Reader:
    """A file opened as if it lay on a disk that nobody can write; a closed vault in a read-only folder needs that.

    Only while nothing else in this process has it open, and the vault's lock is held.
    """

    def __init__(self, path: Path, key: bytearray, *, vault_id: bytes, salt: bytes) -> None:
        """Raise VaultDamaged if not even its first page can be read, VaultSwapped if it is another vault's."""
        self._path = path
        self._key = key
        self._salt = salt
        self._in_vain = 0
        self._raw = self._connect()
        try:
            self._columns = self._known_columns()
            self._refuse_another(vault_id)
        except BaseException as error:
            self.close()
            if isinstance(error, dbapi2.Error):
                raise VaultDamaged(detail="first page") from None
            raise

    @property
    def newest_missing(self) -> bool:
        """Whether a log lies beside it that was never taken over: what stands only there cannot be read like this."""
        log = self._path.with_name(self._path.name + "-wal")
        return log.is_file() and log.stat().st_size > 0

    def read(self, wanted: Wanted) -> Found:
        """Everything up to the first page that cannot be read, everything behind the last, and what lies between."""
        known = self._columns.get(wanted.table, frozenset())
        if not known:
            return Found((), whole=True)
        if not known.issuperset(wanted.key):
            return Found((), whole=False)
        names = (*wanted.key, *(name for name in wanted.columns if name in known))
        gathering = _Gathering(wanted, names)
        whole = self._take(gathering, gathering.forwards())
        if not whole:
            self._take(gathering, gathering.backwards())
            for place in gathering.between():
                self._take(gathering, gathering.at(), place)
                if self._in_vain >= MOST_IN_VAIN:
                    break
        return Found(gathering.rows(), whole)

    def close(self) -> None:
        self._raw.close()

    def _take(self, gathering: "_Gathering", statement: str, *values: object) -> bool:
        """Whether it went well to the end; after an error a connection may never recover."""
        try:
            for row in self._raw.execute(statement, values):
                gathering.take(row)
        except dbapi2.Error:
            self._in_vain += 1
            self._raw.close()
            self._raw = self._connect()
            return False
        return True

    def _connect(self) -> dbapi2.Connection:
        try:
            return sqlcipher.connect_to_read(self._path, self._key, self._salt)
        except dbapi2.Error as error:
            raise problem_of(error, writing=False) from None

    def _known_columns(self) -> dict[str, frozenset[str]]:
        tables = self._raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        statement = "SELECT name FROM pragma_table_info(?)"
        return {
            table: frozenset(name for (name,) in self._raw.execute(statement, (table,)))
            for (table,) in tables
        }

    def _refuse_another(self, vault_id: bytes) -> None:
        """One that lost the page with its own id is taken for what its key says."""
        found = self.read(Wanted("vault", ("id",), ("vault_id",))).rows
        if found and found[0]["vault_id"] != vault_id:
            raise VaultSwapped(detail="vault id")


class _Gathering:
    """The rows of one table, from both ends towards the middle."""

    def __init__(self, wanted: Wanted, names: tuple[str, ...]) -> None:
        self._table = wanted.table
        self._key = wanted.key
        self._names = names
        self._rows: dict[tuple[Any, ...], Row] = {}
        self._last: Any = None

    def forwards(self) -> str:
        return f"{self._select()} ORDER BY {', '.join(self._key)}"

    def backwards(self) -> str:
        self._last = max((key[0] for key in self._rows), default=None)
        return f"{self._select()} ORDER BY {', '.join(f'{part} DESC' for part in self._key)}"

    def at(self) -> str:
        return f"{self._select()} WHERE {self._key[0]} = ?"

    def between(self) -> list[Any]:
        """Return every place in the gap, its edges too: a day may have begun before the page that is lost."""
        last = self._last
        behind = [key[0] for key in self._rows if last is None or key[0] > last]
        return _places(last, min(behind)) if behind else []

    def take(self, row: tuple[Any, ...]) -> None:
        self._rows.setdefault(row[: len(self._key)], dict(zip(self._names, row, strict=True)))

    def rows(self) -> tuple[Row, ...]:
        return tuple(self._rows[key] for key in sorted(self._rows))

    def _select(self) -> str:
        return f"SELECT {', '.join(self._names)} FROM {self._table}"  # noqa: S608 - names of our own


def _places(last: int | str | None, behind: int | str) -> list[Any]:
    if isinstance(behind, int):
        return list(range(last if isinstance(last, int) else 0, behind + 1))
    try:
        start, end = date.fromisoformat(str(last)), date.fromisoformat(behind)
    except ValueError:  # words in no order that could be guessed
        return []
    return [(start + timedelta(days=n)).isoformat() for n in range((end - start).days + 1)]
