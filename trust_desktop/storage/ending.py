"""A vault's folder on its way out: renamed in one step, its keys ended, then emptied; what was cut short can be gone on with."""

import os
import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from trust_desktop import own_file
from trust_desktop.domain.errors import SomethingInTheWay, VaultProblem
from trust_desktop.storage import safe_files
from trust_desktop.storage.safe_files import problems_named

_MARK: Final = ".old-"
_ALL: Final = ".old-all"
_NAME: Final = re.compile(r"[0-9a-f]{8}")
_MOST_BYTES: Final = 4096
_LINKED: Final = "linked"
_NO_ENTRY: Final = "no-entry"
NOTES: Final = (_LINKED, _NO_ENTRY)
"""Files without content, for who goes on: a key had a second name somewhere else; the keyring holds nothing of it."""


@dataclass(frozen=True, slots=True)
class EndedFolder:
    """It bears the mark, so it is no vault any more, whatever it still holds."""

    path: Path

    @property
    def name(self) -> str:
        """The eight digits under which the keyring and the numbers know it."""
        return self.path.name.removeprefix(_MARK)

    @property
    def empty(self) -> bool:
        """Nothing is left but the mark: it stands for an entry in the keyring that could not be removed yet."""
        with problems_named():
            return not any(self.path.iterdir())

    @property
    def has_no_entry(self) -> bool:
        return (self.path / _NO_ENTRY).exists()


@dataclass(frozen=True, slots=True)
class Swept:
    """What emptying a folder came to: files that could not go, and files that have a second name elsewhere."""

    left: bool
    linked: bool


def mark(data: Path, name: str) -> None:
    """In one step no vault any more; for one that is not there an empty mark is made."""
    folder, marked = data / name, data / f"{_MARK}{name}"
    if folder.is_symlink():
        raise SomethingInTheWay(detail=name)  # what a link leads to is not ours to empty
    with problems_named():
        if folder.is_dir():
            with suppress(FileNotFoundError):
                marked.rmdir()  # an earlier one of this name; one that holds something is a problem
            folder.rename(marked)
        else:
            marked.mkdir(mode=0o700, exist_ok=True)
    with suppress(OSError):  # it bears the mark from here on, whatever the disk says to the last sync
        safe_files.sync_folder(data)


def marked_as(data: Path, name: str) -> EndedFolder:
    return EndedFolder(data / f"{_MARK}{name}")


def marked(data: Path) -> tuple[EndedFolder, ...]:
    """Links and other things that bear the mark are none, whoever put them there."""
    found = (EndedFolder(path) for path in sorted(data.glob(f"{_MARK}*")))
    return tuple(
        one for one in found if _NAME.fullmatch(one.name) and one.path.is_dir() and not one.path.is_symlink()
    )


def note_no_entry(folder: EndedFolder) -> None:
    """Before its keys go: afterwards nothing tells that it never had an entry in the keyring."""
    with problems_named():
        (folder.path / _NO_ENTRY).touch(mode=0o600)


def end_keys(folder: EndedFolder, keys: Iterable[Path]) -> None:
    """Write over these files and remove them, one after the other. A link is removed, not what it leads to."""
    with problems_named():
        for path in keys:
            if _overwrite(path):
                (folder.path / _LINKED).touch(mode=0o600)
            path.unlink(missing_ok=True)
    with suppress(OSError):
        safe_files.sync_folder(folder.path)


def sweep(folder: EndedFolder) -> Swept:
    """Remove everything inside; a link is removed, not what it leads to."""
    with problems_named():
        paths = sorted(folder.path.iterdir())
    linked = any(path.name == _LINKED for path in paths)
    for path in sorted(
        paths, key=lambda path: path.name in NOTES
    ):  # last, for who goes on if this is cut short
        _remove(path)
    with suppress(OSError):
        safe_files.sync_folder(folder.path)
    return Swept(left=not folder.empty, linked=linked)


def close(folder: EndedFolder) -> None:
    """Take the mark away: nothing is left that it could stand for."""
    with problems_named():
        folder.path.rmdir()
    with suppress(OSError):
        safe_files.sync_folder(folder.path.parent)


def _overwrite(path: Path) -> bool:
    """Put noise over a file of ours; whether it has a second name, whose file is then left as it is."""
    try:
        handle = own_file.opened(path, os.O_WRONLY)
    except OSError:
        return not path.is_symlink() and path.is_file() and path.stat().st_nlink > 1
    with suppress(OSError), os.fdopen(handle, "r+b", buffering=0) as file:
        file.write(os.urandom(os.fstat(handle).st_size))
        os.fsync(handle)
    return False


# erasing everything


def mark_all(data: Path, names: tuple[str, ...]) -> None:
    """Note that everything here is to go, with the vaults that the person was told of."""
    try:
        safe_files.write_safely(data / _ALL, "".join(f"{name}\n" for name in names).encode("ascii"))
    except VaultProblem:
        unmark_all(data)  # what is said not to be noted must not be found at the next start
        raise


def marked_all(data: Path) -> tuple[str, ...] | None:
    """The vaults noted; None if not everything is to go."""
    try:
        found = safe_files.read_start(data / _ALL, _MOST_BYTES)
    except OSError:
        return None
    if found is None:
        return None
    return tuple(line for line in found.decode("ascii", "replace").splitlines() if _NAME.fullmatch(line))


def unmark_all(data: Path) -> None:
    with problems_named():
        (data / _ALL).unlink(missing_ok=True)


def remove_own(folder: Path, own: re.Pattern[str]) -> bool:
    """Remove what bears a name of ours, files and folders; whether nothing of it is left."""
    with suppress(OSError):
        for path in folder.iterdir():
            if own.fullmatch(path.name):
                _remove(path)
    with suppress(OSError):
        return not any(own.fullmatch(path.name) for path in folder.iterdir())
    return not folder.exists()


def _remove(path: Path) -> None:
    import shutil  # brings every kind of archive, which the first window does not need

    with suppress(OSError):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink()
