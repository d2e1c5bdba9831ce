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

_BY_SQLITE: Final[dict[str, type[VaultProblem]]] = {
    "SQLITE_FULL": DiskFull,
    "SQLITE_READONLY": ReadOnlyFolder,
    "SQLITE_CANTOPEN": ReadOnlyFolder,
    "SQLITE_PERM": ReadOnlyFolder,
    "SQLITE_BUSY": VaultInUse,
    "SQLITE_LOCKED": VaultInUse,
    "SQLITE_CORRUPT": VaultDamaged,
    "SQLITE_NOTADB": VaultDamaged,
}

# The driver's `backup` gives its errors no code, only SQLite's own fixed words.
_BY_TEXT: Final = {
    "database or disk is full": "SQLITE_FULL",
    "disk I/O error": "SQLITE_IOERR",
    "database disk image is malformed": "SQLITE_CORRUPT",
}

_BY_ERRNO: Final[dict[int, type[VaultProblem]]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EFBIG: DiskFull,
    errno.EACCES: ReadOnlyFolder,
    errno.EPERM: ReadOnlyFolder,
    errno.EROFS: ReadOnlyFolder,
    errno.ENOENT: VaultMissing,
}


def problem_of(error: Exception, *, writing: bool) -> VaultProblem:
    """Return the problem for an error of the database driver or of SQLAlchemy, without any of its text."""
    name = sqlite_name(error)
    if name == "SQLITE_IOERR" and writing:
        return DiskFull(detail=name)  # a full disk says FULL; a quota or a limit on file size says this
    return _BY_SQLITE.get(name, VaultProblem)(detail=name)


def sqlite_name(error: Exception) -> str:
    """Return the name of SQLite's error code, or of the error's type where it has none."""
    original = getattr(error, "orig", None) or error
    named = getattr(original, "sqlite_errorname", None) or _BY_TEXT.get(str(original))
    return named or type(original).__name__


def file_problem(error: OSError) -> VaultProblem:
    code = errno.errorcode.get(error.errno or 0, type(error).__name__)
    return _BY_ERRNO.get(error.errno or 0, VaultProblem)(detail=code)
