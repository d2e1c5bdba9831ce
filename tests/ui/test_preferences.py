"""The window's own settings: few, not private, and never Qt's shared file."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from pytestqt.qtbot import QtBot

from trust_desktop.ui.preferences import Preferences
from trust_desktop.ui.theme import Appearance


def test_what_is_set_is_there_after_a_restart(qapp: object, tmp_path: Path) -> None:
    before = Preferences(tmp_path)
    before.appearance = Appearance.DARK
    before.text_size = 150
    before.still = True
    before.language = "en"
    before.geometry = QByteArray(b"\x00\x01somewhere")
    before.write()

    after = Preferences(tmp_path)
    assert after.appearance is Appearance.DARK
    assert after.text_size == 150
    assert after.still
    assert after.language == "en"
    assert after.geometry == QByteArray(b"\x00\x01somewhere")


def test_a_change_is_told_once(qtbot: QtBot, tmp_path: Path) -> None:
    preferences = Preferences(tmp_path)
    with qtbot.waitSignal(preferences.changed):
        preferences.text_size = 200
    with qtbot.assertNotEmitted(preferences.changed):
        preferences.text_size = 200


@pytest.mark.parametrize(
    ("written", "size"), [("", 100), ("huge", 100), ("5", 100), ("999", 200), ("125", 125)]
)
def test_a_value_that_makes_no_sense_counts_as_not_set(
    qapp: object, tmp_path: Path, written: str, size: int
) -> None:
    (tmp_path / "window.ini").write_text(
        f"[look]\ntext_size={written}\nappearance=plaid\n[window]\ngeometry=@ByteArray(5)\n", encoding="utf-8"
    )
    preferences = Preferences(tmp_path)
    assert preferences.text_size == size
    assert preferences.appearance is Appearance.SYSTEM
    assert preferences.geometry.isEmpty()


def test_without_a_folder_nothing_is_written(qapp: object, tmp_path: Path) -> None:
    home = Path(os.environ["HOME"])
    before = sorted(home.rglob("*"))
    preferences = Preferences(None)
    preferences.appearance = Appearance.DARK
    preferences.write()
    assert preferences.appearance is Appearance.DARK
    assert sorted(home.rglob("*")) == before


def test_only_this_file_is_written(qapp: object, tmp_path: Path) -> None:
    preferences = Preferences(tmp_path)
    preferences.text_size = 110
    preferences.write()
    assert [path.name for path in tmp_path.iterdir()] == ["window.ini"]


def _to_a_vault(path: Path) -> None:
    path.with_name("vault.db").write_bytes(b"a vault, not settings\n[look]\ntext_size=200\n")
    path.symlink_to("vault.db")


def _same_as_a_vault(path: Path) -> None:
    _to_a_vault(path)
    path.unlink()
    os.link(path.with_name("vault.db"), path)


@pytest.mark.parametrize(
    "put", [os.mkfifo, Path.mkdir, lambda path: path.symlink_to("/dev/zero"), _to_a_vault, _same_as_a_vault]
)
def test_a_thing_in_its_place_is_neither_read_nor_replaced(
    qapp: object, tmp_path: Path, put: Callable[[Path], None]
) -> None:
    put(tmp_path / "window.ini")
    before = (tmp_path / "window.ini").lstat()
    preferences = Preferences(tmp_path)
    assert preferences.text_size == 100
    preferences.text_size = 150
    preferences.write()
    assert preferences.text_size == 150
    after = (tmp_path / "window.ini").lstat()
    assert after[:7] == before[:7]
    assert after.st_mtime_ns == before.st_mtime_ns
    assert {path.name for path in tmp_path.iterdir()} <= {"window.ini", "vault.db"}


def test_a_link_put_there_later_is_not_followed(qapp: object, tmp_path: Path) -> None:
    preferences = Preferences(tmp_path)
    preferences.text_size = 150
    (tmp_path / "window.ini").unlink()
    _to_a_vault(tmp_path / "window.ini")
    (tmp_path / "window.ini.tmp").symlink_to("vault.db")
    before = (tmp_path / "vault.db").read_bytes()
    preferences.geometry = QByteArray(b"somewhere")
    preferences.write()
    (tmp_path / "window.ini").unlink()
    preferences.write()
    assert (tmp_path / "vault.db").read_bytes() == before
    assert Preferences(tmp_path).geometry == QByteArray(b"somewhere")


def test_a_folder_that_takes_nothing_stops_nothing(qapp: object, tmp_path: Path) -> None:
    (tmp_path / "window.ini.tmp").mkdir()
    for folder in (tmp_path, tmp_path / "gone", tmp_path / "window.ini.tmp" / "file"):
        preferences = Preferences(folder)
        preferences.text_size = 150
        assert preferences.text_size == 150
    assert not (tmp_path / "window.ini").exists()
