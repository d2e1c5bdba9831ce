"""A vault from a backup: opened with each of its secrets, looked into, set up beside the others, equal row by row."""

import os
import shutil
import time
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

import pytest

from tests.builders import FIRST_DAY, TODAY
from tests.support.backup_vaults import MARKS, a_drive, a_vault, names_in, opened, pull_out, rows_of
from tests.support.full_disk import full_disk
from tests.support.keyrings import FaultyStore, raising
from tests.support.vaults import PASSPHRASE, begin_vault, bytes_below, finished_vault, places_in
from trust_desktop.domain.backup import BackupContents
from trust_desktop.domain.errors import (
    BackendChanged,
    BackupPlaceMissing,
    BackupUnreadable,
    Cancelled,
    DiskFull,
    KeyringUnavailable,
    Rule,
    RuleBroken,
    SecretMissing,
    VaultTooNew,
    WrongPassphrase,
    WrongRecoveryCode,
)
from trust_desktop.domain.vault import Protection, VaultState
from trust_desktop.security import cost as costs
from trust_desktop.security import header as headers
from trust_desktop.security import recovery_code
from trust_desktop.services import backing_up, restoring, vaults
from trust_desktop.services.asking import Asking
from trust_desktop.services.restoring import Offer, OpenedBackup, Way
from trust_desktop.services.vaults import Places
from trust_desktop.storage import backups
from trust_desktop.storage.database import Database
from trust_desktop.storage.vault_folder import VaultFolder

BACKUP_PASSPHRASE = "tulip ladder orbit quarry mint"


@dataclass
class Made:
    """A vault, now closed, its backup, and the rows it had when that was made."""

    places: Places
    store: FaultyStore
    code: str
    drive: Path
    rows: dict[str, list[tuple[object, ...]]]

    @property
    def offer(self) -> Offer:
        return restoring.offers(self.places, self.drive)[0]

    def open(self, way: Way = Way.EVERY_DAY, **given: object) -> OpenedBackup:
        return restoring.open_backup(self.places, self.store, self.offer, way, **given)


def _backed_up(folder: Path, *, with_passphrase: bool = False) -> Made:
    places, store, code = a_vault(folder)
    session, drive = opened(places, store), a_drive(folder)
    backing_up.choose(session, drive)
    if with_passphrase:
        slot = backing_up.make_slot(session, places, BACKUP_PASSPHRASE, costs.PORTABLE)
        backing_up.keep_slot(session, slot)
    rows = rows_of(session._database)
    backing_up.note_made(session, backing_up.back_up(session, places, Asking()))
    session.close()
    return Made(places, store, code, drive, rows)


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return _backed_up(tmp_path)


@pytest.fixture(scope="module")
def portable(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Made once: its passphrase takes a second each time."""
    return _backed_up(tmp_path_factory.mktemp("portable"), with_passphrase=True)


def _restore(made: Made, backup: OpenedBackup, places: Places | None = None, **given: object):
    wanted = {"protection": Protection.DEVICE, "typed": None, "cost": costs.FLOOR} | given
    return restoring.restore(places or made.places, made.store, backup, **wanted)


def _rows_in(backup: OpenedBackup, database: Path, folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """Read from one more copy, so that nothing is written where it lies."""
    path = Path(shutil.copy(database, folder / "looked-at.db"))
    header = backup.header
    there = Database.open(path, backup.key, vault_id=header.vault_id, salt=header.database_salt)
    try:
        return rows_of(there)
    finally:
        there.close()


# what there is


def test_offers_say_what_can_be_seen_from_outside(made: Made) -> None:
    (offer,) = restoring.offers(made.places, made.drive)
    assert offer.made == datetime.fromisoformat("2026-11-24T18:00")
    assert (offer.number, offer.label, offer.protection) == (1, "", Protection.DEVICE)
    assert offer.ways == (Way.RECOVERY_CODE, Way.EVERY_DAY)
    assert offer.usable
    assert not offer.code_needs_passphrase
    assert restoring.offers(made.places, made.drive / names_in(made.drive)[0]) == (offer,)


def test_offers_of_one_vault_leave_out_the_others(made: Made) -> None:
    number, _ = finished_vault(made.places, made.store)
    (backup,) = made.drive.iterdir()
    shutil.copytree(backup, made.drive / backup.name.replace(backup.name.split("-")[1], "ffffffff"))
    assert len(restoring.offers(made.places, made.drive)) == 2
    assert restoring.offers(made.places, made.drive, number) == ()
    assert len(restoring.offers(made.places, made.drive, 1)) == 2  # the same vault's id, as a copy has it
    (backup,) = (path for path in made.drive.iterdir() if "ffffffff" not in path.name)
    (backup / "header.1").write_bytes(b"noise")
    shutil.copytree(backup, made.drive / "renamed by hand")
    for name in ("header.1", "header.2"):
        folder = made.places.data / vaults.list_vaults(made.places)[0].info.folder
        (folder / name).write_bytes(b"noise")
    assert [offer.path for offer in restoring.offers(made.places, made.drive, 1)] == [backup]


def test_an_offer_that_cannot_be_opened_says_why(made: Made) -> None:
    (backup,) = made.drive.iterdir()
    header = (backup / "header.1").read_bytes()
    (backup / "header.1").write_bytes(b"noise")
    assert type(made.offer.problem) is BackupUnreadable
    assert not made.offer.usable
    newer = bytearray(header[:-4])
    newer[4:6] = (99).to_bytes(2, "big")
    (backup / "header.1").write_bytes(bytes(newer) + headers.checksum_of(bytes(newer)))
    assert type(made.offer.problem) is VaultTooNew
    (backup / "header.1").write_bytes(header)
    (backup / "vault.db").unlink()
    assert type(made.offer.problem) is BackupUnreadable


def test_a_renamed_one_is_dated_by_its_file(made: Made) -> None:
    (backup,) = made.drive.iterdir()
    os.utime(backup / "header.1", (1, time.mktime((2026, 3, 4, 12, 0, 0, 0, 0, -1))))
    backup.rename(made.drive / "mine")
    assert made.offer.made.date() == date(2026, 3, 4)
    assert made.open().contents.marks == MARKS


def test_a_folder_that_is_not_there_is_said_to_be_missing(made: Made) -> None:
    pull_out(made.drive)
    with pytest.raises(BackupPlaceMissing):
        restoring.offers(made.places, made.drive)
    assert restoring._made(backups.BackupFolder(made.drive)) is None


# opening one


def test_what_it_holds_is_shown_before_anything_is_restored(made: Made) -> None:
    before = bytes_below(made.drive)
    opened_backup = made.open()
    assert opened_backup.contents == BackupContents(1, MARKS, 1, FIRST_DAY, TODAY)
    assert isinstance(opened_backup.contents.first_day, date)
    opened_backup.close()
    assert opened_backup.key == bytearray(32)
    assert bytes_below(made.drive) == before


@pytest.mark.once
def test_each_secret_opens_it(portable: Made) -> None:
    for way, given in (
        (Way.BACKUP_PASSPHRASE, {"typed": f"  {BACKUP_PASSPHRASE} "}),
        (Way.RECOVERY_CODE, {"code": portable.code}),
        (Way.EVERY_DAY, {}),
    ):
        assert portable.open(way, **given).contents.plans == 1
    assert portable.offer.ways == tuple(Way)


@pytest.mark.once
def test_wrong_secrets_are_named_and_change_nothing(portable: Made) -> None:
    before = bytes_below(portable.drive)
    with pytest.raises(WrongPassphrase):
        portable.open(Way.BACKUP_PASSPHRASE, typed="tulip ladder orbit quarry salt")
    with pytest.raises(WrongPassphrase):
        portable.open(Way.BACKUP_PASSPHRASE)
    wrong = recovery_code.write(recovery_code.new_secret())
    with pytest.raises(WrongRecoveryCode):
        portable.open(Way.RECOVERY_CODE, code=wrong)
    assert bytes_below(portable.drive) == before


def test_a_way_it_does_not_have_is_not_offered(made: Made) -> None:
    with pytest.raises(ValueError, match="does not open"):
        made.open(Way.BACKUP_PASSPHRASE, typed=BACKUP_PASSPHRASE)


def test_the_keyring_of_another_computer_has_not_its_secret(made: Made, tmp_path: Path) -> None:
    other = places_in(tmp_path / "other")
    with pytest.raises(SecretMissing):
        restoring.open_backup(other, FaultyStore(), made.offer, Way.EVERY_DAY)
    made.store.alter()
    with pytest.raises(SecretMissing):
        made.open()
    made.store.kind = "another"
    with pytest.raises(BackendChanged):
        made.open()


def test_the_secret_is_found_by_the_vault_that_is_here_too(made: Made) -> None:
    (backup,) = made.drive.iterdir()
    backup.rename(made.drive / "mine")
    damaged = made.places.data / "ffffffff"
    damaged.mkdir()
    (damaged / "header.1").write_bytes(b"noise")
    assert made.open().contents.marks == MARKS


@pytest.mark.parametrize("place", ["start", "middle", "end", "header"])
def test_a_damaged_one_is_refused(made: Made, place: str) -> None:
    (backup,) = made.drive.iterdir()
    offer = made.offer
    path = backup / ("header.1" if place == "header" else "vault.db")
    data = bytearray(path.read_bytes())
    data[{"start": 3, "middle": len(data) // 2, "end": -9, "header": 40}[place]] ^= 1
    path.write_bytes(data)
    with pytest.raises(BackupUnreadable):
        restoring.open_backup(made.places, made.store, offer, Way.EVERY_DAY)


def test_a_header_changed_on_purpose_is_refused(made: Made) -> None:
    (backup,) = made.drive.iterdir()
    header = headers.parse((backup / "header.1").read_bytes())
    (backup / "header.1").write_bytes(headers.encode(replace(header, label="mine now")))
    with pytest.raises(BackupUnreadable):
        made.open()


def test_opening_can_be_cancelled(made: Made) -> None:
    asking = Asking()
    asking.cancel()
    with pytest.raises(Cancelled):
        made.open(Way.RECOVERY_CODE, code=made.code, asking=asking)


# restoring


def test_restored_beside_it_is_equal_row_by_row_and_byte_by_byte(made: Made, tmp_path: Path) -> None:
    before = bytes_below(made.places.data)
    backup = made.open()
    new = _restore(made, backup)
    assert [one.state for one in vaults.list_vaults(made.places)] == [
        VaultState.READY,
        VaultState.SETUP_UNFINISHED,
    ]
    there = VaultFolder(made.places.data / new.info.folder)
    (source,) = made.drive.iterdir()
    assert there.database.read_bytes() == (source / "vault.db").read_bytes()
    assert _rows_in(backup, there.database, tmp_path) == made.rows
    after = bytes_below(made.places.data)
    assert {name: after[name] for name in before if name != "numbers"} == {
        name: data for name, data in before.items() if name != "numbers"
    }
    session = vaults.prove_recovery(made.places, new, new.recovery_code)
    assert session.info.number == 2
    session.close()
    vaults.unlock(made.places, made.store, 2, None).close()
    vaults.unlock(made.places, made.store, 1, None).close()


@pytest.mark.once
def test_on_an_empty_computer_with_the_passphrase_of_the_backup(portable: Made, tmp_path: Path) -> None:
    places, store = places_in(tmp_path), FaultyStore()
    backup = restoring.open_backup(
        places, store, portable.offer, Way.BACKUP_PASSPHRASE, typed=BACKUP_PASSPHRASE
    )
    new = restoring.restore(
        places, store, backup, protection=Protection.DEVICE_AND_PASSPHRASE, typed=PASSPHRASE, cost=costs.FLOOR
    )
    assert new.info.number == 1
    vaults.prove_recovery(places, new, new.recovery_code).close()
    session = vaults.unlock(places, store, 1, PASSPHRASE)
    assert backing_up.has_passphrase(session)  # it goes on with the backups it came from
    assert backing_up.state(session).folder == str(portable.drive)
    made = backing_up.back_up(session, places, Asking())
    assert (made.vault, made.number) == (session.info.folder, 1)
    assert len(names_in(portable.drive)) == 2  # those of the vault it came from are left alone
    session.close()
    with pytest.raises(WrongPassphrase):
        vaults.unlock(places, store, 1, BACKUP_PASSPHRASE)
    shutil.rmtree(portable.drive / str(made))


@pytest.mark.once
def test_a_code_that_needed_the_passphrase_needs_it_again(tmp_path: Path) -> None:
    places, store = places_in(tmp_path), FaultyStore()
    new = begin_vault(
        places, store, Protection.DEVICE_AND_PASSPHRASE, recovery_with_passphrase=True, label="Blue"
    )
    vaults.prove_recovery(places, new, new.recovery_code).close()
    session, drive = vaults.unlock(places, store, 1, PASSPHRASE), a_drive(tmp_path)
    backing_up.choose(session, drive)
    backing_up.back_up(session, places, Asking())
    session.close()
    (offer,) = restoring.offers(places, drive)
    assert offer.code_needs_passphrase
    with pytest.raises(WrongPassphrase):
        restoring.open_backup(places, store, offer, Way.RECOVERY_CODE, code="x")
    backup = restoring.open_backup(places, store, offer, Way.EVERY_DAY, typed=PASSPHRASE)
    beside = restoring.restore(
        places, store, backup, protection=Protection.DEVICE_AND_PASSPHRASE, typed=PASSPHRASE, cost=costs.FLOOR
    )
    assert beside.info.recovery_needs_passphrase
    assert beside.info.label == ""  # the vault beside it is called so
    alone = restoring.restore(
        places_in(tmp_path / "elsewhere"), store, backup, protection=Protection.DEVICE, typed=None
    )
    assert (alone.info.label, alone.info.recovery_needs_passphrase) == ("Blue", False)


def test_a_sixth_vault_is_refused_before_anything_is_made(made: Made) -> None:
    for _ in range(4):
        begin_vault(made.places, made.store)
    before = bytes_below(made.places.data)
    with pytest.raises(RuleBroken) as caught:
        _restore(made, made.open())
    assert caught.value.rule is Rule.TOO_MANY_VAULTS
    assert bytes_below(made.places.data) == before


def test_a_weak_passphrase_is_refused(made: Made) -> None:
    with pytest.raises(RuleBroken):
        _restore(made, made.open(), protection=Protection.DEVICE_AND_PASSPHRASE, typed="sunshine")


def _nothing_left(made: Made) -> bool:
    folders = [path for path in made.places.data.iterdir() if path.is_dir()]
    return len(folders) == 1 and [number for _, number in made.store.items()] == [1]


def test_without_room_nothing_is_left(made: Made) -> None:
    backup = made.open()
    with full_disk(), pytest.raises(DiskFull):
        _restore(made, backup)
    assert _nothing_left(made)


def test_a_keyring_that_takes_nothing_leaves_nothing(made: Made) -> None:
    backup = made.open()
    made.store.faults["write"] = raising(KeyringUnavailable())
    with pytest.raises(KeyringUnavailable):
        _restore(made, backup)
    assert _nothing_left(made)


def test_a_drive_pulled_out_meanwhile_leaves_nothing(made: Made) -> None:
    backup = made.open()
    pull_out(made.drive)
    with pytest.raises(BackupPlaceMissing):
        _restore(made, backup)
    assert _nothing_left(made)


def test_a_backup_damaged_after_it_was_opened_leaves_nothing(made: Made) -> None:
    backup = made.open()
    (source,) = made.drive.iterdir()
    data = bytearray((source / "vault.db").read_bytes())
    data[9000] ^= 1
    (source / "vault.db").write_bytes(data)
    with pytest.raises(BackupUnreadable):
        _restore(made, backup)
    assert _nothing_left(made)
    backup.contents = replace(backup.contents, marks=99)
    data[9000] ^= 1
    (source / "vault.db").write_bytes(data)
    with pytest.raises(BackupUnreadable):
        _restore(made, backup)
    assert _nothing_left(made)


def test_cancelled_in_the_midst_nothing_is_left(made: Made) -> None:
    backup, asking = made.open(), Asking()
    asking.cancel()
    with pytest.raises(Cancelled):
        _restore(made, backup, asking=asking)
    assert _nothing_left(made)
