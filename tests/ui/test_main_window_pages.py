"""The window with the pages it has for itself, and the ways between them."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests import builders
from tests.builders import Clock
from tests.support.window_keys import KEYS, press
from trust_desktop.domain.acknowledgement import UNSAID_DAYS
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.services import following_through, planning
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.main_window import MainWindow
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.open_vault import OpenVault


@pytest.fixture
def real_window(qtbot: QtBot, qapp: QApplication, session: VaultSession) -> MainWindow:
    theme.apply(qapp, "light", 1.0)
    builders.a_live_plan(session)
    shown = MainWindow(OpenVault(session))
    qtbot.addWidget(shown)
    with qtbot.waitActive(shown):
        shown.show()
    return shown


@pytest.mark.parametrize("place", Place)
def test_its_own_pages_leave_the_corner_free_and_name_what_can_be_reached(
    real_window: MainWindow, place: Place
) -> None:
    real_window.go_to(place)
    page = real_window.page(place)

    assert page.isVisible()
    reachable = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    ]
    unnamed = [
        widget
        for widget in reachable
        if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert unnamed == []


@pytest.mark.parametrize("place", Place)
def test_going_to_a_page_opens_no_window_and_keeps_the_keyboard(
    qapp: QApplication, real_window: MainWindow, place: Place
) -> None:
    windows = _ShownWindows()
    qapp.installEventFilter(windows)

    real_window.go_to(place)
    qapp.removeEventFilter(windows)

    assert windows.seen == []
    assert real_window.isActiveWindow()
    assert qapp.focusWidget() is not None


class _ShownWindows(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


def test_the_keyboard_goes_from_page_to_page_and_nowhere_in_between(
    qtbot: QtBot, qapp: QApplication, real_window: MainWindow
) -> None:
    went: list[QWidget] = []
    qapp.focusChanged.connect(lambda _old, new: went.append(new))

    for key in KEYS.values():
        press(qtbot, real_window, key)

    assert not {type(widget).__name__ for widget in went if widget is not None} & {"NavRow", "GhostButton"}


def test_words_of_harm_lead_from_say_it_to_help(real_window: MainWindow) -> None:
    real_window.go_to(Place.SAY_IT)
    real_window.page(Place.SAY_IT).composer.help.click()
    assert real_window.place is Place.HELP


def test_the_keys_for_remarks_stand_on_the_sheet(real_window: MainWindow) -> None:
    keys = [keys for group in real_window.shortcut_groups() for keys, _ in group.rows]
    assert {"F7", "Shift+F7"} <= set(keys)


def test_its_own_pages_send_people_to_each_other(qtbot: QtBot, real_window: MainWindow) -> None:
    today = real_window.page(Place.TODAY)
    today.go_to_plan_requested.emit()
    assert real_window.taking_over is None
    assert real_window.place is Place.PLAN
    today.open_day_requested.emit(builders.TODAY)
    assert real_window.place is Place.CALENDAR
    for place in (Place.TODAY, Place.CALENDAR):
        real_window.go_to(place)
        real_window.page(place).say_it_requested.emit(frozenset())
        assert real_window.place is Place.SAY_IT


def test_where_there_is_no_plan_wanting_one_means_writing_it(
    qtbot: QtBot, qapp: QApplication, session: VaultSession
) -> None:
    theme.apply(qapp, "light", 1.0)
    window = MainWindow(OpenVault(session))
    qtbot.addWidget(window)
    window.page(Place.TODAY).go_to_plan_requested.emit()
    assert window.taking_over is not None


def test_a_plan_that_is_not_said_yet_begins_with_a_good_moment(
    qtbot: QtBot, qapp: QApplication, session: VaultSession
) -> None:
    theme.apply(qapp, "light", 1.0)
    builders.a_live_plan(session, said=False)
    window = MainWindow(OpenVault(session))
    qtbot.addWidget(window)
    window.page(Place.TODAY).step.button.click()
    assert window.place is Place.TALK


def test_the_wizard_fills_the_window_until_it_is_left(qtbot: QtBot, real_window: MainWindow) -> None:
    real_window.page(Place.PLAN).wizard_requested.emit()
    wizard = real_window.taking_over
    assert wizard is not None
    assert wizard.isVisible()

    wizard.left.emit()

    assert (real_window.taking_over, real_window.place) == (None, Place.PLAN)
    real_window.open_wizard()
    real_window.taking_over.help_requested.emit()
    assert (real_window.taking_over, real_window.place) == (None, Place.HELP)


def test_the_number_beside_say_it_goes_with_the_day(
    session: VaultSession, clock: Clock, real_window: MainWindow
) -> None:
    plan = planning.live_plan(session)
    assert plan is not None
    oldest = builders.TODAY - timedelta(days=UNSAID_DAYS - 1)
    following_through.mark(session, plan.actions[0].id, oldest, Outcome.KEPT)
    say_it = real_window.rail.rows[Place.SAY_IT]
    assert say_it.unsaid == 1
    clock.forward(days=1)
    real_window.beside_rail.day_watch.look()
    assert say_it.unsaid == 0


def test_what_is_copied_from_any_field_of_a_page_is_marked(
    real_window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _clipboard: True)
    real_window.go_to(Place.FIND)
    find = real_window.page(Place.FIND).field.edit  # type: ignore[attr-defined]
    find.setText("A word of mine")
    find.selectAll()
    find.copy()
    assert QGuiApplication.clipboard().mimeData().hasFormat("x-kde-passwordManagerHint")
    real_window.copies.clear_if_ours()
    assert QGuiApplication.clipboard().text() == ""
