"""A vault on disk: its files, the two header copies, and the folders vaults are looked for in."""

import os
import re
import stat
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from trust_desktop.storage import safe_files
from trust_desktop.storage.problems import file_problem
from trust_desktop.storage.safe_files import problems_named
from trust_desktop.storage.vault_lock import VaultLock, is_locked

_COPIES: Final = ("header.1", "header.2")
_DATABASE: Final = "vault.db"
_LOCK: Final = "lock"
_COPY: Final = "copy.part"
_ASIDE: Final = ".damaged"
ASIDE: Final = "aside-"
_NAME: Final = re.compile(r"[0-9a-f]{8}")
_BEGUN: Final = ".new-"
_OURS: Final = ("header.", "vault")
_OF_A_VAULT: Final = (*_OURS, _LOCK, _COPY, "tries")
_MOST_HEADER_BYTES: Final = 65536
_FOR_OTHERS: Final = stat.S_IRWXG | stat.S_IRWXO
SALT_BYTES: Final = 16


@dataclass(frozen=True, slots=True)
class VaultFolder:
    """One folder; nothing here opens the database itself while someone may have it open."""

    path: Path

    @property
    def name(self) -> str:
        """Eight hexadecimal digits, also while the folder is being made."""
        return self.path.name.removeprefix(_BEGUN)

    @property
    def database(self) -> Path:
        return self.path / _DATABASE

    @property
    def copy(self) -> Path:
        """Where a backup is made before it goes to its place; only while the vault's lock is held."""
        return self.path / _COPY

    def drop_copy(self) -> None:
        """Remove what was made for a backup, whether it was finished or not."""
        with problems_named():
            for ending in ("", "-journal", "-wal"):
                self.path.joinpath(_COPY + ending).unlink(missing_ok=True)

    def lock(self) -> VaultLock:
        return VaultLock(self.path / _LOCK)

    def lock_to_read(self) -> VaultLock:
        """Keep others from opening it, without writing anything; where nothing can be locked nothing is held."""
        return VaultLock(self.path / _LOCK, to_read=True)

    def in_use(self) -> bool:
        return is_locked(self.path / _LOCK)

    def writable(self) -> bool:
        files = (self.database, self.path / _LOCK, *self._copies())
        return os.access(self.path, os.W_OK) and all(
            os.access(file, os.W_OK) for file in files if file.exists()
        )

    def database_size(self) -> int | None:
        """Bytes of the encrypted file; None if there is no such file."""
        return self.database.stat().st_size if self.database.is_file() else None

    def database_salt(self) -> bytes:
        """The file's first bytes, which SQLCipher leaves readable; only while the vault's lock is held."""
        with problems_named():
            return safe_files.read_start(self.database, SALT_BYTES) or b""

    def header_copies(self) -> tuple[bytes | None, ...]:
        """None for a copy that is not there or cannot be read; a problem only if that is so for both."""
        found: list[bytes | None] = []
        problems: list[OSError] = []
        for path in self._copies():
            try:
                found.append(safe_files.read_start(path, _MOST_HEADER_BYTES))
            except OSError as problem:
                found.append(None)
                problems.append(problem)
        with problems_named():
            if len(problems) == len(found):
                raise problems[0]
        return tuple(found)

    def write_header(self, data: bytes) -> None:
        """One copy after the other, so that a whole one exists at every moment."""
        for path in self._copies():
            safe_files.write_safely(path, data)

    def repair_header(self, data: bytes, may_go: Callable[[bytes], bool]) -> None:
        """Bring both copies to `data`, which was just authenticated; one that may not go is kept beside it."""
        for path, found in zip(self._copies(), self.header_copies(), strict=True):
            if found == data:
                continue
            if os.path.lexists(path) and (found is None or not may_go(found)):
                self._keep_aside(path)
            safe_files.write_safely(path, data)

    def drop_kept_aside(self, may_go: Callable[[bytes], bool]) -> None:
        """Remove the copies that `repair_header` kept beside the true ones, if they may go; anything but a file stays."""
        with problems_named():
            for path in (one.with_name(one.name + _ASIDE) for one in self._copies()):
                if path.is_file() and not path.is_symlink() and may_go(_read_at_last(path)):
                    path.unlink()

    @property
    def bare(self) -> bool:
        """Whether it holds nothing that a vault has; one that cannot be looked into may hold everything."""
        try:
            return not any(path.name.startswith(_OURS) for path in self.path.iterdir())
        except OSError:
            return False

    def tidy(self) -> None:
        """Remove what an interrupted write left; only while the vault's lock is held."""
        with problems_named():
            for path in self._copies():
                path.with_name(path.name + safe_files.TEMPORARY).unlink(missing_ok=True)
        self.drop_copy()

    def _copies(self) -> tuple[Path, ...]:
        return tuple(self.path / name for name in _COPIES)

    def _keep_aside(self, path: Path) -> None:
        with problems_named():
            aside = path.with_name(path.name + _ASIDE)
            if not aside.exists():
                path.rename(aside)


def _read_at_last(path: Path) -> bytes:
    """It may have been kept because it could not be read."""
    with suppress(OSError):
        path.chmod(0o600)
        return safe_files.read_start(path, _MOST_HEADER_BYTES) or b""
    return b""


def folders(data: Path) -> tuple[VaultFolder, ...]:
    """Every vault's folder, by name; a folder that cannot be looked into is a problem, never *no vaults*."""
    try:
        # Not the entry's own `is_dir`: a link in circles would bar the others.
        names = sorted(path.name for path in data.iterdir() if _NAME.fullmatch(path.name) and path.is_dir())
    except FileNotFoundError:
        return ()
    except OSError as problem:
        raise file_problem(problem) from None
    return tuple(VaultFolder(data / name) for name in names)


def any_aside(data: Path) -> bool:
    """Whether something here bears the name of a vault that was set aside; `quarantine` says which do so rightly."""
    try:
        return any(path.name.startswith(ASIDE) for path in data.iterdir())
    except OSError:
        return False


def begin(data: Path) -> VaultFolder:
    """A folder that is not taken for a vault until it is published."""
    safe_files.make_folder(data)
    taken = {folder.name for folder in folders(data)}
    name = os.urandom(4).hex()
    while name in taken:
        name = os.urandom(4).hex()
    folder = VaultFolder(data / f"{_BEGUN}{name}")
    safe_files.make_folder(folder.path)
    return folder


def publish(folder: VaultFolder) -> None:
    """Make a folder with everything in it a vault, in one step."""
    with problems_named():
        safe_files.sync_folder(folder.path)
        folder.path.rename(folder.path.with_name(folder.name))
    with suppress(OSError):  # the vault stands from here on, whatever the disk says to the last sync
        safe_files.sync_folder(folder.path.parent)


def begun(data: Path) -> tuple[VaultFolder, ...]:
    """Folders whose making was interrupted: they never were vaults and hold nothing of the person.

    One that bears the name of a vault that is there is none of them, whoever put it there; a link never is.
    """
    found = (VaultFolder(path) for path in sorted(data.glob(f"{_BEGUN}*")))
    return tuple(folder for folder in found if _is_begun(folder))


def _is_begun(folder: VaultFolder) -> bool:
    path = folder.path
    named = _NAME.fullmatch(folder.name) is not None
    return (
        named and path.is_dir() and not path.is_symlink() and not os.path.lexists(path.with_name(folder.name))
    )


def drop(folder: VaultFolder) -> None:
    """Remove a folder that was begun; a vault is never removed here."""
    if not folder.path.name.startswith(_BEGUN):
        raise ValueError("only a folder that was begun can be dropped")
    import shutil  # brings every kind of archive, which the first window does not need

    shutil.rmtree(folder.path, ignore_errors=True)


def tighten(data: Path) -> None:
    """Take away again what a restore or a sync tool may have given to other accounts, wherever that can be done."""
    _tighten(data)
    for vault in folders(data):
        _tighten(vault.path)
        linked = vault.path.is_symlink()  # then only what bears a name of ours is ours
        with suppress(OSError):
            for path in vault.path.iterdir():
                if not linked or path.name.startswith(_OF_A_VAULT):
                    _tighten(path)


def _tighten(path: Path) -> None:
    # What cannot be changed, or went since it was listed, keeps no vault from opening; links lead out of here.
    with suppress(OSError):
        mode = path.lstat().st_mode
        if mode & _FOR_OTHERS and not stat.S_ISLNK(mode):
            path.chmod(stat.S_IMODE(mode) & ~_FOR_OTHERS)
