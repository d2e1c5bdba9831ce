"""Backups being made and a backup being restored, killed at any moment."""

from itertools import count
from pathlib import Path

from tests.builders import Clock
from tests.faults.kill_works import VaultNursery
from trust_desktop.domain.vault import Protection, VaultState
from trust_desktop.override import override
from trust_desktop.services import backing_up, restoring, vaults
from trust_desktop.services.asking import Asking
from trust_desktop.services.restoring import OpenedBackup, Way
from trust_desktop.storage import backups
from trust_desktop.storage.database import Database
from trust_desktop.storage.vault_folder import VaultFolder


class _WithDrive(VaultNursery):
    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.drive = folder / "drive"
        self.drive.mkdir()
        self.in_child(self._choose)

    def _choose(self) -> None:
        session = self.unlocked()
        backing_up.choose(session, self.drive)
        session.close()

    def newest(self) -> OpenedBackup:
        offer = restoring.offers(self.places, self.drive)[0]
        return restoring.open_backup(self.places, self.store, offer, Way.RECOVERY_CODE, code=self.code)


class Backup(_WithDrive):
    """What was acknowledged is the newest, or the one after it; every one that has its name is whole."""

    @override
    def work(self) -> None:
        session = self.unlocked()
        while True:
            made = backing_up.back_up(session, self.places, Asking())
            self.acknowledge(made.number)
            backing_up.note_made(session, made)

    @override
    def check(self) -> None:
        session = self.unlocked()
        session._open_database().check()
        session.close()
        found = backups.in_folder(self.drive)
        for offer in restoring.offers(self.places, self.drive):
            restoring.open_backup(self.places, self.store, offer, Way.RECOVERY_CODE, code=self.code).close()
        number = max((one.name.number for one in found if one.name is not None), default=0)
        self.kept(self.last(), number)
        self.acknowledge(number)


class Restore(_WithDrive):
    """The vault that was there is as it was; a restored one is whole, or not there at all."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.in_child(self._back_up)

    def _back_up(self) -> None:
        session = self.unlocked()
        session.now = Clock()
        backing_up.back_up(session, self.places, Asking())
        session.close()

    @override
    def work(self) -> None:
        opened = self.newest()
        for n in count(1):
            restoring.restore(self.places, self.store, opened, protection=Protection.DEVICE, typed=None)
            self.acknowledge(n)

    @override
    def check(self) -> None:
        self.unlocked().close()
        first, *others = vaults.list_vaults(self.places)
        assert first.state is VaultState.READY
        assert {one.state for one in others} <= {VaultState.SETUP_UNFINISHED}
        self.kept(self.last(), len(others))
        opened = self.newest()
        for one in others:
            self._is_whole(opened, VaultFolder(self.places.data / one.info.folder))
        if len(others) < 4:  # the next one clears away what was cut short
            restoring.restore(self.places, self.store, opened, protection=Protection.DEVICE, typed=None)
            assert not list(self.places.data.glob(".new-*"))
        for one in vaults.list_vaults(self.places)[1:]:
            place = self.places.data / one.info.folder
            place.rename(self.folder / f"done-{one.info.number}-{one.info.folder}")
        self.acknowledged.unlink(missing_ok=True)

    def _is_whole(self, opened: OpenedBackup, folder: VaultFolder) -> None:
        header = opened.header
        there = Database.open(
            folder.database, opened.key, vault_id=header.vault_id, salt=header.database_salt
        )
        there.check()
        there.close()
