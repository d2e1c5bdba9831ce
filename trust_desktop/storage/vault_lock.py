"""One opener for each vault: a lock that ends with the process that holds it, however that ends."""

import errno
import os
import sys
from pathlib import Path

from trust_desktop.domain.errors import VaultInUse, VaultProblem
from trust_desktop.storage.problems import file_problem
from trust_desktop.storage.safe_files import problems_named

if sys.platform == "win32":  # pragma: no cover - not run on POSIX
    import msvcrt

    def _lock(handle: int, *, shared: bool) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(handle: int, *, shared: bool) -> None:
        fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)


_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_NO_WAITING = getattr(os, "O_NONBLOCK", 0)  # a pipe in its place would keep the window waiting
_HELD = {errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK}


class VaultLock:
    """Holds the lock from construction to release; raises VaultInUse if another window or login has it."""

    def __init__(self, path: Path, *, to_read: bool = False) -> None:
        """`to_read` makes no file and writes nothing; where nothing can be locked it holds nothing."""
        self._handle: int | None = None
        flags = os.O_RDONLY | _NO_WAITING if to_read else os.O_RDWR | os.O_CREAT
        try:
            with problems_named():
                self._handle = os.open(path, flags | _NO_LINK, 0o600)
        except VaultProblem:
            if not to_read:
                raise
            return
        try:
            _lock(self._handle, shared=to_read)
        except OSError as problem:
            self.release()
            raise (VaultInUse() if problem.errno in _HELD else file_problem(problem)) from None

    def release(self) -> None:
        handle, self._handle = self._handle, None
        if handle is not None:
            os.close(handle)


def is_locked(path: Path) -> bool:
    """Look only: a missing lock file is not made. What else may be wrong with it is said when it is opened."""
    if not path.exists():
        return False
    try:
        VaultLock(path).release()
    except VaultProblem as problem:
        return isinstance(problem, VaultInUse)
    return False
