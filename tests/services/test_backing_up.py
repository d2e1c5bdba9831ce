"""Backups of an open vault: due, made, counted, kept, and what is said when the place for them is not there."""

import os
import shutil
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from tests.builders import TODAY, Clock
from tests.services.vault_and_drive import VaultAndDrive
from tests.support.backup_vaults import a_drive, names_in, pull_out
from tests.support.full_disk import full_disk
from tests.support.vaults import bytes_below
from trust_desktop.domain.backup import BackupName
from trust_desktop.domain.errors import (
    BackupPlaceMissing,
    BackupUnreadable,
    Cancelled,
    DiskFull,
    HeaderDamaged,
    RuleBroken,
    VaultDamaged,
)
from trust_desktop.security import envelope
from trust_desktop.security import header as headers
from trust_desktop.services import backing_up, settings
from trust_desktop.services.asking import Asking
from trust_desktop.services.session import Change, VaultSession
from trust_desktop.storage import backups, reading_copies
from trust_desktop.storage.database import Database


def test_nothing_is_due_before_a_folder_was_picked(session: VaultSession, tmp_path: Path) -> None:
    assert not backing_up.due(session)
    backing_up.note_change(session)
    assert backing_up.state(session).folder == ""
    assert not backing_up.can_be_made(session)
    assert backing_up.state(session).last is None
    with pytest.raises(Cancelled):
        backing_up.choose(session, tmp_path)


def test_one_is_due_after_a_change_and_once_a_day(vault: VaultAndDrive) -> None:
    assert backing_up.can_be_made(vault.session)
    assert backing_up.due(vault.session)
    vault.back_up()
    assert not backing_up.due(vault.session)
    told: list[Change] = []
    vault.session.on_commit = told.append
    backing_up.note_change(vault.session)
    backing_up.note_change(vault.session)
    assert told == [Change.BACKUPS]
    assert backing_up.due(vault.session)
    vault.back_up()
    vault.clock.forward(days=1)
    assert backing_up.due(vault.session)


def test_a_backup_is_one_folder_with_a_header_of_its_own(vault: VaultAndDrive) -> None:
    made = vault.back_up()
    (found,) = backing_up.found(vault.session)
    assert names_in(vault.drive) == [str(made)]
    assert names_in(found.path) == ["header.1", "vault.db"]
    header, ours = headers.parse(found.header()), headers.parse(vault.folder.header_copies()[0])
    assert header.slots == ours.slots
    assert header.database_salt == reading_copies.salt_of(found.database) != ours.database_salt
    key = vault.session.copy_key()
    assert envelope.is_genuine(header, key)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in found.path.iterdir()}
    assert modes == {0o600}
    assert stat.S_IMODE(found.path.stat().st_mode) == 0o700
    assert not vault.folder.copy.exists()


def test_the_vault_is_as_it_was_beside_its_backup(vault: VaultAndDrive) -> None:
    before = {name: data for name, data in bytes_below(vault.places.data).items() if "header" in name}
    vault.back_up()
    after = {name: data for name, data in bytes_below(vault.places.data).items() if "header" in name}
    assert after == before
    settings.save(vault.session, replace(settings.load(vault.session), idle_minutes=12))
    assert settings.load(vault.session).idle_minutes == 12


def test_seven_days_and_four_weeks_stay(vault: VaultAndDrive) -> None:
    for _ in range(3):
        vault.back_up()
    assert vault.numbers() == [3]
    for _ in range(9):
        vault.clock.forward(days=1)
        vault.back_up()
    assert vault.numbers() == [5, *range(6, 13)]


def test_only_what_is_ours_by_name_and_by_id_is_let_go(vault: VaultAndDrive) -> None:
    first = vault.drive / str(vault.back_up())
    named_alike = vault.drive / str(replace(BackupName.read(first.name), number=2))
    shutil.copytree(first, named_alike)
    header = headers.parse((named_alike / "header.1").read_bytes())
    foreign = headers.encode(replace(header, vault_id=bytes(16)))
    (named_alike / "header.1").write_bytes(foreign)
    broken = vault.drive / str(replace(BackupName.read(first.name), number=3))
    shutil.copytree(first, broken)
    (broken / "header.1").write_bytes(b"nothing")
    renamed = Path(shutil.copytree(first, vault.drive / "mine"))
    other = Path(shutil.copytree(first, vault.drive / first.name.replace(vault.folder.name, "ffffffff")))
    made = vault.back_up()
    assert made.number == 4
    kept = {path.name for path in (named_alike, broken, renamed, other)}
    assert set(names_in(vault.drive)) == kept | {str(made)}


def test_an_older_one_stays_until_the_new_one_counts(vault: VaultAndDrive) -> None:
    first = vault.back_up()
    asking = Asking()
    asking.cancel()
    with pytest.raises(Cancelled):
        backing_up.back_up(vault.session, vault.places, asking)
    assert names_in(vault.drive) == [str(first)]
    assert not vault.folder.copy.exists()


def test_without_room_on_the_drive_nothing_is_lost(vault: VaultAndDrive) -> None:
    first = vault.back_up()
    with full_disk(), pytest.raises(DiskFull):
        backing_up.back_up(vault.session, vault.places, Asking())
    assert names_in(vault.drive) == [str(first)]
    assert not vault.folder.copy.exists()


def test_a_drive_that_is_away_is_remembered_and_said_on_one_day(vault: VaultAndDrive) -> None:
    first = vault.back_up()
    away = pull_out(vault.drive)
    with pytest.raises(BackupPlaceMissing) as caught:
        backing_up.back_up(vault.session, vault.places, Asking())
    backing_up.note_problem(vault.session, caught.value)
    assert backing_up.to_be_said(vault.session) == "BackupPlaceMissing"
    backing_up.note_problem(vault.session, caught.value)
    vault.clock.forward(days=1)
    backing_up.note_problem(vault.session, caught.value)
    assert backing_up.to_be_said(vault.session) == ""
    assert backing_up.state(vault.session).problem == "BackupPlaceMissing"
    away.rename(vault.drive)
    made = vault.back_up()
    assert made.number == first.number + 1
    assert backing_up.state(vault.session).problem == ""


def test_what_was_read_is_not_said_again_that_day(vault: VaultAndDrive) -> None:
    backing_up.note_problem(vault.session, DiskFull())
    assert backing_up.to_be_said(vault.session) == "DiskFull"
    backing_up.note_said(vault.session)
    assert backing_up.to_be_said(vault.session) == ""
    assert backing_up.state(vault.session).problem == "DiskFull"


def test_an_empty_folder_in_the_place_of_a_drive_gets_no_backup(vault: VaultAndDrive) -> None:
    vault.back_up()
    pull_out(vault.drive)
    vault.drive.mkdir()
    with pytest.raises(BackupPlaceMissing):
        backing_up.back_up(vault.session, vault.places, Asking())
    assert names_in(vault.drive) == []
    backing_up.choose(vault.session, vault.drive)  # the person says that it is the right one
    vault.back_up()


def test_a_folder_picked_again_goes_on_counting(vault: VaultAndDrive, tmp_path: Path) -> None:
    first = vault.back_up()
    other = a_drive(tmp_path, "other")
    backing_up.choose(vault.session, other)
    assert backing_up.state(vault.session).last is None
    assert backing_up.found(vault.session) == ()
    backing_up.choose(vault.session, vault.drive)
    assert backing_up.state(vault.session).last == first
    assert vault.back_up().number == 2
    backing_up.stop(vault.session)
    assert backing_up.found(vault.session) == ()
    assert vault.numbers() == [2]
    with pytest.raises(BackupPlaceMissing):
        backing_up.back_up(vault.session, vault.places, Asking())


def test_what_another_vault_made_is_not_taken_for_its_own(vault: VaultAndDrive) -> None:
    """A restored vault remembers the folder of the one it came from, and has made nothing in it yet."""
    other = replace(vault.back_up(), vault="ffffffff")
    backing_up.note_made(vault.session, other)
    now = backing_up.state(vault.session)
    assert (now.last, now.owed, now.folder) == (None, True, str(vault.drive))


def test_what_a_kill_left_beside_the_vault_goes(vault: VaultAndDrive) -> None:
    vault.folder.copy.write_bytes(b"half")
    vault.back_up()
    assert not vault.folder.copy.exists()


def test_a_header_somebody_changed_is_not_taken_into_a_backup(vault: VaultAndDrive) -> None:
    genuine = vault.folder.header_copies()[0]
    changed = headers.encode(replace(headers.parse(genuine), label="mine now"))
    (vault.folder.path / "header.1").write_bytes(changed)
    made = vault.back_up()
    assert headers.parse((vault.drive / str(made) / "header.1").read_bytes()).label == ""
    (vault.folder.path / "header.2").write_bytes(changed)
    with pytest.raises(HeaderDamaged):
        backing_up.back_up(vault.session, vault.places, Asking())
    assert names_in(vault.drive) == [str(made)]


def test_a_header_that_went_meanwhile_lets_nothing_go(vault: VaultAndDrive, monkeypatch) -> None:
    vault.back_up()
    keep = backups.keep

    def then_break(*given: object, **more: object) -> object:
        made = keep(*given, **more)
        for name in ("header.1", "header.2"):
            (vault.folder.path / name).write_bytes(b"")
        return made

    monkeypatch.setattr(backups, "keep", then_break)
    backing_up.back_up(vault.session, vault.places, Asking())
    assert vault.numbers() == [1, 2]


def test_a_drive_that_gives_back_something_else_is_told_from_a_damaged_vault(
    vault: VaultAndDrive, monkeypatch
) -> None:
    check, whose = reading_copies.check, []

    def elsewhere(path: Path, *given: object, **more: object) -> None:
        if path.parent != vault.folder.path or "vault" in whose:
            raise BackupUnreadable
        check(path, *given, **more)

    monkeypatch.setattr(reading_copies, "check", elsewhere)
    with pytest.raises(BackupUnreadable):
        backing_up.back_up(vault.session, vault.places, Asking())
    whose.append("vault")
    with pytest.raises(VaultDamaged):
        backing_up.back_up(vault.session, vault.places, Asking())
    assert names_in(vault.drive) == []


def test_an_example_has_no_backups_and_a_closed_vault_no_more(tmp_path: Path) -> None:
    session = VaultSession(Database.in_memory(), now=Clock())
    assert not backing_up.has_passphrase(session)
    session.close()
    with pytest.raises(Cancelled):
        session.copy_to(tmp_path / "copy")
    with pytest.raises(Cancelled):
        session.copy_key()


def test_a_passphrase_that_would_be_guessed_is_not_taken(vault: VaultAndDrive) -> None:
    with pytest.raises(RuleBroken):
        backing_up.make_slot(vault.session, vault.places, "sunshine")


def test_today_stands_on_the_name(vault: VaultAndDrive) -> None:
    assert vault.back_up().made.date() == TODAY


def test_nothing_of_the_person_is_in_the_names_and_the_umask_is_ours(vault: VaultAndDrive) -> None:
    before = os.umask(0)
    try:
        made = vault.back_up()
    finally:
        os.umask(before)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (vault.drive / str(made)).iterdir()}
    assert modes == {0o600}
