"""The first page with the person's own side, with what is declined or at rest, and after a missed day."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests import builders
from tests.builders import TODAY, Clock
from tests.support.full_disk import full_disk
from trust_desktop.domain.cadence import Cadence, CadenceKind
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.follow_through import MarkKey, Outcome
from trust_desktop.domain.plan import Consent
from trust_desktop.domain.talk import Answer
from trust_desktop.services import following_through, plan_living, planning, setting_aside, talking
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.today.quiet_line import Matter
from trust_desktop.ui.today.today_page import TodayPage

Show = Callable[[], TodayPage]
DAILY, TWICE = Cadence(), Cadence(CadenceKind.TIMES_A_WEEK, times=2)


def texts(widget: QWidget) -> list[str]:
    labels = widget.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisibleTo(widget) and label.text()]


def suggested(page: TodayPage) -> list[str]:
    return [line.words for line in page.reminders.shown if line.matter is Matter.OFTEN_MISSED]


def missed_lately(session: VaultSession, action_id: int) -> None:
    for days in range(3):
        following_through.mark(session, action_id, TODAY - timedelta(days=days), Outcome.NOT_KEPT)


# --- one's own side


def test_ones_own_side_stands_under_its_own_heading(show: Show, session: VaultSession) -> None:
    plan = builders.a_live_plan(session, own=(DAILY, TWICE, Cadence(CadenceKind.MONTHLY, month_day=1)))
    page = show()
    shown = texts(page.due)
    after = shown[shown.index("Your side") :]
    assert "Breathe before I answer" in after
    assert "Ask once, not three times" in after
    assert "0 of 2 this week" in after
    assert "My phone away too" not in shown, "it is not due today"
    assert page.lead.text() == "Two things are open today, and there is time."
    row = page.due.row(plan.commitments[0].id)
    assert row is not None
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_1)
    assert row.action.outcome is Outcome.KEPT
    assert not row.action.unsaid
    assert page.lead.text() == "Two things are open today, and there is time."
    page.vault.undo_stack.undo()
    assert row.action.outcome is None


def test_a_day_of_ones_own_side_alone_says_so(show: Show, session: VaultSession) -> None:
    never = Cadence(CadenceKind.MONTHLY, month_day=1)
    builders.a_live_plan(session, never, never, never, never, own=(DAILY,))
    page = show()
    assert page.lead.text() == "Only your own side is due today."
    assert page.due.heading.text() == "Today"


# --- declined, at rest, ended


def test_what_is_declined_is_one_quiet_line(show: Show, session: VaultSession) -> None:
    plan = builders.a_live_plan(session)
    talking.record_answer(session, plan.actions[0].id, Answer.NO, day=TODAY)
    page = show()
    assert page.due.declined.text() == "Phone on the table at dinner: the answer was no, so it is not due."
    assert page.due.row(plan.actions[0].id) is None
    talking.record_answer(session, plan.actions[1].id, Answer.NOT_NOW, day=TODAY)
    both = page.due.declined.text()
    assert both.startswith("Phone on the table at dinner")
    assert both.endswith("Text when the train leaves: the answer was not now or no, so nothing of it is due.")


def test_a_plan_at_rest_says_so_and_asks_for_nothing(show: Show, session: VaultSession) -> None:
    plan = builders.a_live_plan(session, own=(DAILY,))
    plan_living.rest(session, plan.id)
    page = show()
    assert page.lead.text() == "The plan is at rest, and nothing is due."
    assert page.due.row(plan.actions[0].id) is None
    assert page.due.row(plan.commitments[0].id) is None


def test_after_the_plan_has_ended_another_is_offered(show: Show, session: VaultSession, qtbot: QtBot) -> None:
    plan = builders.a_live_plan(session)
    plan_living.end(session, plan.id)
    page = show()
    assert page.step.heading.text() == "The plan has ended"
    assert not page.due.isVisible()
    with qtbot.waitSignal(page.go_to_plan_requested):
        page.step.button.click()


# --- after a missed day


def test_three_paths_stand_beside_what_was_not_kept(show: Show, session: VaultSession, qtbot: QtBot) -> None:
    plan = builders.a_live_plan(session)
    action_id = plan.actions[0].id
    page = show()
    row = page.due.row(action_id)
    assert row is not None
    assert row.paths is None
    row.bar.buttons[3].click()
    assert row.paths is not None
    assert row.paths.isVisible()
    with qtbot.waitSignal(page.adjust_requested) as asked:
        row.paths.adjust.click()
    assert asked.args == [action_id]
    row.paths.leave.click()
    assert [item.key for item in setting_aside.listed(session)] == [MarkKey(action_id, TODAY)]
    row.paths.ask.click()
    assert row.paths.borrowed is not None
    with qtbot.waitSignal(page.write_requested) as wanted:
        row.paths.borrowed.write.click()
    assert wanted.args == [MarkKey(action_id, TODAY)]
    row.paths.borrowed.copies[0].click()
    page.save_now()
    page.vault.undo_stack.undo()
    page.vault.undo_stack.undo()
    assert not row.paths.isVisible()


@pytest.mark.parametrize("outcome", [Outcome.PARTLY, Outcome.COULD_NOT, Outcome.KEPT])
def test_other_outcomes_and_ones_own_side_have_no_paths(
    show: Show, session: VaultSession, outcome: Outcome
) -> None:
    plan = builders.a_live_plan(session, own=(DAILY,))
    following_through.mark(session, plan.actions[0].id, TODAY, outcome)
    following_through.mark(session, plan.commitments[0].id, TODAY, Outcome.NOT_KEPT)
    page = show()
    for action in (plan.actions[0], plan.commitments[0]):
        row = page.due.row(action.id)
        assert row is not None
        assert row.paths is None


def test_what_was_often_missed_is_suggested_for_a_look_until_put_off(
    show: Show, session: VaultSession, qtbot: QtBot
) -> None:
    plan = builders.a_live_plan(session)
    missed_lately(session, plan.actions[0].id)
    page = show()
    words = texts(page.reminders)[0]
    assert words.startswith("Phone on the table at dinner: three of the last four days were not kept.")
    with qtbot.waitSignal(page.look_at_requested) as asked:
        page.reminders.doors[0].click()
    assert asked.args == [plan.actions[0].id]
    with full_disk():
        page.reminders.doors[1].click()
    assert suggested(page) == [words]
    assert "no room left" in page.due.reason.text()
    page.reminders.doors[1].click()
    assert suggested(page) == []
    page.vault.undo_stack.undo()
    assert suggested(page) == [words]
    page.vault.undo_stack.redo()
    assert suggested(page) == []


def test_openness_that_has_ended_can_be_renewed_together(
    show: Show, session: VaultSession, clock: Clock, qtbot: QtBot
) -> None:
    draft = builders.a_plan_draft()
    opened = draft.actions[0]
    opened.about_openness, opened.consent, opened.purpose = True, Consent.AGREED, "Calm evenings"
    opened.first_day, opened.ends = TODAY, TODAY + timedelta(days=10)
    plan = planning.go_live(session, draft)
    planning.record_said(session, plan.id, TODAY, Way.ALOUD)
    clock.forward(days=11)
    page = show()
    assert page.reminders.doors[0].words == "Renew together"
    with qtbot.waitSignal(page.look_at_requested) as asked:
        page.reminders.doors[0].click()
    assert asked.args == [plan.actions[0].id]
