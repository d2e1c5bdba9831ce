"""Days on which nothing is due: declined, at rest, after the end; and the three paths beside a missed one."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.builders import TODAY, Clock, a_live_plan, a_plan_draft
from tests.ui.calendar.conftest import MakePage, action_on
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.follow_through import MarkKey, Outcome
from trust_desktop.domain.plan import Consent, Plan
from trust_desktop.domain.talk import Answer
from trust_desktop.services import following_through, plan_living, planning, setting_aside, talking
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.calendar import spoken
from trust_desktop.ui.calendar.calendar_page import CalendarPage
from trust_desktop.ui.calendar.toolbar import Mode

PHONE = "Phone on the table at dinner"


def test_a_declined_action_says_so_once_and_has_no_mark(
    page: CalendarPage, session: VaultSession, plan: Plan
) -> None:
    talking.record_answer(session, plan.actions[0].id, Answer.NOT_NOW, day=TODAY)
    assert page.panel.quiet.text() == f"{PHONE}: the answer was not now, so it is not due."
    declined = action_on(session, TODAY, 1)
    assert not declined.due
    assert spoken.action(declined) == f"{PHONE}. The answer was not now, so nothing is due."
    talking.record_answer(session, plan.actions[0].id, Answer.NO, day=TODAY)
    assert page.panel.quiet.text() == f"{PHONE}: the answer was no, so it is not due."
    assert "The answer was no" in spoken.action(action_on(session, TODAY, 1))


def test_a_plan_at_rest_says_so_in_the_day_and_in_the_list(
    session: VaultSession, plan: Plan, make_page: MakePage
) -> None:
    plan_living.rest(session, plan.id)
    page = make_page()
    assert page.panel.quiet.text() == "The plan is at rest on this day, so nothing is due."
    QTest.keyClick(page.sheet.grid, Qt.Key.Key_1)
    assert page.panel.why_not.text() == "The plan is at rest on this day. Choose what you want to mark."
    page.set_mode(Mode.LIST)
    model = page.list.days.model()
    assert model.index(0, 0).data() == "The plan was at rest, nothing was due"
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Tuesday 24 November, today. The plan was at rest, nothing was due."
    )
    page.show_day(TODAY - timedelta(days=1))
    assert not page.panel.quiet.isVisible()


def test_openness_that_has_ended_says_so_in_the_day(
    session: VaultSession, make_page: MakePage, clock: Clock
) -> None:
    draft = a_plan_draft()
    opened = draft.actions[0]
    opened.about_openness, opened.consent, opened.purpose = True, Consent.AGREED, "Calm evenings"
    opened.first_day, opened.ends = TODAY, TODAY + timedelta(days=10)
    made = planning.go_live(session, draft)
    planning.record_said(session, made.id, TODAY, Way.ALOUD)
    clock.forward(days=12)
    page = make_page()
    assert page.panel.quiet.text() == f"{PHONE}: agreed until Friday 4 December, and it has ended."


def test_days_of_an_ended_plan_keep_their_words_and_can_be_filled_in(
    page: CalendarPage, session: VaultSession, plan: Plan, clock: Clock
) -> None:
    following_through.mark(session, plan.actions[0].id, TODAY, Outcome.KEPT)
    plan_living.end(session, plan.id)
    clock.forward(days=3)
    page.show_day(TODAY)
    assert page.panel.action_list.isVisible()
    assert page.panel.action_list.rows[0].words == PHONE
    page.panel.action_list.rows[1].click()
    page.panel.action_list.choices.buttons[0].click()
    assert action_on(session, TODAY, 2).outcome is Outcome.KEPT
    page.show_day(session.today)
    assert page.panel.empty.isVisible()
    assert page.panel.empty.heading.text() == "Nothing was asked for on this day"
    assert not page.panel.say_it.isVisible()


def test_another_plan_not_said_yet_leaves_the_days_before_it(
    page: CalendarPage, session: VaultSession, plan: Plan, clock: Clock
) -> None:
    plan_living.end(session, plan.id)
    clock.forward(days=3)
    another = a_live_plan(session, said=False, first_day=session.today)
    assert another.said is None
    page.show_day(TODAY - timedelta(days=1))
    assert page.panel.action_list.isVisible()
    page.show_day(session.today)
    assert page.panel.empty.heading.text() == "Nothing is due yet"


# --- after a missed day


def test_beside_a_missed_day_three_paths_and_the_reason(
    page: CalendarPage, session: VaultSession, plan: Plan, qtbot: QtBot
) -> None:
    listed = page.panel.action_list
    assert not listed.paths.isVisible()
    listed.rows[0].click()
    listed.choices.buttons[3].setFocus()
    listed.choices.buttons[3].click()
    assert listed.paths.isVisible(), "the choice stays where something may follow"
    assert listed.reason.isVisible()
    listed.paths.leave.click()
    key = MarkKey(plan.actions[0].id, TODAY)
    assert [item.key for item in setting_aside.listed(session)] == [key]
    with qtbot.waitSignal(page.adjust_requested) as asked:
        listed.paths.adjust.click()
    assert asked.args == [key.action_id]
    listed.paths.ask.click()
    assert listed.paths.borrowed is not None
    listed.paths.borrowed.write.click()
    assert listed.reason.hasFocus()
    listed.choices.buttons[0].click()
    listed.rows[0].click()
    assert not listed.paths.isVisible()


def test_the_tab_key_passes_through_the_paths_in_order(page: CalendarPage) -> None:
    listed = page.panel.action_list
    listed.rows[0].click()
    listed.choices.buttons[3].click()
    listed.rows[0].click()
    listed.reason.setFocus()
    QTest.keyClick(listed.reason, Qt.Key.Key_Tab)
    for path in (listed.paths.ask, listed.paths.adjust, listed.paths.leave):
        assert path.hasFocus()
        QTest.keyClick(path, Qt.Key.Key_Tab)
    assert listed.rows[1].hasFocus()


@pytest.mark.parametrize("width", [1072, 620])
def test_the_first_page_can_open_the_reason_of_a_missed_day(
    session: VaultSession, plan: Plan, make_page: MakePage, width: int
) -> None:
    day = TODAY - timedelta(days=1)
    following_through.mark(session, plan.actions[1].id, day, Outcome.NOT_KEPT)
    page = make_page(width)
    page.write_about(MarkKey(plan.actions[1].id, day))
    assert page.day() == day
    assert page.panel.action_list.reason.hasFocus()
    page.panel.action_list.reason.set_text("The meeting ran on")
    page.save_now()
    assert action_on(session, day, 2).reason == "The meeting ran on"
