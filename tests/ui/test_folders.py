"""Files lie where only the person who owns them can reach them."""

import os
import tempfile
from pathlib import Path

import pytest

from trust_desktop.ui import folders


@pytest.fixture(autouse=True)
def own_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_data_is_local_and_neutral() -> None:
    assert folders.data_folder() == Path(os.environ["XDG_DATA_HOME"]) / "daybook"


def test_a_new_folder_is_the_owners_alone(tmp_path: Path) -> None:
    folders.prepare(tmp_path / "a" / "b")
    assert mode(tmp_path / "a" / "b") == 0o700


def test_an_open_folder_is_closed(tmp_path: Path) -> None:
    folder = tmp_path / "open"
    folder.mkdir()
    folder.chmod(0o755)
    folders.prepare(folder)
    assert mode(folder) == 0o700


def test_a_folder_many_share_is_neither_taken_nor_closed(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o1777)
    with pytest.raises(PermissionError):
        folders.prepare(shared)
    assert shared.stat().st_mode & 0o7777 == 0o1777


@pytest.mark.second_user
def test_a_folder_of_another_account_is_not_taken(tmp_path: Path) -> None:
    theirs = tmp_path / "theirs"
    theirs.mkdir(mode=0o700)
    os.chown(theirs, 65534, 65534)
    with pytest.raises(PermissionError):
        folders.prepare(theirs)


def test_the_sessions_own_runtime_folder_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = Path(tempfile.mkdtemp(dir="/tmp"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(given))
    try:
        assert folders.runtime_folder() == given / "daybook"
        assert mode(given / "daybook") == 0o700
    finally:
        (given / "daybook").rmdir()
        given.rmdir()


@pytest.mark.parametrize("wrong", ["", "/nowhere/at/all", "/tmp/" + "x" * 90])
def test_without_one_the_temporary_folder_serves(
    wrong: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", wrong)
    found = folders.runtime_folder()
    assert found == tmp_path / "tmp" / f"daybook-{os.getuid()}"
    assert mode(found) == 0o700


def test_a_runtime_folder_that_anyone_may_write_is_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = Path(tempfile.mkdtemp(dir="/tmp"))
    shared.chmod(0o777)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(shared))
    try:
        assert folders.runtime_folder().is_relative_to(tmp_path)
    finally:
        shared.rmdir()


def test_a_link_laid_by_someone_else_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", "")
    (tmp_path / "tmp" / f"daybook-{os.getuid()}").symlink_to(tmp_path)
    with pytest.raises(PermissionError):
        folders.runtime_folder()
