"""A vault that cannot be opened: read without writing, set aside in two steps, listed, and put back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.support.vaults import PASSPHRASE, bytes_below, finished_vault
from tests.ui.vaults.conftest import OpenWay, SlowStore
from tests.ui.vaults.test_opening import page, press, says, wait_for
from trust_desktop.domain.vault import Protection
from trust_desktop.services import following_through, quarantining, vaults
from trust_desktop.services.vaults import Places
from trust_desktop.ui.backups.pick_page import PickPage
from trust_desktop.ui.problems import ProblemPage
from trust_desktop.ui.rescue.aside_pages import AsidePage, SetAsidePage
from trust_desktop.ui.rescue.reading_page import ReadingPage
from trust_desktop.ui.vaults.first_run import FirstRun
from trust_desktop.ui.vaults.lock_screen import LockScreen
from trust_desktop.ui.vaults.opening import Opening
from trust_desktop.ui.vaults.recovery_page import RecoveryPage


def database(places: Places) -> Path:
    return places.data / vaults.list_vaults(places)[0].info.folder / "vault.db"


def flip(path: Path, place: int) -> None:
    changed = bytearray(path.read_bytes())
    changed[place] ^= 1
    path.write_bytes(changed)


@pytest.fixture
def damaged(places: Places, store: SlowStore) -> Path:
    """A vault with a note whose salt is wrong, so that it cannot be opened but can be read."""
    number, _ = finished_vault(places, store)
    session = vaults.unlock(places, store, number, None)
    following_through.set_note(session, session.today, "marmalade on toast")
    session.close()
    flip(database(places), 3)
    return database(places)


def refused(qtbot: QtBot, way_in: OpenWay) -> Opening:
    opening = way_in()
    press(opening, "Open")
    wait_for(qtbot, opening, ProblemPage)
    return opening


@pytest.mark.usefixtures("damaged")
def test_its_words_are_read_and_go_with_the_process(qtbot: QtBot, way_in: OpenWay, places: Places) -> None:
    before = bytes_below(places.data)
    opening = refused(qtbot, way_in)
    with qtbot.waitSignal(opening.held) as held:
        press(opening, "Only read it")
    assert held.args[0].info.number == 1
    reading = page(opening)
    assert isinstance(reading, ReadingPage)
    reading.kinds.chosen.emit(next(line.kind for line in reading._lines if "marmalade" in line.text))
    qtbot.waitUntil(lambda: says(opening, "marmalade on toast"))
    assert bytes_below(places.data) == before
    with qtbot.waitSignal(opening.lock_asked):
        press(opening, "Close")


def test_the_recovery_code_reads_as_well(
    qtbot: QtBot, way_in: OpenWay, places: Places, store: SlowStore
) -> None:
    _, code = finished_vault(places, store, Protection.DEVICE_AND_PASSPHRASE)
    flip(database(places), 3)
    opening = way_in()
    press(opening, "Use the recovery code")
    asked = page(opening)
    assert isinstance(asked, RecoveryPage)
    asked.recover_asked.emit(code, "")
    wait_for(qtbot, opening, ProblemPage)
    press(opening, "Only read it")
    wait_for(qtbot, opening, ReadingPage)


def test_where_nothing_can_be_read_that_is_said(qtbot: QtBot, way_in: OpenWay, damaged: Path) -> None:
    flip(damaged, 300)
    opening = refused(qtbot, way_in)
    press(opening, "Only read it")
    qtbot.waitUntil(lambda: says(opening, "Nothing in it can be read"))
    press(opening, "Back")
    wait_for(qtbot, opening, LockScreen)


def test_a_wrong_passphrase_reads_nothing(
    qtbot: QtBot, way_in: OpenWay, places: Places, store: SlowStore
) -> None:
    finished_vault(places, store, Protection.DEVICE_AND_PASSPHRASE)
    opening = way_in()
    opening._mending.read(1, PASSPHRASE + "!")
    qtbot.waitUntil(lambda: says(opening, "This passphrase does not open it"))


@pytest.mark.usefixtures("damaged")
def test_stopping_while_it_is_read_leads_back(qtbot: QtBot, way_in: OpenWay, store: SlowStore) -> None:
    opening = refused(qtbot, way_in)
    store.answer.clear()
    press(opening, "Only read it")
    assert opening._attempt is not None
    opening._attempt.cancel()
    store.answer.set()
    wait_for(qtbot, opening, LockScreen)


@pytest.mark.usefixtures("damaged")
def test_setting_aside_takes_two_steps_and_neither_is_enter_or_esc(
    qtbot: QtBot, way_in: OpenWay, places: Places
) -> None:
    before = bytes_below(places.data)
    opening = refused(qtbot, way_in)
    press(opening, "Set it aside…")
    assert isinstance(page(opening), SetAsidePage)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    wait_for(qtbot, opening, LockScreen)
    assert bytes_below(places.data) == before

    press(opening, "Open")
    wait_for(qtbot, opening, ProblemPage)
    press(opening, "Set it aside…")
    qtbot.keyClick(page(opening), Qt.Key.Key_Escape)
    wait_for(qtbot, opening, LockScreen)
    assert bytes_below(places.data) == before

    press(opening, "Open")
    wait_for(qtbot, opening, ProblemPage)
    press(opening, "Set it aside…")
    press(opening, "Set it aside")
    wait_for(qtbot, opening, AsidePage)
    assert len(quarantining.listed(places)) == 1
    assert sorted(bytes_below(places.data).values()) == sorted(before.values())


@pytest.mark.usefixtures("damaged")
def test_what_is_set_aside_is_listed_and_put_back(qtbot: QtBot, way_in: OpenWay, places: Places) -> None:
    quarantining.set_aside(places, 1)
    opening = way_in()
    assert isinstance(page(opening), AsidePage)
    assert says(opening, "Number 1")
    press(opening, "Begin a new one")
    assert isinstance(page(opening), FirstRun)
    opening.start()
    press(opening, "Put it back")
    wait_for(qtbot, opening, LockScreen)
    assert quarantining.listed(places) == ()


@pytest.mark.usefixtures("damaged")
def test_beside_another_vault_the_list_is_one_press_away(
    qtbot: QtBot, way_in: OpenWay, places: Places, store: SlowStore
) -> None:
    quarantining.set_aside(places, 1)
    finished_vault(places, store)
    opening = way_in()
    press(opening, "Set aside")
    assert isinstance(page(opening), AsidePage)
    qtbot.keyClick(page(opening), Qt.Key.Key_Escape)
    wait_for(qtbot, opening, LockScreen)


@pytest.mark.usefixtures("damaged")
def test_a_place_that_was_taken_is_said(qtbot: QtBot, way_in: OpenWay, places: Places) -> None:
    name = database(places).parent.name
    quarantining.set_aside(places, 1)
    opening = way_in()
    (places.data / name).mkdir()
    press(opening, "Put it back")
    qtbot.waitUntil(lambda: says(opening, "Something lies in the way"))
    assert len(quarantining.listed(places)) == 1


def test_enter_never_sets_aside(qtbot: QtBot, way_in: OpenWay, places: Places, store: SlowStore) -> None:
    finished_vault(places, store)
    folder = database(places).parent
    for name in ("header.1", "header.2"):
        (folder / name).write_bytes(b"noise")
    opening = way_in()
    press(opening, "See what happened")
    wait_for(qtbot, opening, ProblemPage)
    aside = next(b for b in page(opening).findChildren(QAbstractButton) if b.text() == "Set it aside…")
    assert QApplication.focusWidget() is not aside
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    wait_for(qtbot, opening, PickPage)


def test_words_of_the_page_name_no_folder(qtbot: QtBot, way_in: OpenWay, damaged: Path) -> None:
    opening = refused(qtbot, way_in)
    assert not any(damaged.parent.name in label.text() for label in page(opening).findChildren(QLabel))
