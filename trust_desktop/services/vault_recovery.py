"""The way in by recovery code, and a new device secret afterwards if the person wants one."""

from dataclasses import dataclass, field, replace

from trust_desktop.domain.errors import Rule, RuleBroken, VaultProblem, WrongPassphrase
from trust_desktop.domain.vault import VaultState
from trust_desktop.security import envelope, passphrase, recovery_code
from trust_desktop.security import header as headers
from trust_desktop.security.envelope import Secrets
from trust_desktop.security.header import Header, Slot
from trust_desktop.security.key_store import KeyStore, service_of
from trust_desktop.security.keyring_call import KeyringCall
from trust_desktop.security.wipe import wipe
from trust_desktop.services import device_secret, vault_listing
from trust_desktop.services.asking import Asking
from trust_desktop.services.session import VaultSession
from trust_desktop.services.vault_listing import Places
from trust_desktop.services.vault_opening import DAILY, RECOVERY, OpenedHeader, open_header, open_session
from trust_desktop.services.vault_proving import finish
from trust_desktop.storage.vault_folder import VaultFolder

_CHECK_SECONDS = 3.0


@dataclass(slots=True)
class RecoveredVault:
    """Open, with the key at hand for as long as the person thinks about a new device secret."""

    session: VaultSession
    can_renew: bool
    """A key store is there and this vault opens with one."""
    needs_passphrase: bool
    """It was opened without the passphrase that the new slot will need."""
    opened: OpenedHeader = field(repr=False)
    phrase: bytearray | None = field(repr=False)

    def forget(self) -> None:
        """Wipe what a renewal would need; the session stays open."""
        wipe(self.opened.key, self.phrase)
        self.can_renew = False


def recover(
    places: Places, store: KeyStore, number: int, code: str, typed: str | None, asking: Asking
) -> RecoveredVault:
    phrase = passphrase.canonical(typed) if typed else None
    secrets = Secrets(passphrase=phrase, recovery=recovery_code.read(code))

    def given(_folder: VaultFolder, _header: Header, slot: Slot) -> Secrets:
        if slot.type.with_passphrase and not phrase:
            raise WrongPassphrase
        return secrets

    states = (VaultState.READY, VaultState.SETUP_UNFINISHED)
    try:
        opened = open_header(places, number, RECOVERY, given, asking, *states)
    finally:
        wipe(secrets.recovery)
    session = open_session(places, opened)
    if not opened.header.finished:
        finish(opened, session)
    return _recovered(store, opened, session, phrase)


def _recovered(
    store: KeyStore, opened: OpenedHeader, session: VaultSession, phrase: bytearray | None
) -> RecoveredVault:
    daily, used = opened.header.slot(*DAILY), opened.header.slot(*RECOVERY)
    proved = phrase if used is not None and used.type.with_passphrase else None
    recovered = RecoveredVault(
        session=session,
        can_renew=daily is not None and daily.type.with_device and _usable(store),
        needs_passphrase=daily is not None and daily.type.with_passphrase and proved is None,
        opened=opened,
        phrase=proved,
    )
    if not recovered.can_renew:
        recovered.forget()
    return recovered


def renew_device_secret(
    store: KeyStore, recovered: RecoveredVault, typed: str | None, asking: Asking
) -> None:
    opened, before = recovered.opened, recovered.opened.header
    old = before.slot(*DAILY)
    if old is None or not recovered.can_renew:
        raise ValueError("this vault takes no new device secret now")
    phrase = _phrase(recovered, typed)
    folder, item = opened.folder, old.item + 1
    device = device_secret.keep_new(store, folder.name, item, asking)
    try:
        secrets = Secrets(passphrase=phrase, device=device)
        slot = _add_slot(store, opened, old, secrets, asking)
        _prove(store, opened, slot, phrase, asking)
    except BaseException:
        if _put_back(opened, before):
            device_secret.take_back(store, folder.name, item)
        raise
    finally:
        wipe(device)
    others = tuple(one for one in opened.header.slots if one.type not in DAILY or one == slot)
    opened.rewrite(replace(opened.header, slots=others))
    KeyringCall(lambda: store.delete(service_of(folder.name), old.item))
    recovered.forget()


def _add_slot(store: KeyStore, opened: OpenedHeader, old: Slot, secrets: Secrets, asking: Asking) -> Slot:
    header = replace(
        opened.header,
        generation=opened.header.generation + 1,
        backend=store.backend,
        provider=asking.ask(store.provider),
    )
    slot = envelope.wrap(opened.key, header, old.type, secrets, old.cost, old.item + 1)
    opened.rewrite(replace(header, slots=(*header.slots, slot)))
    return slot


def _put_back(opened: OpenedHeader, before: Header) -> bool:
    """Whether no copy on disk names the new item any more; if one does, that item has to stay."""
    if opened.header == before:
        return True
    try:
        opened.rewrite(before)
    except VaultProblem:
        return all(copy == headers.encode(before) for copy in opened.folder.header_copies())
    return True


def _prove(
    store: KeyStore, opened: OpenedHeader, slot: Slot, phrase: bytearray | None, asking: Asking
) -> None:
    """Before the old slot goes, the new one has to open what is really on disk."""
    device = asking.ask(lambda: store.read(service_of(opened.folder.name), slot.item))
    written = vault_listing.read_headers(opened.folder)[0]
    key = envelope.unwrap(written, slot, Secrets(passphrase=phrase, device=device))
    wipe(device, key)


def _phrase(recovered: RecoveredVault, typed: str | None) -> bytearray | None:
    if not recovered.needs_passphrase:
        return recovered.phrase
    if not passphrase.strength(typed or "").enough:
        raise RuleBroken(Rule.PASSPHRASE_WEAK)
    recovered.phrase = passphrase.canonical(typed or "")
    return recovered.phrase


def _usable(store: KeyStore) -> bool:
    try:
        KeyringCall(store.check).wait(_CHECK_SECONDS)
    except VaultProblem:
        return False
    return True
