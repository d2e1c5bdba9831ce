"""The keys of a vault that is to be destroyed go first: what still has one that is whole is never emptied, only kept.

Anyone at this login can give a folder the mark of one on its way out. Only `end` takes its keys, once the person has
confirmed it, and what is gone on with later is what has none left.
"""

from contextlib import suppress
from pathlib import Path
from typing import Final

from trust_desktop.domain.errors import SomethingInTheWay, VaultProblem
from trust_desktop.services import quarantining, vault_listing, whole_keys
from trust_desktop.services.session import local_now
from trust_desktop.services.vault_listing import Places
from trust_desktop.storage import ending, unmarking
from trust_desktop.storage.ending import EndedFolder
from trust_desktop.storage.vault_folder import VaultFolder

_HEADER: Final = "header"


def end(places: Places, name: str) -> None:
    """Mark the vault, with what was set aside of it, and take its keys. On a problem it is a vault as before.

    Raises SomethingInTheWay where a key of another vault lies in its folder, and is nowhere else; ReadOnlyFolder, DiskFull.
    """
    if _keys_of_others(places, name):
        raise SomethingInTheWay(detail=name)
    has_entry = may_have_an_entry(VaultFolder(places.data / name))
    aside = quarantining.of_vault(places, name)
    ending.mark(places.data, name)
    marked = ending.marked_as(places.data, name)
    try:
        for one in aside:
            unmarking.take_in(marked, one)
        if not has_entry:
            ending.note_no_entry(marked)
        ending.end_keys(marked, _to_end(marked))
    except VaultProblem:
        if is_whole(places, marked):
            keep(places, marked)
            raise


def may_have_an_entry(folder: VaultFolder) -> bool:
    """A vault that opens by passphrase alone has none in the keyring; where no header is whole nobody knows."""
    try:
        header = vault_listing.read_headers(folder)[0]
    except VaultProblem:
        return True
    return bool(header.backend) or any(slot.type.with_device for slot in header.slots)


def is_whole(places: Places, folder: EndedFolder) -> bool:
    """Whether anything in it may open a vault still, or be opened: a database whose key lies in another folder here."""
    return bool(whole_keys.in_folder(folder.path)) or whole_keys.has_a_missed_database(places, folder.path)


def keep(places: Places, folder: EndedFolder) -> None:
    """Give it its name again, or set it aside: nobody took its keys, so nobody here confirmed that it is to go."""
    with suppress(VaultProblem):  # then it stays as it is, and the next start tries again
        unmarking.unmark(folder, local_now().date(), room=not quarantining.full(places))


def _to_end(folder: EndedFolder) -> list[Path]:
    """What was set aside before what is its own: as long as that is whole, it is the vault as before."""
    paths = {path for path in whole_keys.files(folder.path) if path.name.startswith(_HEADER)}
    return sorted(
        paths | whole_keys.in_folder(folder.path).keys(), key=lambda path: (path.parent == folder.path, path)
    )


def _keys_of_others(places: Places, name: str) -> set[bytes]:
    """Whose keys lie in this folder and nowhere else; a header of its own that cannot be read is its own."""
    folder = places.data / name
    found = {
        owner
        for path, owner in whole_keys.in_folder(folder).items()
        if owner or path.parent != folder or not path.name.startswith(_HEADER)
    }
    return found - {whole_keys.vault_of(folder)} - whole_keys.elsewhere(places, name)
