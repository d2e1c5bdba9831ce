"""An action that was often not kept is suggested for a look, until that is put off or something changes."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.builders import TODAY, a_live_plan, a_plan_draft
from trust_desktop.domain.cadence import Cadence, CadenceKind
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.domain.plan import Consent
from trust_desktop.domain.talk import Answer
from trust_desktop.services import following_through, plan_living, planning, suggesting, talking
from trust_desktop.services.today import today

KEPT, _LATE, PARTLY, NOT_KEPT, COULD_NOT = Outcome


@pytest.fixture
def plan(session):
    return a_live_plan(session)


def recorded(session, action, *outcomes, until=TODAY):
    """Mark the days up to `until`, the newest last."""
    for days, outcome in enumerate(reversed(outcomes)):
        following_through.mark(session, action.id, until - timedelta(days=days), outcome)


def suggested(session):
    return [action.slot for action in today(session).often_missed]


def test_three_of_the_last_four_not_kept_suggest_a_look(session, plan):
    recorded(session, plan.actions[0], NOT_KEPT, NOT_KEPT)
    assert suggested(session) == []
    recorded(session, plan.actions[0], NOT_KEPT, KEPT, NOT_KEPT, NOT_KEPT)
    assert suggested(session) == [1]


def test_other_outcomes_and_days_that_were_not_due_do_not_suggest_it(session, plan):
    recorded(session, plan.actions[0], NOT_KEPT, COULD_NOT, PARTLY, NOT_KEPT)
    recorded(session, plan.actions[2], NOT_KEPT, NOT_KEPT, NOT_KEPT, NOT_KEPT)
    assert suggested(session) == [], "asked for twice a week, no single day is due"


def test_put_off_it_stays_away_for_two_weeks_and_then_looks_at_new_days_only(session, plan, clock):
    action = plan.actions[0]
    recorded(session, action, NOT_KEPT, NOT_KEPT, NOT_KEPT)
    assert suggesting.put_review_off(session, action.id) is None
    assert suggested(session) == []
    clock.forward(days=3)
    recorded(session, action, NOT_KEPT, NOT_KEPT, NOT_KEPT, until=session.today)
    assert suggested(session) == []
    clock.forward(days=11)
    assert suggested(session) == [1]
    assert suggesting.put_review_off(session, action.id) == TODAY
    suggesting.put_back_review(session, action.id, TODAY)
    assert suggested(session) == [1]
    suggesting.put_back_review(session, action.id, None)
    assert suggested(session) == [1]


def test_a_changed_action_begins_anew(session, plan, clock):
    action = plan.actions[0]
    recorded(session, action, NOT_KEPT, NOT_KEPT, NOT_KEPT)
    clock.forward(days=1)
    planning.change_action(session, plan.id, 1, replace(action.newest.terms, text="Phone away at dinner"))
    assert suggested(session) == []


def test_no_suggestion_while_nothing_is_due(session, plan):
    recorded(session, plan.actions[0], NOT_KEPT, NOT_KEPT, NOT_KEPT, until=TODAY - timedelta(days=1))
    plan_living.rest(session, plan.id)
    view = today(session)
    assert (view.resting, view.often_missed, view.due) == (True, (), ())


def test_what_is_declined_says_so_and_is_not_due(session, plan):
    talking.record_answer(session, plan.actions[1].id, Answer.NOT_NOW, day=TODAY)
    view = today(session)
    assert [(action.slot, action.declined) for action in view.declined] == [(2, Answer.NOT_NOW)]
    assert [action.slot for action in view.due] == [1]


def test_an_ended_plan_offers_another_and_keeps_the_words_of_its_days(session, plan, clock):
    assert not today(session).ended
    following_through.mark(session, plan.actions[0].id, TODAY, KEPT)
    plan_living.end(session, plan.id)
    clock.forward(days=2)
    view = today(session)
    assert (view.has_plan, view.ended, view.due, view.often_missed) == (False, True, (), ())
    assert following_through.day(session, TODAY).actions[0].title == "Phone on the table at dinner"
    assert following_through.day(session, session.today).actions == ()


def test_openness_that_is_over_is_not_suggested_for_a_look(session, clock):
    draft = a_plan_draft(Cadence(CadenceKind.DAILY))
    opened = draft.actions[0]
    opened.about_openness, opened.consent, opened.purpose = True, Consent.AGREED, "Calm evenings"
    opened.first_day, opened.ends = TODAY, TODAY + timedelta(days=10)
    made = planning.go_live(session, draft)
    planning.record_said(session, made.id, TODAY, Way.ALOUD)
    clock.forward(days=3)
    recorded(session, made.actions[0], NOT_KEPT, NOT_KEPT, NOT_KEPT, until=session.today)
    assert suggested(session) == [1]
    clock.forward(days=20)
    view = today(session)
    assert [action.slot for action in view.stopped] == [1]
    assert view.often_missed == ()


def test_days_far_apart_are_looked_at_as_those_close_together(session, clock):
    weekly = Cadence(CadenceKind.WEEKDAYS, weekdays=frozenset({1}))
    action = a_live_plan(session, weekly, first_day=TODAY - timedelta(days=70)).actions[0]
    for weeks, outcome in enumerate((NOT_KEPT, KEPT, NOT_KEPT)):
        following_through.mark(session, action.id, TODAY - timedelta(weeks=weeks), outcome)
    assert suggested(session) == []
    following_through.mark(session, action.id, TODAY - timedelta(weeks=3), NOT_KEPT)
    assert suggested(session) == [1]
    following_through.mark(session, action.id, TODAY, KEPT)
    assert suggested(session) == [], "two of the last four"


def test_marks_on_days_that_were_not_due_do_not_count(session):
    sundays = Cadence(CadenceKind.WEEKDAYS, weekdays=frozenset({6}))
    action = a_live_plan(session, sundays).actions[0]
    recorded(session, action, NOT_KEPT, NOT_KEPT, NOT_KEPT, until=TODAY - timedelta(days=3))
    assert suggested(session) == []


def test_two_plans_on_one_day_count_the_weeks_of_the_living_one(session, plan, clock):
    following_through.mark(session, plan.actions[0].id, TODAY, KEPT)
    plan_living.end(session, plan.id)
    another = a_live_plan(session, first_day=TODAY)
    weeks = today(session).weeks
    assert [line.action.action_id for line in weeks] == [another.actions[2].id]
