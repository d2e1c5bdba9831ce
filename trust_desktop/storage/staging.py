"""A vault's next database and the header that goes with it, beside the ones in use until one rename exchanges them."""

import os
from contextlib import suppress
from pathlib import Path
from typing import Final

from trust_desktop.domain.errors import DiskFull
from trust_desktop.storage import safe_files
from trust_desktop.storage.safe_files import problems_named
from trust_desktop.storage.vault_folder import VaultFolder

_HEADER: Final = "header.next"
_DATABASE: Final = "vault.next.db"
_BESIDE: Final = ("-wal", "-journal", "-shm")
_MOST_BYTES: Final = 65536


def database(folder: VaultFolder) -> Path:
    return folder.path / _DATABASE


def header(folder: VaultFolder) -> bytes | None:
    """What is staged; None if nothing is, or it cannot be read: then it does not count."""
    try:
        return safe_files.read_start(folder.path / _HEADER, _MOST_BYTES)
    except OSError:
        return None


def write_header(folder: VaultFolder, data: bytes) -> None:
    safe_files.write_safely(folder.path / _HEADER, data)


def swap(folder: VaultFolder) -> None:
    """Put the next database in the place of the one in use; both are closed. From the rename on the staged header is true.

    A log that is left would be read into the wrong file, or hold what is in no file: then nothing is exchanged.
    """
    following = database(folder)
    with problems_named():
        for path in (folder.database, following):
            if any(os.path.lexists(path.with_name(path.name + ending)) for ending in _BESIDE):
                raise DiskFull(detail="log")
        _sync(following)
        # Or a log that was just removed could be back after a power cut, beside the file it does not belong to.
        safe_files.sync_folder(folder.path)
        following.replace(folder.database)
    with suppress(OSError):  # exchanged is exchanged, whatever the disk says to the last sync
        safe_files.sync_folder(folder.path)


def is_exchanged(folder: VaultFolder) -> bool:
    """Whether the next database is not beside the one in use any more: then the staged header may be the only true one."""
    return not os.path.lexists(database(folder))


def drop_header(folder: VaultFolder) -> None:
    """Both copies of the header are true and newer: what is staged would let older secrets in."""
    if header(folder) is not None:
        with problems_named():
            (folder.path / _HEADER).unlink(missing_ok=True)


def drop(folder: VaultFolder) -> None:
    """Remove what is staged: it became the vault's own, or never will. Only with the vault's lock held."""
    following = database(folder)
    paths = (folder.path / _HEADER, following, *(following.with_name(_DATABASE + one) for one in _BESIDE))
    with problems_named():
        for path in (*paths, (folder.path / _HEADER).with_name(_HEADER + safe_files.TEMPORARY)):
            path.unlink(missing_ok=True)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
