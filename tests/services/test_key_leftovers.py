"""What a change of keys leaves behind lets no older secret in, and a disk that fails costs nobody the vault."""

import os
import stat
from pathlib import Path

import pytest

from tests.support.key_house import NEW, House, house
from tests.support.keyrings import FaultyStore
from tests.support.vaults import PASSPHRASE
from trust_desktop.domain.errors import SecretMissing
from trust_desktop.domain.key_change import KeyChange
from trust_desktop.domain.vault import Protection
from trust_desktop.services import backing_up, recovery_drill, restoring, vaults
from trust_desktop.services.asking import Asking
from trust_desktop.services.vaults import Places
from trust_desktop.storage import staging


def _folder_that_fails_to_sync(monkeypatch: pytest.MonkeyPatch, home: House) -> list[bool]:
    """From the exchange of the database on, once."""
    before, real, failed = home.folder.database.stat().st_ino, os.fsync, list[bool]()

    def fsync(handle: int) -> None:
        exchanged = home.folder.database.stat().st_ino != before
        if stat.S_ISDIR(os.fstat(handle).st_mode) and exchanged and not failed:
            failed.append(True)
            raise OSError(5, "input/output error")
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    return failed


def test_a_disk_that_fails_right_after_the_exchange_costs_nothing(
    places: Places, store: FaultyStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = house(places, store)
    failed = _folder_that_fails_to_sync(monkeypatch, home)
    code = home.change(KeyChange.DATABASE_KEY)

    assert failed
    assert home.opens(None)
    assert home.recovers(code)
    home.session.close()


def test_what_goes_wrong_after_the_exchange_leaves_the_only_header_that_fits(
    places: Places, store: FaultyStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever it is: as soon as the old file is gone, the staged header stays."""
    home, swap = house(places, store), staging.swap

    def and_then_trouble(folder: object) -> None:
        swap(folder)  # type: ignore[arg-type]
        raise OSError(5, "input/output error")

    monkeypatch.setattr(staging, "swap", and_then_trouble)
    with pytest.raises(OSError, match="input/output"):
        home.change(KeyChange.DATABASE_KEY)
    assert home.opens(None)
    home.session.close()


def test_a_header_that_stayed_staged_lets_no_older_passphrase_in(places: Places, store: FaultyStore) -> None:
    home = house(places, store, Protection.DEVICE_AND_PASSPHRASE)
    in_the_way = home.folder.path / "header.1.tmp"
    in_the_way.mkdir()
    home.change(KeyChange.DATABASE_KEY, passphrase=PASSPHRASE)
    assert staging.header(home.folder)
    in_the_way.rmdir()

    home.change(KeyChange.PASSPHRASE, passphrase=PASSPHRASE, new_passphrase=NEW)

    assert staging.header(home.folder) is None
    assert not home.opens(PASSPHRASE)
    assert home.opens(NEW)
    home.session.close()


def test_while_the_header_is_only_staged_backups_and_the_code_go_by_it(
    places: Places, store: FaultyStore, tmp_path: Path
) -> None:
    home = house(places, store)
    (home.folder.path / "header.1.tmp").mkdir()
    code = home.change(KeyChange.DATABASE_KEY)
    drive = tmp_path / "drive"
    drive.mkdir()
    backing_up.choose(home.session, drive)

    made = backing_up.back_up(home.session, places, Asking())

    (offer,) = restoring.offers(places, drive)
    restoring.open_backup(places, store, offer, restoring.Way.RECOVERY_CODE, code=code).close()
    assert offer.path.name == str(made)
    recovery_drill.try_code(home.session, places, code, None)
    home.session.close()


def test_a_header_of_before_a_passphrase_was_added_opens_nothing(places: Places, store: FaultyStore) -> None:
    """It lies in every backup, and whoever sits at this login has the keyring."""
    home = house(places, store)
    before = home.folder.header_copies()[0] or b""
    home.change(KeyChange.ADD_PASSPHRASE, new_passphrase=NEW)
    assert home.opens(NEW)
    home.session.close()

    home.folder.write_header(before)

    with pytest.raises(SecretMissing):
        vaults.unlock(places, store, home.number, None)


def test_a_folder_in_the_place_of_a_staged_header_is_left_alone(places: Places, store: FaultyStore) -> None:
    home = house(places, store)
    planted = Path(home.folder.path / "header.next")
    planted.mkdir()
    home.change(KeyChange.RECOVERY_CODE)
    assert planted.is_dir()
    home.session.close()


def test_copies_of_before_a_migration_go_with_the_key_they_are_under(
    places: Places, store: FaultyStore
) -> None:
    """Nobody opens them any more but whoever kept an old header and what opened it."""
    home = house(places, store)
    path = home.folder.path
    for name in ("vault-schema3-1.db", "vault-schema3-2.db-wal", "vault-schema3-1.db.txt"):
        (path / name).write_bytes(b"under the old key")
    home.change(KeyChange.RECOVERY_CODE)
    assert (path / "vault-schema3-1.db").exists()

    home.change(KeyChange.DATABASE_KEY)

    assert sorted(one.name for one in path.glob("*schema*")) == ["vault-schema3-1.db.txt"]
    home.session.close()
