"""The person's own commitments on the days: marked alike, counted apart, never to be said."""

from datetime import timedelta

from tests.builders import FIRST_DAY, TODAY, a_live_plan
from trust_desktop.domain.cadence import Cadence, CadenceKind
from trust_desktop.domain.follow_through import Outcome, WeekCount
from trust_desktop.services import acknowledging, following_through
from trust_desktop.services.today import today

DAILY, TWICE = Cadence(), Cadence(CadenceKind.TIMES_A_WEEK, times=2)


def test_own_commitments_stand_apart_and_count_in_nothing_of_the_partners(session):
    plan = a_live_plan(session, own=(DAILY, TWICE))
    own = plan.commitments[0]
    following_through.mark(session, own.id, TODAY, Outcome.KEPT)
    view = following_through.day(session, TODAY)
    assert [lane.mine for lane in view.lanes] == [False] * 4 + [True, True]
    assert [lane.outcome for lane in view.own] == [Outcome.KEPT, None]
    cell = next(cell for cell in following_through.month(session, 2026, 11, 0).cells if cell.day == TODAY)
    assert [mark.shown for mark in cell.own] == [True, False]
    assert cell.count(Outcome.KEPT) == cell.unsaid == 0
    assert acknowledging.tray(session).count == 0
    assert view.own[0].unsaid is False


def test_today_keeps_ones_own_side_apart(session):
    plan = a_live_plan(session, own=(DAILY, TWICE))
    for days in (0, 1):
        day = TODAY - timedelta(days=days)
        following_through.mark(session, plan.commitments[1].id, day, Outcome.KEPT_LATE_TOLD)
    view = today(session)
    assert [(lane.slot, lane.mine) for lane in view.own_due] == [(1, True)]
    assert [(lane.slot, lane.mine) for lane in view.own_others] == [(2, True)]
    assert all(not lane.mine for lane in (*view.due, *view.others, *view.review, *view.often_missed))
    weeks = {line.action.action_id: line.count for line in view.weeks}
    monday = TODAY - timedelta(days=1)
    assert weeks[plan.commitments[1].id] == WeekCount(monday, asked=2, kept=2)


def test_a_day_before_the_commitments_has_none(session):
    a_live_plan(session, own=(DAILY,))
    before = following_through.day(session, FIRST_DAY - timedelta(days=1))
    assert [lane.can_mark for lane in before.own] == [False]
