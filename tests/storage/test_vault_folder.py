"""A vault's folder on disk: written so that a whole header is always there, and taken by one process at a time."""

import errno
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.processes import started
from trust_desktop.domain.errors import DiskFull, ReadOnlyFolder, VaultInUse, VaultMissing, VaultProblem
from trust_desktop.storage import safe_files, vault_folder, vault_numbers
from trust_desktop.storage.problems import file_problem
from trust_desktop.storage.vault_folder import VaultFolder
from trust_desktop.storage.vault_lock import VaultLock, is_locked


@pytest.fixture
def folder(tmp_path: Path) -> VaultFolder:
    path = tmp_path / "00aa11bb"
    path.mkdir()
    return VaultFolder(path)


def test_a_begun_folder_is_no_vault_until_it_is_published(tmp_path: Path) -> None:
    data = tmp_path / "a" / "b"
    begun = vault_folder.begin(data)
    assert vault_folder.folders(data) == ()
    assert vault_folder.begun(data) == (begun,)

    vault_folder.publish(begun)
    assert [folder.name for folder in vault_folder.folders(data)] == [begun.name]
    assert vault_folder.begun(data) == ()


def test_a_folder_s_name_is_not_taken_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "00000001").mkdir()
    names = iter([b"\0\0\0\1", b"\0\0\0\1", b"\0\0\0\2"])
    monkeypatch.setattr("os.urandom", lambda _bytes: next(names))

    assert vault_folder.begin(tmp_path).name == "00000002"


def test_only_what_was_begun_can_be_dropped(tmp_path: Path, folder: VaultFolder) -> None:
    begun = vault_folder.begin(tmp_path)
    begun.write_header(b"half")
    vault_folder.drop(begun)
    assert not begun.path.exists()

    with pytest.raises(ValueError, match="begun"):
        vault_folder.drop(folder)
    assert folder.path.exists()


def test_both_copies_are_written_and_read(folder: VaultFolder) -> None:
    assert folder.header_copies() == (None, None)
    folder.write_header(b"first")
    folder.write_header(b"second")

    assert folder.header_copies() == (b"second", b"second")
    assert sorted(path.name for path in folder.path.iterdir()) == ["header.1", "header.2"]


def test_a_header_beyond_measure_is_not_read_whole(folder: VaultFolder) -> None:
    (folder.path / "header.1").write_bytes(bytes(1_000_000))

    assert len(folder.header_copies()[0] or b"") == 65536


def test_a_failed_write_leaves_the_old_file_and_no_rest(tmp_path: Path) -> None:
    path = tmp_path / "file"
    safe_files.write_safely(path, b"old")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2, before[1]))  # a quota, as far as the program can tell
    try:
        with pytest.raises(DiskFull):
            safe_files.write_safely(path, b"newer")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)

    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EROFS, ReadOnlyFolder),
        (errno.EACCES, ReadOnlyFolder),
        (errno.ENOENT, VaultMissing),
        (errno.EIO, VaultProblem),
    ],
)
def test_what_the_file_system_says_is_named(code: int, kind: type[VaultProblem]) -> None:
    with pytest.raises(VaultProblem) as raised, safe_files.problems_named():
        raise OSError(code, "words that may name a path")
    assert type(raised.value) is kind
    assert str(file_problem(OSError(code, "/home/someone"))).find("/home") == -1


def test_a_vault_is_locked_by_one_at_a_time(folder: VaultFolder) -> None:
    assert not folder.in_use()
    lock = folder.lock()
    assert folder.in_use()
    with pytest.raises(VaultInUse):
        folder.lock()

    lock.release()
    lock.release()
    assert not folder.in_use()
    folder.lock().release()


def test_a_lock_ends_with_its_process(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    program = (
        "import os, sys\nfrom pathlib import Path\nfrom trust_desktop.storage.vault_lock import VaultLock\n"
        "lock = VaultLock(Path(sys.argv[1]))\nprint('held', flush=True)\nsys.stdin.read()\n"
    )
    command = [sys.executable, "-c", program, str(path)]
    with started(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout.readline() == "held\n"
        assert is_locked(path)
        with pytest.raises(VaultInUse):
            VaultLock(path)
        child.kill()
        child.wait()
    assert not is_locked(path)
    VaultLock(path).release()


def test_a_lock_does_not_pass_to_a_program_that_replaces_this_one(tmp_path: Path) -> None:
    """Locking the screen ends in a fresh process of the same id."""
    path = tmp_path / "lock"
    program = (
        "import os, sys\nfrom pathlib import Path\nfrom trust_desktop.storage import vault_lock\n"
        "if sys.argv[2] == 'first':\n"
        "    lock = vault_lock.VaultLock(Path(sys.argv[1]))\n"
        "    os.execv(sys.executable, [sys.executable, '-c', sys.orig_argv[2], sys.argv[1], 'second'])\n"
        "vault_lock.VaultLock(Path(sys.argv[1])).release()\n"
    )
    ended = subprocess.run([sys.executable, "-c", program, str(path), "first"], check=False)

    assert ended.returncode == 0


def test_a_lock_that_cannot_be_had_at_all_is_named(tmp_path: Path) -> None:
    with pytest.raises(VaultMissing):
        VaultLock(tmp_path / "nowhere" / "lock")
    (tmp_path / "lock").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(VaultProblem):
        VaultLock(tmp_path / "lock")
    assert not (tmp_path / "elsewhere").exists()


def test_numbers_outlive_their_vaults_and_bad_lines(tmp_path: Path) -> None:
    assert vault_numbers.next_number(tmp_path, []) == 1
    vault_numbers.note(tmp_path, "00aa11bb", 1)
    assert vault_numbers.next_number(tmp_path, [7]) == 8
    vault_numbers.note(tmp_path, "22cc33dd", 8)
    with (tmp_path / "numbers").open("ab") as file:
        file.write(b"44ee55ff nine\n\xff\xfe\n99999999 0\n")

    assert vault_numbers.known(tmp_path) == {"00aa11bb": 1, "22cc33dd": 8}
    assert vault_numbers.next_number(tmp_path, []) == 9
    vault_numbers.give_back(tmp_path, "22cc33dd")
    assert vault_numbers.known(tmp_path) == {"00aa11bb": 1}


def test_a_number_beyond_all_that_can_be_noted_bars_no_new_vault(tmp_path: Path) -> None:
    vault_numbers.note(tmp_path, "00aa11bb", 1)
    assert vault_numbers.next_number(tmp_path, [65535]) == 2
    assert vault_numbers.next_number(tmp_path, [2, 9999]) == 3


def test_behind_a_link_only_what_a_vault_has_is_closed_to_others(tmp_path: Path) -> None:
    data, elsewhere = tmp_path / "data", tmp_path / "elsewhere"
    data.mkdir()
    elsewhere.mkdir()
    for name in ("vault.db", "header.1", "tries", "page.html"):
        (elsewhere / name).touch(mode=0o600)
        (elsewhere / name).chmod(0o644)
    (data / "00aa11bb").symlink_to(elsewhere)

    vault_folder.tighten(data)

    open_to_others = [path.name for path in elsewhere.iterdir() if path.stat().st_mode & 0o077]
    assert open_to_others == ["page.html"]
