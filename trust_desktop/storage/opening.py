"""From a path and a key to a checked connection at the newest schema."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from sqlalchemy import insert
from sqlcipher3 import dbapi2

from trust_desktop.domain.errors import VaultProblem
from trust_desktop.storage import copies, sqlcipher, tables, whole_checks
from trust_desktop.storage.copies import copy_before_migrating, new_file
from trust_desktop.storage.engine import Link
from trust_desktop.storage.own_files import OwnFiles
from trust_desktop.storage.problems import file_problem

FULL_CHECK_BELOW: Final = 50 * 1024 * 1024
"""Bytes up to which the whole file is checked whenever it is opened; a larger one is once a week."""


def make_file(path: Path, key: bytearray, vault_id: bytes) -> bytes:
    """Make a new vault and close it; return its salt. What is left after an error is not taken away."""
    try:
        new_file(path)
    except OSError as error:
        raise file_problem(error) from None
    raw = sqlcipher.connect(path, key)
    link = Link(raw)
    try:
        set_up(link, vault_id)
        return sqlcipher.salt_of(raw)
    finally:
        link.close()


@dataclass(frozen=True, slots=True)
class Expected:
    """What the file has to be; `today` decides whether a large one is due to be read through, None that it is."""

    vault_id: bytes
    salt: bytes
    today: date | None = None


def open_file(path: Path, key: bytearray, expected: Expected) -> Link:
    sqlcipher.look_before_opening(path, expected.salt)
    ended_well = not path.with_name(path.name + "-wal").exists()
    raw = sqlcipher.connect(path, key)
    try:
        schema = _verify(raw, expected)
        large = path.stat().st_size >= FULL_CHECK_BELOW
        whole = not large or whole_checks.is_due(raw, expected.today)
        if whole:
            raw = _checked(raw, path, key)
        if schema < tables.SCHEMA:
            copy_before_migrating(raw, path, key, schema)
        link = Link(raw, OwnFiles(path), untidy=not ended_well)
        if schema < tables.SCHEMA:
            migrate(link)
        elif whole and expected.today is not None:
            with suppress(VaultProblem, OSError, dbapi2.Error):
                copies.let_go_outlived(raw, path, expected.today)
        if large and whole and expected.today is not None:
            whole_checks.note(raw, expected.today)
    except BaseException:
        raw.close()
        raise
    return link


def _verify(raw: dbapi2.Connection, expected: Expected) -> int:
    return sqlcipher.verify(raw, vault_id=expected.vault_id, salt=expected.salt, schema=tables.SCHEMA)


def _checked(raw: dbapi2.Connection, path: Path, key: bytearray) -> dbapi2.Connection:
    """Read the whole file; the tables through a connection that holds no page read before."""
    sqlcipher.check_pages(raw)
    raw.close()  # never two beside each other: closing one would drop the other's locks
    fresh = sqlcipher.connect(path, key)
    try:
        sqlcipher.check_tables(fresh, found_words=False)
    except BaseException:
        fresh.close()
        raise
    return fresh


def set_up(link: Link, vault_id: bytes) -> None:
    """Make the tables by the same steps that bring an older vault to the newest schema."""
    migrate(link)
    link.begin(write=True)
    link.connection.execute(insert(tables.vault).values(id=1, vault_id=vault_id))
    link.commit()


def migrate(link: Link) -> None:
    from trust_desktop.storage import migrations  # Alembic takes a third of a second to import

    migrations.upgrade(link.connection)
