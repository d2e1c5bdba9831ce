"""Each change of keys, killed at every step that touches a file or at any moment between; a process of its own.

Called as `python -m tests.faults.key_kills FOLDER KIND ROUNDS`; prints one JSON line with what was seen.
"""

import json
import os
import random
import shutil
import signal
import sys
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from tests.faults.nursery import PATIENCE, WHOLE, Nursery
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
_STEPS: Final = {"open", "os.rename", "os.remove", "os.link", "os.truncate"}
"""Python tells of each of these before it happens; what SQLite writes is met by the kills between."""


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


class KeyNursery(Nursery):
    """Every round begins with the same vault; the child writes down the code it was shown, as a person would."""

    def __init__(self, folder: Path, kind: Kind) -> None:
        super().__init__(folder)
        self.kind = kind
        self.whole, self.tried = folder / "whole", folder / "tried"
        self.opened_by = {"old": 0, "new": 0}
        self.step = 0
        assert self.in_child(self._make) == WHOLE
        self._afresh()
        assert self.in_child(self.work) == WHOLE
        self.steps, self.seconds = json.loads((self.tried / "took").read_text())

    def round_number(self, n: int) -> int:
        """Kill at a step of its own, or a while after the beginning; return what the check found."""
        self._afresh()
        self.step = 1 + n // 2 * 7 % self.steps if n % 2 == 0 else 0
        child = self.fork(self.work)
        if not self.step:
            self._wait_until_begun()
            time.sleep(random.uniform(0, self.seconds))
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        found = self.in_child(self.check)
        if found == WHOLE:
            self.opened_by[(self.tried / "by").read_text()] += 1
        return found

    @override
    def work(self) -> None:
        session = self._unlocked(self._old_phrase)
        wish = Wish(self.kind.change, self._old_phrase, NEW, nobody_else=True, cost=FLOOR)
        pending = key_changing.begin(session, self._places, self._store, wish, Asking())
        (self.tried / "code").write_text(pending.recovery_code)
        passed = self._count_steps()
        (self.tried / "begun").touch()
        began = time.monotonic()
        key_changing.finish(session, self._store, pending, pending.recovery_code or None, Asking())
        (self.tried / "took").write_text(json.dumps([passed[0], time.monotonic() - began]))
        session.close()

    @override
    def check(self) -> None:
        """By the old secret or by the new one, every day and with the code on paper; and nothing is left beside."""
        phrase = next(one for one in (self._new_phrase, self._old_phrase) if self._opens(one))
        new_code = (self.tried / "code").read_text()
        code = next(one for one in (new_code, self.code) if one and self._recovers(one, phrase))
        assert self._opens(phrase)
        (header,) = vault_listing.read_headers(self._folder)
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
        assert staging.header(self._folder) is None
        assert not staging.database(self._folder).exists()

    def _took_new(self, header: Header, phrase: str | None) -> bool | None:
        if (
            self.kind.change is KeyChange.ADD_PASSPHRASE
        ):  # what the keyring opens alone opens whatever is typed
            return header.slot(SlotType.DEVICE_AND_PASSPHRASE) is not None and not self._opens(None)
        return phrase == self._new_phrase if self._new_phrase != self._old_phrase else None

    @property
    def _folder(self) -> VaultFolder:
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

    def _make(self) -> None:
        self.whole.mkdir()
        places, store = places_in(self.whole), FileStore(self.whole / "keyring")
        kind = self.kind
        _, code = finished_vault(places, store, kind.protection, recovery_with_passphrase=kind.together)
        (self.whole / "paper").write_text(code)
        session = vaults.unlock(places, store, 1, self._old_phrase)
        settings.save(session, replace(settings.load(session), idle_minutes=IDLE))
        session.close()

    def _afresh(self) -> None:
        shutil.rmtree(self.tried, ignore_errors=True)
        shutil.copytree(self.whole, self.tried)

    def _wait_until_begun(self) -> None:
        end = time.monotonic() + PATIENCE
        while not (self.tried / "begun").exists() and time.monotonic() < end:
            time.sleep(0.001)

    def _count_steps(self) -> list[int]:
        passed = [0]

        def on_event(event: str, arguments: tuple[object, ...]) -> None:
            if event in _STEPS and str(self.tried) in str(arguments):
                passed[0] += 1
                if passed[0] == self.step:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(on_event)
        return passed

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


def main(folder: str, kind: str, rounds: str) -> None:
    nursery = KeyNursery(Path(folder), KINDS[kind])
    ends = [nursery.round_number(n) for n in range(int(rounds))]
    seen = {"rounds": len(ends), "broken": len(ends) - ends.count(WHOLE), **nursery.opened_by}
    print(json.dumps({**seen, "steps": nursery.steps}))


if __name__ == "__main__":
    main(*sys.argv[1:])
