"""A missed day and what may follow it, one's own side beside it, in the person's words: in the window, by keyboard."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests import builders
from tests.builders import TODAY
from tests.support.window_keys import KEYS, press
from trust_desktop.domain.cadence import Cadence
from trust_desktop.domain.follow_through import MarkKey, Outcome
from trust_desktop.domain.plan import Plan
from trust_desktop.services import acknowledging, following_through, setting_aside
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.calendar.calendar_page import CalendarPage
from trust_desktop.ui.common.pressable import Pressable
from trust_desktop.ui.main_window import MainWindow
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.plan.plan_page import PlanPage
from trust_desktop.ui.today.today_page import TodayPage

PHONE = "Phone on the table at dinner"


@pytest.fixture
def plan(session: VaultSession) -> Plan:
    return builders.a_live_plan(session, own=(Cadence(),))


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, session: VaultSession, plan: Plan) -> MainWindow:
    theme.apply(qapp, "light", 1.0)
    shown = MainWindow(OpenVault(session))
    qtbot.addWidget(shown)
    shown.resize(1180, 760)
    with qtbot.waitActive(shown):
        shown.show()
    return shown


def go(qtbot: QtBot, window: MainWindow, place: Place) -> QWidget:
    press(qtbot, window, KEYS[place])
    assert window.place is place
    return window.page(place)


def push(window: MainWindow, words: str) -> None:
    """Press the button that is called so with the space bar."""
    QApplication.processEvents()
    buttons = [each for each in window.findChildren(Pressable) if each.isVisible()]
    found = [each for each in buttons if words in {each.words, each.accessibleName()}]
    assert found, words
    QTest.keyClick(found[0], Qt.Key.Key_Space)
    QApplication.processEvents()


def seen(window: MainWindow) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def test_i_miss_something_and_nothing_has_to_follow(
    qtbot: QtBot, window: MainWindow, session: VaultSession, plan: Plan
) -> None:
    key = MarkKey(plan.actions[0].id, TODAY)

    # The phone was not on the table. I mark it, and it is a fact like any other.
    page = window.page(Place.TODAY)
    assert isinstance(page, TodayPage)
    row = page.due.row(key.action_id)
    assert row is not None
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_4)
    assert "Nothing has to follow from this." in seen(window)

    # I would rather ask than guess, and borrow the words for it.
    push(window, f"{PHONE}: Ask what got in the way")
    assert f"“{PHONE}” didn’t happen on Tuesday. What got in the way?" in seen(window)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert "What got in the way?" in QGuiApplication.clipboard().text()

    # What I hear I write beside the day.
    push(window, "Write down what you hear")
    days = window.page(Place.CALENDAR)
    assert isinstance(days, CalendarPage)
    assert window.place is Place.CALENDAR
    assert days.panel.action_list.reason.hasFocus()
    QTest.keyClicks(QApplication.focusWidget(), "The meeting ran on, and I did not look up.")

    # The rest can wait for Sunday.
    push(window, f"{PHONE}: Leave it for the weekly talk")
    days.save_now()
    assert [(item.key, item.reason) for item in setting_aside.listed(session)] == [
        (key, "The meeting ran on, and I did not look up.")
    ]
    push(window, f"{PHONE}: Left for the weekly talk: take it back")
    assert setting_aside.listed(session) == ()


def test_i_look_at_my_own_side_with_the_same_keys(
    qtbot: QtBot, window: MainWindow, session: VaultSession, plan: Plan
) -> None:
    go(qtbot, window, Place.CALENDAR)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_1)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_2)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_1)
    days = window.page(Place.CALENDAR)
    assert isinstance(days, CalendarPage)
    grid = days.sheet.grid
    spoken = str(grid.model().data(grid.currentIndex(), Qt.ItemDataRole.AccessibleTextRole))
    assert "2 of 2 kept, 1 of them late but told me, 2 unsaid." in spoken
    assert spoken.endswith("Your side: 1 of 1 kept.")
    assert acknowledging.tray(session).count == 2, "what I did myself is nothing to be thanked for"
    window.undo()
    assert following_through.day(session, TODAY).own[0].outcome is None


def test_after_three_missed_days_i_am_asked_once_and_may_say_not_now(
    qtbot: QtBot, window: MainWindow, session: VaultSession, plan: Plan
) -> None:
    for days in range(3):
        day = TODAY - timedelta(days=days)
        following_through.mark(session, plan.actions[0].id, day, Outcome.NOT_KEPT)
    assert f"{PHONE}: three of the last four days were not kept." in seen(window)
    push(window, f"Not now: put looking at {PHONE} off")
    assert "three of the last four" not in seen(window)
    window.undo()

    # On another evening I do look.
    push(window, f"Look at it again: {PHONE}")
    page = window.page(Place.PLAN)
    assert isinstance(page, PlanPage)
    assert window.place is Place.PLAN
    assert page.review.isVisible()

    # Or I change it straight from the day.
    go(qtbot, window, Place.TODAY)
    push(window, f"{PHONE}: Adjust the action")
    assert window.place is Place.PLAN
    assert page.change.isVisible()
