"""A check-in is offered in one quiet line, once a week, and put off with one press."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests import builders
from tests.builders import TODAY, Clock
from trust_desktop.domain.check_in import Noted
from trust_desktop.services import checking_in
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.today.quiet_line import Matter
from trust_desktop.ui.today.today_page import TodayPage

Show = Callable[[], TodayPage]


def offers(page: TodayPage) -> bool:
    return Matter.CHECK_IN in {line.matter for line in page.reminders.shown}


def door(page: TodayPage, words: str) -> QPushButton:
    return next(each for each in page.reminders.doors if each.text() == words)


def test_a_week_after_the_plan_was_said_it_is_offered(
    show: Show, session: VaultSession, qtbot: QtBot
) -> None:
    builders.a_live_plan(session)
    page = show()
    assert offers(page)
    with qtbot.waitSignal(page.go_to_requested) as went:
        qtbot.mouseClick(door(page, "Check in"), Qt.MouseButton.LeftButton)
    assert went.args == [Place.CHECK_IN]


def test_it_goes_when_one_was_kept_and_comes_back_a_week_later(
    show: Show, session: VaultSession, clock: Clock
) -> None:
    builders.a_live_plan(session)
    page = show()
    checking_in.keep(session, Noted(5))
    assert not offers(page)
    clock.forward(days=7)
    page.check_day()
    assert offers(page)


def test_it_can_be_put_off_for_a_week(show: Show, session: VaultSession, qtbot: QtBot) -> None:
    builders.a_live_plan(session)
    page = show()
    later = door(page, "Not this week")
    assert later.accessibleName() == "Not this week: put the check-in off"
    qtbot.mouseClick(later, Qt.MouseButton.LeftButton)
    assert not offers(page)
    assert checking_in.put_off_until(session, None) == TODAY + timedelta(days=7)


def test_before_a_plan_was_said_nothing_is_offered(show: Show, session: VaultSession) -> None:
    builders.a_live_plan(session, said=False)
    assert not offers(show())
