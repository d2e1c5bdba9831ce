"""An open vault locks by key and by itself: over any dialog, and on pages that come before the main window."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests import builders
from tests.support.source import CHECKOUT
from tests.support.vaults import begin_vault, finished_vault
from trust_desktop.domain.errors import DiskFull
from trust_desktop.program import Program
from trust_desktop.security.key_store import MemoryStore
from trust_desktop.services import vaults
from trust_desktop.services.session import VaultSession
from trust_desktop.services.vaults import Places
from trust_desktop.ui.calendar.calendar_page import CalendarPage
from trust_desktop.ui.calendar.fill_days import FillDays
from trust_desktop.ui.main_window import MainWindow
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.problem_window import ProblemWindow
from trust_desktop.ui.shortcuts_sheet import ShortcutsSheet
from trust_desktop.ui.vaults.first_run import FirstRun
from trust_desktop.ui.vaults.opening import Opening
from trust_desktop.ui.vaults.recovery_page import RecoveryPage
from trust_desktop.ui.vaults.renew_page import RenewPage

CONTROL = Qt.KeyboardModifier.ControlModifier
Open = Callable[[Program], type[QDialog]]


def several_days(program: Program) -> type[QDialog]:
    window = program.shell.page
    assert isinstance(window, MainWindow)
    window.go_to(Place.CALENDAR)
    page = window.page(Place.CALENDAR)
    assert isinstance(page, CalendarPage)
    page.toolbar.fill_pressed.emit()
    return FillDays


def shortcuts(program: Program) -> type[QDialog]:
    window = program.shell.page
    assert isinstance(window, MainWindow)
    window.show_shortcuts()
    return ShortcutsSheet


def problem(program: Program) -> type[QDialog]:
    program.report(DiskFull())
    return ProblemWindow


def open_dialog(qtbot: QtBot, program: Program, session: VaultSession, opens: Open) -> QWidget:
    builders.a_live_plan(session)
    program.open_vault(session)
    program.shell.show()
    qtbot.waitUntil(program.shell.isActiveWindow)
    kind = opens(program)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), kind))
    dialog = QApplication.activeWindow()
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.focusWidget() is not None)
    return dialog


def press(qtbot: QtBot, window: QWidget, key: Qt.Key) -> None:
    qtbot.keyClick(window.focusWidget() or window, key, CONTROL)


@pytest.mark.parametrize("opens", [several_days, shortcuts, problem])
def test_the_lock_key_works_over_a_dialog(
    qtbot: QtBot, program: Program, session: VaultSession, again: list[int | None], opens: Open
) -> None:
    dialog = open_dialog(qtbot, program, session, opens)
    press(qtbot, dialog, Qt.Key.Key_L)
    assert session.closed
    assert again == [1]
    assert not dialog.isVisible(), "the cover covers what lies over the window too"


@pytest.mark.parametrize("opens", [several_days, shortcuts, problem])
def test_the_key_that_closes_works_over_a_dialog(
    qtbot: QtBot, program: Program, session: VaultSession, opens: Open
) -> None:
    dialog = open_dialog(qtbot, program, session, opens)
    with qtbot.waitSignal(program.shell.closing):
        press(qtbot, dialog, Qt.Key.Key_Q)
    assert session.closed


def test_idleness_locks_over_a_dialog(
    qtbot: QtBot, program: Program, session: VaultSession, again: list[int | None]
) -> None:
    dialog = open_dialog(qtbot, program, session, shortcuts)
    assert program._auto_lock is not None
    program._auto_lock.set_minutes(0)
    program._auto_lock.look()
    assert again == [1]
    assert not dialog.isVisible()


def test_no_dialog_is_without_these_keys() -> None:
    """A dialog of Qt's own would keep them from the window."""
    own = ("QDialog", "QMessageBox", "QFileDialog", "QInputDialog", "QColorDialog", "QFontDialog", "QWizard(")
    found = {
        str(path.relative_to(CHECKOUT))
        for path in (CHECKOUT / "trust_desktop").rglob("*.py")
        if any(name in path.read_text(encoding="utf-8") for name in own)
    }
    assert found == {"trust_desktop/ui/dialog.py"}


# --- open, and not yet in the main window


def opening_of(program: Program) -> Opening:
    page = program.shell.page
    assert isinstance(page, Opening)
    return page


def press_button(page: QWidget, words: str) -> None:
    buttons = {button.text(): button for button in page.findChildren(QAbstractButton) if button.isVisible()}
    buttons[words].click()


def recovered(qtbot: QtBot, program: Program, places: Places, store: MemoryStore) -> VaultSession:
    _, code = finished_vault(places, store)
    store._items.clear()
    program.show_opening(places, store, locked=1)
    opening = opening_of(program)
    press_button(opening, "Use the recovery code")
    page = opening.findChild(RecoveryPage)
    assert page is not None
    page.code.set_text(code)
    press_button(page, "Open")
    qtbot.waitUntil(lambda: opening.findChild(RenewPage) is not None)
    assert opening._recovering is not None
    assert opening._recovering._recovered is not None
    return opening._recovering._recovered.session


def just_made(qtbot: QtBot, program: Program, places: Places, store: MemoryStore) -> VaultSession:
    begin_vault(places, store).forget()
    program.show_opening(places, store, locked=1)
    opening = opening_of(program)
    press_button(opening, "Go on with its set-up")
    qtbot.waitUntil(lambda: opening.findChild(FirstRun) is not None)
    run = opening.findChild(FirstRun)
    assert run is not None
    assert run._new is not None
    code = run._new.recovery_code.split("-")
    run.frame.next.click()
    for place, field in run.proof.fields.asked.items():
        field.set_text(code[place - 1])
    run.frame.next.click()
    qtbot.waitUntil(lambda: run.frame.page is run.start)
    assert run._session is not None
    return run._session


Way = Callable[[QtBot, Program, Places, MemoryStore], VaultSession]


@pytest.mark.parametrize("way", [recovered, just_made])
def test_a_vault_open_before_the_main_window_locks_by_key(
    qtbot: QtBot, program: Program, places: Places, store: MemoryStore, again: list[int | None], way: Way
) -> None:
    session = way(qtbot, program, places, store)
    qtbot.waitUntil(program.shell.isActiveWindow)
    press(qtbot, program.shell, Qt.Key.Key_L)
    assert session.closed
    assert again == [1]
    assert len(vaults.list_vaults(places)) == 1


@pytest.mark.parametrize("way", [recovered, just_made])
def test_a_vault_open_before_the_main_window_locks_by_itself(
    qtbot: QtBot, program: Program, places: Places, store: MemoryStore, again: list[int | None], way: Way
) -> None:
    session = way(qtbot, program, places, store)
    assert program._auto_lock is not None
    assert program._auto_lock._seconds == 300
    program._auto_lock.set_minutes(0)
    program._auto_lock.look()
    assert session.closed
    assert again == [1]


def test_the_lock_key_does_nothing_where_nothing_is_open(
    qtbot: QtBot, program: Program, places: Places, store: MemoryStore, again: list[int | None]
) -> None:
    finished_vault(places, store)
    program.show_opening(places, store, locked=1)
    qtbot.waitUntil(program.shell.isActiveWindow)
    press(qtbot, program.shell, Qt.Key.Key_L)
    assert again == []


def test_from_there_one_lock_watches_over_the_main_window(
    qtbot: QtBot, program: Program, places: Places, store: MemoryStore, again: list[int | None]
) -> None:
    just_made(qtbot, program, places, store)
    watching = program._auto_lock
    run = opening_of(program).findChild(FirstRun)
    assert run is not None
    run.start.plan.click()
    assert isinstance(program.shell.page, MainWindow)
    assert program._auto_lock is watching
    program.lock()
    assert again == [1]
