"""Hide covers first, over everything, then locks; and everything else that locks without being asked by a page."""

import sys
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QToolTip, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests import builders
from tests.support.stretch import stretch
from trust_desktop.program import Program
from trust_desktop.services import settings
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.lock_notice import LockNotice
from trust_desktop.ui.main_window import MainWindow
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.settings.settings_page import SettingsPage

BOUND = 0.150
"""Seconds from the third press to a window that is painted over."""

Hidden = list[tuple[int | None, bool]]


@pytest.fixture
def hidden(program: Program) -> Hidden:
    """Each fresh process that was asked for, and whether it is to begin minimised."""
    asked: Hidden = []
    program._relauncher = lambda number, small=False: asked.append((number, small))
    return asked


@pytest.fixture
def window(qtbot: QtBot, program: Program, session: VaultSession) -> MainWindow:
    builders.a_live_plan(session)
    program.open_vault(session)
    program.shell.show()
    qtbot.waitUntil(program.shell.isActiveWindow)
    watch = program._watch
    assert watch is not None
    watch.hide_key._watch()  # as it does by itself a moment after the window was opened
    found = program.shell.page
    assert isinstance(found, MainWindow)
    return found


def press_shift(window: QWidget, times: int = 3) -> None:
    handle = window.windowHandle()
    assert handle is not None
    for _ in range(times):
        QTest.keyClick(handle, Qt.Key.Key_Shift)


def all_paper(widget: QWidget) -> bool:
    image = widget.grab().toImage()
    corners = [QPoint(x, y) for x in range(5, image.width(), 40) for y in range(5, image.height(), 40)]
    return {image.pixelColor(at).name() for at in corners} == {theme.color("paper").name()}


def test_shift_three_times_covers_in_time_then_locks_and_stays_away(
    program: Program,
    window: MainWindow,
    session: VaultSession,
    hidden: Hidden,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import time

    covered: list[float] = []
    cover = program.shell.cover

    def noted() -> None:
        cover()
        covered.append(time.monotonic())

    monkeypatch.setattr(program.shell, "cover", noted)
    press_shift(program.shell, 2)
    with stretch() as stretched:
        began = time.monotonic()
        press_shift(program.shell, 1)
    took = covered[0] - began
    assert took <= BOUND * stretched.worst, f"{took:.3f} s at a stretch of {stretched.worst:.1f}"
    assert session.closed
    assert hidden == [(1, True)]
    assert all_paper(program.shell)
    assert program.shell.windowTitle() == "Daybook"


def test_the_button_does_the_same(
    window: MainWindow, session: VaultSession, hidden: Hidden, program: Program
) -> None:
    window.hide_button.click()
    assert session.closed
    assert hidden == [(1, True)]
    assert all_paper(program.shell)


def over_dialog(window: MainWindow) -> QWidget:
    window.show_shortcuts()
    found = QApplication.activeModalWidget()
    assert isinstance(found, QDialog)
    return found


def over_list(window: MainWindow) -> QWidget:
    window.go_to(Place.SETTINGS)
    page = window.page(Place.SETTINGS)
    assert isinstance(page, SettingsPage)
    page.appearance.showPopup()
    found = QApplication.activePopupWidget()
    assert found is not None
    return found


def over_menu(window: MainWindow) -> QWidget:
    menu = QMenu(window)
    menu.addAction("A word of mine")
    menu.popup(window.mapToGlobal(QPoint(50, 50)))
    return menu


def over_hint(window: MainWindow) -> QWidget:
    QToolTip.showText(window.mapToGlobal(QPoint(50, 50)), "A word of mine", window)
    return next(each for each in QApplication.topLevelWidgets() if each.inherits("QTipLabel"))


@pytest.mark.parametrize("opens", [over_dialog, over_list, over_menu, over_hint])
def test_it_works_over_whatever_is_open_and_takes_it_away(
    qtbot: QtBot,
    program: Program,
    window: MainWindow,
    session: VaultSession,
    hidden: Hidden,
    opens: Callable[[MainWindow], QWidget],
) -> None:
    above = opens(window)
    qtbot.waitExposed(above)
    if opens is over_hint:
        program.hide()  # any key would take a hint away before
    else:
        press_shift(above)
    assert session.closed
    assert hidden == [(1, True)]
    assert not above.isVisible()
    assert all_paper(above), "what may stand on the screen a moment longer shows nothing"
    assert all_paper(program.shell)


def test_the_lock_key_works_in_an_open_list(
    qtbot: QtBot, window: MainWindow, session: VaultSession, hidden: Hidden
) -> None:
    popup = over_list(window)
    qtbot.waitExposed(popup)
    handle = popup.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert session.closed
    assert hidden == [(1, False)]


def test_it_can_be_turned_off_and_the_button_stays(
    program: Program, window: MainWindow, session: VaultSession, hidden: Hidden
) -> None:
    window.go_to(Place.SETTINGS)
    page: Any = window.page(Place.SETTINGS)
    page.lock_rows.hide.setChecked(False)
    assert settings.load(session).hide_by_shift is False
    press_shift(program.shell)
    assert not session.closed
    window.hide_button.click()
    assert session.closed


@pytest.mark.parametrize("since", [None, "somebody else's words"])
def test_what_was_copied_goes_and_what_others_copied_since_stays(
    window: MainWindow, program: Program, hidden: Hidden, since: str | None
) -> None:
    window.go_to(Place.SAY_IT)
    page: Any = window.page(Place.SAY_IT)
    page.clipboard.copy("A word of mine", 30)
    if since is not None:
        QGuiApplication.clipboard().setText(since)
    press_shift(program.shell)
    assert QGuiApplication.clipboard().text() == (since or "")


def test_minimising_locks_only_when_it_was_asked_for(
    qtbot: QtBot, program: Program, window: MainWindow, session: VaultSession, hidden: Hidden
) -> None:
    program.shell.showMinimized()
    assert hidden == []
    program.shell.rise()
    window.go_to(Place.SETTINGS)
    page: Any = window.page(Place.SETTINGS)
    page.lock_rows.minimise.setChecked(True)
    assert settings.load(session).lock_on_minimise is True
    program.shell.showMinimized()
    assert hidden == [(1, True)], "and it stays minimised"


def test_after_it_was_hidden_the_window_begins_minimised_and_is_up(qtbot: QtBot, program: Program) -> None:
    with qtbot.waitSignal(program.shell.first_painted):
        program.shell.begin(small=True)
    assert program.shell.isMinimized()
    program.shell.rise()
    assert not program.shell.isMinimized()


def test_before_it_locks_by_itself_it_says_so_and_a_touch_keeps_it_open(
    qtbot: QtBot, program: Program, window: MainWindow, session: VaultSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = program._auto_lock
    assert lock is not None
    lock._watch()
    touched = lock._touched
    monkeypatch.setattr(lock, "_clock", lambda: touched + 281)
    lock.look()
    notice = program.shell.findChild(LockNotice)
    assert notice is not None
    assert notice.isVisible()
    assert not any(letter.isdigit() for letter in notice.accessibleName())
    press_shift(program.shell, 1)
    assert not isValid(notice) or not notice.isVisible()
    assert not session.closed


@pytest.mark.skipif(sys.platform != "linux", reason="what Linux says")
def test_the_sheet_of_keys_says_how_to_hide_and_names_no_key_that_does_nothing(window: MainWindow) -> None:
    rows = [row for each in window.shortcut_groups() for row in each.rows]
    assert ("Shift three times", "Hide: cover the window at once, then lock it") in rows
    assert not any("screenshots" in does for _, does in rows)


def test_the_cover_is_opaque(program: Program) -> None:
    assert QColor(theme.color("paper")).alpha() == 255
