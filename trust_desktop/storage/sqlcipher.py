"""One SQLCipher connection: keyed, hardened and checked before anything is read through it."""

import os
import stat
from itertools import chain
from pathlib import Path
from typing import Final

from sqlcipher3 import dbapi2

from trust_desktop.domain.errors import (
    ReadOnlyFolder,
    SomethingInTheWay,
    VaultDamaged,
    VaultMissing,
    VaultSwapped,
    VaultTooNew,
)
from trust_desktop.storage.problems import sqlite_name
from trust_desktop.storage.safe_files import problems_named, read_start

KEY_BYTES: Final = 32
SALT_BYTES: Final = 16

_DIGITS: Final = b"0123456789abcdef"

# Exclusive locking must come before the journal mode: the other order leaves a shared-memory file.
_SETTINGS: Final = (
    "cipher_memory_security = ON",
    "foreign_keys = ON",
    "locking_mode = EXCLUSIVE",
    "journal_mode = WAL",
    "synchronous = FULL",
    "temp_store = MEMORY",
    "secure_delete = ON",
)

_ONLY_FILLING: Final = (
    "cipher_memory_security = ON",
    "locking_mode = EXCLUSIVE",
    "journal_mode = OFF",
    "synchronous = OFF",
    "temp_store = MEMORY",
)

_ONLY_READING: Final = (
    "cipher_memory_security = ON",
    "query_only = ON",
    "temp_store = MEMORY",
    "trusted_schema = OFF",
)


def connect(path: Path, key: bytearray) -> dbapi2.Connection:
    """Open an existing file with a raw key of 32 bytes. A missing file is never made here."""
    if len(key) != KEY_BYTES:
        raise ValueError("a database key has 32 bytes")  # SQLCipher would take it for a passphrase
    raw = _raw(f"{path.absolute().as_uri()}?mode=rw")
    try:
        raw.execute("PRAGMA cipher_log_level = NONE")  # before the key: a wrong one writes to stderr
        _set_key(raw, key)
        _harden(raw)
    except BaseException:
        raw.close()
        raise
    return raw


def connect_to_fill(path: Path, key: bytearray) -> dbapi2.Connection:
    """Open an empty file for a copy that is thrown away unless it is finished: no log, and nothing waits for the disk."""
    return _set_up(_raw(f"{path.absolute().as_uri()}?mode=rw"), key, b"", _ONLY_FILLING)


def connect_to_read(path: Path, key: bytearray, salt: bytes) -> dbapi2.Connection:
    """Open a file as it lies there, with no lock and nothing beside it; `salt` stands in for its first bytes.

    Nothing of it is read yet, so nothing is said of what it holds.
    """
    return _set_up(_raw(f"{path.absolute().as_uri()}?mode=ro&immutable=1"), key, salt, _ONLY_READING)


def _set_up(
    raw: dbapi2.Connection, key: bytearray, salt: bytes, settings: tuple[str, ...]
) -> dbapi2.Connection:
    try:
        raw.execute("PRAGMA cipher_log_level = NONE")
        _set_key(raw, key, salt)
        for setting in settings:
            raw.execute(f"PRAGMA {setting}")
    except BaseException:
        raw.close()
        raise
    return raw


def connect_in_memory() -> dbapi2.Connection:
    """Open a database that never reaches the disk, for the demonstration."""
    raw = _raw(":memory:")
    _harden(raw)
    return raw


def _raw(address: str) -> dbapi2.Connection:
    # No waiting: with exclusive locking another holder keeps the file for as long as its window is open.
    return dbapi2.connect(address, uri=True, isolation_level=None, check_same_thread=False, timeout=0)


def _set_key(raw: dbapi2.Connection, key: bytearray, salt: bytes = b"") -> None:
    quoted = bytearray(b"x'" + bytes(2 * (len(key) + len(salt))) + b"'")
    for index, byte in enumerate(chain(key, salt)):
        quoted[2 + 2 * index] = _DIGITS[byte >> 4]
        quoted[3 + 2 * index] = _DIGITS[byte & 15]
    try:
        raw.set_key(quoted)
    finally:
        quoted[:] = bytes(len(quoted))


def _harden(raw: dbapi2.Connection) -> None:
    for setting in _SETTINGS:
        raw.execute(f"PRAGMA {setting}")
    raw.execute("SELECT count(*) FROM sqlite_schema").fetchone()


def salt_of(raw: dbapi2.Connection) -> bytes:
    row = raw.execute("PRAGMA cipher_salt").fetchone()
    return bytes.fromhex(row[0])


def look_before_opening(path: Path, salt: bytes) -> None:
    """Refuse a file that does not begin as this vault's does; an empty one SQLCipher would take for a new vault.

    Whether it is another vault's is for those to say who know the others' salts. Only to be called while this
    process holds no connection to the file: closing it would drop SQLite's locks.
    """
    with problems_named():
        start = read_start(path, SALT_BYTES)
        if start is None:
            raise VaultMissing
        if start != salt:
            raise VaultDamaged(detail="salt" if start else "empty")
        _check_companions(path)
    _check_writable(path)


def _check_companions(path: Path) -> None:
    # SQLite would write the pages of a rollback journal into the file, whoever made it: with a write-ahead log there
    # never is one. What is not a plain file of one name could hold it up for ever, or lead what it writes elsewhere.
    real = Path(os.path.realpath(path))  # where SQLite itself looks
    journal, log = (real.with_name(real.name + ending) for ending in ("-journal", "-wal"))
    if os.path.lexists(journal) or not (_is_plain(log) or not os.path.lexists(log)):
        raise SomethingInTheWay(detail=(journal if os.path.lexists(journal) else log).name)


def _is_plain(path: Path) -> bool:
    try:
        found = path.lstat()
    except FileNotFoundError:
        return False
    return stat.S_ISREG(found.st_mode) and found.st_nlink == 1


def _check_writable(path: Path) -> None:
    # SQLite would open what it may only read, and say so no sooner than at the first change.
    for place in (path, path.parent):
        if not os.access(place, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
            raise ReadOnlyFolder


def verify(raw: dbapi2.Connection, *, vault_id: bytes, salt: bytes, schema: int) -> int:
    """Check that the cipher is on and that this is the vault expected; return its schema."""
    if raw.execute("PRAGMA cipher_status").fetchone() != ("1",):
        raise VaultDamaged(detail="cipher")
    if salt_of(raw) != salt:
        raise VaultSwapped(detail="salt")
    version = int(raw.execute("PRAGMA user_version").fetchone()[0])
    if version > schema:
        raise VaultTooNew(detail=str(version))
    if version == 0:
        raise VaultDamaged(detail="schema")
    if raw.execute("SELECT vault_id FROM vault").fetchone() != (vault_id,):
        raise VaultSwapped(detail="vault id")
    return version


def check(raw: dbapi2.Connection) -> None:
    """Read every page and every index; raise VaultDamaged at the first thing that is not as written."""
    check_pages(raw)
    check_tables(raw)


def check_pages(raw: dbapi2.Connection) -> None:
    """Compare every page of the file with its code."""
    # Before a checkpoint the cipher's check raises false alarms after a crash: it reads the main file only.
    if _checkpointed(raw) and raw.execute("PRAGMA cipher_integrity_check").fetchall():
        raise VaultDamaged(detail="cipher_integrity_check")


def check_tables(raw: dbapi2.Connection, *, found_words: bool = True) -> None:
    """Read every table and index, and follow what one row says of another.

    With `found_words=False` the words of Find are read, but not counted against each other: that takes longest.
    """
    for which in ("",) if found_words else _tables(raw):
        if raw.execute(f"PRAGMA integrity_check{which}").fetchall() != [("ok",)]:
            raise VaultDamaged(detail="integrity_check")
    if raw.execute("PRAGMA foreign_key_check").fetchall():
        raise VaultDamaged(detail="foreign_key_check")


def _tables(raw: dbapi2.Connection) -> list[str]:
    """Return every table that is one, the hidden ones of the index too, as an argument of the check."""
    rows = raw.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    )
    return [f'("{name}")' for (name,) in rows]


def _checkpointed(raw: dbapi2.Connection) -> bool:
    try:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    except dbapi2.Error as error:
        if sqlite_name(error) in {"SQLITE_FULL", "SQLITE_IOERR"}:
            return False  # without room a vault can still be read
        raise
    return True
