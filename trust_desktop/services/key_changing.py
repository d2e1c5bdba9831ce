"""Changing the keys of an open vault: asked for with what opens it, shown and proved, and only then done.

`begin` changes nothing on disk. `finish` may be killed at any moment: the vault opens by the old or by the new secret.
"""

import hmac
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from trust_desktop.domain.errors import (
    Cancelled,
    HeaderDamaged,
    Rule,
    RuleBroken,
    SecretMissing,
    WrongRecoveryCode,
)
from trust_desktop.domain.key_change import KeyChange, possible
from trust_desktop.domain.vault import Protection, VaultInfo
from trust_desktop.security import kdf, passphrase, recovery_code
from trust_desktop.security.cost import Cost
from trust_desktop.security.envelope import Secrets
from trust_desktop.security.header import SlotType
from trust_desktop.security.key_store import KeyStore, service_of
from trust_desktop.security.wipe import wipe, wiping
from trust_desktop.services import (
    database_rekeying,
    device_renewing,
    slot_changing,
    vault_opening,
)
from trust_desktop.services.asking import Asking
from trust_desktop.services.header_holding import HeldHeader
from trust_desktop.services.session import VaultSession
from trust_desktop.services.slot_changing import Wanted
from trust_desktop.services.vault_listing import Places
from trust_desktop.storage.vault_folder import VaultFolder

_DAILY = {
    Protection.DEVICE_AND_PASSPHRASE: SlotType.DEVICE_AND_PASSPHRASE,
    Protection.DEVICE: SlotType.DEVICE,
    Protection.PASSPHRASE: SlotType.PASSPHRASE,
}


@dataclass(frozen=True, slots=True)
class Wish:
    """What the person wants, and the passphrase that opens the vault now, if it has one."""

    change: KeyChange
    passphrase: str | None = field(default=None, repr=False)
    new_passphrase: str | None = field(default=None, repr=False)
    code_with_passphrase: bool = False
    """Of a new recovery code: the answer to the question whether there is a place for paper."""
    nobody_else: bool = False
    """Said before a passphrase is dropped: nobody else uses this account."""
    cost: Cost | None = None
    """Measured anew for a new passphrase unless it is given."""


@dataclass(slots=True)
class Pending:
    """Proved, and not done; the code is shown once and is nowhere else."""

    change: KeyChange
    info: VaultInfo
    recovery_code: str = field(repr=False)
    held: HeldHeader = field(repr=False)
    phrase: bytearray | None = field(repr=False)
    """What opens the vault afterwards."""
    recovery: bytearray | None = field(repr=False)
    cost: Cost | None

    @property
    def daily_type(self) -> SlotType:
        assert self.info.protection is not None, "it has keys"
        return _DAILY[self.info.protection]

    @property
    def recovery_type(self) -> SlotType:
        together = self.info.recovery_needs_passphrase
        return SlotType.RECOVERY_AND_PASSPHRASE if together else SlotType.RECOVERY

    def forget(self) -> None:
        self.recovery_code = ""
        wipe(self.held.key, self.phrase, self.recovery)


def begin(s: VaultSession, places: Places, store: KeyStore, wish: Wish, asking: Asking) -> Pending:
    """Open the header once more with what opens the vault now. Raises what unlocking would, and RuleBroken."""
    info = _checked(s, wish)
    after = _info_after(info, wish)
    typed = passphrase.canonical(wish.passphrase) if wish.passphrase else None
    with wiping(typed):
        folder = VaultFolder(places.data / info.folder)
        held = vault_opening.hold(store, folder, s.file_salt(), typed, asking)
        _check_key(s, held)
        phrase = _phrase_after(wish, after, typed)
    recovery = recovery_code.new_secret() if wish.change.makes_new_code(info) else None
    return Pending(
        change=wish.change,
        info=after,
        recovery_code=recovery_code.write(recovery) if recovery else "",
        held=held,
        phrase=phrase,
        recovery=recovery,
        cost=wish.cost,
    )


def finish(
    s: VaultSession, store: KeyStore, pending: Pending, typed_code: str | None, asking: Asking
) -> None:
    """Do it; `typed_code` is the code as the person has it on paper, where a new one was shown.

    Raises RecoveryCodeMistyped or WrongRecoveryCode with nothing changed; may be tried again then. Cancelled if the vault
    was closed meanwhile, or its ways in were changed by somebody else.
    """
    if s.closed:
        raise Cancelled
    code = _typed(pending, typed_code)
    with wiping(code), s.header_lock:
        pending.held.catch_up()
        _change(s, store, pending, code, asking)
        s.info = replace(pending.info, label=s.info.label if s.info is not None else pending.info.label)
    pending.forget()


def _change(
    s: VaultSession, store: KeyStore, pending: Pending, code: bytearray | None, asking: Asking
) -> None:
    held = pending.held
    if pending.change is KeyChange.DEVICE_SECRET:
        device_renewing.renew(store, held, held.slot, pending.phrase, asking)
    elif pending.change is KeyChange.ADD_PASSPHRASE:
        # A header of before, in each backup for instance, opens with the old secret alone: so that goes as well.
        becomes = (pending.daily_type, _cost(pending))
        device_renewing.renew(store, held, held.slot, pending.phrase, asking, becomes=becomes)
    else:
        with _wanted(store, pending, code, asking) as wanted:
            if pending.change is KeyChange.DATABASE_KEY:
                database_rekeying.rekey(s, held, wanted, asking.stop_if_cancelled)
            else:
                slot_changing.exchange(held, held.header, wanted)


def _checked(s: VaultSession, wish: Wish) -> VaultInfo:
    info = s.info
    if info is None or wish.change not in possible(info):
        raise ValueError("this vault has no such key")
    if wish.change is KeyChange.DROP_PASSPHRASE and not wish.nobody_else:
        raise ValueError("it was not said that nobody else uses this account")
    weak = wish.change.takes_new_passphrase and not passphrase.strength(wish.new_passphrase or "").enough
    if weak:
        raise RuleBroken(Rule.PASSPHRASE_WEAK)
    return info


def _info_after(info: VaultInfo, wish: Wish) -> VaultInfo:
    """What is to be known of the vault when the change is done."""
    assert info.protection is not None, "it has keys"
    protection = wish.change.protection_after(info.protection)
    together = info.recovery_needs_passphrase
    if wish.change is KeyChange.RECOVERY_CODE:
        together = wish.code_with_passphrase
    return replace(
        info, protection=protection, recovery_needs_passphrase=together and protection.needs_passphrase
    )


def _phrase_after(wish: Wish, after: VaultInfo, typed: bytearray | None) -> bytearray | None:
    if wish.change.takes_new_passphrase:
        return passphrase.canonical(wish.new_passphrase or "")
    needed = after.protection is not Protection.DEVICE
    return bytearray(typed) if needed and typed else None


def _check_key(s: VaultSession, held: HeldHeader) -> None:
    """The header gave a key; it has to be the one of the file that is open."""
    key = s.copy_key()
    with wiping(key):
        if not hmac.compare_digest(key, held.key):
            wipe(held.key)
            raise HeaderDamaged(held.header.number)


def _typed(pending: Pending, typed_code: str | None) -> bytearray | None:
    if pending.recovery is None:
        return None
    code = recovery_code.read(typed_code or "")
    if not hmac.compare_digest(code, pending.recovery):
        wipe(code)
        raise WrongRecoveryCode(pending.info.number)
    return code


@contextmanager
def _wanted(
    store: KeyStore, pending: Pending, code: bytearray | None, asking: Asking
) -> Iterator[tuple[Wanted, ...]]:
    """The slots to be made: the everyday one unless only the code is new, and one for the code if there is a new one."""
    cost, device = _cost(pending), None
    wanted: list[Wanted] = []
    if pending.change is not KeyChange.RECOVERY_CODE:
        daily = pending.daily_type
        item = pending.held.slot.item if daily.with_device else 0
        device = _device(store, pending, asking) if daily.with_device else None

        def again() -> Secrets:
            found = _device(store, pending, asking) if daily.with_device else None
            return Secrets(passphrase=pending.phrase, device=found)

        secrets = Secrets(passphrase=pending.phrase, device=device)
        wanted.append(Wanted(daily, secrets, cost, again, item))
    if code is not None:
        on_paper = Secrets(passphrase=pending.phrase, recovery=code)
        shown = Secrets(passphrase=pending.phrase, recovery=pending.recovery)
        wanted.append(Wanted(pending.recovery_type, shown, cost, lambda: on_paper))
    with wiping(device):
        yield tuple(wanted)


def _cost(pending: Pending) -> Cost:
    if not pending.change.takes_new_passphrase:
        return pending.held.slot.cost
    return pending.cost or kdf.calibrate(pending.daily_type.lowest_cost)


def _device(store: KeyStore, pending: Pending, asking: Asking) -> bytearray:
    folder, item = pending.held.folder, pending.held.slot.item
    found = asking.ask(lambda: store.read(service_of(folder.name), item))
    if found is None:
        raise SecretMissing(pending.info.number)
    return found
