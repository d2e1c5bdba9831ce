"""A vault with a row of its own in it, whose keys are changed, and which is opened again by one secret or another."""

from dataclasses import dataclass, replace

from tests.support.keyrings import FaultyStore
from tests.support.vaults import PASSPHRASE, finished_vault
from trust_desktop.domain.errors import (
    SecretMissing,
    WrongPassphrase,
    WrongRecoveryCode,
)
from trust_desktop.domain.key_change import KeyChange
from trust_desktop.domain.vault import Protection
from trust_desktop.security import header as headers
from trust_desktop.security.cost import FLOOR
from trust_desktop.security.header import Header
from trust_desktop.services import key_changing, settings, vaults
from trust_desktop.services.asking import Asking
from trust_desktop.services.key_changing import Pending, Wish
from trust_desktop.services.session import VaultSession
from trust_desktop.services.vaults import Places
from trust_desktop.storage.vault_folder import VaultFolder

NEW = "kettle attic violet ladder comet"
IDLE = 11


@dataclass
class House:
    """A vault with a row of its own in it, open."""

    places: Places
    store: FaultyStore
    number: int
    code: str
    session: VaultSession

    @property
    def folder(self) -> VaultFolder:
        assert self.session.info is not None
        return VaultFolder(self.places.data / self.session.info.folder)

    @property
    def header(self) -> Header:
        return headers.parse(self.folder.header_copies()[0] or b"")

    def begin(self, change: KeyChange, **wish: object) -> Pending:
        asked = Wish(change, **{"cost": FLOOR, **wish})  # type: ignore[arg-type]
        return key_changing.begin(self.session, self.places, self.store, asked, Asking())

    def finish(self, pending: Pending, asking: Asking | None = None) -> str:
        """Do it with the code as it was shown; the code."""
        code = pending.recovery_code
        key_changing.finish(self.session, self.store, pending, code or None, asking or Asking())
        return code

    def change(self, change: KeyChange, **wish: object) -> str:
        return self.finish(self.begin(change, **wish))

    def opens(self, phrase: str | None) -> bool:
        """Whether the vault opens every day with it, and everything is in it."""
        self.session.close()
        try:
            self.session = vaults.unlock(self.places, self.store, self.number, phrase)
        except (WrongPassphrase, SecretMissing):
            return False
        self.check_rows()
        return True

    def recovers(self, code: str, phrase: str | None = None) -> bool:
        self.session.close()
        try:
            recovered = vaults.recover(self.places, self.store, self.number, code, phrase)
        except (WrongPassphrase, WrongRecoveryCode):
            return False
        recovered.forget()
        self.session = recovered.session
        self.check_rows()
        return True

    def check_rows(self) -> None:
        assert settings.load(self.session).idle_minutes == IDLE


def house(
    places: Places,
    store: FaultyStore,
    protection: Protection = Protection.DEVICE,
    *,
    together: bool = False,
) -> House:
    number, code = finished_vault(places, store, protection, recovery_with_passphrase=together)
    phrase = PASSPHRASE if protection.needs_passphrase else None
    session = vaults.unlock(places, store, number, phrase)
    settings.save(session, replace(settings.load(session), idle_minutes=IDLE))
    return House(places, store, number, code, session)
