"""An open vault with a plan that was said, on a Tuesday evening, read with British dates."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import Clock, a_live_plan, session_at
from trust_desktop.domain.cadence import Cadence, CadenceKind
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.domain.plan import Plan
from trust_desktop.services import following_through
from trust_desktop.services.following_through import ActionOnDay
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.calendar.calendar_page import CalendarPage
from trust_desktop.ui.open_vault import OpenVault

MakePage = Callable[..., CalendarPage]


def on_weekdays(*weekdays: int) -> Cadence:
    return Cadence(CadenceKind.WEEKDAYS, weekdays=frozenset(weekdays))


@pytest.fixture(autouse=True)
def usual_look(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    theme.apply(qapp, "light", 1.0)
    yield
    theme.apply(qapp, "light", 1.0)
    QLocale.setDefault(before)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def session(tmp_path: Path, clock: Clock) -> Iterator[VaultSession]:
    opened = session_at(tmp_path, clock)
    yield opened
    opened.close()


@pytest.fixture
def plan(session: VaultSession) -> Plan:
    """Due daily, Monday to Thursday, Tuesday and Saturday, and on Sundays."""
    return a_live_plan(session, Cadence(), on_weekdays(0, 1, 2, 3), on_weekdays(1, 5), on_weekdays(6))


@pytest.fixture
def vault(session: VaultSession) -> OpenVault:
    return OpenVault(session)


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
