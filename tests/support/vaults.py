"""Vaults for tests: real folders, real encryption, the lowest cost the product allows."""

from pathlib import Path

from trust_desktop.domain.vault import Protection
from trust_desktop.security.cost import FLOOR
from trust_desktop.security.key_store import KeyStore, MemoryStore
from trust_desktop.services import vaults
from trust_desktop.services.session import VaultSession
from trust_desktop.services.vault_creation import NewVault
from trust_desktop.services.vaults import Places

PASSPHRASE = "walnut harbour stencil opaque ferry"


def places_in(folder: Path) -> Places:
    return Places(data=folder / "data", runtime=folder / "run")


def made_places(folder: Path) -> Places:
    """With their folders, as a start of the program makes them."""
    places = places_in(folder)
    places.data.mkdir()
    places.runtime.mkdir()
    return places


def begin_vault(
    places: Places,
    store: KeyStore | None = None,
    protection: Protection = Protection.DEVICE,
    *,
    recovery_with_passphrase: bool = False,
    label: str = "",
) -> NewVault:
    """Created, not proved; a keyring-only vault needs no key derivation and so is the quick one."""
    return vaults.create(
        places,
        store or MemoryStore(),
        protection=protection,
        passphrase=PASSPHRASE if protection.needs_passphrase else None,
        recovery_with_passphrase=recovery_with_passphrase,
        label=label,
        cost=FLOOR,
    )


def finished_vault(
    places: Places,
    store: KeyStore,
    protection: Protection = Protection.DEVICE,
    *,
    recovery_with_passphrase: bool = False,
) -> tuple[int, str]:
    """Number and recovery code of a proved and closed vault."""
    new_vault = begin_vault(places, store, protection, recovery_with_passphrase=recovery_with_passphrase)
    code = new_vault.recovery_code
    vaults.prove_recovery(places, new_vault, code).close()
    return new_vault.info.number, code


def opened_vault(places: Places, store: KeyStore) -> VaultSession:
    number, _ = finished_vault(places, store)
    return vaults.unlock(places, store, number, None)


def bytes_below(folder: Path, *, but: str = "") -> dict[str, bytes]:
    """Every file and what is in it, `but` those of one name."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != but
    }
