"""A vault from a backup: found, opened with a secret of its own, looked into, and set up beside what is there.

The backup itself is only ever read. All but `offers` is slow and belongs into the worker.
"""

import os
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum, auto
from pathlib import Path

from trust_desktop.domain.backup import BackupContents
from trust_desktop.domain.errors import (
    BackendChanged,
    BackupUnreadable,
    HeaderDamaged,
    SecretMissing,
    VaultProblem,
    VaultTooNew,
    WrongPassphrase,
)
from trust_desktop.domain.vault import Protection
from trust_desktop.security import envelope, passphrase, recovery_code
from trust_desktop.security import header as headers
from trust_desktop.security.cost import Cost
from trust_desktop.security.envelope import Secrets
from trust_desktop.security.header import Header, Slot, SlotType
from trust_desktop.security.key_store import KeyStore, service_of
from trust_desktop.security.wipe import wipe, wiping
from trust_desktop.services import vault_creation, vault_listing
from trust_desktop.services.asking import Asking
from trust_desktop.services.header_holding import DAILY, RECOVERY
from trust_desktop.services.vault_creation import NewVault, Wish
from trust_desktop.services.vault_listing import Places
from trust_desktop.storage import backups, reading_copies, vault_folder
from trust_desktop.storage.backups import BackupFolder
from trust_desktop.storage.vault_folder import VaultFolder


class Way(Enum):
    """Which secret opens a backup."""

    BACKUP_PASSPHRASE = auto()
    RECOVERY_CODE = auto()
    EVERY_DAY = auto()
    """What opens the vault itself on this computer."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One backup as it looks from outside, without any secret."""

    path: Path
    made: datetime | None
    """By the clock of the computer that made it; None where neither name nor file tells."""
    number: int = 0
    """That of the vault it was made of; 0 where it cannot be read."""
    label: str = ""
    protection: Protection | None = None
    ways: tuple[Way, ...] = ()
    code_needs_passphrase: bool = False
    problem: VaultProblem | None = None
    """Why it cannot be opened; BackupUnreadable or VaultTooNew."""

    @property
    def usable(self) -> bool:
        return self.problem is None and bool(self.ways)


@dataclass(slots=True)
class OpenedBackup:
    """Looked through from end to end; the key is at hand until it is closed."""

    offer: Offer
    contents: BackupContents
    header: Header = field(repr=False)
    key: bytearray = field(repr=False)

    def close(self) -> None:
        wipe(self.key)


def offers(places: Places, folder: Path, number: int | None = None) -> tuple[Offer, ...]:
    """The backups in a folder the person picked, the newest first; with `number` those of that vault here only.

    The folder may be one backup itself. Raises BackupPlaceMissing or ReadOnlyFolder.
    """
    found = reversed(backups.in_folder(folder))
    if number is not None:
        _, vault = vault_listing.find(places, number)
        found = (one for one in found if _is_backup_of(vault, one))
    return tuple(_offer(one) for one in found)


def look_at(path: Path) -> Offer:
    """One backup as it looks from outside."""
    return _offer(BackupFolder(path))


def open_backup(
    places: Places,
    store: KeyStore,
    offer: Offer,
    way: Way,
    *,
    typed: str | None = None,
    code: str | None = None,
    asking: Asking | None = None,
) -> OpenedBackup:
    """Unlock a backup and read it through; nothing is changed anywhere.

    Raises BackupUnreadable, VaultTooNew, WrongPassphrase, RecoveryCodeMistyped, WrongRecoveryCode, SecretMissing,
    BackendChanged, Keyring…, BackupPlaceMissing, Cancelled.
    """
    asking, backup = asking or Asking(), BackupFolder(offer.path)
    header = _parsed(backup)
    secrets = _Given(places, store, backup, asking, typed, code)
    key = _key_of(header, way, secrets)
    try:
        asking.stop_if_cancelled()
        contents = reading_copies.contents(
            backup.database, key, vault_id=header.vault_id, salt=header.database_salt
        )
    except BaseException:
        wipe(key)
        raise
    return OpenedBackup(offer, contents, header, key)


def restore(
    places: Places,
    store: KeyStore,
    opened: OpenedBackup,
    *,
    protection: Protection,
    typed: str | None,
    asking: Asking | None = None,
    cost: Cost | None = None,
) -> NewVault:
    """Set up a new vault beside the others from an opened backup; it is in use once its recovery code was proved.

    Raises RuleBroken(PASSPHRASE_WEAK | TOO_MANY_VAULTS), Keyring…, BackupUnreadable, BackupPlaceMissing, Cancelled,
    ReadOnlyFolder, DiskFull; then nothing is left behind, and no vault that was there is touched.
    """
    asking = asking or Asking()
    with_passphrase = protection.needs_passphrase and _code_needs_passphrase(opened.header)
    wish = Wish(protection, typed, with_passphrase, _free_label(places, opened.header.label), cost)

    def first(folder: VaultFolder) -> Header:
        return replace(_placed(opened, folder, asking), label=wish.label)

    return vault_creation.build(places, store, wish, asking, opened.key, first)


def _placed(opened: OpenedBackup, folder: VaultFolder, asking: Asking) -> Header:
    """Copy the database into the folder of the new vault and read all of it there."""
    header = opened.header
    backups.fetch(BackupFolder(opened.offer.path), folder.database, stop=asking.stop_if_cancelled)
    there = reading_copies.contents(
        folder.database, opened.key, vault_id=header.vault_id, salt=header.database_salt
    )
    if there != opened.contents:
        raise BackupUnreadable(detail="changed")
    asking.stop_if_cancelled()
    return replace(
        header,
        generation=header.generation + 1,
        number=0,
        finished=False,
        backend="",
        provider="",
        slots=(),
    )


@dataclass(frozen=True, slots=True)
class _Given:
    """What a person gave to open a backup, and where the rest may be found."""

    places: Places
    store: KeyStore
    backup: BackupFolder
    asking: Asking
    typed: str | None = field(repr=False)
    code: str | None = field(repr=False)


def _key_of(header: Header, way: Way, given: _Given) -> bytearray:
    slot = _slot_of(header, way)
    if slot is None:
        raise ValueError("this backup does not open in that way")
    phrase = passphrase.canonical(given.typed) if given.typed else None
    if slot.type.with_passphrase and not phrase:
        raise WrongPassphrase(header.number)
    recovery = recovery_code.read(given.code or "") if slot.type.with_recovery else None
    with wiping(phrase, recovery):
        if not slot.type.with_device:
            return _unwrapped(header, slot, Secrets(passphrase=phrase, recovery=recovery))
        return _by_device(header, slot, phrase, given)


def _by_device(header: Header, slot: Slot, phrase: bytearray | None, given: _Given) -> bytearray:
    """Try the secrets this computer's keyring has of the vault, under each name that vault may have here."""
    if header.backend != given.store.backend:
        raise BackendChanged(header.number, header.backend)
    for name in _names_here(header, given):
        found = _read(given, service_of(name), slot.item)
        with wiping(found):
            if found is None:
                continue
            try:
                return _unwrapped(header, slot, Secrets(passphrase=phrase, device=found))
            except SecretMissing:
                continue
    raise SecretMissing(header.number)


def _read(given: _Given, service: str, item: int) -> bytearray | None:
    return given.asking.ask(lambda: given.store.read(service, item))


def _names_here(header: Header, given: _Given) -> list[str]:
    named = given.backup.name
    names = [named.vault] if named is not None else []
    for folder in vault_folder.folders(given.places.data):
        if _is_of(folder, header.vault_id):
            names.append(folder.name)
    return list(dict.fromkeys(names))


def _unwrapped(header: Header, slot: Slot, secrets: Secrets) -> bytearray:
    try:
        return envelope.unwrap(header, slot, secrets)
    except HeaderDamaged:
        raise BackupUnreadable(header.number, "header") from None


def _slot_of(header: Header, way: Way) -> Slot | None:
    types = {Way.BACKUP_PASSPHRASE: (SlotType.PORTABLE,), Way.RECOVERY_CODE: RECOVERY, Way.EVERY_DAY: DAILY}
    return header.slot(*types[way])


def _offer(backup: BackupFolder) -> Offer:
    bare = Offer(backup.path, _made(backup))
    try:
        header = _parsed(backup)
    except (BackupUnreadable, VaultTooNew) as problem:
        return replace(bare, problem=problem)
    return replace(
        bare,
        number=header.number,
        label=header.label,
        protection=vault_listing.info_of(header, VaultFolder(backup.path)).protection,
        ways=tuple(way for way in Way if _slot_of(header, way) is not None),
        code_needs_passphrase=_code_needs_passphrase(header),
        problem=None if backup.size() else BackupUnreadable(header.number, "empty"),
    )


def _parsed(backup: BackupFolder) -> Header:
    try:
        return headers.parse(backup.header())
    except HeaderDamaged:
        raise BackupUnreadable(detail="header") from None


def _made(backup: BackupFolder) -> datetime | None:
    if backup.name is not None:
        return backup.name.made
    try:
        return datetime.fromtimestamp(os.stat(backup.path / backups.HEADER).st_mtime)  # noqa: DTZ006, PTH116 - as the clock here shows it
    except OSError:
        return None


def _code_needs_passphrase(header: Header) -> bool:
    slot = header.slot(*RECOVERY)
    return slot is not None and slot.type.with_passphrase


def _is_backup_of(vault: VaultFolder, backup: BackupFolder) -> bool:
    """By name or by the vault's id: the one may have been changed, the other may be damaged on either side."""
    named = backup.name is not None and backup.name.vault == vault.name
    return named or _is_of(vault, _id_in(backup))


def _id_in(backup: BackupFolder) -> bytes:
    try:
        return _parsed(backup).vault_id
    except VaultProblem:
        return b""


def _is_of(folder: VaultFolder, vault_id: bytes) -> bool:
    try:
        return vault_listing.read_headers(folder)[0].vault_id == vault_id
    except VaultProblem:
        return False


def _free_label(places: Places, label: str) -> str:
    """Its label, unless a vault here bears it: two of one name could not be told apart."""
    return "" if label in {listing.info.label for listing in vault_listing.list_vaults(places)} else label
