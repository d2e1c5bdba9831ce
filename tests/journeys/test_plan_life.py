"""A plan that rests, changes an action, ends and is followed by another: in the window, by keyboard."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests import builders
from tests.builders import TODAY, Clock
from tests.support.window_keys import KEYS, press
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.services import following_through, planning
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.common.pressable import Pressable
from trust_desktop.ui.main_window import MainWindow
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.plan_wizard.wizard import PlanWizard


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, session: VaultSession) -> MainWindow:
    theme.apply(qapp, "light", 1.0)
    builders.a_live_plan(session)
    shown = MainWindow(OpenVault(session))
    qtbot.addWidget(shown)
    with qtbot.waitActive(shown):
        shown.show()
    return shown


def go(qtbot: QtBot, window: MainWindow, place: Place) -> QWidget:
    press(qtbot, window, KEYS[place])
    assert window.place is place
    return window.page(place)


def push(window: MainWindow, words: str) -> None:
    """Press the button that says so, or is called so, with the space bar."""
    QApplication.processEvents()
    found = [
        button
        for button in window.findChildren(Pressable)
        if button.isVisible() and words in {button.text(), button.accessibleName()}
    ]
    assert found, words
    QTest.keyClick(found[0], Qt.Key.Key_Space)


def write(window: MainWindow, words: str) -> None:
    """Type where the keyboard is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, words)


def seen(window: MainWindow) -> str:
    QApplication.processEvents()
    labels = [label for label in window.findChildren(QLabel) if label.isVisible()]
    return "\n".join(label.accessibleName() or label.text() for label in labels)


def end(window: MainWindow) -> None:
    push(window, "End the plan")
    assert "What was done in it was done." in seen(window)
    push(window, "End the plan")
    assert "Your plan has ended" in seen(window)


def marked_days(session: VaultSession) -> list[tuple[object, ...]]:
    days = following_through.days(session, builders.FIRST_DAY, TODAY)
    return [(day.day, lane.terms, lane.due, lane.outcome) for day in days for lane in day.actions]


def test_i_look_again_let_the_plan_rest_end_it_and_begin_another(
    qtbot: QtBot, window: MainWindow, session: VaultSession, clock: Clock
) -> None:
    first = planning.live_plan(session)
    assert first is not None
    following_through.mark(session, first.actions[1].id, TODAY, Outcome.KEPT)
    before = marked_days(session)

    # Its day has come; Today says so in one line, which leads to the first of them.
    clock.forward(days=40)
    go(qtbot, window, Place.CALENDAR)
    go(qtbot, window, Place.TODAY)
    assert "have come to the day for looking at them again" in seen(window)
    push(window, "Look at the plan")
    assert QApplication.focusWidget().accessibleName() == "Look at Action one again"
    push(window, "Look at Action one again")
    push(window, "Keep it")
    assert "Action one stays as it is." in seen(window)

    # The second has done its work; something else takes its place.
    push(window, "Look at Action two again")
    push(window, "Choose another")
    write(window, "Read to me for ten minutes on Wednesday evening")
    page = window.page(Place.PLAN)
    page.change.editor.openness.about.buttons[1].click()
    push(window, "Put it in the plan")
    assert "“Read to me for ten minutes on Wednesday evening”" in seen(window)

    # And one thing of my own.
    push(window, "Add something of your own")
    write(window, "I will put my own phone away at dinner")
    push(window, "Put it in the plan")
    assert "Your side" in seen(window)

    # A hard week: nothing is due, and nothing is lost.
    push(window, "Let the plan rest")
    write(window, "Her mother is ill.")
    push(window, "Let the plan rest")
    assert "The plan is at rest" in seen(window)
    go(qtbot, window, Place.TODAY)
    assert "have come to the day" not in seen(window)
    clock.forward(days=7)
    go(qtbot, window, Place.PLAN)
    push(window, "Take it up again")
    assert "The plan is at rest" not in seen(window)

    # It ends; I go back once, for it was a finger too quick, and end it after all.
    end(window)
    press(qtbot, window, Qt.Key.Key_Z)
    assert planning.live_plan(session) is not None
    end(window)
    assert planning.live_plan(session) is None

    # Everything of it can be read, and nothing recorded has changed.
    push(window, "Every plan, in the words of its days")
    shown = seen(window)
    for words in ("“Text when the train leaves", "“Read to me for ten minutes", "“Her mother is ill.”"):
        assert words in shown
    assert marked_days(session) == before
    push(window, "Back to the plan")

    # And another begins.
    push(window, "Begin another plan")
    assert isinstance(window.taking_over, PlanWizard)
    window.taking_over.leave()
    second = planning.go_live(session, builders.a_plan_draft(first_day=session.today))
    assert "When and how did you say it to Sam?" in seen(window)
    assert second.id != first.id
    assert session.today == TODAY + timedelta(days=47)
