"""Whether a file is one of ours: in the data folder anyone with this login may put a link where we would write."""

import os
import stat
from pathlib import Path
from typing import Final

_NO_LINK: Final = getattr(os, "O_NOFOLLOW", 0)
_NO_WAITING: Final = getattr(os, "O_NONBLOCK", 0)  # a pipe in a file's place would keep the window waiting
_BINARY: Final = getattr(os, "O_BINARY", 0)


def is_free(path: Path) -> bool:
    """Whether nothing is there yet, or a file of ours."""
    try:
        return _is_ours(path.lstat())
    except FileNotFoundError:
        return True
    except OSError:
        return False


def opened(path: str | Path, flags: int) -> int:
    """Open a file of ours; raise OSError for a link, for a file with a second name, and for whatever else is there."""
    handle = os.open(path, flags | _NO_LINK | _NO_WAITING | _BINARY, 0o600)
    if _is_ours(os.fstat(handle)):
        return handle
    os.close(handle)
    raise FileExistsError(os.fspath(path))


def _is_ours(found: os.stat_result) -> bool:
    # A file with two names may be a vault's. Windows counts no names and knows no owner in this form.
    owned = os.name == "nt" or found.st_uid == os.geteuid()
    return stat.S_ISREG(found.st_mode) and found.st_nlink <= 1 and owned
