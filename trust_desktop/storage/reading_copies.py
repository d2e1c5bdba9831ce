"""Reading a copy of a vault that lies still: whole or BackupUnreadable, and nothing is written beside it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from sqlcipher3 import dbapi2

from trust_desktop.domain.backup import BackupContents
from trust_desktop.domain.errors import BackupUnreadable, VaultDamaged, VaultSwapped
from trust_desktop.storage import safe_files, sqlcipher, tables
from trust_desktop.storage.column_types import moment_of
from trust_desktop.storage.copies import row_counts
from trust_desktop.storage.problems import sqlite_name
from trust_desktop.storage.safe_files import problems_named


def salt_of(path: Path) -> bytes:
    """The salt of a closed file; never of one that is open."""
    with problems_named():
        return safe_files.read_start(path, sqlcipher.SALT_BYTES) or b""


def check(path: Path, key: bytearray, *, vault_id: bytes, salt: bytes, rows: dict[str, int]) -> None:
    """Read every page, follow every index, and count: all of it has to be as it was in the vault."""
    with _opened(path, key, vault_id=vault_id, salt=salt) as raw:
        sqlcipher.check(raw)
        if row_counts(raw) != rows:
            raise BackupUnreadable(detail="rows")


def contents(path: Path, key: bytearray, *, vault_id: bytes, salt: bytes) -> BackupContents:
    """Read every page of a backup, then say what it holds; one of an older version too."""
    with _opened(path, key, vault_id=vault_id, salt=salt) as raw:
        sqlcipher.check(raw)
        days = [date.fromisoformat(day) for day in raw.execute(_DAYS).fetchone() if day is not None]
        days += [moment_of(moment).date() for (moment,) in raw.execute("SELECT went_live_at FROM plans")]
        return BackupContents(
            plans=_count(raw, "plans"),
            marks=_count(raw, "follow_throughs"),
            acknowledgements=_count(raw, "acknowledgements"),
            first_day=min(days, default=None),
            last_day=max(days, default=None),
        )


_DAYS = """
    SELECT min(day), max(day) FROM (
        SELECT day FROM follow_throughs UNION ALL SELECT day FROM acknowledgements UNION ALL SELECT day FROM notes
    )
"""
"""These, and the plans, are tables of the first version."""


@contextmanager
def _opened(path: Path, key: bytearray, *, vault_id: bytes, salt: bytes) -> Iterator[dbapi2.Connection]:
    if salt_of(path) != salt:
        raise BackupUnreadable(detail="salt")
    try:
        raw = sqlcipher.connect_to_read(path, key, salt)
        try:
            sqlcipher.verify(raw, vault_id=vault_id, salt=salt, schema=tables.SCHEMA)
            yield raw
        finally:
            raw.close()
    except (VaultDamaged, VaultSwapped) as problem:
        raise BackupUnreadable(detail=problem.detail) from None
    except dbapi2.Error as error:
        raise BackupUnreadable(detail=sqlite_name(error)) from None


def _count(raw: dbapi2.Connection, table: str) -> int:
    return int(raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608 - a table of ours
