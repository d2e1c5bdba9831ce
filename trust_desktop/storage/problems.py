"""What the database and the file system report, as the problems a page can be chosen by."""

import errno
from typing import Final

from trust_desktop.domain.errors import (
    DiskFull,
    ReadOnlyFolder,
    VaultDamaged,
    VaultInUse,
    VaultMissing,
    VaultProblem,
)

# The longest name that fits comes first. A write cut short is a limit on the file's size: a full disk says FULL.
_BY_SQLITE: Final[tuple[tuple[str, type[VaultProblem]], ...]] = (
    ("SQLITE_FULL", DiskFull),
    ("SQLITE_IOERR_WRITE", DiskFull),
    ("SQLITE_IOERR_READ", VaultDamaged),
    ("SQLITE_IOERR_SHORT_READ", VaultDamaged),
    ("SQLITE_READONLY", ReadOnlyFolder),
    ("SQLITE_CANTOPEN", ReadOnlyFolder),
    ("SQLITE_PERM", ReadOnlyFolder),
    ("SQLITE_BUSY", VaultInUse),
    ("SQLITE_LOCKED", VaultInUse),
    ("SQLITE_CORRUPT", VaultDamaged),
    ("SQLITE_NOTADB", VaultDamaged),
)

_BY_ERRNO: Final[dict[int, type[VaultProblem]]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EFBIG: DiskFull,
    errno.EACCES: ReadOnlyFolder,
    errno.EPERM: ReadOnlyFolder,
    errno.EROFS: ReadOnlyFolder,
    errno.ENOENT: VaultMissing,
}


def problem_of(error: Exception) -> VaultProblem:
    """Return the problem for an error of the database driver or of SQLAlchemy, without any of its text."""
    name = sqlite_name(error)
    for prefix, kind in _BY_SQLITE:
        if name.startswith(prefix):
            return kind(detail=name)
    return VaultProblem(detail=name)


def sqlite_name(error: Exception) -> str:
    """Return the name of SQLite's error code, or of the error's type where it has none."""
    original = getattr(error, "orig", None) or error
    return getattr(original, "sqlite_errorname", None) or type(original).__name__


def file_problem(error: OSError) -> VaultProblem:
    code = errno.errorcode.get(error.errno or 0, type(error).__name__)
    return _BY_ERRNO.get(error.errno or 0, VaultProblem)(detail=code)
