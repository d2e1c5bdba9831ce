"""From a path and a key to a checked connection at the newest schema."""

from pathlib import Path
from typing import Final

from sqlalchemy import insert

from trust_desktop.storage import sqlcipher, tables
from trust_desktop.storage.copies import copy_before_migrating, new_file
from trust_desktop.storage.engine import Link
from trust_desktop.storage.own_files import OwnFiles
from trust_desktop.storage.problems import file_problem

FULL_CHECK_BELOW: Final = 50 * 1024 * 1024
"""Bytes up to which the whole file is checked whenever it is opened."""


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


def open_file(path: Path, key: bytearray, *, vault_id: bytes, salt: bytes) -> Link:
    sqlcipher.look_before_opening(path, salt)
    raw = sqlcipher.connect(path, key)
    try:
        schema = sqlcipher.verify(raw, vault_id=vault_id, salt=salt, schema=tables.SCHEMA)
        if path.stat().st_size < FULL_CHECK_BELOW:
            sqlcipher.check(raw, found_words=False)
        if schema < tables.SCHEMA:
            copy_before_migrating(raw, path, key, schema)
        link = Link(raw, OwnFiles(path))
        if schema < tables.SCHEMA:
            migrate(link)
    except BaseException:
        raw.close()
        raise
    return link


def set_up(link: Link, vault_id: bytes) -> None:
    """Make the tables by the same steps that bring an older vault to the newest schema."""
    migrate(link)
    link.begin(write=True)
    link.connection.execute(insert(tables.vault).values(id=1, vault_id=vault_id))
    link.commit()


def migrate(link: Link) -> None:
    from trust_desktop.storage import migrations  # Alembic takes a third of a second to import

    migrations.upgrade(link.connection)
