"""Where the program keeps its files: a local data folder that no profile carries away, and a runtime folder."""

import os
import stat
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCryptographicHash, QStandardPaths

from trust_desktop import identity

_SOCKET_PATH_LIMIT: Final = 100
"""Bytes; the system's own limit is 104 to 108."""


def data_folder() -> Path:
    """The account's own local one: never under documents, never roaming."""
    base = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(base) / identity.EXECUTABLE


def prepare(folder: Path) -> None:
    """Make the folder, readable by its owner alone; an OSError says why it cannot be."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if os.name != "posix":
        return
    found = folder.stat()
    if found.st_mode & stat.S_ISVTX or found.st_uid != os.getuid():
        # Many share it, a temporary folder for instance: it is not ours to close, and others could put things there.
        raise PermissionError(folder.name)
    if found.st_mode & 0o077:
        folder.chmod(0o700)


def runtime_folder() -> Path:
    """The session's own runtime folder, else one in the temporary folder that only this account can enter."""
    given = os.environ.get("XDG_RUNTIME_DIR", "")
    if given and len(given) < _SOCKET_PATH_LIMIT - 40 and _is_ours(Path(given)):
        folder = Path(given) / identity.EXECUTABLE
    elif sys.platform == "win32":
        folder = Path(tempfile.gettempdir()) / identity.EXECUTABLE
    else:
        folder = Path(tempfile.gettempdir()) / f"{identity.EXECUTABLE}-{os.getuid()}"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not _is_ours(folder):
        raise PermissionError(folder.name)
    return folder


def own_elsewhere(data: Path) -> tuple[Path, ...]:
    """What may lie outside the data folder, where it is the account's own: a start with the session, and leftovers."""
    if os.path.realpath(data) != os.path.realpath(data_folder()):
        return ()
    place = QStandardPaths.StandardLocation
    config, cache = (
        Path(QStandardPaths.writableLocation(kind))
        for kind in (place.GenericConfigLocation, place.GenericCacheLocation)
    )
    return (
        config / "autostart" / f"{identity.ID}.desktop",
        config / identity.EXECUTABLE,
        cache / identity.EXECUTABLE,
    )


def remove_empty(*emptied: Path) -> None:
    """Remove the program's own folders; one that holds something stays."""
    for folder in emptied:
        with suppress(OSError):
            folder.rmdir()


def key_of(folder: Path) -> str:
    """Sixteen hexadecimal digits that stand for a folder without naming it."""
    path = os.path.realpath(folder).encode("utf-8", "surrogateescape")
    digest = QCryptographicHash.hash(path, QCryptographicHash.Algorithm.Sha256)
    return bytes(digest.toHex().data()).decode("ascii")[:16]


def _is_ours(folder: Path) -> bool:
    """A folder, no link, that belongs to this account and lets nobody else in."""
    if sys.platform == "win32":
        return folder.is_dir()
    try:
        found = folder.lstat()
    except OSError:
        return False
    return (
        folder.is_dir()
        and not folder.is_symlink()
        and found.st_uid == os.getuid()
        and not found.st_mode & 0o022
    )
