"""Which vaults there are and how each looks from outside, without any secret; on the way to the first window."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from trust_desktop.domain.errors import (
    HeaderDamaged,
    ReadOnlyFolder,
    SetupUnfinished,
    VaultDamaged,
    VaultGone,
    VaultInUse,
    VaultMissing,
    VaultProblem,
    VaultSwapped,
    VaultTooNew,
)
from trust_desktop.domain.vault import Protection, VaultInfo, VaultState
from trust_desktop.security import header as headers
from trust_desktop.security.header import Header, SlotType
from trust_desktop.storage import ending, staging, vault_folder, vault_numbers
from trust_desktop.storage.ending import EndedFolder
from trust_desktop.storage.vault_folder import SALT_BYTES, VaultFolder

_PROTECTIONS: Final = {
    SlotType.DEVICE_AND_PASSPHRASE: Protection.DEVICE_AND_PASSPHRASE,
    SlotType.DEVICE: Protection.DEVICE,
    SlotType.PASSPHRASE: Protection.PASSPHRASE,
}
PROBLEMS: Final[dict[VaultState, type[VaultProblem]]] = {
    VaultState.SETUP_UNFINISHED: SetupUnfinished,
    VaultState.HEADER_DAMAGED: HeaderDamaged,
    VaultState.DATABASE_MISSING: VaultMissing,
    VaultState.GONE: VaultGone,
    VaultState.DATABASE_EMPTY: VaultDamaged,
    VaultState.NEWER_FORMAT: VaultTooNew,
    VaultState.IN_USE: VaultInUse,
    VaultState.READ_ONLY: ReadOnlyFolder,
}


@dataclass(frozen=True, slots=True)
class Places:
    """Where vaults live and where short-lived files go."""

    data: Path
    runtime: Path


@dataclass(frozen=True, slots=True)
class VaultListing:
    """One line of the lock screen."""

    info: VaultInfo
    state: VaultState


def list_vaults(places: Places) -> tuple[VaultListing, ...]:
    """By number. Raises ReadOnlyFolder if the data folder cannot be looked into: that is not *no vaults*."""
    numbers = vault_numbers.known(places.data)
    listings = [_listing(folder, numbers) for folder in folders(places)]
    return tuple(sorted(_told_apart(listings, numbers), key=lambda listing: listing.info.number))


def folders(places: Places) -> tuple[VaultFolder, ...]:
    """Those that hold something of a vault, or did: an empty one that somebody made is none."""
    numbers = vault_numbers.known(places.data)
    found = vault_folder.folders(places.data)
    return tuple(folder for folder in found if folder.name in numbers or not folder.bare)


def missing(places: Places, listings: tuple[VaultListing, ...]) -> tuple[int, ...]:
    """Numbers of the vaults that were here and are not among those listed. Raises what `list_vaults` raises."""
    return tuple(missing_folders(places, listings).values())


def missing_folders(places: Places, listings: tuple[VaultListing, ...]) -> dict[str, int]:
    """The same by folder name. One that is here under another number is none, whatever was noted or put into it."""
    here = {listing.info.number for listing in listings}
    standing = {listing.info.folder for listing in listings}
    begun = {folder.name for folder in half_made(places)}
    ended = {folder.name for folder in ending.marked(places.data)}
    known = vault_numbers.known(places.data)
    away = {
        name: number
        for name, number in known.items()
        if name not in begun | ended | standing and number not in here
    }
    return _not_set_aside(places, away) if away else {}


def _not_set_aside(places: Places, away: dict[str, int]) -> dict[str, int]:
    from trust_desktop.storage import quarantine  # what a first window seldom needs

    aside = {folder.name for folder in quarantine.aside(places.data)}
    return {name: number for name, number in away.items() if name not in aside}


def unfinished(places: Places) -> bool:
    """Whether destroying something was confirmed and is not done yet, but for an entry the keyring would not give up."""
    marked = ending.marked(places.data)
    return erasing(places) or any(not folder.empty for folder in marked)


def erasing(places: Places) -> bool:
    """Whether not one vault but everything is to go."""
    return ending.marked_all(places.data) is not None


def stray_entries(places: Places) -> tuple[EndedFolder, ...]:
    """Marks of destroyed vaults whose entry is still in the keyring."""
    return tuple(folder for folder in ending.marked(places.data) if folder.empty)


def half_made(places: Places) -> tuple[VaultFolder, ...]:
    """Folders of vaults that were never published, with nothing of the person inside."""
    numbers = vault_numbers.known(places.data)
    return tuple(
        one for one in vault_folder.begun(places.data) if _never_published(one, noted=one.name in numbers)
    )


def _never_published(folder: VaultFolder, *, noted: bool) -> bool:
    # A vault that somebody gave the name of a half-made one is finished; what cannot be told may be a vault.
    try:
        return not any(header.finished for header in read_headers(folder))
    except HeaderDamaged:
        return not noted
    except VaultProblem:
        return False


def _told_apart(listings: list[VaultListing], numbers: dict[str, int]) -> list[VaultListing]:
    """Give a copied folder, or one with a copied header, a number of its own, so that each can be chosen."""
    known_first = sorted(listings, key=lambda one: numbers.get(one.info.folder) != one.info.number)
    taken: set[int] = set()
    for place, listing in enumerate(known_first):
        number = listing.info.number
        if number in taken:
            number = 1 + max(*taken, *numbers.values(), *(one.info.number for one in listings))
            known_first[place] = replace(listing, info=replace(listing.info, number=number))
        taken.add(number)
    return known_first


def find(places: Places, number: int) -> tuple[VaultListing, VaultFolder]:
    for listing in list_vaults(places):
        if listing.info.number == number:
            return listing, VaultFolder(places.data / listing.info.folder)
    raise VaultMissing(number)


def read_headers(folder: VaultFolder) -> tuple[Header, ...]:
    """The whole copies that differ, newest first. Raises VaultTooNew as soon as one copy is, HeaderDamaged if none is whole."""
    whole = []
    for data in dict.fromkeys(folder.header_copies()):
        try:
            whole.append(headers.parse(data or b""))
        except HeaderDamaged:
            continue
    if not whole:
        raise HeaderDamaged
    return tuple(sorted(whole, key=lambda header: header.generation, reverse=True))


def headers_for(folder: VaultFolder, salt: bytes) -> tuple[Header, ...]:
    """As `read_headers`, with a staged one first if it belongs to the database file, whose salt is `salt`.

    It does from the moment at which a new database key took effect; before that, and without its file, it is nothing.
    """
    try:
        staged = headers.parse(staging.header(folder) or b"")
    except VaultProblem:
        return read_headers(folder)
    if staged.database_salt != salt:
        return read_headers(folder)
    try:
        return (staged, *read_headers(folder))
    except HeaderDamaged:
        return (staged,)


def info_of(header: Header, folder: VaultFolder) -> VaultInfo:
    daily = header.slot(*_PROTECTIONS)
    return VaultInfo(
        number=header.number,
        folder=folder.name,
        label=header.label,
        protection=_PROTECTIONS[daily.type] if daily else None,
        recovery_needs_passphrase=header.slot(SlotType.RECOVERY_AND_PASSPHRASE) is not None,
    )


def check_database_file(places: Places, folder: VaultFolder, header: Header) -> None:
    """Before the file is opened and with the vault's lock held: raise VaultSwapped or VaultDamaged by its salt."""
    # A wrong key, another vault's file and noise look the same to SQLCipher, so the causes are told apart here.
    salt = folder.database_salt()
    if salt == header.database_salt:
        return
    others = (other for other in vault_folder.folders(places.data) if other != folder)
    swapped = len(salt) == SALT_BYTES and any(_salt_in_header(other) == salt for other in others)
    raise VaultSwapped if swapped else VaultDamaged


def _salt_in_header(folder: VaultFolder) -> bytes | None:
    try:
        return read_headers(folder)[0].database_salt
    except VaultProblem:  # damaged, newer or out of reach: then it cannot be told
        return None


def _listing(folder: VaultFolder, numbers: dict[str, int]) -> VaultListing:
    # Number 0 stands for *unknown*: the header is damaged and the note of the numbers is gone as well.
    unknown = VaultInfo(numbers.get(folder.name, 0), folder.name)
    try:
        header = read_headers(folder)[0]
    except HeaderDamaged:
        return VaultListing(unknown, _state_without_header(folder))
    except VaultTooNew:
        return VaultListing(unknown, VaultState.NEWER_FORMAT)
    except ReadOnlyFolder:
        return VaultListing(unknown, VaultState.READ_ONLY)
    return VaultListing(info_of(header, folder), _state(folder, header))


def _state_without_header(folder: VaultFolder) -> VaultState:
    size = folder.database_size()
    if size is None:
        return VaultState.GONE
    return VaultState.HEADER_DAMAGED if size else VaultState.DATABASE_EMPTY


def _state(folder: VaultFolder, header: Header) -> VaultState:
    size = folder.database_size()
    if size is None:
        return VaultState.DATABASE_MISSING
    if size == 0:
        # SQLite would open it under any key as a new, empty vault.
        return VaultState.DATABASE_EMPTY
    if not folder.writable():
        return VaultState.READ_ONLY
    if folder.in_use():
        return VaultState.IN_USE
    return VaultState.READY if header.finished else VaultState.SETUP_UNFINISHED
