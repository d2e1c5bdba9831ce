"""Where backups could go: one row of the table for each place a computer may copy elsewhere by itself."""

import subprocess
import tempfile
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from tests.support.other_user import as_nobody
from trust_desktop.services.backup_places import Concern, judge, may_be_synced, removable, synced_by
from trust_desktop.services.vaults import Places

WINDOWS = PureWindowsPath(r"C:\Users\Kim")
HOMES = "/Users"
MAC = PurePosixPath(HOMES, "kim")
LINUX = PurePosixPath("/home", "kim")
ONEDRIVE = {"OneDrive": r"C:\Users\Kim\OneDrive", "OneDriveCommercial": r"D:\Work\OneDrive - Firm"}


@pytest.mark.parametrize(
    ("home", "path", "environment", "service"),
    [
        (WINDOWS, r"C:\Users\Kim\OneDrive\Documents\Copies", ONEDRIVE, "OneDrive"),
        (WINDOWS, r"c:\users\kim\onedrive", ONEDRIVE, "OneDrive"),
        (WINDOWS, r"D:\Work\OneDrive - Firm\Desktop", ONEDRIVE, "OneDrive"),
        (WINDOWS, r"D:\Elsewhere\Cloud\x", {"ONEDRIVECONSUMER": r"D:\Elsewhere\Cloud"}, "OneDrive"),
        (WINDOWS, r"C:\Users\Kim\OneDrive - Firm\x", {}, "OneDrive"),
        (WINDOWS, r"C:\Users\Kim\Dropbox", {}, "Dropbox"),
        (WINDOWS, r"E:\Dropbox here", {"DROPBOX_PATH": r"E:\Dropbox here"}, "Dropbox"),
        (WINDOWS, r"G:\My Drive\x", {}, ""),
        (WINDOWS, r"C:\Users\Kim\Google Drive\x", {}, "Google Drive"),
        (WINDOWS, r"C:\Users\Kim\iCloudDrive\x", {}, "iCloud Drive"),
        (WINDOWS, r"C:\Users\Kim\Nextcloud", {}, "Nextcloud"),
        (WINDOWS, r"E:\Copies", ONEDRIVE, ""),
        (WINDOWS, r"C:\Users\Kim\OneDriver", {"OneDrive": ""}, "OneDrive"),
        (MAC, f"{MAC}/Library/Mobile Documents/com~apple~CloudDocs/x", {}, "iCloud Drive"),
        (MAC, f"{MAC}/Library/CloudStorage/OneDrive-Personal/x", {}, "OneDrive"),
        (MAC, f"{MAC}/Library/CloudStorage/GoogleDrive-k@example.org", {}, "Google Drive"),
        (MAC, f"{MAC}/Library/CloudStorage/Dropbox", {}, "Dropbox"),
        (MAC, f"{MAC}/Library/CloudStorage/Box-Box", {}, "Box"),
        (MAC, f"{MAC}/Library/CloudStorage", {}, "CloudStorage"),
        (MAC, f"{MAC}/Library/CloudStorage/New-x", {}, "CloudStorage"),
        (MAC, "/Volumes/STICK", {}, ""),
        (LINUX, f"{LINUX}/Dropbox/x", {}, "Dropbox"),
        (LINUX, f"{LINUX}/pCloudDrive", {}, "pCloud"),
        (LINUX, f"{LINUX}/Sync", {}, "Syncthing"),
        (LINUX, f"{LINUX}/OneDrive/x", {}, "OneDrive"),
        (LINUX, "/run/user/1000/gvfs/google-drive:host=example.org,user=kim/x", {}, "Google Drive"),
        (LINUX, "/run/user/1000/gvfs/onedrive:host=x/y", {}, "OneDrive"),
        (LINUX, f"{LINUX}/Copies/box", {}, ""),
        (LINUX, "/media/kim/STICK", {}, ""),
        (LINUX, "/home/kim", {}, ""),
    ],
)
def test_a_synced_folder_is_known_by_path_and_environment(home, path, environment, service) -> None:
    assert synced_by(type(home)(path), environment, home) == service


@pytest.mark.parametrize(
    ("home", "path", "environment", "may_be"),
    [
        (WINDOWS, r"C:\Users\Kim\Documents\x", ONEDRIVE, True),
        (WINDOWS, r"C:\Users\Kim\desktop", {"onedriveconsumer": "x"}, True),
        (WINDOWS, r"C:\Users\Kim\Pictures", ONEDRIVE, True),
        (WINDOWS, r"C:\Users\Kim\Pictures", {"OneDrive": ""}, False),
        (WINDOWS, r"C:\Users\Kim\Music", ONEDRIVE, False),
        (WINDOWS, r"C:\Users\Kim\Documents", {}, False),
        (MAC, f"{MAC}/Documents/x", {}, True),
        (MAC, f"{MAC}/Music", {}, False),
        (LINUX, f"{LINUX}/Documents", {}, False),
        (WINDOWS, r"C:\Users\Kim", ONEDRIVE, False),
        (WINDOWS, r"D:\Documents", ONEDRIVE, False),
    ],
)
def test_the_three_folders_are_doubted_where_a_service_takes_them_over(
    home, path, environment, may_be
) -> None:
    assert may_be_synced(type(home)(path), environment, home) is may_be


@pytest.fixture
def places(tmp_path: Path) -> Places:
    data = tmp_path / "data"
    data.mkdir()
    return Places(data, tmp_path / "run")


def _judged(folder: Path, places: Places, environment: dict[str, str] | None = None):
    return judge(folder, places, environment or {}, folder.parent)


def test_a_folder_on_the_same_disk_is_usable_and_says_so(places: Places, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    found = _judged(folder, places)
    assert found.usable
    assert found.concerns == (Concern.SAME_DISK,)


def test_a_folder_that_cannot_be_used_is_barred(places: Places, tmp_path: Path) -> None:
    inside = places.data / "x"
    inside.mkdir()
    link = tmp_path / "link"
    link.symlink_to(inside)
    file = tmp_path / "file"
    file.write_text("")
    assert _judged(tmp_path / "no", places).concerns == (Concern.NOT_THERE,)
    assert _judged(file, places).concerns == (Concern.NOT_THERE,)
    for folder in (places.data, inside, link):
        assert _judged(folder, places).concerns == (Concern.AMONG_THE_VAULTS,)
        assert not _judged(folder, places).usable


def test_a_link_into_a_synced_folder_is_seen_through(places: Places, tmp_path: Path) -> None:
    real = tmp_path / "Dropbox" / "x"
    real.mkdir(parents=True)
    link = tmp_path / "link"
    link.symlink_to(real)
    found = judge(link, places, {}, tmp_path)
    assert (found.service, found.usable) == ("Dropbox", True)
    assert Concern.SYNCED in found.concerns


@pytest.mark.parametrize(("mark", "service"), [(".stfolder", "Syncthing"), (".dropbox.cache", "Dropbox")])
def test_a_mark_in_a_folder_above_tells_of_a_service(
    places: Places, tmp_path: Path, mark: str, service: str
) -> None:
    folder = tmp_path / "shared" / "deep"
    folder.mkdir(parents=True)
    (tmp_path / "shared" / mark).mkdir()
    assert _judged(folder, places).service == service


def test_documents_is_doubted_where_onedrive_is_set_up(places: Places, tmp_path: Path) -> None:
    folder = tmp_path / "Documents"
    folder.mkdir()
    found = judge(folder, places, {"OneDrive": "/elsewhere"}, tmp_path)
    assert Concern.MAY_BE_SYNCED in found.concerns


@pytest.mark.second_user
def test_a_folder_of_another_account_is_not_writable(places: Places) -> None:
    with tempfile.TemporaryDirectory(dir="/tmp", prefix="td-") as name:
        Path(name).chmod(0o755)
        folder = Path(name, "theirs")
        folder.mkdir(mode=0o755)
        with as_nobody():
            found = judge(folder, places, {}, folder.parent)
    assert found.concerns == (Concern.NOT_WRITABLE,)


@pytest.mark.second_user
def test_drives_are_what_is_mounted_there(tmp_path: Path) -> None:
    for name in ("STICK", "folder"):
        (tmp_path / name).mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(tmp_path / "STICK")], check=True)
    try:
        assert removable({}, (tmp_path, tmp_path / "no")) == (tmp_path / "STICK",)
        data = Places(tmp_path / "folder", tmp_path)
        assert judge(tmp_path / "STICK", data, {}, tmp_path / "home").concerns == ()
    finally:
        subprocess.run(["umount", str(tmp_path / "STICK")], check=True)


def test_the_usual_places_of_drives_are_looked_at() -> None:
    assert all(path.is_dir() for path in removable({"USER": "nobody-of-that-name"}))
    assert all(path.is_dir() for path in removable({}))


def test_a_disk_that_goes_while_it_is_looked_at_raises_nothing(places: Places, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    gone = Places(tmp_path / "no", tmp_path)
    assert _judged(folder, gone).concerns == ()
