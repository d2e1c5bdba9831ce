"""What the composition root promises: cover, save, close and only then a fresh process; one calm window for a mistake."""

import logging
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.support.vaults import finished_vault
from trust_desktop import app as module
from trust_desktop import logs
from trust_desktop.domain.errors import DiskFull
from trust_desktop.program import Program
from trust_desktop.security.key_store import MemoryStore
from trust_desktop.services import settings, vaults
from trust_desktop.services.session import VaultSession
from trust_desktop.services.vaults import Places
from trust_desktop.ui import theme
from trust_desktop.ui.instance import Instance
from trust_desktop.ui.keys_by_place import KeysByPlace
from trust_desktop.ui.main_window import MainWindow
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.preferences import Preferences
from trust_desktop.ui.problem_window import ProblemWindow
from trust_desktop.ui.reminder import Reminder
from trust_desktop.ui.safety.list_page import ListPage
from trust_desktop.ui.theme import Appearance
from trust_desktop.ui.vault_forms.means import Then
from trust_desktop.ui.vaults.lock_screen import LockScreen
from trust_desktop.ui.vaults.opening import Opening


def test_from_the_lock_screen_into_the_vault(
    qtbot: QtBot, program: Program, places: Places, store: MemoryStore
) -> None:
    finished_vault(places, store)
    program.show_opening(places, store)
    qtbot.waitUntil(lambda: isinstance(program.shell.page, MainWindow))
    assert program.shell.windowTitle() == "Daybook"


def test_rail_and_lock_reach_to_the_window_s_edges(
    qtbot: QtBot, qapp: QApplication, program: Program, session: VaultSession
) -> None:
    """In the window as a person has it: before it is shown, once it stands, and after each change of its size."""

    def reach() -> bool:
        window = program.shell.page
        assert isinstance(window, MainWindow)
        lock = window.lock_button
        right = lock.mapTo(program.shell, QPoint(lock.width(), 0)).x()
        at_the_edge = program.shell.width() - theme.px(64) < right <= program.shell.width()
        return at_the_edge and window.rail.height() == program.shell.height()

    program.open_vault(session)
    program.shell.show()
    qtbot.waitExposed(program.shell)
    qtbot.waitUntil(reach)
    for width, height in ((900, 700), (1300, 820), (1000, 640)):
        program.shell.resize(width, height)
        qapp.processEvents()
        assert reach(), (width, height)


def test_after_a_lock_it_waits(qtbot: QtBot, program: Program, places: Places, store: MemoryStore) -> None:
    finished_vault(places, store)
    program.show_opening(places, store, locked=1)
    qtbot.waitUntil(lambda: bool(program.shell.findChildren(QShortcut)))  # it was painted
    qtbot.waitUntil(lambda: not program.background.busy)
    assert isinstance(program.shell.page, Opening)
    assert program.shell.page.findChild(LockScreen) is not None


def test_locking_covers_saves_closes_and_starts_afresh(
    qtbot: QtBot, program: Program, again: list[int | None], session: VaultSession, places: Places
) -> None:
    order: list[str] = []

    class Draft(QWidget):
        def save_now(self) -> None:
            order.append("saved" if not session.closed else "too late")
            order.append("covered" if program.shell._cover.isVisible() else "in sight")

    program.open_vault(session)
    program.shell.show()
    window = program.shell.page
    assert isinstance(window, MainWindow)
    Draft(window)
    window.lock_requested.emit()
    assert order == ["saved", "covered"]
    assert session.closed
    assert again == [1]
    assert program._instance is not None
    second = Instance(places.runtime, places.data)
    assert second.claim(), "the instance was let go before the fresh process"
    second.release()
    window.lock_requested.emit()
    assert again == [1], "once"


def test_a_draft_that_cannot_be_saved_does_not_keep_the_window_open(
    qtbot: QtBot, program: Program, again: list[int | None], session: VaultSession
) -> None:
    class Draft(QWidget):
        def save_now(self) -> None:
            raise OSError

    program.open_vault(session)
    Draft(program.shell.page)
    program.lock()
    assert session.closed
    assert again == [1]


def test_nothing_on_the_way_keeps_a_vault_open_behind_the_cover(
    program: Program, again: list[int | None], session: VaultSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise RuntimeError

    program.open_vault(session)
    monkeypatch.setattr(program._preferences, "write", broken)
    monkeypatch.setattr(program.background, "stop", broken)
    program.lock()
    assert session.closed
    assert again == [1]


def test_what_was_to_be_looked_at_later_is_left_once_it_locked(
    program: Program, again: list[int | None], session: VaultSession
) -> None:
    program.open_vault(session)
    window = program._window
    assert window is not None
    program.lock()
    assert again == [1]
    program.remind(window)  # as its timer does, while the fresh process is still coming
    assert window.findChild(Reminder) is None


def test_without_a_program_to_start_afresh_it_ends(
    qapp: QApplication, qtbot: QtBot, session: VaultSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_number: int | None) -> None:
        raise FileNotFoundError

    ends: list[str] = []
    monkeypatch.setattr(qapp, "quit", lambda: ends.append("quit"))
    program = Program(qapp, Preferences(None), relauncher=gone)
    qtbot.addWidget(program.shell)
    program.open_vault(session)
    program.lock()
    assert session.closed
    assert ends == ["quit"]


def test_idleness_locks_after_the_vaults_own_minutes(program: Program, session: VaultSession) -> None:
    program.open_vault(session)
    assert program._auto_lock is not None
    assert program._auto_lock._seconds == 300
    settings.save(session, settings.load(session).__class__(idle_minutes=2))
    assert program._auto_lock._seconds == 120


def test_idleness_locks(program: Program, again: list[int | None], session: VaultSession) -> None:
    program.open_vault(session)
    assert program._auto_lock is not None
    program._auto_lock.set_minutes(0)
    program._auto_lock.look()
    assert again == [1]


def test_a_hidden_window_locks_before_it_rises(
    qtbot: QtBot, program: Program, again: list[int | None], session: VaultSession
) -> None:
    program.open_vault(session)
    program.shell.show()
    assert program._instance is not None
    program._instance.raised.emit()
    assert again == []
    program.shell.showMinimized()
    program._instance.raised.emit()
    assert again == [1]


def test_closing_lets_go_of_everything(
    qtbot: QtBot, program: Program, session: VaultSession, places: Places, store: MemoryStore
) -> None:
    program.open_vault(session)
    program.shell.show()
    program.shell.resize(777, 555)
    program.shell.close()
    assert session.closed
    vaults.unlock(places, store, 1, None).close()
    assert not Preferences(places.data).geometry.isEmpty()


def test_the_window_comes_back_in_its_place(qapp: QApplication, program: Program) -> None:
    program.shell.show()
    program.shell.resize(777, 555)
    program.let_go()
    second = Program(qapp, program._preferences)
    assert (second.shell.width(), second.shell.height()) == (777, 555)
    second.let_go()


def test_a_key_closes_as_the_button_does(qtbot: QtBot, program: Program) -> None:
    program.shell.show()
    qtbot.waitUntil(lambda: bool(program.shell.findChildren(QShortcut)))
    with qtbot.waitSignal(program.shell.closing):
        qtbot.keyClick(program.shell, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.skipif(sys.platform != "linux", reason="keys are numbered otherwise")
def test_keys_are_told_by_their_place_in_every_window(
    qtbot: QtBot, program: Program, session: VaultSession
) -> None:
    def press(letter: str, place: int) -> None:
        handle = program.shell.windowHandle()
        assert handle is not None
        held = Qt.KeyboardModifier.ControlModifier
        event = QKeyEvent(QEvent.Type.KeyPress, ord(letter), held, place, 0, 0, letter)
        QApplication.sendEvent(handle, event)

    program.open_vault(session)
    program.shell.show()
    qtbot.waitUntil(program.shell.isActiveWindow)
    qtbot.waitUntil(lambda: bool(program.findChildren(KeysByPlace)))
    window = program.shell.page
    assert isinstance(window, MainWindow)
    press("А", 41)  # F of a Russian keyboard
    assert window.place is Place.FIND
    with qtbot.waitSignal(program.shell.closing):
        press("Й", 24)  # and Q


def test_closing_during_the_first_run(
    qtbot: QtBot, program: Program, places: Places, store: MemoryStore
) -> None:
    program.show_opening(places, store)
    qtbot.wait(50)
    program.shell.close()
    assert vaults.list_vaults(places) == ()


def test_where_the_person_wanted_to_go(
    qtbot: QtBot, program: Program, session: VaultSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.open_vault(session, Then.PLAN)
    assert isinstance(program.shell.page, MainWindow)
    assert program.shell.page.taking_over is not None


def test_whoever_said_yes_to_a_question_of_the_first_run_is_led_to_the_help_list(
    program: Program, session: VaultSession
) -> None:
    program.open_vault(session, Then.HELP)
    window = program.shell.page
    assert isinstance(window, MainWindow)
    assert window.place is Place.HELP
    assert isinstance(window.page(Place.HELP).current, ListPage)


def test_the_example_is_a_process_of_its_own(
    program: Program, session: VaultSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[tuple[str, list[str]]] = []
    monkeypatch.setattr("PySide6.QtCore.QProcess.startDetached", lambda *given: started.append(given))
    program.open_vault(session, Then.EXAMPLE)
    assert started == [(sys.executable, ["-m", "trust_desktop", "--demo"])]


def test_the_look_follows_the_preferences(qapp: QApplication, program: Program) -> None:
    program._preferences.appearance = Appearance.DARK
    program._preferences.text_size = 200
    assert theme.current().dark
    assert theme.current().scale == 2.0


def test_settings_are_for_this_window(program: Program, session: VaultSession) -> None:
    program.open_vault(session)
    assert isinstance(program.shell.page, MainWindow)
    program.shell.page.go_to(Place.SETTINGS)
    page = program.shell.page.page(Place.SETTINGS)
    page.text_size.setCurrentIndex(page.text_size.findData(150))
    assert program._preferences.text_size == 150


def test_a_mistake_on_any_thread_is_one_calm_window(qtbot: QtBot, program: Program) -> None:
    program.shell.show()
    thread = threading.Thread(target=program.report, args=(ValueError(),))
    thread.start()
    thread.join()
    program.report(None)
    qtbot.waitUntil(lambda: program.shell.findChild(ProblemWindow) is not None)
    qtbot.wait(20)
    windows = program.shell.findChildren(ProblemWindow)
    assert len(windows) == 1
    assert windows[0].windowTitle() == "Daybook"
    windows[0].reject()
    qtbot.waitUntil(lambda: program.shell.findChild(ProblemWindow) is None)


def test_a_full_disk_is_said_over_any_page(qtbot: QtBot, program: Program) -> None:
    program.shell.show()
    program.report(DiskFull())
    qtbot.waitUntil(lambda: program.shell.findChild(ProblemWindow) is not None)
    window = program.shell.findChild(ProblemWindow)
    assert "There is no room left" in {label.text() for label in window.findChildren(QLabel)}
    assert [button.text() for button in window.findChildren(QPushButton) if button.isVisible()] == ["Back"]
    window.reject()


def test_what_qt_says_is_noted_without_its_words(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    logs.start(tmp_path / "logs")
    before = qInstallMessageHandler(None)
    try:

        class Context:
            category = "qt.widgets"
            function = "QWidget::show"

        module._on_qt_message(QtMsgType.QtWarningMsg, Context(), "a word somebody typed")  # type: ignore[arg-type]
        module._on_qt_message(QtMsgType.QtDebugMsg, Context(), "chatter")  # type: ignore[arg-type]
    finally:
        qInstallMessageHandler(before)
        logs.stop()
    text = (tmp_path / "logs" / "daybook.log").read_text(encoding="utf-8")
    assert "qt.widgets QWidget::show" in text
    assert "somebody" not in text
    assert text.count("\n") == 1
    assert logging.getLogger("trust_desktop").propagate is False
