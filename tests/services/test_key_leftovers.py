"""What a change of keys leaves behind lets no older secret in, and a disk that fails costs nobody the vault."""

import os
import shutil
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.key_house import NEW, House, house
from tests.support.keyrings import FaultyStore
from tests.support.vaults import PASSPHRASE, bytes_below
from trust_desktop.domain.errors import SecretMissing
from trust_desktop.domain.key_change import KeyChange
from trust_desktop.domain.vault import Protection
from trust_desktop.security import header as headers
from trust_desktop.services import backing_up, recovery_drill, restoring, slot_changing, vaults, whole_keys
from trust_desktop.services.asking import Asking
from trust_desktop.services.header_holding import HeldHeader
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


CHANGES = [
    (
        KeyChange.PASSPHRASE,
        Protection.DEVICE_AND_PASSPHRASE,
        {"passphrase": PASSPHRASE, "new_passphrase": NEW},
    ),
    (KeyChange.ADD_PASSPHRASE, Protection.DEVICE, {"new_passphrase": NEW}),
    (
        KeyChange.DROP_PASSPHRASE,
        Protection.DEVICE_AND_PASSPHRASE,
        {"passphrase": PASSPHRASE, "nobody_else": True},
    ),
    (KeyChange.DEVICE_SECRET, Protection.DEVICE, {}),
    (KeyChange.RECOVERY_CODE, Protection.DEVICE, {}),
    (KeyChange.DATABASE_KEY, Protection.DEVICE, {}),
]


def damaged(header: bytes, *, first: int = 22) -> bytes:
    """A copy that is not whole, with good slots in it; torn before its byte `first`."""
    return bytes(first) + header[first:]


@pytest.mark.parametrize(
    ("change", "protection", "wish"), CHANGES, ids=[change.name for change, *_ in CHANGES]
)
def test_no_copy_that_was_damaged_keeps_the_old_slots(
    places: Places, store: FaultyStore, change: KeyChange, protection: Protection, wish: dict[str, object]
) -> None:
    home = house(places, store, protection)
    before = home.folder.header_copies()[0] or b""
    phrase = PASSPHRASE if protection.needs_passphrase else None
    (home.folder.path / "header.1").write_bytes(damaged(before))
    assert home.opens(phrase)
    (home.folder.path / "header.2.damaged").write_bytes(damaged(before, first=200))
    kept = home.folder.path / "header.1.damaged"
    assert kept.read_bytes() == damaged(before)

    home.change(change, **wish)

    old = {slot.wrapped for slot in headers.parse(before).slots} - {
        slot.wrapped for slot in home.header.slots
    }
    assert old
    assert [name for name, held in bytes_below(places.data).items() if any(one in held for one in old)] == []
    home.session.close()


def test_a_change_cut_short_takes_them_along_when_it_is_finished(places: Places, store: FaultyStore) -> None:
    home = house(places, store)
    before = home.folder.header_copies()[0] or b""
    pending = home.begin(KeyChange.RECOVERY_CODE)
    kept = home.folder.path / "header.1.damaged"

    def killed(_held: HeldHeader) -> None:
        kept.write_bytes(damaged(before))
        raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as cut:
        cut.setattr(HeldHeader, "drop_kept_aside", killed)
        cut.setattr(slot_changing, "_put_back", lambda *_: False)
        with pytest.raises(KeyboardInterrupt):
            home.finish(pending)
    assert len(home.header.slots) == 3

    assert home.opens(None)
    assert len(home.header.slots) == 2
    assert home.recovers(pending.recovery_code)
    assert not kept.exists()
    home.session.close()


@pytest.mark.parametrize("thing", ["header of another", "letter", "folder", "link"])
def test_what_is_not_of_this_vault_is_kept_through_a_change(
    places: Places, store: FaultyStore, tmp_path: Path, thing: str
) -> None:
    home = house(places, store)
    kept = home.folder.path / "header.1.damaged"
    if thing == "header of another":
        kept.write_bytes(headers.encode(replace(home.header, vault_id=bytes(16))))
    elif thing == "letter":
        kept.write_text("of someone")
    elif thing == "folder":
        kept.mkdir()
    else:
        (tmp_path / "letter").write_bytes(home.folder.header_copies()[0] or b"")
        kept.symlink_to(tmp_path / "letter")

    home.change(KeyChange.RECOVERY_CODE)

    assert kept.exists()
    home.session.close()


def test_what_cannot_be_read_at_all_holds_no_change_up(
    places: Places, store: FaultyStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = house(places, store)
    (home.folder.path / "header.1.damaged").write_bytes(b"of another account")

    def refused(*_: object) -> None:
        raise PermissionError(1, "no")

    with monkeypatch.context() as disk:
        disk.setattr(Path, "chmod", refused)
        code = home.change(KeyChange.RECOVERY_CODE)
    assert home.recovers(code)
    home.session.close()


def test_another_folder_of_the_same_vault_is_known(places: Places, store: FaultyStore) -> None:
    home = house(places, store)
    assert not whole_keys.others_of(places, home.folder.name)
    aside = places.data / "aside-00aa11bb-2026-11-24"
    shutil.copytree(home.folder.path, aside)
    assert whole_keys.others_of(places, home.folder.name)
    aside.rename(places.data / "00aa11bb")
    assert whole_keys.others_of(places, home.folder.name)
    for path in (places.data / "00aa11bb").glob("header*"):
        path.write_bytes(b"noise")
    assert not whole_keys.others_of(places, home.folder.name)
    home.session.close()


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
