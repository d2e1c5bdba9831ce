"""Destroying a vault, or everything here: its keys first, then gone on with until all is gone, over any interruption.

What bears the mark and has a whole key all the same was never confirmed here, or not begun: that is kept. Nothing claims more than that the vault cannot be read any more without an old copy of it and what opens that copy.
"""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from trust_desktop.domain.errors import Cancelled, VaultInUse, VaultProblem
from trust_desktop.domain.vault import VaultInfo, VaultState
from trust_desktop.security.key_store import KeyStore, service_of
from trust_desktop.security.keyring_call import KeyringCall
from trust_desktop.services import ending_keys, quarantining, vault_listing
from trust_desktop.services.asking import Asking
from trust_desktop.services.vault_listing import Places, VaultListing
from trust_desktop.storage import ending, quarantine, vault_folder, vault_numbers
from trust_desktop.storage.ending import EndedFolder
from trust_desktop.storage.vault_folder import VaultFolder

_QUIET_SECONDS: Final = 3.0
OWN: Final = re.compile(
    r"(numbers|window\.ini|logs|\.new-[0-9a-f]{8}|\.old-[0-9a-f]{8})(\.tmp)?|\.old-all\.tmp"
)
"""What the program itself puts into its data folder, beside the vaults; anything else there is not ours to remove."""


@dataclass(frozen=True, slots=True)
class Remains:
    """What could not be removed now; the mark stays for as long, and each start tries again."""

    keyring: bool = False
    """An entry may still be in the keyring: it was locked, did not answer, or is not there."""
    files: bool = False
    linked: bool = False
    """A file had a second name somewhere else, and was left as it is there."""
    kept: bool = False
    """A vault whose key was whole bore the mark, or was to go with everything: it is a vault again, or set aside."""
    everything: bool = False
    """Not one vault was to go but all that the program keeps."""

    @property
    def ends_all(self) -> bool:
        """Nothing is left here to go on with."""
        return self.everything and not self.kept

    def __or__(self, other: "Remains") -> "Remains":
        return Remains(
            self.keyring or other.keyring,
            self.files or other.files,
            self.linked or other.linked,
            self.kept or other.kept,
            self.everything or other.everything,
        )


def mark(places: Places, info: VaultInfo) -> None:
    """From here on it cannot be opened any more, and what is left of it goes whatever happens in between.

    It has to be closed. Raises VaultInUse, ReadOnlyFolder, DiskFull, SomethingInTheWay; then it is a vault as before.
    """
    if VaultFolder(places.data / info.folder).in_use():
        raise VaultInUse(info.number)
    ending_keys.end(places, info.folder)


def can_be_taken_off(places: Places, number: int) -> bool:
    """Whether nothing of this vault is left here but its place in the list."""
    listings = vault_listing.list_vaults(places)
    return number in vault_listing.missing(places, listings) or number in _emptied(listings)


def take_off(places: Places, store: KeyStore, number: int, asking: Asking) -> Remains:
    """Look no longer for a vault that is gone, and remove its entry from the keyring. Raises Cancelled if it is here."""
    if not can_be_taken_off(places, number):
        raise Cancelled(number)  # it came back meanwhile
    for name in _names_of(places, number):
        ending.mark(places.data, name)
    return finish(places, store, asking)


def others(places: Places, info: VaultInfo) -> tuple[VaultListing, ...]:
    """The vaults here that are somebody else's, as far as can be known: each is destroyed by who can open it."""
    listings = vault_listing.list_vaults(places)
    emptied = _emptied(listings)
    return tuple(one for one in listings if one.info.folder != info.folder and one.info.number not in emptied)


def held_back(places: Places, info: VaultInfo) -> bool:
    """Whether another vault keeps everything from being erased; what is set aside of another may be anybody's."""
    aside = set(quarantine.aside(places.data)) - set(quarantining.of_vault(places, info.folder))
    return bool(others(places, info) or aside or _finished_among_begun(places))


def mark_everything(places: Places, info: VaultInfo) -> None:
    """As `mark`, for this vault, for what is left of missing ones, and for all that the program keeps beside them."""
    if held_back(places, info):
        raise ValueError("another vault is here")
    if VaultFolder(places.data / info.folder).in_use():
        raise VaultInUse(info.number)
    names = {info.folder, *vault_numbers.known(places.data), *_emptied_names(places)}
    ending.mark_all(places.data, tuple(sorted(names)))
    try:
        ending_keys.end(places, info.folder)
    except VaultProblem:
        ending.unmark_all(places.data)  # what is said not to be done must not be found at the next start
        raise


def erases(places: Places) -> bool:
    """Whether not one vault but everything is to go, and no vault is here that keeps it from going."""
    return vault_listing.erasing(places) and not _others_here(places, _emptied_names(places))


def finish(places: Places, store: KeyStore, asking: Asking, elsewhere: tuple[Path, ...] = ()) -> Remains:
    """Go on with whatever was marked; may ask the keyring, and so the person. Nothing unmarked is touched.

    `elsewhere` is what the program has outside its data folder; it goes only where everything does.
    """
    names = ending.marked_all(places.data)
    remains, marked = Remains(everything=names is not None), ending.marked(places.data)
    for folder in marked:
        remains |= _finish(places, store, folder, asking)
    if names is None:
        return remains
    rest = [name for name in names if name not in {folder.name for folder in marked}]
    return remains | _finish_everything(places, store, rest, asking, elsewhere)


def finish_quietly(places: Places, store: KeyStore) -> None:
    """Try again to remove what is left in the keyring, if that asks nobody anything."""
    strays = vault_listing.stray_entries(places)
    with suppress(VaultProblem):
        if strays and KeyringCall(store.is_open).wait(_QUIET_SECONDS):
            for folder in strays:
                _finish(places, store, folder, Asking(slow_seconds=_QUIET_SECONDS))


def _finish(places: Places, store: KeyStore, folder: EndedFolder, asking: Asking) -> Remains:
    if ending_keys.is_whole(places, folder):
        ending_keys.keep(places, folder)
        return Remains(kept=True)
    standing = _put_back_since(places, folder)  # then its key and number are its own
    forgetting = None if standing or folder.has_no_entry else _Forgetting(store, folder, asking)
    swept = ending.sweep(folder)
    left = swept.left or not (standing or _number_dropped(places, folder))
    forgotten = forgetting is None or forgetting.ended_well()
    if forgotten and not left:
        with suppress(VaultProblem):
            ending.close(folder)
    return Remains(keyring=not forgotten, files=left, linked=swept.linked)


def _put_back_since(places: Places, folder: EndedFolder) -> bool:
    """From a copy; it may have been set aside again. What was set aside before is under the mark."""
    aside = any(one.name == folder.name for one in quarantine.aside(places.data))
    return aside or (places.data / folder.name).exists()


class _Forgetting:
    """The keyring is asked first and waited for last: a prompt nobody answers holds up nothing else."""

    def __init__(self, store: KeyStore, folder: EndedFolder, asking: Asking) -> None:
        service = service_of(folder.name)
        self._asking = asking
        self._call: KeyringCall[bool] | None = None
        with suppress(Cancelled):
            self._call = asking.start(lambda: store.forget_all(service))

    def ended_well(self) -> bool:
        with suppress(VaultProblem):
            return self._call is not None and self._asking.wait(self._call)
        return False


def _number_dropped(places: Places, folder: EndedFolder) -> bool:
    try:
        vault_numbers.forget(places.data, folder.name)
    except VaultProblem:  # no room to write it anew: the next start tries again
        return False
    return True


def _finish_everything(
    places: Places, store: KeyStore, names: Sequence[str], asking: Asking, elsewhere: tuple[Path, ...]
) -> Remains:
    """The rest of the data folder, unless a vault is there that nobody confirmed: then only what is gone already goes."""
    remains, emptied = Remains(), _emptied_names(places)
    if _others_here(places, emptied):
        ending.unmark_all(places.data)
        return Remains(kept=True)
    for name in names:
        if name in emptied or not (places.data / name).exists():
            ending.mark(places.data, name)
            remains |= _finish(places, store, ending.marked_as(places.data, name), asking)
    forgotten = [_half_made_forgotten(store, folder) for folder in vault_folder.begun(places.data)]
    left = not ending.remove_own(places.data, OWN)
    for path in elsewhere:
        left = not ending.remove_own(path.parent, re.compile(re.escape(path.name))) or left
    ending.unmark_all(places.data)
    return remains | Remains(keyring=not all(forgotten), files=left)


def _others_here(places: Places, emptied: set[str]) -> bool:
    """Whether a vault is here that can be opened perhaps, whatever name its folder bears."""
    here = any(folder.name not in emptied for folder in vault_listing.folders(places))
    marked = any(ending_keys.is_whole(places, folder) for folder in ending.marked(places.data))
    return here or marked or _finished_among_begun(places)


def _finished_among_begun(places: Places) -> bool:
    """Whether somebody gave a vault the name of a half-made one."""
    return len(vault_folder.begun(places.data)) > len(vault_listing.half_made(places))


def _half_made_forgotten(store: KeyStore, folder: VaultFolder) -> bool:
    with suppress(VaultProblem):
        return KeyringCall(lambda: store.forget_all(service_of(folder.name))).wait(_QUIET_SECONDS)
    return False


def _names_of(places: Places, number: int) -> list[str]:
    """Only of what `can_be_taken_off` asks for: folders that are emptied, or away."""
    listings = vault_listing.list_vaults(places)
    emptied = {one.info.folder: one.info.number for one in listings if one.state is VaultState.GONE}
    names = emptied | vault_listing.missing_folders(places, listings)
    return sorted(name for name, one in names.items() if one == number)


def _emptied(listings: tuple[VaultListing, ...]) -> set[int]:
    return {one.info.number for one in listings if one.state is VaultState.GONE}


def _emptied_names(places: Places) -> set[str]:
    return {one.info.folder for one in vault_listing.list_vaults(places) if one.state is VaultState.GONE}
