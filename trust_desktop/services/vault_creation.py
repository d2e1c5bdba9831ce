"""A new vault: built aside, and published in one step with everything in it."""

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace

from trust_desktop import identity
from trust_desktop.domain.errors import Rule, RuleBroken, VaultInUse, VaultProblem
from trust_desktop.domain.vault import Protection, VaultInfo
from trust_desktop.security import cost as costs
from trust_desktop.security import envelope, kdf, passphrase, recovery_code
from trust_desktop.security import header as headers
from trust_desktop.security.cost import Cost
from trust_desktop.security.envelope import Secrets
from trust_desktop.security.header import Header, SlotType
from trust_desktop.security.key_store import KeyStore
from trust_desktop.security.wipe import new_key, wipe, wiping
from trust_desktop.services import device_secret, vault_listing
from trust_desktop.services.asking import Asking
from trust_desktop.services.vault_listing import Places
from trust_desktop.services.vault_naming import plain_label
from trust_desktop.storage import safe_files, vault_folder, vault_numbers
from trust_desktop.storage.database import Database
from trust_desktop.storage.vault_folder import VaultFolder

_FIRST_ITEM = 1
_SLOT_TYPES = {
    Protection.DEVICE_AND_PASSPHRASE: SlotType.DEVICE_AND_PASSPHRASE,
    Protection.DEVICE: SlotType.DEVICE,
    Protection.PASSPHRASE: SlotType.PASSPHRASE,
}


@dataclass(frozen=True, slots=True)
class Wish:
    """What the person chose on the pages of the first run."""

    protection: Protection
    passphrase: str | None = field(repr=False)
    recovery_with_passphrase: bool
    label: str = ""
    cost: Cost | None = None

    @property
    def slot_type(self) -> SlotType:
        return _SLOT_TYPES[self.protection]

    @property
    def recovery_type(self) -> SlotType:
        return SlotType.RECOVERY_AND_PASSPHRASE if self.recovery_with_passphrase else SlotType.RECOVERY


@dataclass(slots=True)
class NewVault:
    """A vault whose recovery code is still to be proved; the code is shown once and is nowhere else."""

    info: VaultInfo
    recovery_code: str = field(repr=False)
    passphrase: bytearray | None = field(repr=False)

    def forget(self) -> None:
        self.recovery_code = ""
        wipe(self.passphrase)


FirstHeader = Callable[[VaultFolder], Header]
"""Puts the database into the folder and returns what describes it."""


def create(places: Places, store: KeyStore, wish: Wish, asking: Asking) -> NewVault:
    key = new_key()
    with wiping(key):
        return build(places, store, wish, asking, key, lambda folder: _first_header(wish, folder, key))


def build(
    places: Places, store: KeyStore, wish: Wish, asking: Asking, key: bytearray, first: FirstHeader
) -> NewVault:
    """Make a vault around the database that `first` puts into its folder; the key stays the caller's to wipe."""
    _check(places, wish)
    safe_files.only_for_this_account()
    if wish.protection.needs_keyring:
        drop_abandoned(places, store)
    folder = vault_folder.begin(places.data)
    lock = folder.lock()
    try:
        return _build(places, store, wish, folder, asking, key, first)
    finally:
        lock.release()


def drop_abandoned(places: Places, store: KeyStore) -> None:
    """Clear away what an earlier process left half-made: never a vault, with nothing of the person inside."""
    for folder in vault_listing.half_made(places):
        # A folder whose keyring item cannot be removed now stays: it is how the item is found.
        with suppress(VaultInUse):
            folder.lock().release()
            if device_secret.take_back(store, folder.name, _FIRST_ITEM):
                _drop(places, folder)


def _drop(places: Places, folder: VaultFolder) -> None:
    with suppress(VaultProblem):  # without room for it the number stays noted, which bars nobody
        vault_numbers.give_back(places.data, folder.name)
    vault_folder.drop(folder)


def _check(places: Places, wish: Wish) -> None:
    if wish.protection.needs_passphrase and not passphrase.strength(wish.passphrase or "").enough:
        raise RuleBroken(Rule.PASSPHRASE_WEAK)
    if wish.recovery_with_passphrase and not wish.protection.needs_passphrase:
        raise ValueError("there is no passphrase the recovery code could need")
    if len(vault_listing.folders(places)) >= identity.MAX_VAULTS:
        raise RuleBroken(Rule.TOO_MANY_VAULTS)


def _build(
    places: Places,
    store: KeyStore,
    wish: Wish,
    folder: VaultFolder,
    asking: Asking,
    key: bytearray,
    first: FirstHeader,
) -> NewVault:
    phrase = passphrase.canonical(wish.passphrase or "") if wish.protection.needs_passphrase else None
    recovery, device = recovery_code.new_secret(), None
    try:
        cost = _cost(wish)
        asking.stop_if_cancelled()
        header = first(folder)
        if wish.protection.needs_keyring:
            device = device_secret.keep_new(store, folder.name, _FIRST_ITEM, asking)
            header = replace(header, backend=store.backend, provider=asking.ask(store.provider))
        secrets = Secrets(passphrase=phrase, device=device, recovery=recovery)
        header = _with_slots(header, wish, key, secrets, cost)
        asking.stop_if_cancelled()
        header = _published(places, folder, header, key)
        return NewVault(vault_listing.info_of(header, folder), recovery_code.write(recovery), phrase)
    except BaseException:
        wipe(phrase)
        if device is None or device_secret.take_back(store, folder.name, _FIRST_ITEM):
            _drop(places, folder)
        raise
    finally:
        wipe(recovery, device)


def _cost(wish: Wish) -> Cost:
    if wish.cost is None and wish.protection.needs_passphrase:
        return kdf.calibrate(wish.slot_type.lowest_cost)
    return wish.cost or costs.NONE


def _first_header(wish: Wish, folder: VaultFolder, key: bytearray) -> Header:
    vault_id = os.urandom(headers.ID_BYTES)
    database = Database.create(folder.database, key, vault_id)
    database.close()
    return Header(
        vault_id=vault_id,
        database_salt=database.salt,
        generation=1,
        number=0,  # taken last, so that an attempt that came to nothing leaves no gap
        finished=False,
        label=plain_label(wish.label),
        backend="",
        provider="",
        slots=(),
    )


def _with_slots(header: Header, wish: Wish, key: bytearray, secrets: Secrets, cost: Cost) -> Header:
    for slot_type in (wish.slot_type, wish.recovery_type):
        item = _FIRST_ITEM if slot_type.with_device else 0
        slot = envelope.wrap(key, header, slot_type, secrets, cost, item)
        header = replace(header, slots=(*header.slots, slot))
    return header


def _published(places: Places, folder: VaultFolder, header: Header, key: bytearray) -> Header:
    in_headers = [listing.info.number for listing in vault_listing.list_vaults(places)]
    number = vault_numbers.next_number(places.data, in_headers)
    header = replace(header, number=number)
    folder.write_header(headers.encode(envelope.seal(header, key)))
    # Noted after the header is whole: a noted folder without one was a vault, and is missed.
    vault_numbers.note(places.data, folder.name, number)
    vault_folder.publish(folder)
    return header
