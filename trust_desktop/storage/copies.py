"""A checked, encrypted copy of an open vault beside it."""

import os
import re
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Final

from sqlcipher3 import dbapi2

from trust_desktop.domain.errors import VaultDamaged
from trust_desktop.storage import sqlcipher
from trust_desktop.storage.safe_files import problems_named

PAGES_A_STEP: Final = 200

OUTLIVED: Final = 3
"""Days on which a migrated vault was found whole, after which the copy from before it is not needed any more."""

_FOUND_WHOLE: Final = "found_whole_beside"
"""Holds the name of the newest copy and the days; another copy begins anew."""

_KEEP: Final = (
    "INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
)


def new_file(path: Path) -> None:
    """Make an empty private file; an existing one is never touched."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def copy_before_migrating(raw: dbapi2.Connection, path: Path, key: bytearray, schema: int) -> Path:
    """Copy the vault under the same key to a free name beside it, and read the copy back.

    One that was not finished goes again: each try to open the vault would leave another on a disk that is full.
    """
    target = _free_name(path, schema)
    with problems_named():
        new_file(target)
    try:
        _fill(target, key, raw)
    except BaseException:
        for ending in ("", "-wal", "-journal"):
            with suppress(OSError):
                target.with_name(target.name + ending).unlink(missing_ok=True)
        raise
    return target


def _fill(target: Path, key: bytearray, raw: dbapi2.Connection) -> None:
    copy = sqlcipher.connect(target, key)
    try:
        raw.backup(copy, pages=PAGES_A_STEP)
        sqlcipher.check(copy)
        if row_counts(copy) != row_counts(raw):
            raise VaultDamaged(detail="copy")
    finally:
        copy.close()


def drop_old(path: Path) -> None:
    """Remove the copies made before a migration: of the vault's keys none opens them any more, an old one might."""
    with problems_named():
        for copy in path.parent.iterdir():
            if _is_old(path, copy):
                copy.unlink()


def let_go_outlived(raw: dbapi2.Connection, path: Path, today: date) -> None:
    """Remove the copies made before a migration once the vault was read through and found whole on three days.

    They hold what was deleted since. To be called where the whole file was just read and is at the newest schema; what
    cannot be counted or removed now waits for another opening.
    """
    names = (copy.name for copy in path.parent.iterdir() if _is_old(path, copy))
    newest = max(names, key=_by_number, default="")
    if not newest:
        return
    row = raw.execute("SELECT value FROM settings WHERE name = ?", (_FOUND_WHOLE,)).fetchone()
    name, _, told = (row[0] if row is not None else "").partition(" ")
    days = set(told.split()) if name == newest else set()
    if len(days | {today.isoformat()}) >= OUTLIVED:
        drop_old(path)
        raw.execute("DELETE FROM settings WHERE name = ?", (_FOUND_WHOLE,))
    elif today.isoformat() not in days:
        raw.execute(_KEEP, (_FOUND_WHOLE, " ".join((newest, *sorted(days), today.isoformat()))))


def _by_number(name: str) -> list[int]:
    """The tenth schema comes after the ninth, as words it would come before."""
    return [int(number) for number in re.findall(r"\d+", name)]


def _is_old(path: Path, copy: Path) -> bool:
    return re.fullmatch(rf"{path.stem}-schema\d+-\d+{path.suffix}(-wal|-journal)?", copy.name) is not None


def _free_name(path: Path, schema: int) -> Path:
    number = 1
    while (name := path.with_name(f"{path.stem}-schema{schema}-{number}{path.suffix}")).exists():
        number += 1
    return name


def row_counts(raw: dbapi2.Connection) -> dict[str, int]:
    """Return how many rows each table has, the hidden ones of an index too; one question, since forty take longer."""
    names = [
        row[0] for row in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    ]
    each = [f'SELECT {n}, count(*) FROM "{name}"' for n, name in enumerate(names)]  # noqa: S608 - names of the schema
    counts = dict(raw.execute(" UNION ALL ".join(each)).fetchall()) if names else {}
    return {name: counts[n] for n, name in enumerate(names)}
