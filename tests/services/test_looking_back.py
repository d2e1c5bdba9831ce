"""Looking back reads no more than it shows, asks before it tells, and keeps the words of that time."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.builders import FIRST_DAY, NOW, TODAY, a_live_plan, a_plan_draft
from tests.services.test_reads import statements
from trust_desktop.domain.acknowledgement import AcknowledgementDraft
from trust_desktop.domain.cadence import Cadence, CadenceKind
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.follow_through import MarkKey, Outcome
from trust_desktop.domain.plan_life import PlanEnd
from trust_desktop.domain.progress import HowSoon, Tally
from trust_desktop.services import acknowledging, following_through, looking_back, planning
from trust_desktop.services.looking_back import StripDay
from trust_desktop.services.session import Change
from trust_desktop.storage import plan_lives

DAY = timedelta(days=1)


@pytest.fixture
def plan(session):
    return a_live_plan(session)


def keep(session, action_id, *days):
    following_through.mark_days(session, [(action_id, day, Outcome.KEPT) for day in days])


# --- the last three weeks


def test_rows_are_in_the_order_of_the_plan_with_their_days_and_counts(session, plan):
    phone, train, walk, call = plan.actions
    keep(session, phone.id, TODAY, TODAY - DAY)
    following_through.mark(session, train.id, TODAY - DAY, Outcome.KEPT_LATE_TOLD)
    view = looking_back.lately(session)
    assert (view.start, view.end, view.own, view.guessed_on) == (date(2026, 11, 4), TODAY, (), None)
    assert [row.action_id for row in view.rows] == [phone.id, train.id, walk.id, call.id]
    first = view.rows[0]
    assert (len(first.days), first.days[-1], first.days[0]) == (
        21,
        StripDay(TODAY, Outcome.KEPT),
        StripDay(date(2026, 11, 4), None),
    )
    assert first.tally == Tally(done=2, of=2, not_recorded=19)
    assert (view.rows[1].tally.done, view.rows[1].tally.late) == (1, 1)
    assert (view.rows[2].days, view.rows[2].tally.silent_weeks) == ((), 2)


def test_before_a_plan_was_said_there_is_nothing(session):
    assert looking_back.lately(session).rows == ()
    assert looking_back.to_guess(session) is None
    a_live_plan(session, said=False)
    assert looking_back.lately(session).rows == ()
    assert looking_back.to_guess(session) is None


def test_own_commitments_stand_apart(session):
    draft = a_plan_draft()
    draft.commitments = [replace(draft.actions[0], text="I put my own phone away")]
    now, session.now = session.now, lambda: NOW - timedelta(days=22)
    plan = planning.go_live(session, draft)
    planning.record_said(session, plan.id, session.today, Way.ALOUD)
    session.now = now
    view = looking_back.lately(session)
    assert [row.title for row in view.own] == ["I put my own phone away"]
    assert all(not row.mine for row in view.rows)


def test_other_words_have_a_row_of_their_own_the_newest_first(session, plan):
    phone = plan.actions[0]
    keep(session, phone.id, TODAY - DAY)
    terms = replace(phone.newest.terms, text="Phones in the hall at dinner")
    planning.change_action(session, plan.id, 1, terms)
    keep(session, phone.id, TODAY)
    titles = [(row.title, row.tally.done) for row in looking_back.lately(session).rows[:2]]
    assert titles == [("Phones in the hall at dinner", 1), ("Phone on the table at dinner", 1)]


def test_two_plans_within_the_days_each_have_their_rows(session, clock, plan):
    keep(session, plan.actions[0].id, TODAY)
    clock.forward(days=1)
    with session.write(Change.PLANS) as transaction:
        plan_lives.set_plan_end(transaction, plan.id, PlanEnd(session.today, "", session.now()))
    assert len(looking_back.lately(session).plans) == 1
    later = planning.go_live(session, a_plan_draft(first_day=session.today))
    assert len(looking_back.lately(session).plans) == 1, "what was not said yet has no rows"
    planning.record_said(session, later.id, session.today, Way.ALOUD)
    view = looking_back.lately(session)
    assert [(block.said, block.ended) for block in view.plans] == [
        (session.today, None),
        (FIRST_DAY, TODAY + DAY),
    ]
    assert [len(block.rows) for block in view.plans] == [4, len(view.rows) - 4]
    assert view.rows == (*view.plans[0].rows, *view.plans[1].rows)


def test_how_soon_things_were_said(session, plan):
    phone = plan.actions[0]
    days = [TODAY, TODAY - 3 * DAY, TODAY - 9 * DAY]
    keep(session, phone.id, *days)
    covers = frozenset(MarkKey(phone.id, day) for day in days)
    for said in (TODAY, TODAY):
        acknowledging.deliver(session, AcknowledgementDraft(text="Thank you", covers=covers), Way.ALOUD, said)
    assert looking_back.lately(session).soon == HowSoon(1, 1, 1)


# --- guess, then see


def test_what_was_recorded_may_be_guessed_once_a_week(session, clock, plan):
    assert looking_back.to_guess(session) is None, "nothing is recorded yet"
    phone, train = plan.actions[:2]
    keep(session, phone.id, TODAY, TODAY - DAY)
    keep(session, train.id, TODAY)
    asked = looking_back.to_guess(session)
    assert asked.titles == (
        (phone.id, "Phone on the table at dinner"),
        (train.id, "Text when the train leaves"),
    )
    looking_back.guess(session, {phone.id: 1, train.id: None})
    assert looking_back.to_guess(session) is None
    view = looking_back.lately(session)
    assert view.guessed_on == TODAY
    assert [(row.guessed, row.found) for row in view.rows[:2]] == [(1, 2), (None, 0)]
    clock.forward(days=7)
    assert looking_back.to_guess(session) is not None


def test_days_later_the_guess_is_held_against_what_it_was_about(session, clock, plan):
    phone = plan.actions[0]
    keep(session, phone.id, TODAY - 20 * DAY, TODAY)
    looking_back.guess(session, {phone.id: 3})
    clock.forward(days=2)
    keep(session, phone.id, TODAY + DAY)
    row = looking_back.lately(session).rows[0]
    assert (row.guessed, row.found, row.tally.done) == (3, 2, 2)


def test_shown_without_a_guess_nothing_is_held_against_it(session, plan):
    phone = plan.actions[0]
    keep(session, phone.id, TODAY)
    looking_back.guess(session, {phone.id: None})
    view = looking_back.lately(session)
    assert (view.guessed_on, view.rows[0].guessed) == (None, None)


def test_a_guess_can_be_taken_back_and_made_again(session, plan):
    phone = plan.actions[0]
    keep(session, phone.id, TODAY)
    looking_back.guess(session, {phone.id: 4})
    week = looking_back.week_of_guess(session)
    before = looking_back.take_guess_back(session, week)
    assert before == {phone.id: 4}
    assert looking_back.to_guess(session) is not None
    looking_back.guess(session, before, week)
    assert looking_back.lately(session).rows[0].guessed == 4


# --- by month


def test_months_hold_the_words_and_counts_of_their_time(session, plan):
    phone = plan.actions[0]
    keep(session, phone.id, FIRST_DAY, TODAY - DAY)
    planning.change_action(session, plan.id, 1, replace(phone.newest.terms, text="Phones in the hall"))
    keep(session, phone.id, TODAY)
    view = looking_back.months(session, TODAY, 3)
    assert view.months == (date(2026, 9, 1), date(2026, 10, 1), date(2026, 11, 1))
    assert not view.has_earlier
    (block,) = view.plans
    assert (block.said, block.ended) == (FIRST_DAY, None)
    assert [row.title for row in block.rows[:2]] == ["Phones in the hall", "Phone on the table at dinner"]
    now, before = block.rows[:2]
    assert (now.tallies[:2], now.tallies[2].done, before.tallies[2].done) == ((None, None), 1, 2)


def test_several_plans_each_have_their_months(session, clock, plan):
    keep(session, plan.actions[0].id, TODAY)
    clock.forward(days=1)
    with session.write(Change.PLANS) as transaction:
        plan_lives.set_plan_end(transaction, plan.id, PlanEnd(session.today, "", session.now()))
    clock.forward(days=40)
    later = planning.go_live(session, a_plan_draft(first_day=session.today))
    planning.record_said(session, later.id, session.today, Way.ALOUD)
    keep(session, later.actions[0].id, session.today)
    view = looking_back.months(session, session.today, 3)
    assert [(block.said, block.ended) for block in view.plans] == [
        (session.today, None),
        (FIRST_DAY, TODAY + DAY),
    ]
    assert [row.tallies[0].done for row in view.plans[1].rows[:1]] == [1]
    assert len(looking_back.lately(session).rows) == 4
    only = looking_back.months(session, session.today, 1)
    assert (len(only.plans), only.has_earlier) == (1, True)


def test_a_plan_counts_to_the_end_of_the_week_it_ended_in_and_no_longer(session, clock, plan):
    """It ended with November; the Monday before was kept, in a week that is over in December."""
    clock.moment = clock.moment.replace(day=30)
    keep(session, plan.actions[2].id, session.today)
    clock.forward(days=60)
    with session.write(Change.PLANS) as transaction:
        plan_lives.set_plan_end(transaction, plan.id, PlanEnd(date(2026, 12, 1), "", session.now()))
    (ended,) = looking_back.months(session, date(2026, 12, 1), 1).plans
    assert [row.tallies for row in ended.rows] == [(Tally(free=1),)]
    assert looking_back.months(session, session.today, 1).plans == ()
    assert looking_back.lately(session).plans == ()


def test_how_soon_by_month(session, plan):
    phone = plan.actions[0]
    keep(session, phone.id, TODAY)
    draft = AcknowledgementDraft(text="Thank you", covers=frozenset({MarkKey(phone.id, TODAY)}))
    acknowledging.deliver(session, draft, Way.ALOUD, TODAY)
    assert looking_back.months(session, TODAY, 2).soon == (HowSoon(), HowSoon(1))


def test_whenever_it_comes_up_is_known_as_such(session):
    plan = a_live_plan(session, Cadence(CadenceKind.WHENEVER))
    keep(session, plan.actions[0].id, TODAY)
    row = looking_back.months(session, TODAY, 1).plans[0].rows[0]
    assert (row.whenever, row.tallies[0].free) == (True, 1)


# --- what it costs


@pytest.mark.parametrize(
    ("work", "most"),
    [(looking_back.lately, 3), (looking_back.to_guess, 2), (lambda s: looking_back.months(s, TODAY, 6), 2)],
)
def test_it_asks_as_often_for_a_long_history_as_for_a_short_one(session, plan, work, most):
    keep(session, plan.actions[0].id, TODAY)
    looking_back.lately(session)
    few = len(statements(session, work))
    keep(session, plan.actions[0].id, *(FIRST_DAY + number * DAY for number in range(20)))
    assert len(statements(session, work)) == few <= most
