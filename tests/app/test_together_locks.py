"""The view for two in the whole program: only the passphrase leads out, and whatever ends it ends it locked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests import builders
from tests.support.vaults import PASSPHRASE, finished_vault
from trust_desktop.domain.vault import Protection
from trust_desktop.program import Program
from trust_desktop.security.key_store import MemoryStore
from trust_desktop.services import vaults
from trust_desktop.services.session import VaultSession
from trust_desktop.services.vaults import Places
from trust_desktop.ui.auto_lock import LONGEST
from trust_desktop.ui.main_window import MainWindow
from trust_desktop.ui.together.before_sheet import BeforeSheet
from trust_desktop.ui.together.together_page import TogetherPage


def open_window(program: Program, session: VaultSession) -> MainWindow:
    builders.a_live_plan(session)
    program.open_vault(session)
    program.shell.show()
    window = program.shell.page
    assert isinstance(window, MainWindow)
    return window


def show_together(window: MainWindow) -> TogetherPage:
    window.look_together()
    sheet = window.findChild(BeforeSheet)
    assert sheet is not None
    sheet.word.set_text("marmalade")
    sheet.show_it.click()
    page = window.taking_over
    assert isinstance(page, TogetherPage)
    page.leave.click()
    return page


def try_to_leave(page: TogetherPage, typed: str) -> None:
    page.card.field.set_text(typed)
    QTest.keyClick(page.card.field.edit, Qt.Key.Key_Return)


@pytest.fixture
def with_passphrase(program: Program, places: Places, store: MemoryStore) -> VaultSession:
    number, _ = finished_vault(places, store, Protection.DEVICE_AND_PASSPHRASE)
    program.show_opening(places, store, number)
    return vaults.unlock(places, store, number, PASSPHRASE)


def test_the_passphrase_leads_out(program: Program, with_passphrase: VaultSession, qtbot: QtBot) -> None:
    window = open_window(program, with_passphrase)
    page = show_together(window)
    try_to_leave(page, "marmalade")
    qtbot.waitUntil(lambda: page.card.field.reason == "That was not it.")
    try_to_leave(page, PASSPHRASE)
    qtbot.waitUntil(lambda: window.taking_over is None)
    assert not with_passphrase.closed


def test_three_wrong_tries_end_it_locked(
    program: Program, with_passphrase: VaultSession, qtbot: QtBot, again: list[int | None]
) -> None:
    page = show_together(open_window(program, with_passphrase))

    def tried_until_locked() -> bool:
        """As somebody does who does not give up: what comes too soon is answered, and is no wrong try."""
        if not with_passphrase.closed and page.card.leave.isEnabled():
            try_to_leave(page, "not it")
        return with_passphrase.closed

    qtbot.waitUntil(tried_until_locked, timeout=15_000)
    assert again == [1]


def test_idleness_ends_it_locked_after_an_hour(
    program: Program, with_passphrase: VaultSession, again: list[int | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    show_together(open_window(program, with_passphrase))
    lock = program._auto_lock
    assert lock is not None
    touched = lock._touched
    for seconds in (LONGEST - 1, LONGEST + 1):
        assert again == []
        monkeypatch.setattr(lock, "_clock", lambda seconds=seconds: touched + seconds)
        lock.look()
    assert again == [1]
    assert with_passphrase.closed


def test_closing_the_window_ends_it_locked(program: Program, with_passphrase: VaultSession) -> None:
    show_together(open_window(program, with_passphrase))
    program.shell.close()
    assert with_passphrase.closed


def test_a_vault_that_the_keyring_opens_alone_is_left_by_the_word(
    program: Program, session: VaultSession, qtbot: QtBot
) -> None:
    window = open_window(program, session)
    assert window.vault.proof is None
    page = show_together(window)
    try_to_leave(page, "marmalade")
    assert window.taking_over is None
