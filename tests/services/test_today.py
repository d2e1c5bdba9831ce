"""The first page: what is due, what is not said, and what was left open."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.builders import FIRST_DAY, TODAY, a_live_plan, a_plan_draft
from trust_desktop.domain.acknowledgement import AcknowledgementDraft
from trust_desktop.domain.cadence import Cadence, CadenceKind
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.errors import Rule, RuleBroken
from trust_desktop.domain.follow_through import MarkKey, Outcome, WeekCount
from trust_desktop.domain.plan import Consent
from trust_desktop.domain.talk import Answer
from trust_desktop.services import acknowledging, following_through, plan_living, planning, talking
from trust_desktop.services.today import today

MONDAY = TODAY - timedelta(days=1)


def slots(actions) -> list[int]:
    return [action.slot for action in actions]


def test_an_empty_vault_shows_nothing_due(session):
    view = today(session)
    assert (view.day, view.has_plan, view.not_said_yet, view.partner, view.draft_begun) == (
        TODAY,
        False,
        False,
        "",
        False,
    )
    assert (view.due, view.others, view.weeks, view.review, view.fill_in, view.open_draft) == (
        (),
        (),
        (),
        (),
        None,
        None,
    )


def test_a_plan_begun_waits_in_the_wizard(session):
    planning.save_draft(session, a_plan_draft())
    assert today(session).draft_begun


def test_before_it_was_said_only_saying_it_is_offered(session):
    a_live_plan(session, said=False)
    view = today(session)
    assert (view.has_plan, view.not_said_yet, view.partner) == (True, True, "Sam")
    assert (view.due, view.others, view.weeks, view.review, view.fill_in) == ((), (), (), (), None)


def test_due_and_others_share_out_the_actions(session):
    a_live_plan(session)
    following_through.mark(session, 1, TODAY, Outcome.KEPT)
    view = today(session)
    assert slots(view.due) == [1, 2]
    assert slots(view.others) == [3, 4]
    assert view.due[0].outcome is Outcome.KEPT
    assert not view.not_said_yet


def test_weeks_count_what_was_kept_since_the_week_began(session):
    a_live_plan(session)
    for day, outcome in (
        (TODAY, Outcome.KEPT),
        (MONDAY, Outcome.PARTLY),
        (MONDAY - timedelta(days=1), Outcome.KEPT),
    ):
        following_through.mark(session, 3, day, outcome)
    following_through.mark(session, 1, MONDAY, Outcome.KEPT)
    (line,) = today(session).weeks
    assert line.action.slot == 3
    assert line.count == WeekCount(MONDAY, asked=2, kept=1)


def test_no_week_is_counted_of_what_nobody_is_asked_for(session):
    """After a no, or while the plan is at rest, *0 of 2 this week* would be a debt that is none."""
    plan = a_live_plan(session)
    answer = talking.record_answer(session, plan.actions[2].id, Answer.NOT_NOW, day=TODAY)
    view = today(session)
    assert (view.weeks, slots(view.declined), slots(view.others)) == ((), [3], [3, 4])
    talking.take_back_answer(session, answer.id)
    assert len(today(session).weeks) == 1
    plan_living.rest(session, plan.id)
    assert today(session).weeks == ()


def test_the_newest_gap_of_the_last_two_weeks_can_be_filled_in(session):
    a_live_plan(session, *[Cadence(CadenceKind.DAILY)] * 4)
    assert today(session).fill_in == MONDAY
    span = [
        (key.action_id, key.day, Outcome.KEPT)
        for key in following_through.not_recorded(session, FIRST_DAY, TODAY)
    ]
    following_through.mark_days(session, [each for each in span if each[1] != MONDAY - timedelta(days=9)])
    assert today(session).fill_in == MONDAY - timedelta(days=9)
    following_through.mark_days(session, span)
    assert today(session).fill_in is None


def test_gaps_of_long_ago_are_not_brought_up(session, clock):
    a_live_plan(session, *[Cadence(CadenceKind.ONCE)] * 4)
    assert today(session).fill_in is None


def test_an_action_goes_on_after_its_review_day_with_a_line(session, clock):
    plan = a_live_plan(session)
    review = plan.actions[0].newest.terms.review_day
    clock.forward(days=(review - TODAY).days - 1)
    assert today(session).review == ()
    clock.forward(days=1)
    view = today(session)
    assert slots(view.review) == [1, 2, 3, 4]
    assert 1 in slots(view.due)


@pytest.mark.parametrize(("days", "asked"), [(5, True), (6, False)])
def test_an_openness_action_stops_and_is_not_brought_up_again(session, clock, days, asked):
    draft = a_plan_draft(first_day=TODAY)
    ends = TODAY + timedelta(days=5)
    draft.actions[0] = replace(
        draft.actions[0],
        about_openness=True,
        consent=Consent.AGREED,
        purpose="to sleep",
        ends=ends,
        review_day=ends,
    )
    plan = planning.go_live(session, draft)
    planning.record_said(session, plan.id, TODAY, Way.ALOUD)
    clock.forward(days=days)
    view = today(session)
    assert (1 in slots(view.due), 1 in slots(view.review)) == (asked, asked)
    assert 1 not in slots(view.others)


def test_an_openness_action_that_ended_is_marked_no_more_but_stays_correctable(session, clock):
    draft = a_plan_draft(first_day=TODAY)
    ends = TODAY + timedelta(days=5)
    draft.actions[0] = replace(
        draft.actions[0],
        about_openness=True,
        consent=Consent.AGREED,
        purpose="to sleep",
        ends=ends,
        review_day=ends,
    )
    plan = planning.go_live(session, draft)
    planning.record_said(session, plan.id, TODAY, Way.ALOUD)
    clock.forward(days=8)
    opened = plan.actions[0].id
    can_mark = {
        view.day: view.actions[0].can_mark for view in following_through.days(session, ends, session.today)
    }
    assert can_mark == {ends + timedelta(days=n): n == 0 for n in range(4)}
    with pytest.raises(RuleBroken) as raised:
        following_through.mark(session, opened, ends + timedelta(days=1), Outcome.KEPT)
    assert raised.value.rule is Rule.DAY_AFTER_END
    following_through.mark(session, opened, ends, Outcome.PARTLY)
    following_through.mark(session, opened, ends, Outcome.KEPT)
    assert following_through.day(session, ends).actions[0].outcome is Outcome.KEPT


def test_what_is_not_said_and_what_was_left_open_stand_beside(session):
    a_live_plan(session)
    following_through.mark(session, 1, MONDAY, Outcome.KEPT)
    draft = acknowledging.save_draft(session, AcknowledgementDraft(text="On Monday"))
    view = today(session)
    assert [(item.slot, item.age) for item in view.tray.unsaid] == [(1, 1)]
    assert view.tray == acknowledging.tray(session)
    assert view.open_draft == draft


def test_words_begun_go_to_whoever_the_plan_they_are_about_names(session, clock):
    first = a_live_plan(session)
    following_through.mark(session, 1, TODAY, Outcome.KEPT)
    acknowledging.save_draft(
        session, AcknowledgementDraft(text="Today", covers=frozenset({MarkKey(1, TODAY)}))
    )
    plan_living.end(session, first.id)
    clock.forward(days=1)
    planning.go_live(session, replace(a_plan_draft(first_day=TODAY + timedelta(days=1)), partner="Robin"))
    assert today(session).hears == first.partner != "Robin"


def test_a_day_is_not_to_be_filled_in_for_ones_own_side_alone(session, clock):
    draft = a_plan_draft(Cadence(CadenceKind.DAILY))
    draft.commitments = [replace(draft.actions[0], text="I ask before I raise my voice")]
    plan = planning.go_live(session, draft)
    planning.record_said(session, plan.id, plan.went_live_at.date(), Way.ALOUD)
    clock.forward(days=1)
    open_keys = following_through.not_recorded(session, TODAY, TODAY)
    marks = [(key.action_id, key.day, Outcome.KEPT) for key in open_keys]
    own = plan.commitments[0].id
    following_through.mark_days(session, [mark for mark in marks if mark[0] != own])
    assert following_through.not_recorded(session, TODAY, TODAY)[0].action_id == own
    assert today(session).fill_in is None
