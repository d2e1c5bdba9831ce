"""A vault that was here and is away is said to be missing: no silent first run, and nothing made or deleted by itself."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from tests.support.vaults import bytes_below, finished_vault
from tests.ui.vaults.conftest import OpenWay, SlowStore
from trust_desktop.services import vaults
from trust_desktop.services.vaults import Places
from trust_desktop.ui.problems import ProblemPage
from trust_desktop.ui.vaults.first_run import FirstRun
from trust_desktop.ui.vaults.lock_screen import LockScreen
from trust_desktop.ui.vaults.opening import Opening


@pytest.fixture
def vault(places: Places, store: SlowStore) -> Path:
    finished_vault(places, store)
    return places.data / vaults.list_vaults(places)[0].info.folder


def _press(opening: Opening, words: str) -> None:
    page = opening._pages.currentWidget()
    next(one for one in page.findChildren(QAbstractButton) if one.text() == words).click()


def _shown(opening: Opening) -> object:
    return opening._pages.currentWidget()


def _says(opening: Opening, words: str) -> bool:
    return any(words in label.text() for label in opening._pages.currentWidget().findChildren(QLabel))


def test_a_vault_put_back_opens_as_before(way_in: OpenWay, places: Places, vault: Path) -> None:
    away = vault.rename(places.data / "away")
    before = bytes_below(places.data)
    opening = way_in()
    assert isinstance(_shown(opening), ProblemPage)
    assert _says(opening, "A vault that was here is missing")
    _press(opening, "Try again")
    assert isinstance(_shown(opening), ProblemPage)
    _press(opening, "Back")
    assert isinstance(_shown(opening), ProblemPage), "not a first run either"
    assert bytes_below(places.data) == before
    away.rename(vault)
    _press(opening, "Try again")
    assert isinstance(_shown(opening), LockScreen)


def test_a_new_one_is_begun_only_on_purpose(way_in: OpenWay, places: Places, vault: Path) -> None:
    vault.rename(places.data / "away")
    opening = way_in()
    _press(opening, "Begin a new one")
    assert isinstance(_shown(opening), FirstRun)
    _press(opening, "Back")
    assert isinstance(_shown(opening), ProblemPage)


def test_beside_others_it_is_said_on_the_lock_screen(
    way_in: OpenWay, places: Places, store: SlowStore, vault: Path
) -> None:
    finished_vault(places, store)
    vault.rename(places.data / "away")
    opening = way_in()
    assert isinstance(_shown(opening), LockScreen)
    _press(opening, "One that was here is missing")
    assert _says(opening, "A vault that was here is missing")
    _press(opening, "Back")
    assert isinstance(_shown(opening), LockScreen)


def test_an_emptied_folder_says_so_on_request(way_in: OpenWay, vault: Path) -> None:
    for path in vault.iterdir():
        path.unlink()
    opening = way_in()
    assert isinstance(_shown(opening), LockScreen)
    assert _says(opening, "This one cannot be opened as it is.")


def test_empty_folders_hide_no_way(way_in: OpenWay, places: Places, vault: Path) -> None:
    for number in range(5):
        (places.data / f"0000000{number}").mkdir()
    screen = _shown(way_in())
    assert isinstance(screen, LockScreen)
    assert not screen._add.isHidden()
    assert len(screen._listings) == 1
