"""What is seen of a backup from outside, opening it with each of its secrets, and what it holds, before anything is restored."""

import os
import shutil
import time
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from tests.builders import FIRST_DAY, TODAY
from tests.support.backup_vaults import MARKS, names_in, pull_out
from tests.support.keyrings import FaultyStore
from tests.support.made_backups import BACKUP_PASSPHRASE, Made
from tests.support.vaults import bytes_below, finished_vault, places_in
from trust_desktop.domain.backup import BackupContents
from trust_desktop.domain.errors import (
    BackendChanged,
    BackupPlaceMissing,
    BackupUnreadable,
    Cancelled,
    SecretMissing,
    VaultTooNew,
    WrongPassphrase,
    WrongRecoveryCode,
)
from trust_desktop.domain.vault import Protection
from trust_desktop.security import header as headers
from trust_desktop.security import recovery_code
from trust_desktop.services import restoring, vaults
from trust_desktop.services.asking import Asking
from trust_desktop.services.restoring import Way
from trust_desktop.storage import backups

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
