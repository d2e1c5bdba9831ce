"""Small files that are either the old or the new one after any crash, private to one account, with problems named."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from trust_desktop.storage.problems import file_problem

TEMPORARY: Final = ".tmp"
_BINARY: Final = getattr(os, "O_BINARY", 0)
_NO_WAITING: Final = getattr(os, "O_NONBLOCK", 0)  # a pipe in a file's place would keep the window waiting


@contextmanager
def problems_named() -> Iterator[None]:
    """Turn what the file system says into a problem a page can be chosen by."""
    try:
        yield
    except OSError as problem:
        raise file_problem(problem) from None


def only_for_this_account() -> None:
    """Make every later file of this process 0600 and every folder 0700, the database's own included."""
    os.umask(0o077)


def make_folder(path: Path) -> None:
    with problems_named():
        path.mkdir(mode=0o700, parents=True, exist_ok=True)


def read_start(path: Path, most: int) -> bytes | None:
    """The first bytes of a file; None if there is none, or a thing in its place that might never end or answer."""
    try:
        handle = os.open(path, os.O_RDONLY | _NO_WAITING | _BINARY)
    except FileNotFoundError:
        return None
    with os.fdopen(handle, "rb") as file:
        return file.read(most) if stat.S_ISREG(os.fstat(handle).st_mode) else None


def write_safely(path: Path, data: bytes) -> None:
    """Replace `path` in one step that survives a power cut."""
    temporary = path.with_name(path.name + TEMPORARY)
    with problems_named():
        try:
            temporary.unlink(
                missing_ok=True
            )  # what a crash left, or a link that would lead the bytes elsewhere
            with os.fdopen(_create(temporary), "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(path)
        except OSError:
            temporary.unlink(missing_ok=True)
            raise
        sync_folder(path.parent)


def _create(path: Path) -> int:
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)


def sync_folder(path: Path) -> None:
    """Make renames in a folder durable; Windows has no such call and needs none."""
    if os.name == "nt":  # pragma: no cover - tried on POSIX only
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
