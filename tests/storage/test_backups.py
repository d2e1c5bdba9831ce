"""Backups in a folder: read back before they count, or not there at all."""

import os
from datetime import datetime
from pathlib import Path

import pytest

from tests.builders import KEY, VAULT_ID
from tests.support.full_disk import full_disk
from trust_desktop.domain.backup import BackupName
from trust_desktop.domain.errors import (
    BackupPlaceMissing,
    BackupUnreadable,
    Cancelled,
    DiskFull,
    VaultProblem,
    VaultTooNew,
)
from trust_desktop.storage import backups, reading_copies
from trust_desktop.storage.backups import BackupFolder

NAME = BackupName(3, "0a1b2c3d", datetime.fromisoformat("2026-11-24T18:00"))


def _never() -> None:
    return


@pytest.fixture
def drive(tmp_path: Path) -> Path:
    place = tmp_path / "drive"
    place.mkdir()
    return place


def _check(path: Path, rows: dict[str, int], **other: object) -> None:
    salt = path.read_bytes()[:16]
    reading_copies.check(path, bytearray(KEY), **{"vault_id": VAULT_ID, "salt": salt, "rows": rows, **other})


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_one_changed_bit_anywhere_is_unreadable(copy) -> None:
    path, rows = copy
    whole, salt = path.read_bytes(), path.read_bytes()[:16]
    for place in (3, 17, 4096 + 5, len(whole) // 2, len(whole) - 3):
        changed = bytearray(whole)
        changed[place] ^= 4
        path.write_bytes(changed)
        with pytest.raises(BackupUnreadable):
            _check(path, rows, salt=salt)
        with pytest.raises(BackupUnreadable):
            reading_copies.contents(path, bytearray(KEY), vault_id=VAULT_ID, salt=salt)


@pytest.mark.parametrize("size", [0, 10, 16, 4096, 8192])
def test_a_shorter_file_is_unreadable(copy, size: int) -> None:
    path, rows = copy
    salt = path.read_bytes()[:16]
    os.truncate(path, size)
    with pytest.raises(BackupUnreadable):
        _check(path, rows, salt=salt)


def test_a_missing_file_another_key_and_another_vault_are_unreadable(copy, tmp_path: Path) -> None:
    path, rows = copy
    salt = path.read_bytes()[:16]
    with pytest.raises(BackupUnreadable):
        reading_copies.check(tmp_path / "no", bytearray(KEY), vault_id=VAULT_ID, salt=salt, rows=rows)
    with pytest.raises(BackupUnreadable):
        reading_copies.check(path, bytearray(32), vault_id=VAULT_ID, salt=salt, rows=rows)
    with pytest.raises(BackupUnreadable):
        _check(path, rows, vault_id=bytes(16))
    with pytest.raises(BackupUnreadable):
        _check(path, {**rows, "notes": 399})


def test_one_of_a_newer_version_says_so(copy) -> None:
    path, rows = copy
    from trust_desktop.storage import sqlcipher

    raw = sqlcipher.connect(path, bytearray(KEY))
    raw.execute("PRAGMA journal_mode = DELETE").fetchall()
    raw.execute("PRAGMA user_version = 999")
    raw.close()
    with pytest.raises(VaultTooNew):
        _check(path, rows)


def test_what_a_backup_holds_is_said_in_days_and_counts(copy) -> None:
    path, _ = copy
    salt = path.read_bytes()[:16]
    found = reading_copies.contents(path, bytearray(KEY), vault_id=VAULT_ID, salt=salt)
    assert (found.plans, found.marks, found.acknowledgements) == (0, 0, 0)
    assert (found.first_day.year, found.last_day.year) == (1000, 1399)


def test_reading_writes_nothing_beside_it(copy, tmp_path: Path) -> None:
    path, rows = copy
    before = _names(tmp_path)
    _check(path, rows)
    assert _names(tmp_path) == before


# in a folder


def test_a_backup_gets_its_name_when_it_was_read_back(copy, drive: Path) -> None:
    path, rows = copy
    seen: list[list[str]] = []

    def check(there: Path) -> None:
        seen.append(_names(drive))
        _check(there, rows)

    made = backups.keep(drive, NAME, b"header", path, check=check, stop=_never)
    assert seen == [[f".{NAME}.part"]]
    assert _names(drive) == [str(NAME)]
    assert made.header() == b"header"
    assert made.database.read_bytes() == path.read_bytes()
    assert made.size() == path.stat().st_size
    assert made.name == NAME
    assert {p.stat().st_mode & 0o077 for p in (made.path, *made.path.iterdir())} == {0}
    assert backups.in_folder(drive) == (made,)
    assert backups.in_folder(made.path) == (made,)


def test_a_check_that_finds_something_leaves_the_folder_as_it_was(copy, drive: Path) -> None:
    path, rows = copy
    older = backups.keep(drive, NAME, b"header", path, check=lambda _: None, stop=_never)

    def check(there: Path) -> None:
        there.write_bytes(bytes(10))
        _check(there, rows)

    with pytest.raises(BackupUnreadable):
        backups.keep(drive, _next(), b"header", path, check=check, stop=_never)
    assert backups.in_folder(drive) == (older,)
    assert _names(drive) == [str(NAME)]


def _next() -> BackupName:
    return BackupName(NAME.number + 1, NAME.vault, NAME.made)


@pytest.mark.parametrize("at", [1, 2])
def test_stopped_in_the_midst_nothing_is_left(copy, drive: Path, at: int) -> None:
    path, _ = copy
    asked: list[int] = []

    def stop() -> None:
        asked.append(1)
        if len(asked) == at:
            raise Cancelled

    with pytest.raises(Cancelled):
        backups.keep(drive, NAME, b"header", path, check=lambda _: None, stop=stop)
    assert _names(drive) == []


def test_a_drive_pulled_out_while_it_is_read_back_is_missing(copy, drive: Path) -> None:
    path, _ = copy

    def pulled(there: Path) -> None:
        drive.rename(drive.with_name("away"))
        raise BackupUnreadable

    with pytest.raises(BackupPlaceMissing):
        backups.keep(drive, NAME, b"header", path, check=pulled, stop=_never)


def test_a_drive_pulled_out_before_is_missing(copy, tmp_path: Path) -> None:
    path, _ = copy
    with pytest.raises(BackupPlaceMissing):
        backups.keep(tmp_path / "no", NAME, b"header", path, check=lambda _: None, stop=_never)
    with pytest.raises(BackupPlaceMissing):
        backups.in_folder(tmp_path / "no")


def test_a_full_drive_is_named_and_left_as_it_was(copy, drive: Path) -> None:
    path, _ = copy
    with full_disk(), pytest.raises(DiskFull):
        backups.keep(drive, NAME, b"header", path, check=lambda _: None, stop=_never)
    assert _names(drive) == []


def test_what_a_try_cut_short_left_goes_with_the_next_one(copy, drive: Path) -> None:
    path, _ = copy
    for name, stays in ((f".{NAME}.part", False), (f".daybook-{NAME.vault}-other.part", True)):
        (drive / name).mkdir()
        (drive / name / "vault.db").write_bytes(b"half")
        assert isinstance(stays, bool)
    of_another = drive / f".{BackupName(1, 'ffffffff', NAME.made)}.part"
    of_another.mkdir()
    backups.keep(drive, _next(), b"header", path, check=lambda _: None, stop=_never)
    assert _names(drive) == sorted([of_another.name, f".daybook-{NAME.vault}-other.part", str(_next())])


def test_removing_takes_only_what_was_written(copy, drive: Path, tmp_path: Path) -> None:
    path, _ = copy
    made = backups.keep(drive, NAME, b"header", path, check=lambda _: None, stop=_never)
    (made.path / "mine.txt").write_text("kept")
    assert backups.remove(made)
    assert [p.name for p in (drive / f".{NAME}.part").iterdir()] == ["mine.txt"]
    assert not backups.remove(made)


def test_a_renamed_backup_is_found_and_other_folders_are_not(copy, drive: Path) -> None:
    path, _ = copy
    made = backups.keep(drive, NAME, b"header", path, check=lambda _: None, stop=_never)
    made.path.rename(drive / "from grandmother")
    (drive / "other").mkdir()
    (drive / "file").write_text("")
    (found,) = backups.in_folder(drive)
    assert (found.name, found.path.name) == (None, "from grandmother")
    (found.path / "vault.db").unlink()
    (found.path / "header.1").unlink()
    assert (found.size(), found.header()) == (0, b"")


def test_fetching_copies_into_a_new_file_only(copy, drive: Path, tmp_path: Path) -> None:
    path, _ = copy
    made = backups.keep(drive, NAME, b"header", path, check=lambda _: None, stop=_never)
    backups.fetch(made, tmp_path / "new", stop=_never)
    assert (tmp_path / "new").read_bytes() == path.read_bytes()
    with pytest.raises(VaultProblem):
        backups.fetch(made, tmp_path / "new", stop=_never)
    with pytest.raises(BackupPlaceMissing):
        backups.fetch(BackupFolder(drive / "no"), tmp_path / "newer", stop=_never)


def test_a_link_among_what_was_cut_short_leads_to_nothing_that_goes(
    copy, drive: Path, tmp_path: Path
) -> None:
    """Somebody may have put one there that leads to the vault itself, where the same names stand."""
    path, _ = copy
    (drive / f".{NAME}.part").symlink_to(tmp_path, target_is_directory=True)
    before = (tmp_path / "vault.db").stat().st_ino
    made = backups.keep(drive, _next(), b"header", path, check=lambda _: None, stop=_never)
    assert (tmp_path / "vault.db").stat().st_ino == before
    assert _names(drive) == [made.path.name]
