"""Copies of a vault in use: whole, or not there at all."""

import subprocess
import threading
from datetime import date
from pathlib import Path

import pytest

from tests.builders import KEY, NOW, TODAY, VAULT_ID, a_plan_draft, session_at
from tests.storage.vault_files import another_process_says, note_texts, write_note
from tests.support.backup_vaults import rows_of
from tests.support.full_disk import full_disk
from trust_desktop.domain.errors import (
    Cancelled,
    DiskFull,
    VaultProblem,
)
from trust_desktop.services import planning
from trust_desktop.storage import reading_copies
from trust_desktop.storage.copying import Copying
from trust_desktop.storage.database import Database


def _check(path: Path, rows: dict[str, int], **other: object) -> None:
    salt = path.read_bytes()[:16]
    reading_copies.check(path, bytearray(KEY), **{"vault_id": VAULT_ID, "salt": salt, "rows": rows, **other})


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_copy_has_the_same_rows_and_a_salt_of_its_own(vault: Database, copy, tmp_path: Path) -> None:
    path, rows = copy
    _check(path, rows)
    assert rows["notes"] == 400
    assert path.read_bytes()[:16] != vault.salt
    assert path.stat().st_mode & 0o077 == 0
    again = Database.open(path, bytearray(KEY), vault_id=VAULT_ID, salt=path.read_bytes()[:16])
    assert rows_of(again) == rows_of(vault)
    again.close()
    assert "copy.part-journal" not in _names(tmp_path)


def test_while_and_after_a_copy_another_process_is_locked_out(vault: Database, copy, tmp_path: Path) -> None:
    path, rows = copy
    _check(path, rows)
    assert another_process_says(tmp_path / "vault.db", vault.salt) == "VaultInUse"


def test_what_is_written_during_a_copy_is_in_it(vault: Database, tmp_path: Path) -> None:
    stop, written = threading.Event(), []

    def write() -> None:
        for n in range(500):
            write_note(vault, f"note {n}", day=date(3000 + n, 1, 1))
            written.append(n)
            if stop.is_set():
                return

    writer = threading.Thread(target=write)
    writer.start()
    copies = [(tmp_path / f"copy{n}", vault.copy_to(tmp_path / f"copy{n}")) for n in range(3)]
    stop.set()
    writer.join()
    for path, rows in copies:
        _check(path, rows)
        assert 400 <= rows["notes"] <= 400 + len(written)


def test_closing_ends_a_copy_under_way_at_once(vault: Database, tmp_path: Path, monkeypatch) -> None:
    from trust_desktop.storage import copying

    steps, go_on = threading.Event(), threading.Event()
    monkeypatch.setattr(copying, "PAGES_A_STEP", 1)
    ended: list[object] = []

    def between(_seconds: float) -> None:
        steps.set()
        go_on.wait(10)

    monkeypatch.setattr(copying.time, "sleep", between)

    def copy() -> None:
        try:
            ended.append(vault.copy_to(tmp_path / "copy"))
        except VaultProblem as problem:
            ended.append(problem)

    worker = threading.Thread(target=copy)
    worker.start()
    assert steps.wait(10)
    closing = threading.Thread(target=vault.close)
    closing.start()
    while not vault._copying._unwanted:
        pass
    go_on.set()
    closing.join(10)
    worker.join(10)
    assert [type(one) for one in ended] == [Cancelled]
    with pytest.raises(Cancelled):
        vault.copy_to(tmp_path / "other")


def test_a_copy_that_waits_for_its_turn_is_let_go_when_the_vault_closes(
    vault: Database, tmp_path: Path
) -> None:
    ended: list[object] = []

    def copy() -> None:
        try:
            vault.copy_to(tmp_path / "copy")
        except VaultProblem as problem:
            ended.append(problem)

    with vault.transaction(write=False):
        worker = threading.Thread(target=copy)
        worker.start()
        while not vault._copying._one.locked():
            pass
        vault._copying.end()
        worker.join(10)
    assert [type(one) for one in ended] == [Cancelled]
    assert not (tmp_path / "copy").exists()


class LockHeldForAWhile:
    """Somebody else has it for two looks longer."""

    def __init__(self) -> None:
        self.looks: list[float] = []

    def acquire(self, timeout: float) -> bool:
        self.looks.append(timeout)
        return len(self.looks) == 3

    def release(self) -> None:
        self.looks.clear()


def test_a_copy_that_is_still_wanted_waits_on() -> None:
    turns = LockHeldForAWhile()
    with Copying().begun(turns):
        assert len(turns.looks) == 3
    assert turns.looks == []


def test_a_vault_closed_before_its_copy_had_a_turn_is_not_copied(tmp_path: Path) -> None:
    database = Database.in_memory()
    assert database.copy_key() is None
    with pytest.raises(Cancelled):
        database.copy_to(tmp_path / "copy")
    database.close()


def test_a_copy_goes_where_there_is_nothing_only(vault: Database, copy, tmp_path: Path) -> None:
    path, _ = copy
    before = path.read_bytes()
    with pytest.raises(VaultProblem):
        vault.copy_to(path)
    assert path.read_bytes() == before
    assert len(note_texts(vault)) == 400


def test_without_room_a_copy_is_a_full_disk_and_the_vault_goes_on(vault: Database, tmp_path: Path) -> None:
    with full_disk(), pytest.raises(DiskFull):
        vault.copy_to(tmp_path / "copy")
    write_note(vault, "still here")
    assert "still here" in note_texts(vault)


@pytest.mark.second_user
def test_a_disk_that_fills_up_in_the_midst_of_a_copy_is_named(vault: Database, tmp_path: Path) -> None:
    small = tmp_path / "small"
    small.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=100k", "tmpfs", str(small)], check=True)
    try:
        with pytest.raises(DiskFull):
            vault.copy_to(small / "copy")
    finally:
        subprocess.run(["umount", str(small)], check=True)
    assert len(note_texts(vault)) == 400


def test_a_plan_stands_on_the_day_that_it_was_where_it_was_made(tmp_path: Path) -> None:
    """Half past midnight in Berlin, when in Greenwich it is the day before."""
    session = session_at(tmp_path, NOW.replace(hour=0, minute=30))
    planning.go_live(session, a_plan_draft())
    session.close()
    path = tmp_path / "vault.db"
    held = reading_copies.contents(path, bytearray(KEY), vault_id=VAULT_ID, salt=path.read_bytes()[:16])
    assert (held.plans, held.first_day, held.last_day) == (1, TODAY, TODAY)
