"""Vaults as the window uses them: list, create, prove, unlock, recover.

Imported before the first window is painted, so everything with keys or SQL is imported by the function that needs it.
Only `list_vaults` and `wait_left` are quick; the others belong into a worker.
"""

from typing import TYPE_CHECKING

from trust_desktop.domain.vault import Protection, VaultInfo
from trust_desktop.security.key_store import KeyStore
from trust_desktop.services.asking import Asking
from trust_desktop.services.vault_listing import Places, VaultListing, list_vaults, missing, unfinished
from trust_desktop.storage import vault_folder
from trust_desktop.storage.vault_folder import VaultFolder

if TYPE_CHECKING:
    from trust_desktop.security.cost import Cost
    from trust_desktop.security.passphrase import Strength
    from trust_desktop.services.session import VaultSession
    from trust_desktop.services.vault_creation import NewVault
    from trust_desktop.services.vault_recovery import RecoveredVault

__all__ = [
    "Asking",
    "KeyStore",
    "Places",
    "VaultListing",
    "any_set_aside",
    "check_keyring",
    "continue_setup",
    "create",
    "group_is_right",
    "list_vaults",
    "missing",
    "offer_passphrase",
    "prove_passphrase",
    "prove_recovery",
    "recover",
    "rename",
    "renew_device_secret",
    "strength",
    "unfinished",
    "unlock",
    "wait_left",
]


def check_keyring(store: KeyStore, asking: Asking | None = None) -> None:
    """Raise KeyringUnavailable (or KeyringTimeout) if device secrets cannot be kept here; never prompts."""
    (asking or Asking()).ask(store.check)


def create(
    places: Places,
    store: KeyStore,
    *,
    protection: Protection,
    passphrase: str | None,
    recovery_with_passphrase: bool,
    label: str = "",
    asking: Asking | None = None,
    cost: "Cost | None" = None,
) -> "NewVault":
    """A whole vault on disk, but not in use before `prove_recovery`. Calibrates unless `cost` is given.

    Raises RuleBroken(PASSPHRASE_WEAK | TOO_MANY_VAULTS), Keyring…, Cancelled, ReadOnlyFolder, DiskFull; then nothing
    is left behind.
    """
    from trust_desktop.services import vault_creation

    wish = vault_creation.Wish(protection, passphrase, recovery_with_passphrase, label, cost)
    return vault_creation.create(places, store, wish, asking or Asking())


def prove_recovery(
    places: Places, new_vault: "NewVault", code: str, asking: Asking | None = None
) -> "VaultSession":
    """Open the real vault with the code as the person has it; only then is the vault finished.

    Raises RecoveryCodeMistyped, WrongRecoveryCode; may be tried again.
    """
    from trust_desktop.services import vault_proving

    return vault_proving.prove_recovery(places, new_vault, code, asking or Asking())


def continue_setup(
    places: Places, store: KeyStore, number: int, passphrase: str | None, asking: Asking | None = None
) -> "NewVault":
    """Take up a vault in state SETUP_UNFINISHED: open it as `unlock` would and give it a fresh recovery code."""
    from trust_desktop.services import vault_proving

    return vault_proving.continue_setup(places, store, number, passphrase, asking or Asking())


def unlock(
    places: Places, store: KeyStore, number: int, passphrase: str | None, asking: Asking | None = None
) -> "VaultSession":
    """The everyday way in. Raises any VaultProblem; nothing on disk changes then."""
    from trust_desktop.services import vault_opening

    return vault_opening.unlock(places, store, number, passphrase, asking or Asking())


def prove_passphrase(
    places: Places, store: KeyStore, number: int, passphrase: str, asking: Asking | None = None
) -> None:
    """Raise WrongPassphrase, or what keeps it from being tried; for a vault that is open already."""
    from trust_desktop.services import vault_opening

    vault_opening.prove(places, store, number, passphrase, asking or Asking())


def rename(places: Places, session: "VaultSession", label: str) -> None:
    """Give the open vault another label for the lock screen, or none."""
    from trust_desktop.services import vault_naming

    vault_naming.rename(places, session, label)


def wait_left(places: Places, info: VaultInfo) -> int:
    """Seconds until this vault can be tried again, 0 if it can now; quick, and asks no keyring."""
    from trust_desktop.services import vault_trying

    return vault_trying.wait_left_for(VaultFolder(places.data / info.folder))


def any_set_aside(places: Places) -> bool:
    """Whether a vault that could not be opened was put out of the way."""
    return vault_folder.any_aside(places.data)


def recover(
    places: Places,
    store: KeyStore,
    number: int,
    code: str,
    passphrase: str | None,
    asking: Asking | None = None,
) -> "RecoveredVault":
    """Open with the recovery code; `passphrase` where `VaultInfo.recovery_needs_passphrase`.

    Changes no key: ask the person, then `renew_device_secret`.
    """
    from trust_desktop.services import vault_recovery

    return vault_recovery.recover(places, store, number, code, passphrase, asking or Asking())


def renew_device_secret(
    store: KeyStore,
    recovered: "RecoveredVault",
    passphrase: str | None = None,
    asking: Asking | None = None,
) -> None:
    """Put a new device secret into the keyring, so that the vault opens every day again.

    `passphrase` only where `recovered.needs_passphrase`: opened by paper alone, the vault takes the one given here.
    """
    from trust_desktop.services import vault_recovery

    vault_recovery.renew_device_secret(store, recovered, passphrase, asking or Asking())


def group_is_right(group: str, place: int) -> bool:
    """Whether one typed group of a recovery code is without a slip at its place (1 to 8)."""
    from trust_desktop.security import recovery_code

    return recovery_code.group_is_right(group, place)


def strength(passphrase: str) -> "Strength":
    from trust_desktop.security import passphrase as passphrases

    return passphrases.strength(passphrase)


def offer_passphrase() -> str:
    from trust_desktop.security import passphrase as passphrases

    return passphrases.offer()
