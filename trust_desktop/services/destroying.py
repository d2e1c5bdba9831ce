"""Destroying a vault, or everything here: marked in one step, then gone on with until it is done, over any interruption.

Nothing claims more than that the vault cannot be read any more without an old copy of it and what opens that copy.
"""

import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from trust_desktop.domain.errors import Cancelled, VaultInUse, VaultProblem
from trust_desktop.domain.vault import VaultInfo, VaultState
from trust_desktop.security.key_store import KeyStore, service_of
from trust_desktop.security.keyring_call import KeyringCall
from trust_desktop.services import vault_listing
from trust_desktop.services.asking import Asking
from trust_desktop.services.vault_listing import Places, VaultListing
from trust_desktop.storage import ending, quarantine, vault_folder, vault_numbers
from trust_desktop.storage.ending import EndedFolder, Swept
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
    everything: bool = False
    """Not one vault was to go but all that the program keeps."""

    def __or__(self, other: "Remains") -> "Remains":
        return Remains(
            self.keyring or other.keyring,
            self.files or other.files,
            self.linked or other.linked,
            self.everything or other.everything,
        )


def mark(places: Places, info: VaultInfo) -> None:
    """From here on it is no vault any more, and will be destroyed whatever happens in between.

    It has to be closed. Raises VaultInUse, ReadOnlyFolder, DiskFull; then it is a vault as before.
    """
    if VaultFolder(places.data / info.folder).in_use():
        raise VaultInUse(info.number)
    ending.mark(places.data, info.folder)


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
    aside = [one for one in quarantine.aside(places.data) if one.name != info.folder]
    return bool(others(places, info) or aside or _finished_among_begun(places))


def mark_everything(places: Places, info: VaultInfo) -> None:
    """As `mark`, for this vault, for what is left of missing ones, and for all that the program keeps beside them."""
    if held_back(places, info):
        raise ValueError("another vault is here")
    if VaultFolder(places.data / info.folder).in_use():
        raise VaultInUse(info.number)
    names = {info.folder, *vault_numbers.known(places.data), *_emptied_names(places)}
    ending.mark_all(places.data, tuple(sorted(names)))


def finish(places: Places, store: KeyStore, asking: Asking, elsewhere: tuple[Path, ...] = ()) -> Remains:
    """Go on with whatever was marked; may ask the keyring, and so the person. Nothing unmarked is touched.

    `elsewhere` is what the program has outside its data folder; it goes only where everything does.
    """
    names = ending.marked_all(places.data)
    for name in names or ():
        ending.mark(places.data, name)
    remains = Remains(everything=names is not None)
    for folder in ending.marked(places.data):
        remains |= _finish(places, store, folder, asking)
    return remains if names is None else remains | _finish_everything(places, store, elsewhere)


def finish_quietly(places: Places, store: KeyStore) -> None:
    """Try again to remove what is left in the keyring, if that asks nobody anything."""
    strays = vault_listing.stray_entries(places)
    with suppress(VaultProblem):
        if strays and KeyringCall(store.is_open).wait(_QUIET_SECONDS):
            for folder in strays:
                _finish(places, store, folder, Asking(slow_seconds=_QUIET_SECONDS))


def _finish(places: Places, store: KeyStore, folder: EndedFolder, asking: Asking) -> Remains:
    standing = _put_back_since(places, folder)  # then its key and number are its own
    forgetting = None if standing or not _may_have_an_entry(folder) else _Forgetting(store, folder, asking)
    swept = _swept(places, folder, with_aside=not standing)
    left = swept.left or not (standing or _number_dropped(places, folder))
    forgotten = forgetting is None or forgetting.ended_well()
    if forgotten and not left:
        with suppress(VaultProblem):
            ending.close(folder)
    return Remains(keyring=not forgotten, files=left, linked=swept.linked)


def _put_back_since(places: Places, folder: EndedFolder) -> bool:
    """From a copy; it may have been set aside again. What was aside before goes before the mark is empty."""
    if (places.data / folder.name).exists():
        return True
    return folder.empty and any(one.name == folder.name for one in quarantine.aside(places.data))


def _swept(places: Places, folder: EndedFolder, *, with_aside: bool) -> Swept:
    """Empty it, and before it what was set aside of the same vault: as long as the mark stands, this is gone on with."""
    aside = [EndedFolder(one.path) for one in quarantine.aside(places.data) if one.name == folder.name]
    going = aside if with_aside else []
    swept = [ending.sweep(one) for one in (*going, folder)]
    for one in going:
        with suppress(VaultProblem):
            ending.close(one)
    return Swept(any(one.left for one in swept), any(one.linked for one in swept))


def _may_have_an_entry(folder: EndedFolder) -> bool:
    """A vault that opens by passphrase alone has none; where the header is gone already nobody knows."""
    try:
        header = vault_listing.read_headers(VaultFolder(folder.path))[0]
    except VaultProblem:
        return True
    return bool(header.backend) or any(slot.type.with_device for slot in header.slots)


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


def _finish_everything(places: Places, store: KeyStore, elsewhere: tuple[Path, ...]) -> Remains:
    """The rest of the data folder, unless a vault is there that nobody confirmed: then only the vaults go."""
    if vault_listing.folders(places) or _finished_among_begun(places):
        ending.unmark_all(places.data)
        return Remains(files=True)
    forgotten = [_half_made_forgotten(store, folder) for folder in vault_folder.begun(places.data)]
    left = not ending.remove_own(places.data, OWN)
    for path in elsewhere:
        left = not ending.remove_own(path.parent, re.compile(re.escape(path.name))) or left
    ending.unmark_all(places.data)
    return Remains(keyring=not all(forgotten), files=left)


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
