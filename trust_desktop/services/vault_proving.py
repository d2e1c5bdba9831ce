"""The second half of a new vault: its recovery code opens the real thing once, then it is finished."""

from dataclasses import replace

from trust_desktop.domain.unlock import OpenedBy
from trust_desktop.domain.vault import VaultState
from trust_desktop.security import cost as costs
from trust_desktop.security import envelope, passphrase, recovery_code
from trust_desktop.security.envelope import Secrets
from trust_desktop.security.header import SlotType
from trust_desktop.security.key_store import KeyStore
from trust_desktop.security.wipe import wipe
from trust_desktop.services.asking import Asking
from trust_desktop.services.header_holding import RECOVERY
from trust_desktop.services.session import VaultSession
from trust_desktop.services.vault_creation import NewVault
from trust_desktop.services.vault_listing import Places
from trust_desktop.services.vault_opening import (
    OpenedHeader,
    open_daily,
    open_header,
    open_session,
)


def prove_recovery(places: Places, new_vault: NewVault, code: str, asking: Asking) -> VaultSession:
    recovery = recovery_code.read(code)
    secrets = Secrets(passphrase=new_vault.passphrase, recovery=recovery)
    number = new_vault.info.number
    try:
        opened = open_header(
            places, number, RECOVERY, lambda *_: secrets, asking, VaultState.SETUP_UNFINISHED
        )
    finally:
        wipe(recovery)
    opened.by = OpenedBy.SETUP
    session = finish(opened, open_session(places, opened))
    wipe(opened.key)
    new_vault.forget()
    return session


def finish(opened: OpenedHeader, session: VaultSession) -> VaultSession:
    """Note in the header that the code was proved."""
    try:
        opened.rewrite(replace(opened.header, finished=True))
    except BaseException:
        wipe(opened.key)
        session.close()
        raise
    return session


def continue_setup(
    places: Places, store: KeyStore, number: int, typed: str | None, asking: Asking
) -> NewVault:
    """A code that was shown cannot be shown again, so the old one gives way to a new one."""
    opened = open_daily(places, store, number, typed, asking, VaultState.SETUP_UNFINISHED)
    recovery = recovery_code.new_secret()
    phrase = passphrase.canonical(typed) if typed else None
    try:
        header = replace(opened.header, generation=opened.header.generation + 1)
        with_phrase = header.slot(SlotType.RECOVERY_AND_PASSPHRASE)
        slot_type = SlotType.RECOVERY_AND_PASSPHRASE if with_phrase else SlotType.RECOVERY
        cost = with_phrase.cost if with_phrase else costs.NONE
        secrets = Secrets(passphrase=phrase, recovery=recovery)
        slot = envelope.wrap(opened.key, header, slot_type, secrets, cost)
        kept = tuple(one for one in header.slots if one.type not in RECOVERY)
        opened.rewrite(replace(header, slots=(*kept, slot)))
        return NewVault(opened.info, recovery_code.write(recovery), phrase)
    except BaseException:
        wipe(phrase)
        raise
    finally:
        wipe(recovery)
        opened.close()
