"""A vault's folder moved out of the way, whole and under another name: kept, and put back whenever someone wants it."""

import os
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from trust_desktop.domain.errors import ReadOnlyFolder, SomethingInTheWay, VaultMissing
from trust_desktop.storage import safe_files
from trust_desktop.storage.safe_files import problems_named
from trust_desktop.storage.vault_folder import ASIDE, VaultFolder

_NAME: Final = re.compile(rf"{ASIDE}([0-9a-f]{{8}})-(\d{{4}}-\d\d-\d\d)(?:-[1-9]\d{{0,3}})?")


@dataclass(frozen=True, slots=True)
class AsideFolder:
    """It is no vault of this computer while it bears this name; nothing in it was changed."""

    path: Path
    name: str
    """The eight digits under which the keyring and the numbers know it."""
    day: date
    """On which it was set aside."""


def put_aside(folder: VaultFolder, day: date, name: str = "") -> AsideFolder:
    """In one step; only while nothing has it open. `name` is its own where the folder bears another one."""
    name = name or folder.name
    if folder.path.is_symlink():
        raise SomethingInTheWay(detail=name)  # the name is ours, but what it leads to is not
    target = free_place(folder.path.parent, f"{ASIDE}{name}-{day.isoformat()}")
    _rename(folder.path, target)
    return AsideFolder(target, name, day)


def put_back(folder: AsideFolder) -> VaultFolder:
    """Raise SomethingInTheWay if its place was taken meanwhile; then it stays where it is."""
    target = folder.path.with_name(folder.name)
    if not is_free(target):
        raise SomethingInTheWay(detail=folder.name)
    _rename(folder.path, target)
    return VaultFolder(target)


def aside(data: Path) -> tuple[AsideFolder, ...]:
    """Return every one that is set aside, the oldest first. Links bear the name in vain."""
    try:
        paths = sorted(path for path in data.iterdir() if path.is_dir() and not path.is_symlink())
    except FileNotFoundError:
        return ()
    except OSError:
        raise ReadOnlyFolder from None
    found = (_read(path) for path in paths)
    return tuple(sorted((one for one in found if one is not None), key=lambda one: (one.day, one.path.name)))


def _read(path: Path) -> AsideFolder | None:
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    with suppress(ValueError):
        return AsideFolder(path, match[1], date.fromisoformat(match[2]))
    return None


def is_free(path: Path) -> bool:
    """Whether nothing has this name, not even a link that leads nowhere."""
    return not os.path.lexists(path)


def free_place(data: Path, wanted: str) -> Path:
    """That name, or the next one with a number that nothing has yet."""
    number, path = 1, data / wanted
    while not is_free(path):
        number += 1
        path = data / f"{wanted}-{number}"
    return path


def _rename(source: Path, target: Path) -> None:
    if not source.is_dir():
        raise VaultMissing
    with problems_named():
        source.rename(target)
    with suppress(OSError):  # it is there under its new name, whatever the disk says to the last sync
        safe_files.sync_folder(target.parent)
