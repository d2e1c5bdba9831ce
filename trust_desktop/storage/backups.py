"""Backups in a folder the person picked: each a small folder of its own, whole or not there at all."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

from trust_desktop.domain.backup import BackupName
from trust_desktop.domain.errors import BackupPlaceMissing, BackupUnreadable
from trust_desktop.storage import safe_files
from trust_desktop.storage.copies import new_file
from trust_desktop.storage.problems import file_problem

HEADER: Final = "header.1"
DATABASE: Final = "vault.db"
_PART: Final = ".part"
_CHUNK: Final = 1024 * 1024
_MOST_HEADER_BYTES: Final = 65536

_GONE: Final = {
    getattr(errno, name)
    for name in (
        "ENOENT",
        "ENOTDIR",
        "ENODEV",
        "ENXIO",
        "EIO",
        "ENOTCONN",
        "ESTALE",
        "ETIMEDOUT",
        "EHOSTDOWN",
    )
    if hasattr(errno, name)
}
"""What is said of a drive that was pulled out or a share that is not answering."""

Check: TypeAlias = Callable[[Path], None]
"""Raises BackupUnreadable."""


@dataclass(frozen=True, slots=True)
class BackupFolder:
    """One backup: the vault's small header file and its encrypted database, under the names they have in the vault."""

    path: Path

    @property
    def name(self) -> BackupName | None:
        """None if somebody gave it a name of their own."""
        return BackupName.read(self.path.name)

    @property
    def database(self) -> Path:
        return self.path / DATABASE

    def header(self) -> bytes:
        """Empty if there is none."""
        with _place_named():
            return safe_files.read_start(self.path / HEADER, _MOST_HEADER_BYTES) or b""

    def size(self) -> int:
        """Bytes of the encrypted file; 0 if there is none."""
        with _place_named():
            return self.database.stat().st_size if self.database.is_file() else 0


def in_folder(folder: Path) -> tuple[BackupFolder, ...]:
    """Every backup right in a folder, and the folder itself if it is one; by number, renamed ones first."""
    with _place_named():
        paths = [path for path in folder.iterdir() if not path.name.startswith(".")]
        found = [BackupFolder(path) for path in (folder, *paths) if (path / HEADER).is_file()]
    return tuple(sorted(found, key=_place_of))


def _place_of(backup: BackupFolder) -> tuple[int, str]:
    return (backup.name.number if backup.name else 0, backup.path.name)


def keep(
    folder: Path,
    name: BackupName,
    header: bytes,
    database: Path,
    *,
    check: Check,
    stop: Callable[[], None],
) -> BackupFolder:
    """Copy a backup to its place; it has its name only once it was written out and `check` has read it back there.

    `stop` is asked now and then and may raise. Whatever goes wrong, nothing is left behind but what was there before.
    """
    with _place_named():
        _clear_parts(folder, name.vault)
        part = folder / f".{name}{_PART}"
        part.mkdir(mode=0o700)
        try:
            _copy(database, part / DATABASE, stop)
            _write(part / HEADER, header)
            _sync(part)
            _check(part / DATABASE, check)
            stop()
            made = BackupFolder(folder / str(name))
            part.rename(made.path)
        except BaseException:
            _remove(part)
            raise
        _sync(folder)
    return made


def fetch(backup: BackupFolder, target: Path, *, stop: Callable[[], None]) -> None:
    """Copy the encrypted file out of a backup into a new file; what is left after an error is not taken away."""
    with _place_named():
        _copy(backup.database, target, stop)


def remove(backup: BackupFolder) -> bool:
    """Remove one backup, its name first, so that half of one is never taken for a backup; whether it is gone."""
    aside = backup.path.with_name(f".{backup.path.name}{_PART}")
    try:
        backup.path.rename(aside)
    except OSError:
        return False
    _remove(aside)
    return True


@contextmanager
def _place_named() -> Iterator[None]:
    """Turn what the file system says about the person's folder into a problem a page can be chosen by."""
    try:
        yield
    except OSError as problem:
        if problem.errno in _GONE:
            raise BackupPlaceMissing(detail=errno.errorcode.get(problem.errno or 0, "")) from None
        raise file_problem(problem) from None


def _check(database: Path, check: Check) -> None:
    try:
        check(database)
    except BackupUnreadable:
        if not os.path.isfile(database):  # noqa: PTH113 - False for a drive that gives an error, too
            raise BackupPlaceMissing from None
        raise


def _copy(source: Path, target: Path, stop: Callable[[], None]) -> None:
    new_file(target)
    with source.open("rb") as read, target.open("r+b") as write:
        while chunk := read.read(_CHUNK):
            stop()
            write.write(chunk)
        write.flush()
        _write_out(write.fileno())


def _write(path: Path, data: bytes) -> None:
    new_file(path)
    with path.open("r+b") as file:
        file.write(data)
        file.flush()
        _write_out(file.fileno())


def _write_out(handle: int) -> None:
    os.fsync(handle)
    if hasattr(os, "posix_fadvise"):  # pragma: no branch - tried where it is
        # What is read back now comes from the drive itself, not from this computer's memory of it.
        with suppress(OSError):
            os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)


def _sync(folder: Path) -> None:
    # Not every drive or share can do this for a folder; the files in it are written out already.
    with suppress(OSError):
        safe_files.sync_folder(folder)


def _clear_parts(folder: Path, vault: str) -> None:
    """Remove what a try of this vault that was cut short has left."""
    for part in folder.glob(f".*-{vault}-*{_PART}"):
        if BackupName.read(part.name.removeprefix(".").removesuffix(_PART)) is not None:
            _remove(part)


def _remove(folder: Path) -> None:
    # By name and not as a whole tree: nothing goes that we did not write, and no link leads out of here.
    with suppress(OSError):
        if folder.is_symlink():
            folder.unlink()  # it may lead to the vault itself, where the same names stand
            return
        for name in (DATABASE, f"{DATABASE}-journal", HEADER):
            (folder / name).unlink(missing_ok=True)
        folder.rmdir()
