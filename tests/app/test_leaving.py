"""From the button in Settings to an empty data folder: two steps, a fresh process, and nothing written afterwards."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.support.vaults import finished_vault
from trust_desktop.program import Program
from trust_desktop.security.key_store import MemoryStore
from trust_desktop.services import vault_listing, vaults
from trust_desktop.services.vaults import Places
from trust_desktop.ui.instance import Instance
from trust_desktop.ui.leaving.ending_page import EndedPage
from trust_desktop.ui.leaving.kept_page import KeptPage
from trust_desktop.ui.leaving.leave_sheet import LeaveSheet
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.preferences import Preferences


def press(page: QWidget, words: str) -> None:
    next(one for one in page.findChildren(QAbstractButton) if one.text() == words).click()


def opened(program: Program, places: Places, store: MemoryStore) -> None:
    number, _ = finished_vault(places, store)
    program.show_opening(places, store, locked=0)
    program.open_vault(vaults.unlock(places, store, number, None))
    assert program._window is not None
    program._window.go_to(Place.SETTINGS)


def next_process(qapp: QApplication, qtbot: QtBot, places: Places, store: MemoryStore) -> Program:
    instance = Instance(places.runtime, places.data)
    assert instance.claim()
    program = Program(qapp, Preferences(places.data), instance, lambda *_, **__: None)
    qtbot.addWidget(program.shell)
    program.show_opening(places, store, locked=0)
    qtbot.waitUntil(
        lambda: (
            getattr(program.shell.page, "_pages", None) is not None
            and isinstance(program.shell.page._pages.currentWidget(), EndedPage)
        )  # type: ignore[union-attr]
    )
    return program


def refused(*_: object) -> None:
    raise PermissionError(13, "no")


def test_two_steps_destroy_the_vault(
    qtbot: QtBot, qapp: QApplication, program: Program, places: Places, store: MemoryStore, again: list[int]
) -> None:
    opened(program, places, store)
    program._preferences.first_vault = 1
    press(program.shell, "Destroy this vault…")
    (sheet,) = program.shell.findChildren(LeaveSheet)
    assert "This is the vault with the number 1." in [label.text() for label in sheet.findChildren(QLabel)]
    assert not vault_listing.unfinished(places)
    press(sheet, "Destroy it now")
    assert again == [None]
    assert vault_listing.unfinished(places)
    assert Preferences(places.data).first_vault == 0
    later = next_process(qapp, qtbot, places, store)
    assert store._items == {}
    assert [path.name for path in places.data.iterdir()] == ["window.ini"]
    later.let_go()


def test_everything_goes_and_nothing_is_written_any_more(
    qtbot: QtBot, qapp: QApplication, program: Program, places: Places, store: MemoryStore, again: list[int]
) -> None:
    opened(program, places, store)
    press(program.shell, "Erase everything here…")
    (sheet,) = program.shell.findChildren(LeaveSheet)
    press(sheet, "Erase everything now")
    assert again == [None]
    later = next_process(qapp, qtbot, places, store)
    press(later.shell, "Close")
    later.let_go()
    assert not places.data.exists()
    assert not places.runtime.exists()
    assert store._items == {}


def test_keeping_it_is_one_key(
    program: Program, places: Places, store: MemoryStore, again: list[int]
) -> None:
    opened(program, places, store)
    press(program.shell, "Destroy this vault…")
    (sheet,) = program.shell.findChildren(LeaveSheet)
    press(sheet, "Keep everything")
    assert again == []
    assert not vault_listing.unfinished(places)


def test_a_vault_that_cannot_be_marked_stays_and_that_is_said(
    program: Program, places: Places, store: MemoryStore, again: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(program, places, store)

    monkeypatch.setattr(Path, "rename", refused)
    press(program.shell, "Destroy this vault…")
    (sheet,) = program.shell.findChildren(LeaveSheet)
    press(sheet, "Destroy it now")
    page = program.shell.page
    assert isinstance(page, KeptPage)
    assert any("cannot be written" in label.text() for label in page.findChildren(QLabel))
    assert again == []
    press(page, "Back")
    assert again == [1]
    monkeypatch.undo()
    vaults.unlock(places, store, 1, None).close()


@pytest.mark.parametrize("by_key", [True, False])
def test_that_page_can_be_hidden_too(
    qtbot: QtBot,
    program: Program,
    places: Places,
    store: MemoryStore,
    monkeypatch: pytest.MonkeyPatch,
    *,
    by_key: bool,
) -> None:
    asked: list[tuple[int | None, bool]] = []
    opened(program, places, store)
    program.shell.show()
    qtbot.waitExposed(program.shell)
    monkeypatch.setattr(program, "_relauncher", lambda number, small=False: asked.append((number, small)))
    with monkeypatch.context() as broken:
        broken.setattr(Path, "rename", refused)
        press(program.shell, "Destroy this vault…")
        (sheet,) = program.shell.findChildren(LeaveSheet)
        press(sheet, "Destroy it now")
    page, handle = program.shell.page, program.shell.windowHandle()
    assert page is not None
    assert handle is not None
    qtbot.wait(1)
    if by_key:
        for _ in range(3):
            QTest.keyClick(handle, Qt.Key.Key_Shift)
    else:
        button = next(one for one in page.findChildren(QAbstractButton) if one.text() == "Hide")
        assert button.isVisible()
        button.click()
    assert asked == [(1, True)]
    assert program.shell._cover.isVisible()
    vaults.unlock(places, store, 1, None).close()


def test_an_entry_the_keyring_kept_is_asked_for_again(
    qtbot: QtBot, program: Program, places: Places, store: MemoryStore
) -> None:
    store.write("org.daybook.vault.00aa11bb", 2, bytearray(32))
    (places.data / ".old-00aa11bb").mkdir()
    program.show_opening(places, store)
    qtbot.waitUntil(lambda: store._items == {})
    qtbot.waitUntil(lambda: not (places.data / ".old-00aa11bb").exists())
