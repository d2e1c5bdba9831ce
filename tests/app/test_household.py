"""Several vaults at one login: which one the program begins with, and the way from one vault to another."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.vaults import finished_vault
from trust_desktop.program import Program
from trust_desktop.security.key_store import MemoryStore
from trust_desktop.services import vaults
from trust_desktop.services.session import VaultSession
from trust_desktop.services.vaults import Places
from trust_desktop.ui import relaunch
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.preferences import Preferences
from trust_desktop.ui.settings.settings_page import SettingsPage
from trust_desktop.ui.vaults.first_run import FirstRun
from trust_desktop.ui.vaults.lock_screen import LockScreen
from trust_desktop.ui.vaults.opening import Opening


def _shown(program: Program) -> object:
    opening = program.shell.page
    assert isinstance(opening, Opening)
    return opening._pages.currentWidget()


@pytest.fixture
def two(places: Places, store: MemoryStore) -> None:
    for _ in range(2):
        finished_vault(places, store)


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize(
    ("first", "locked", "begins_with"), [(0, None, 1), (2, None, 2), (2, 1, 1), (7, None, 1), (2, 0, 2)]
)
def test_it_begins_with_the_one_locked_last_or_the_one_chosen(
    program: Program, places: Places, store: MemoryStore, first: int, locked: int | None, begins_with: int
) -> None:
    program._preferences.first_vault = first
    program.show_opening(places, store, locked)
    screen = _shown(program)
    assert isinstance(screen, LockScreen)
    assert screen.number == begins_with


@pytest.mark.usefixtures("two")
def test_from_settings_to_another_vault_the_open_one_is_locked_first(
    program: Program,
    places: Places,
    store: MemoryStore,
    again: list[int | None],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    monkeypatch.setenv(relaunch.ADDING, "")
    program.show_opening(places, store)
    session = vaults.unlock(places, store, 2, None)
    program.open_vault(session)
    assert program._window is not None
    program._window.go_to(Place.SETTINGS)
    page = program._window.page(Place.SETTINGS)
    assert isinstance(page, SettingsPage)
    page.vaults.add.click()
    qtbot.waitUntil(lambda: again == [2])
    assert session.closed
    assert relaunch.is_adding()


@pytest.mark.usefixtures("two")
def test_the_process_after_it_begins_with_another_vault_and_back_leads_to_the_lock_screen(
    program: Program, places: Places, store: MemoryStore, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setenv(relaunch.ADDING, "1")
    program.show_opening(places, store, 2)
    page = _shown(program)
    assert isinstance(page, FirstRun)
    page.frame.back.click()
    qtbot.waitUntil(lambda: isinstance(_shown(program), LockScreen))


def test_where_there_is_no_vault_it_begins_as_ever(
    program: Program, places: Places, store: MemoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(relaunch.ADDING, "1")
    program.show_opening(places, store)
    page = _shown(program)
    assert isinstance(page, FirstRun)
    assert page.frame.back.isHidden()


def test_the_example_has_no_household(
    qapp: QApplication, session: VaultSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trust_desktop.ui.system_signals.listen", lambda *_: None)
    program = Program(qapp, Preferences(None), relauncher=lambda *_args, **_named: None)
    program.open_vault(session)
    assert program._window is not None
    assert program._window.vault.household is None
    program.let_go()
