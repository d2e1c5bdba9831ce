"""Where backups could go: drives that can be taken away first, and what speaks against a folder."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path, PurePath
from typing import Final

from trust_desktop.services.vault_listing import Places


class Concern(Enum):
    """What to say about a folder before backups go there; the first three mean that none can."""

    NOT_THERE = auto()
    NOT_WRITABLE = auto()
    AMONG_THE_VAULTS = auto()
    SYNCED = auto()
    """It lies under a folder that a service copies to other computers; `Judgement.service` names it."""

    MAY_BE_SYNCED = auto()
    """Documents, Desktop or Pictures, which a service may copy without the path saying so."""

    SAME_DISK = auto()
    """What happens to this disk happens to the backups."""


_BARS: Final = {Concern.NOT_THERE, Concern.NOT_WRITABLE, Concern.AMONG_THE_VAULTS}


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was found about a folder; the person decides unless it cannot be used at all."""

    concerns: tuple[Concern, ...]
    service: str = ""

    @property
    def usable(self) -> bool:
        return not _BARS & set(self.concerns)


def judge(folder: Path, places: Places, environment: Mapping[str, str], home: Path) -> Judgement:
    """Look at a folder; nothing is written there."""
    if not os.path.isdir(folder):  # noqa: PTH112 - False also for a drive that answers with an error
        return Judgement((Concern.NOT_THERE,))
    data = Path(os.path.realpath(places.data))
    real = Path(os.path.realpath(folder))
    if real == data or data in real.parents:
        return Judgement((Concern.AMONG_THE_VAULTS,))
    if not _writable(real):
        return Judgement((Concern.NOT_WRITABLE,))
    service = synced_by(folder, environment, home) or synced_by(real, environment, home) or _marked(real)
    concerns = []
    if service:
        concerns.append(Concern.SYNCED)
    elif may_be_synced(real, environment, home):
        concerns.append(Concern.MAY_BE_SYNCED)
    if _same_disk(real, data):
        concerns.append(Concern.SAME_DISK)
    return Judgement(tuple(concerns), service)


_BY_VARIABLE: Final = {
    "OneDrive": "OneDrive",
    "OneDriveConsumer": "OneDrive",
    "OneDriveCommercial": "OneDrive",
    "DROPBOX_PATH": "Dropbox",
}
_BY_FOLDER: Final = {
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "icloud drive": "iCloud Drive",
    "iclouddrive": "iCloud Drive",
    "mobile documents": "iCloud Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "insync": "Insync",
    "megasync": "MEGA",
    "mega": "MEGA",
    "pclouddrive": "pCloud",
    "pcloud drive": "pCloud",
    "box": "Box",
    "box sync": "Box",
    "syncthing": "Syncthing",
    "sync": "Syncthing",
    "seafile": "Seafile",
    "tresorit": "Tresorit",
    "proton drive": "Proton Drive",
    "yandex.disk": "Yandex Disk",
}
_ANYWHERE: Final = {
    "mobile documents",
    "cloudstorage",
    "google drive",
    "googledrive",
    "icloud drive",
    "iclouddrive",
}
"""Names that say it wherever they stand; the others only right under the person's own folder, or a drive's top."""

_BY_MARK: Final = {
    ".stfolder": "Syncthing",
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".owncloudsync.log": "ownCloud",
    ".nextcloudsync.log": "Nextcloud",
}
_REDIRECTED: Final = {"documents", "desktop", "pictures"}


def synced_by(folder: PurePath, environment: Mapping[str, str], home: PurePath) -> str:
    """Return the service whose folder this lies in, by path and environment alone; empty if none is known."""
    given = {name.casefold(): value for name, value in environment.items() if value}
    for variable, service in _BY_VARIABLE.items():
        root = given.get(variable.casefold())
        if root and _lies_in(folder, type(folder)(root)):
            return service
    parts = _parts(folder)
    own = _below(parts, _parts(home))
    first = own[0] if own else ""
    if first.startswith("onedrive"):
        return "OneDrive"
    for part in parts:
        if part in _ANYWHERE or part.startswith(("google-drive:", "onedrive:")):
            return _BY_FOLDER.get(part) or ("OneDrive" if "onedrive" in part else _cloud_storage(parts, part))
    return _BY_FOLDER.get(first, "")


def _cloud_storage(parts: list[str], part: str) -> str:
    """The service under macOS's one folder for all of them, `CloudStorage/OneDrive-Personal`, or a mounted one."""
    if part != "cloudstorage":
        return "Google Drive"
    named = parts[parts.index(part) + 1 :][:1]
    service = named[0].split("-", 1)[0] if named else ""
    return {"onedrive": "OneDrive", "googledrive": "Google Drive", "dropbox": "Dropbox", "box": "Box"}.get(
        service, "CloudStorage"
    )


def may_be_synced(folder: PurePath, environment: Mapping[str, str], home: PurePath) -> bool:
    """Whether it is one of the three folders that OneDrive and iCloud take over where they are switched on."""
    given = {name.casefold() for name, value in environment.items() if value}
    takes_over = bool(given & {"onedrive", "onedriveconsumer", "onedrivecommercial"}) or (
        _parts(home)[:2] == ["/", "users"]
    )
    own = _below(_parts(folder), _parts(home))
    return takes_over and bool(own) and own[0] in _REDIRECTED


def removable(environment: Mapping[str, str], roots: tuple[Path, ...] | None = None) -> tuple[Path, ...]:
    """Return drives that are there now and can be taken away, by name."""
    if sys.platform == "win32":  # pragma: no cover - written from the documentation and never tried
        return _windows_drives()
    user = environment.get("USER") or environment.get("LOGNAME") or ""
    usual = (
        (Path("/media", user), Path("/run/media", user), Path("/Volumes")) if user else (Path("/Volumes"),)
    )
    found = [path for root in (usual if roots is None else roots) for path in _inside(root)]
    return tuple(path for path in sorted(found) if os.path.ismount(path) and _writable(path))


def _inside(root: Path) -> list[Path]:
    try:
        return list(root.iterdir())
    except OSError:
        return []


def _windows_drives() -> tuple[Path, ...]:  # pragma: no cover - see above
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - there is none elsewhere
    letters = [f"{chr(65 + n)}:\\" for n in range(26) if kernel.GetLogicalDrives() >> n & 1]
    return tuple(Path(letter) for letter in letters if kernel.GetDriveTypeW(letter) == 2)


def _marked(folder: Path) -> str:
    """Return the service that left its mark in the folder or above it."""
    for place in (folder, *folder.parents):
        for mark, service in _BY_MARK.items():
            if os.path.lexists(place / mark):
                return service
    return ""


def _writable(folder: Path) -> bool:
    return os.access(folder, os.W_OK | os.X_OK, effective_ids=os.access in os.supports_effective_ids)


def _same_disk(folder: Path, data: Path) -> bool:
    try:
        return folder.stat().st_dev == data.stat().st_dev
    except OSError:
        return False


def _lies_in(folder: PurePath, root: PurePath) -> bool:
    parts, whole = _parts(root), _parts(folder)
    return whole[: len(parts)] == parts


def _below(parts: list[str], root: list[str]) -> list[str]:
    return parts[len(root) :] if parts[: len(root)] == root else []


def _parts(path: PurePath) -> list[str]:
    return [part.casefold() for part in path.parts]
