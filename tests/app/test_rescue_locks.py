"""Words read from a damaged vault are locked away like those of an open one: with the whole process."""

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tests.support.vaults import finished_vault
from trust_desktop.program import Program
from trust_desktop.security.key_store import MemoryStore
from trust_desktop.services import vaults
from trust_desktop.services.vaults import Places
from trust_desktop.ui.problems import ProblemPage
from trust_desktop.ui.rescue.reading_page import ReadingPage
from trust_desktop.ui.vaults.opening import Opening


@pytest.fixture
def reading(program: Program, places: Places, store: MemoryStore, qtbot: QtBot) -> ReadingPage:
    number, _ = finished_vault(places, store)
    path = places.data / vaults.list_vaults(places)[0].info.folder / "vault.db"
    path.write_bytes(bytes(16) + path.read_bytes()[16:])
    program.show_opening(places, store, number)
    opening = program.shell.page
    assert isinstance(opening, Opening)
    _press(opening, "Open")
    qtbot.waitUntil(lambda: opening.findChild(ProblemPage) is not None)
    _press(opening, "Only read it")
    qtbot.waitUntil(lambda: opening.findChild(ReadingPage) is not None)
    page = opening.findChild(ReadingPage)
    assert page is not None
    return page


def _press(opening: Opening, words: str) -> None:
    next(b for b in opening.findChildren(QAbstractButton) if b.text() == words and b.isVisible()).click()


def test_closing_them_ends_the_process(reading: ReadingPage, again: list[int | None]) -> None:
    reading.close_button.click()
    assert again == [1]


@pytest.mark.usefixtures("reading")
def test_nobody_there_ends_it_too(program: Program, again: list[int | None]) -> None:
    assert program._auto_lock is not None
    program._auto_lock.lock_asked.emit()
    assert again == [1]


def test_hide_and_lock_stand_over_them(
    reading: ReadingPage, program: Program, again: list[int | None]
) -> None:
    opening = program.shell.page
    assert isinstance(opening, Opening)
    corner = opening._corner
    assert corner is not None
    assert corner.hide.isVisibleTo(opening)
    assert corner.lock.isVisibleTo(opening)
    asked: list[tuple[int | None, bool]] = []
    program._relauncher = lambda number, small=False: asked.append((number, small))
    corner.hide.click()
    assert asked == [(1, True)], "it stays away"
    assert again == []


def test_hide_before_there_is_a_vault_begins_anew_and_opens_nothing_by_itself(
    program: Program, places: Places, store: MemoryStore
) -> None:
    program.show_opening(places, store)
    opening = program.shell.page
    assert isinstance(opening, Opening)
    asked: list[tuple[int | None, bool]] = []
    program._relauncher = lambda number, small=False: asked.append((number, small))
    assert opening._corner is not None
    opening._corner.hide.click()
    assert asked == [(None, True)]
