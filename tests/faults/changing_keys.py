"""One change of keys of one vault: made, done as a person would, and looked at afterwards; what kills and power cuts meet."""

import shutil
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from tests.faults.nursery import Nursery
from tests.support.file_store import FileStore
from tests.support.vaults import PASSPHRASE, finished_vault, places_in
from trust_desktop.domain.errors import SecretMissing, WrongPassphrase, WrongRecoveryCode
from trust_desktop.domain.key_change import KeyChange
from trust_desktop.domain.vault import Protection
from trust_desktop.override import override
from trust_desktop.security.cost import FLOOR
from trust_desktop.security.header import Header, SlotType
from trust_desktop.services import key_changing, settings, vault_listing, vaults
from trust_desktop.services.asking import Asking
from trust_desktop.services.key_changing import Wish
from trust_desktop.services.session import VaultSession
from trust_desktop.storage import staging
from trust_desktop.storage.vault_folder import VaultFolder

NEW: Final = "kettle attic violet ladder comet"
IDLE: Final = 11


@dataclass(frozen=True)
class Kind:
    change: KeyChange
    protection: Protection = Protection.DEVICE
    together: bool = False
    """The recovery code needs the passphrase, and so changes with it."""


KINDS: Final = {
    "passphrase": Kind(KeyChange.PASSPHRASE, Protection.DEVICE_AND_PASSPHRASE),
    "passphrase-and-code": Kind(KeyChange.PASSPHRASE, Protection.DEVICE_AND_PASSPHRASE, together=True),
    "add": Kind(KeyChange.ADD_PASSPHRASE),
    "drop": Kind(KeyChange.DROP_PASSPHRASE, Protection.DEVICE_AND_PASSPHRASE),
    "device-secret": Kind(KeyChange.DEVICE_SECRET),
    "recovery-code": Kind(KeyChange.RECOVERY_CODE),
    "database-key": Kind(KeyChange.DATABASE_KEY),
}


class OneChange(Nursery):
    """Every round begins with the same vault; who does it writes down the code that was shown."""

    def __init__(self, folder: Path, kind: Kind) -> None:
        super().__init__(folder)
        self.kind = kind
        self.whole, self.tried = folder / "whole", folder / "tried"

    @override
    def work(self) -> None:
        session = self._unlocked(self._old_phrase)
        wish = Wish(self.kind.change, self._old_phrase, NEW, nobody_else=True, cost=FLOOR)
        pending = key_changing.begin(session, self._places, self._store, wish, Asking())
        (self.tried / "code").write_text(pending.recovery_code)
        self.begun()
        key_changing.finish(session, self._store, pending, pending.recovery_code or None, Asking())
        self.done()
        session.close()

    def begun(self) -> None:
        """From here on the keys change."""

    def done(self) -> None:
        """It was said that they are changed."""

    @override
    def check(self) -> None:
        """By the old secret or by the new one, every day and with the code on paper; and nothing is left beside."""
        phrase = next(one for one in (self._new_phrase, self._old_phrase) if self._opens(one))
        new_code = (self.tried / "code").read_text()
        code = next(one for one in (new_code, self.code) if one and self._recovers(one, phrase))
        assert self._opens(phrase)
        (header,) = vault_listing.read_headers(self.vault)
        assert len(header.slots) == 2, header.slots
        signs = {
            self._took_new(header, phrase),
            code == new_code if new_code else None,
            max(slot.item for slot in header.slots) == 2
            if self.kind.change is KeyChange.DEVICE_SECRET
            else None,
        } - {None}
        assert len(signs) == 1, signs  # what was made together stays or goes together
        (self.tried / "by").write_text("new" if signs.pop() else "old")
        assert staging.header(self.vault) is None
        assert not staging.database(self.vault).exists()

    def _took_new(self, header: Header, phrase: str | None) -> bool | None:
        if (
            self.kind.change is KeyChange.ADD_PASSPHRASE
        ):  # what the keyring opens alone opens whatever is typed
            return header.slot(SlotType.DEVICE_AND_PASSPHRASE) is not None and not self._opens(None)
        return phrase == self._new_phrase if self._new_phrase != self._old_phrase else None

    @property
    def vault(self) -> VaultFolder:
        return VaultFolder(next(self._places.data.glob("????????")))

    @property
    def code(self) -> str:
        return (self.whole / "paper").read_text()

    @property
    def _old_phrase(self) -> str | None:
        return PASSPHRASE if self.kind.protection.needs_passphrase else None

    @property
    def _new_phrase(self) -> str | None:
        if self.kind.change.takes_new_passphrase:
            return NEW
        return None if self.kind.change is KeyChange.DROP_PASSPHRASE else self._old_phrase

    @property
    def _places(self) -> vaults.Places:
        return places_in(self.tried)

    @property
    def _store(self) -> FileStore:
        return FileStore(self.tried / "keyring")

    def make(self) -> None:
        self.whole.mkdir()
        places, store = places_in(self.whole), FileStore(self.whole / "keyring")
        kind = self.kind
        _, code = finished_vault(places, store, kind.protection, recovery_with_passphrase=kind.together)
        (self.whole / "paper").write_text(code)
        session = vaults.unlock(places, store, 1, self._old_phrase)
        settings.save(session, replace(settings.load(session), idle_minutes=IDLE))
        session.close()

    def afresh(self) -> None:
        shutil.rmtree(self.tried, ignore_errors=True)
        shutil.copytree(self.whole, self.tried)

    def _unlocked(self, phrase: str | None) -> VaultSession:
        session = vaults.unlock(self._places, self._store, 1, phrase)
        assert settings.load(session).idle_minutes == IDLE
        return session

    def _opens(self, phrase: str | None) -> bool:
        try:
            self._unlocked(phrase).close()
        except (WrongPassphrase, SecretMissing):
            return False
        return True

    def _recovers(self, code: str, phrase: str | None) -> bool:
        together = vaults.list_vaults(self._places)[0].info.recovery_needs_passphrase
        try:
            recovered = vaults.recover(self._places, self._store, 1, code, phrase if together else None)
        except (WrongPassphrase, WrongRecoveryCode):
            return False
        assert settings.load(recovered.session).idle_minutes == IDLE
        recovered.session.close()
        return True
