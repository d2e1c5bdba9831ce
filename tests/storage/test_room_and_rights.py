"""No room left, a limit on file size, a folder that cannot be written: said plainly, nothing lost."""

import os
import resource
import tempfile
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from tests.builders import KEY, TODAY, VAULT_ID
from tests.storage.vault_files import CANARY, a_closed_vault, note_texts, opened, untouched, write_note
from trust_desktop.domain.errors import DiskFull, ReadOnlyFolder, VaultProblem
from trust_desktop.storage.database import Database
from trust_desktop.storage.problems import file_problem, problem_of

NOBODY = 65534


@contextmanager
def files_no_larger_than(size: int):
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_without_room_nothing_is_lost_and_it_goes_on_when_there_is_room_again(tmp_path):
    path, salt = a_closed_vault(tmp_path)
    database = opened(path, salt)
    write_note(database, "kept")
    with files_no_larger_than(20_000):
        for attempt in range(3):
            with pytest.raises(DiskFull):
                write_note(database, CANARY * 10_000, day=TODAY + timedelta(days=1 + attempt))
            assert len(note_texts(database)) == 401
    write_note(database, "after", day=TODAY + timedelta(days=9))
    database.close()
    again = opened(path, salt)
    assert note_texts(again)[-2:] == ["kept", "after"]
    again.close()


def test_a_full_disk_says_so(tmp_path):
    path, salt = a_closed_vault(tmp_path)
    database = opened(path, salt)
    database._link.raw.execute("PRAGMA max_page_count = 1")  # what SQLite reports when no page can be added
    with pytest.raises(DiskFull):
        write_note(database, CANARY * 10_000)
    assert len(note_texts(database)) == 400
    database.close()


def test_without_room_no_vault_is_made(tmp_path):
    with files_no_larger_than(5_000), pytest.raises(DiskFull):
        Database.create(tmp_path / "vault.db", bytearray(KEY), VAULT_ID)


@pytest.fixture
def folder_of_nobody():
    with tempfile.TemporaryDirectory(prefix="td-", dir="/tmp") as name:
        folder = Path(name)
        path, salt = a_closed_vault(folder)
        for each in (folder, path):
            os.chown(each, NOBODY, NOBODY)
        yield path, salt
        folder.chmod(0o700)


@contextmanager
def as_nobody():
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.second_user
@pytest.mark.parametrize(
    ("folder_mode", "file_mode"), [(0o500, 0o600), (0o700, 0o400), (0o500, 0o400), (0o700, 0o000)]
)
def test_what_cannot_be_written_is_not_opened(folder_of_nobody, folder_mode, file_mode):
    path, salt = folder_of_nobody
    path.chmod(file_mode)
    path.parent.chmod(folder_mode)
    with untouched(path.parent), as_nobody(), pytest.raises(ReadOnlyFolder):
        opened(path, salt)


@pytest.mark.second_user
def test_in_a_folder_that_cannot_be_written_no_vault_is_made(folder_of_nobody):
    path, _ = folder_of_nobody
    path.parent.chmod(0o500)
    with untouched(path.parent), as_nobody(), pytest.raises(ReadOnlyFolder):
        Database.create(path.with_name("other.db"), bytearray(KEY), VAULT_ID)


def test_an_error_nobody_foresaw_is_still_a_problem_without_words():
    assert repr(problem_of(ValueError(CANARY), writing=True)) == repr(VaultProblem(detail="ValueError"))
    assert repr(file_problem(OSError(CANARY))) == repr(VaultProblem(detail="OSError"))
