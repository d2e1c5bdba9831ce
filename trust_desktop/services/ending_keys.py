"""The keys of a vault that is to be destroyed go first: what still has one that is whole is never emptied, only kept.

Anyone at this login can give a folder the mark of one on its way out. Only `end` takes its keys, once the person has
confirmed it, and what is gone on with later is what has none left.
"""

import os
from contextlib import suppress
from pathlib import Path
from typing import Final

from trust_desktop.domain.errors import HeaderDamaged, SomethingInTheWay, VaultProblem, VaultTooNew
from trust_desktop.security import header as headers
from trust_desktop.services import quarantining, vault_listing
from trust_desktop.services.session import local_now
from trust_desktop.services.vault_listing import Places
from trust_desktop.storage import ending, quarantine, unmarking, vault_folder
from trust_desktop.storage.ending import EndedFolder
from trust_desktop.storage.quarantine import AsideFolder
from trust_desktop.storage.vault_folder import VaultFolder

_HEADER: Final = "header"
_UNKNOWN: Final = b""
"""Of a header that cannot be read, or that a later version wrote: it may be anybody's."""


def aside_of(places: Places, name: str) -> tuple[AsideFolder, ...]:
    """What was set aside of this vault: it bears its name and holds no whole key of any other."""
    own = {_id_of(places.data / name)}
    found = (one for one in quarantine.aside(places.data) if one.name == name)
    return tuple(one for one in found if set(_keys_in(one.path).values()) <= own)


def end(places: Places, name: str) -> None:
    """Mark the vault, with what was set aside of it, and take its keys. On a problem it is a vault as before.

    Raises SomethingInTheWay where a key of another vault lies in its folder, and is nowhere else; ReadOnlyFolder, DiskFull.
    """
    if _keys_of_others(places, name):
        raise SomethingInTheWay(detail=name)
    has_entry = may_have_an_entry(VaultFolder(places.data / name))
    aside = aside_of(places, name)
    ending.mark(places.data, name)
    marked = ending.marked_as(places.data, name)
    try:
        for one in aside:
            unmarking.take_in(marked, one)
        if not has_entry:
            ending.note_no_entry(marked)
        ending.end_keys(marked, _to_end(marked))
    except VaultProblem:
        if is_whole(marked):
            keep(places, marked)
            raise


def may_have_an_entry(folder: VaultFolder) -> bool:
    """A vault that opens by passphrase alone has none in the keyring; where no header is whole nobody knows."""
    try:
        header = vault_listing.read_headers(folder)[0]
    except VaultProblem:
        return True
    return bool(header.backend) or any(slot.type.with_device for slot in header.slots)


def is_whole(folder: EndedFolder) -> bool:
    """Whether anything in it may open a vault still."""
    return bool(_keys_in(folder.path))


def keep(places: Places, folder: EndedFolder) -> None:
    """Give it its name again, or set it aside: nobody took its keys, so nobody here confirmed that it is to go."""
    with suppress(VaultProblem):  # then it stays as it is, and the next start tries again
        unmarking.unmark(folder, local_now().date(), room=not quarantining.full(places))


def _to_end(folder: EndedFolder) -> list[Path]:
    """What was set aside before what is its own: as long as that is whole, it is the vault as before."""
    paths = {path for path in _files(folder.path) if path.name.startswith(_HEADER)} | {*_keys_in(folder.path)}
    return sorted(paths, key=lambda path: (path.parent == folder.path, path))


def _id_of(folder: Path) -> bytes | None:
    with suppress(VaultProblem):
        return vault_listing.read_headers(VaultFolder(folder))[0].vault_id
    return None


def _keys_of_others(places: Places, name: str) -> set[bytes]:
    """Whose keys lie in this folder and nowhere else; a header of its own that cannot be read is its own."""
    folder = places.data / name
    found = {
        owner
        for path, owner in _keys_in(folder).items()
        if owner or path.parent != folder or not path.name.startswith(_HEADER)
    }
    rest = [one.path for one in vault_folder.folders(places.data)]
    rest += [one.path for one in quarantine.aside(places.data)]
    elsewhere = {owner for path in rest if path != folder for owner in _keys_in(path).values() if owner}
    return found - {_id_of(folder)} - elsewhere


def _keys_in(folder: Path) -> dict[Path, bytes]:
    """Every file at any depth that is a whole header, whatever it is called, and whose it is."""
    found = {path: _owner(path) for path in _files(folder)}
    return {path: owner for path, owner in found.items() if owner is not None}


def _owner(path: Path) -> bytes | None:
    """The vault a header belongs to; None for what is no whole header."""
    try:
        return headers.parse(path.read_bytes()).vault_id if _may_be_header(path) else None
    except HeaderDamaged:
        return None
    except (VaultTooNew, OSError):
        return _UNKNOWN


def _may_be_header(path: Path) -> bool:
    return path.is_file() and path.stat().st_size <= headers.MAX_BYTES


def _files(folder: Path) -> list[Path]:
    return [Path(parent, name) for parent, _folders, names in os.walk(folder) for name in names]
