"""The way in by recovery code, and a new device secret afterwards if the person wants one."""

from dataclasses import dataclass, field

from trust_desktop.domain.errors import Rule, RuleBroken, VaultProblem, WrongPassphrase
from trust_desktop.domain.vault import VaultState
from trust_desktop.security import passphrase, recovery_code
from trust_desktop.security.envelope import Secrets
from trust_desktop.security.header import Header, Slot
from trust_desktop.security.key_store import KeyStore
from trust_desktop.security.keyring_call import KeyringCall
from trust_desktop.security.wipe import wipe, wiping
from trust_desktop.services import device_renewing
from trust_desktop.services.asking import Asking
from trust_desktop.services.header_holding import DAILY, RECOVERY
from trust_desktop.services.session import VaultSession
from trust_desktop.services.vault_listing import Places
from trust_desktop.services.vault_opening import OpenedHeader, open_header, open_session
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
    states = (VaultState.READY, VaultState.SETUP_UNFINISHED)
    try:
        opened = open_by_code(places, number, code, phrase, asking, *states)
        session = open_session(places, opened)
        if not opened.header.finished:
            finish(opened, session)
    except BaseException:
        wipe(phrase)
        raise
    return _recovered(store, opened, session, phrase)


def open_by_code(
    places: Places,
    number: int,
    code: str,
    phrase: bytearray | None,
    asking: Asking,
    *states: VaultState,
    to_read: bool = False,
) -> OpenedHeader:
    """Open the header with the recovery code; `phrase` stays the caller's to wipe."""
    secrets = Secrets(passphrase=phrase, recovery=recovery_code.read(code))

    def given(_folder: VaultFolder, _header: Header, slot: Slot) -> Secrets:
        if slot.type.with_passphrase and not phrase:
            raise WrongPassphrase
        return secrets

    with wiping(secrets.recovery):
        return open_header(places, number, RECOVERY, given, asking, *states, to_read=to_read)


def _recovered(
    store: KeyStore, opened: OpenedHeader, session: VaultSession, phrase: bytearray | None
) -> RecoveredVault:
    daily, used = opened.header.slot(*DAILY), opened.header.slot(*RECOVERY)
    proved = phrase if used is not None and used.type.with_passphrase else None
    if proved is None:
        wipe(phrase)
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
    opened = recovered.opened
    old = opened.header.slot(*DAILY)
    if old is None or not recovered.can_renew:
        raise ValueError("this vault takes no new device secret now")
    phrase = _phrase(recovered, typed)
    device_renewing.renew(store, opened, old, phrase, asking)
    recovered.forget()


def _phrase(recovered: RecoveredVault, typed: str | None) -> bytearray | None:
    if not recovered.needs_passphrase:
        return recovered.phrase
    if not passphrase.strength(typed or "").enough:
        raise RuleBroken(Rule.PASSPHRASE_WEAK)
    wipe(recovered.phrase)
    recovered.phrase = passphrase.canonical(typed or "")
    return recovered.phrase


def _usable(store: KeyStore) -> bool:
    try:
        KeyringCall(store.check).wait(_CHECK_SECONDS)
    except VaultProblem:
        return False
    return True
