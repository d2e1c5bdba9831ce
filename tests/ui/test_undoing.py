"""Ctrl+Z takes nothing back unseen: it goes where the thing was done, and says what it was."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests import builders
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.services import following_through, planning
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.calendar.calendar_page import CalendarPage
from trust_desktop.ui.calendar.commands import MarkCommand, Marking
from trust_desktop.ui.common.done import Done
from trust_desktop.ui.common.undo_bar import UndoBar
from trust_desktop.ui.main_window import MainWindow
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.open_vault import OpenVault

CONTROL = Qt.KeyboardModifier.ControlModifier
WORDS = "Phone on the table at dinner: Kept."
TAKEN_BACK = f"Taken back: “{WORDS}”"


@pytest.fixture
def window(qtbot: QtBot, vault: OpenVault) -> MainWindow:
    builders.a_live_plan(vault.session)
    made = MainWindow(vault)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.fixture
def bar(window: MainWindow) -> UndoBar:
    found = window.findChild(UndoBar)
    assert found is not None
    return found


def mark(window: MainWindow, day: date = builders.TODAY) -> None:
    """In the calendar."""
    window.go_to(Place.CALENDAR)
    title = "Phone on the table at dinner"
    window.vault.undo_stack.push(MarkCommand(window.vault.session, Marking(1, title, day, Outcome.KEPT)))


def outcome(session: VaultSession, day: date = builders.TODAY) -> Outcome | None:
    return following_through.day(session, day).actions[0].outcome


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> None:
    """With the keyboard on a button."""
    window.lock_button.setFocus()
    qtbot.keyClick(window.lock_button, key, CONTROL)


def test_it_goes_where_the_thing_was_done_and_says_what_was_taken_back(
    qtbot: QtBot, window: MainWindow, bar: UndoBar, session: VaultSession
) -> None:
    day = builders.TODAY - timedelta(days=7)
    mark(window, day)
    bar.hide()  # its time is over
    window.go_to(Place.SETTINGS)
    press(qtbot, window, Qt.Key.Key_Z)
    assert window.place is Place.CALENDAR
    page = window.page(Place.CALENDAR)
    assert isinstance(page, CalendarPage)
    assert page.day() == day
    assert outcome(session, day) is None
    assert (bar.isVisible(), bar.text(), bar.button.text()) == (True, TAKEN_BACK, "Redo")
    window.go_to(Place.SETTINGS)
    bar.button.click()
    assert (window.place, outcome(session, day)) == (Place.CALENDAR, Outcome.KEPT)
    assert (bar.text(), bar.button.text()) == (WORDS, "Undo")
    bar.button.click()
    assert (bar.isVisible(), outcome(session, day)) == (False, None)


def test_what_the_bar_names_is_seen_already(
    qtbot: QtBot, window: MainWindow, bar: UndoBar, session: VaultSession
) -> None:
    mark(window)
    window.go_to(Place.SETTINGS)
    assert bar.text() == WORDS
    press(qtbot, window, Qt.Key.Key_Z)
    assert (window.place, bar.isVisible(), outcome(session)) == (Place.SETTINGS, False, None)
    press(qtbot, window, Qt.Key.Key_Y)
    assert (window.place, bar.text(), outcome(session)) == (Place.CALENDAR, WORDS, Outcome.KEPT)


def test_from_what_fills_the_window_nothing_elsewhere_is_taken_back(
    qtbot: QtBot, window: MainWindow, bar: UndoBar, session: VaultSession
) -> None:
    mark(window)
    bar.hide()
    over, there = QWidget(), [True]
    window.take_over(over)
    press(qtbot, window, Qt.Key.Key_Z)
    assert (window.taking_over, outcome(session)) == (over, Outcome.KEPT)
    again, back = (lambda: there.append(True)), there.clear
    window.vault.undo_stack.push(Done("The commitment is taken out.", again=again, back=back))
    press(qtbot, window, Qt.Key.Key_Z)
    assert there == []
    assert not bar.isVisibleTo(bar.parentWidget()), "it has a line of its own"
    press(qtbot, window, Qt.Key.Key_Z)
    assert outcome(session) is Outcome.KEPT


def test_what_can_be_taken_back_no_more_is_said(
    window: MainWindow, bar: UndoBar, session: VaultSession
) -> None:
    """A change that was marked under meanwhile, say."""
    plan = planning.live_plan(session)
    assert plan is not None
    terms = plan.actions[0].newest.terms
    planning.change_action(session, plan.id, 1, terms)
    step = Done(
        "Action one was changed.",
        again=lambda: planning.change_action(session, plan.id, 1, terms),
        back=lambda: planning.take_back_change(session, plan.id, 1, 2),
    )
    window.vault.undo_stack.push(step)
    following_through.mark(session, 1, builders.TODAY, Outcome.KEPT)
    bar.button.click()
    assert bar.text() == "This can no longer be taken back: “Action one was changed.”"
    assert (bar.isVisible(), bar.button.isVisible()) == (True, False)
