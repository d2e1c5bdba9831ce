"""What an open vault is given beside its session: a proof of the passphrase, its neighbours, and its backups."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer

from trust_desktop.services.vaults import KeyStore, Places
from trust_desktop.ui import proving
from trust_desktop.ui.background import Background
from trust_desktop.ui.household import Household
from trust_desktop.ui.vault_forms.means import Means

if TYPE_CHECKING:
    from trust_desktop.ui.backups.keeper import BackupKeeper
    from trust_desktop.ui.open_vault import OpenVault

_UNTIL_KEEPING: Final = 3000
"""Milliseconds until what is changed is noted for the backups; what was changed before is noted then."""


def equip(
    vault: "OpenVault",
    way_in: tuple[Places, KeyStore] | None,
    background: Background,
    lock_and_add: Callable[[], None],
) -> None:
    """An example came in by no way: it has none of these."""
    vault.proof = proving.proof_of(vault.session.info, way_in, background)
    if way_in is None or vault.session.info is None:
        return
    places, store = way_in
    vault.means = Means(places, store, background)
    vault.household = Household(places, lock_and_add)

    def keeper() -> "BackupKeeper":
        from trust_desktop.ui.backups.keeper import BackupKeeper

        return BackupKeeper(vault, places, store, vault)

    vault.make_keeper = keeper
    QTimer.singleShot(_UNTIL_KEEPING, vault, lambda: vault.backups)
