"""What someone else put into the data folder leads to a page, never to a window that does not come."""

import shutil

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.support.vaults import finished_vault
from tests.ui.vaults.conftest import OpenWay, SlowStore
from trust_desktop.services.vaults import Places
from trust_desktop.ui.problems import Answer, ProblemPage
from trust_desktop.ui.vaults.lock_screen import LockScreen
from trust_desktop.ui.vaults.opening import Opening


def shown(opening: Opening) -> object:
    return opening._pages.currentWidget()


def test_a_data_folder_that_leads_round_in_circles_has_a_page(
    qtbot: QtBot, way_in: OpenWay, places: Places
) -> None:
    shutil.rmtree(places.data)
    places.data.symlink_to(places.data)
    opening = way_in()
    page = shown(opening)
    assert isinstance(page, ProblemPage)
    page.left.emit()
    assert isinstance(shown(opening), ProblemPage), "not a first run"
    places.data.unlink()
    places.data.mkdir()
    again = shown(opening)
    assert isinstance(again, ProblemPage)
    again.answered.emit(Answer.TRY_AGAIN)
    assert not isinstance(shown(opening), ProblemPage)


def test_an_empty_folder_with_a_vault_s_name_is_not_chosen_first(
    qtbot: QtBot, way_in: OpenWay, places: Places, store: SlowStore
) -> None:
    finished_vault(places, store)
    (places.data / "00000000").mkdir()
    screen = shown(way_in())
    assert isinstance(screen, LockScreen)
    assert screen.number == 1


def test_a_vault_without_a_number_keeps_its_own_page(
    qtbot: QtBot, way_in: OpenWay, places: Places, store: SlowStore
) -> None:
    (places.data / "00000000").mkdir()
    (places.data / "00000000" / "header.1").write_bytes(b"noise")
    opening = way_in()
    screen = shown(opening)
    assert isinstance(screen, LockScreen)
    assert screen.number == 0
    qtbot.mouseClick(screen.open, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(shown(opening), ProblemPage))
    assert opening._chosen() == 0
