"""A vault from a backup: set up beside the others, equal row by row; what goes wrong leaves nothing."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.backup_vaults import a_drive, names_in, pull_out, rows_of
from tests.support.full_disk import full_disk
from tests.support.keyrings import FaultyStore, raising
from tests.support.made_backups import BACKUP_PASSPHRASE, Made
from tests.support.vaults import PASSPHRASE, begin_vault, bytes_below, places_in
from trust_desktop.domain.errors import (
    BackupPlaceMissing,
    BackupUnreadable,
    Cancelled,
    DiskFull,
    KeyringUnavailable,
    Rule,
    RuleBroken,
    WrongPassphrase,
)
from trust_desktop.domain.vault import Protection, VaultState
from trust_desktop.security import cost as costs
from trust_desktop.services import backing_up, restoring, vaults
from trust_desktop.services.asking import Asking
from trust_desktop.services.restoring import OpenedBackup, Way
from trust_desktop.services.vaults import Places
from trust_desktop.storage.database import Database
from trust_desktop.storage.vault_folder import VaultFolder


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
