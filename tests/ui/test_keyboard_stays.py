"""What had the keyboard goes, because it was taken out or turned to: the keyboard stays beside where it was."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from tests import builders
from tests.builders import Clock
from tests.support.pages import button
from trust_desktop.domain.check_in import Noted
from trust_desktop.domain.weekly_talk import SheetPart
from trust_desktop.services import checking_in, talking_weekly
from trust_desktop.ui.check_in.check_in_page import CheckInPage
from trust_desktop.ui.check_in.earlier import PAGE
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.openings.openings_page import OpeningsPage
from trust_desktop.ui.weekly_talk.weekly_talk_page import WeeklyTalkPage

InFront = Callable[..., None]

pytestmark = pytest.mark.once


def test_among_the_earlier_check_ins(vault: OpenVault, clock: Clock, in_front: InFront) -> None:
    for _ in range(PAGE + 2):
        checking_in.keep(vault.session, Noted(5, 5, 5, line="A line"))
        clock.forward(days=7)
    page = CheckInPage(vault)
    in_front(page)

    press(page, "Take these words out", 1)
    assert page.earlier.entries[1].isAncestorOf(keyboard())
    assert keyboard().text() == "Add a line"  # type: ignore[attr-defined]
    press(page, "Change these words", 1)
    press(page, "Leave them as they were")
    assert page.earlier.entries[2].isAncestorOf(keyboard())
    press(page, "Show earlier ones")
    assert page.earlier.entries[PAGE].isAncestorOf(keyboard())


def test_among_the_weeks_of_the_talk(vault: OpenVault, in_front: InFront) -> None:
    week = builders.TODAY - timedelta(days=builders.TODAY.weekday() + 7)
    talking_weekly.keep(vault.session, week, SheetPart.WISH, "A wish")
    talking_weekly.settle(vault.session, week)
    page = WeeklyTalkPage(vault)
    in_front(page)
    page.weeks.rows[week].setFocus()
    page.weeks.rows[week].click()
    assert keyboard() is page.weeks.rows[week]
    assert page.weeks.rows[week].isChecked()


def test_on_the_page_of_small_steps_after_an_undo(vault: OpenVault, in_front: InFront) -> None:
    page = OpeningsPage(vault)
    in_front(page)
    page.choose.take.click()
    assert keyboard() is page.open.line
    vault.undo_stack.undo()
    assert keyboard() is page.choose.take


def keyboard() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(page: QWidget, words: str, number: int = 0) -> None:
    found = button(page, words, number)
    found.setFocus()
    found.click()
