"""What in a folder could still open a vault: its headers, whatever they are called now, and whose they are."""

import os
from contextlib import suppress
from pathlib import Path
from typing import Final

from trust_desktop.domain.errors import HeaderDamaged, VaultProblem, VaultTooNew
from trust_desktop.security import header as headers
from trust_desktop.services import vault_listing
from trust_desktop.services.vault_listing import Places
from trust_desktop.storage import quarantine, safe_files, vault_folder
from trust_desktop.storage.vault_folder import SALT_BYTES, VaultFolder

UNKNOWN: Final = b""
"""Of a header that cannot be read, or that a later version wrote: it may be anybody's."""


def vault_of(folder: Path) -> bytes | None:
    """The id in the folder's own header; None if it has none that is whole and of a known format."""
    with suppress(VaultProblem):
        return vault_listing.read_headers(VaultFolder(folder))[0].vault_id
    return None


def elsewhere(places: Places, name: str) -> set[bytes]:
    """Whose keys lie in the data folder outside of this vault's folder, as far as that is known; set aside or not."""
    paths = [one.path for one in vault_folder.folders(places.data) if one.name != name]
    paths += [one.path for one in quarantine.aside(places.data)]
    return {owner for path in paths for owner in in_folder(path).values() if owner != UNKNOWN}


def others_of(places: Places, name: str) -> bool:
    """Whether another folder here has a key of the same vault: it was restored, or a copy of it was set aside."""
    return vault_of(places.data / name) in elsewhere(places, name)


def has_a_missed_database(places: Places, folder: Path) -> bool:
    """Whether a file in it begins as the database does that a vault here, or one set aside, has a key for and not the file."""
    missed = _missed(places)
    return bool(missed) and any(_start(path) in missed for path in files(folder))


def _missed(places: Places) -> set[bytes]:
    paths = [one.path for one in vault_folder.folders(places.data)]
    paths += [one.path for one in quarantine.aside(places.data)]
    salts: set[bytes] = set()
    for folder in map(VaultFolder, paths):
        with suppress(VaultProblem):
            named = {header.database_salt for header in vault_listing.read_headers(folder)}
            start = folder.database_salt()
            if start not in {header.database_salt for header in vault_listing.headers_for(folder, start)}:
                salts |= named
    return salts


def _start(path: Path) -> bytes:
    with suppress(OSError):
        return safe_files.read_start(path, SALT_BYTES) or b""
    return b""


def in_folder(folder: Path) -> dict[Path, bytes]:
    """Every file at any depth that is a whole header, whatever it is called, and whose it is."""
    found = {path: _owner(path) for path in files(folder)}
    return {path: owner for path, owner in found.items() if owner is not None}


def _owner(path: Path) -> bytes | None:
    """The vault a header belongs to; None for what is no whole header."""
    try:
        return headers.parse(path.read_bytes()).vault_id if _may_be_header(path) else None
    except HeaderDamaged:
        return None
    except (VaultTooNew, OSError):
        return UNKNOWN


def _may_be_header(path: Path) -> bool:
    return path.is_file() and path.stat().st_size <= headers.MAX_BYTES


def files(folder: Path) -> list[Path]:
    return [Path(parent, name) for parent, _folders, names in os.walk(folder) for name in names]
