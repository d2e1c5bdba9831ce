"""An open vault with a plan that was said, on a Tuesday evening, read with British dates."""

from collections.abc import Callable
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from tests.builders import a_live_plan
from trust_desktop.domain.cadence import Cadence, CadenceKind
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.domain.plan import Plan
from trust_desktop.services import following_through
from trust_desktop.services.following_through import ActionOnDay
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.calendar.calendar_page import CalendarPage
from trust_desktop.ui.open_vault import OpenVault

MakePage = Callable[..., CalendarPage]


def on_weekdays(*weekdays: int) -> Cadence:
    return Cadence(CadenceKind.WEEKDAYS, weekdays=frozenset(weekdays))


@pytest.fixture
def plan(session: VaultSession) -> Plan:
    """Due daily, Monday to Thursday, Tuesday and Saturday, and on Sundays."""
    return a_live_plan(session, Cadence(), on_weekdays(0, 1, 2, 3), on_weekdays(1, 5), on_weekdays(6))


@pytest.fixture
def make_page(qtbot: QtBot, vault: OpenVault) -> MakePage:
    """Build and show a page of some size; 1072 by 800 is what the frame leaves of 1280."""

    def make(width: int = 1072, height: int = 800) -> CalendarPage:
        page = CalendarPage(vault)
        qtbot.addWidget(page)
        page.resize(width, height)
        page.show()
        page.activateWindow()
        page.sheet.grid.setFocus()
        qtbot.waitUntil(page.sheet.grid.hasFocus)
        return page

    return make


@pytest.fixture
def page(plan: Plan, make_page: MakePage) -> CalendarPage:
    return make_page()


def action_on(session: VaultSession, day: date, slot: int) -> ActionOnDay:
    return following_through.day(session, day).actions[slot - 1]


def outcomes(session: VaultSession, day: date) -> list[Outcome | None]:
    """What is recorded of the four actions on a day."""
    return [action.outcome for action in following_through.day(session, day).actions]
