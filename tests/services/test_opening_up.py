"""One step at a time, offered when weeks were kept, and never again once it was put away."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.builders import FIRST_DAY, TODAY, a_live_plan
from trust_desktop.domain.errors import Rule, RuleBroken
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.services import following_through, opening_up, planning

STEPS = ("Tell one thing", "Stay for tea", "Ask something")


def kept_weeks(session, plan, slot=0):
    for days in range((TODAY - FIRST_DAY).days):
        day = FIRST_DAY + timedelta(days=days)
        following_through.mark(session, plan.actions[slot].id, day, Outcome.KEPT)


def broken(rule, do, *arguments):
    with pytest.raises(RuleBroken) as caught:
        do(*arguments)
    assert caught.value.rule is rule


def test_a_step_is_offered_after_kept_weeks_of_the_partner(session):
    assert opening_up.offer(session, STEPS) is None
    plan = a_live_plan(session)
    assert opening_up.offer(session, STEPS) is None
    kept_weeks(session, plan)
    assert opening_up.offer(session, STEPS) == STEPS[0]
    assert opening_up.offer(session, ()) is None


def test_before_the_plan_was_said_nothing_is_offered(session):
    plan = a_live_plan(session, said=False)
    assert planning.live_plan(session) == plan
    assert opening_up.offer(session, STEPS) is None


def test_a_step_put_away_is_not_offered_again_and_nothing_is_for_a_week(session, clock):
    kept_weeks(session, a_live_plan(session))
    declined = opening_up.decline(session, STEPS[0])
    assert opening_up.offer(session, STEPS) is None
    assert opening_up.view(session, STEPS).suggestions == STEPS[1:]
    clock.forward(days=7)
    assert opening_up.offer(session, STEPS) == STEPS[1]
    opening_up.remove(session, declined.id)
    assert opening_up.view(session, STEPS).suggestions == STEPS
    opening_up.restore(session, declined)
    assert opening_up.view(session, STEPS).earlier == (declined,)


def test_one_step_is_open_at_a_time(session):
    broken(Rule.NOTHING_WRITTEN, opening_up.choose, session, " ")
    step = opening_up.choose(session, " Hum in the kitchen ")
    assert step.text == "Hum in the kitchen"
    assert opening_up.view(session, STEPS).open == opening_up.offer(session, STEPS) == step
    broken(Rule.ANOTHER_OPENING, opening_up.choose, session, STEPS[0])

    assert opening_up.put_away(session, step.id) == step
    assert opening_up.view(session, STEPS).open is None
    opening_up.put_back(session, step)
    assert opening_up.view(session, STEPS).open == step

    assert opening_up.done(session, step.id, " Shaky, then fine ") == step
    view = opening_up.view(session, STEPS)
    done = replace(step, done_day=TODAY, words="Shaky, then fine")
    assert (view.open, view.earlier, view.suggestions) == (None, (done,), STEPS)


def test_what_was_written_can_be_taken_out_and_put_back(session):
    step = opening_up.choose(session, "Hum")
    opening_up.done(session, step.id, "Fine")
    before = opening_up.erase_words(session, step.id)
    assert before.words == "Fine"
    also = opening_up.erase_text(session, step.id)
    (now,) = opening_up.view(session, STEPS).earlier
    assert (now.text, now.words) == ("", "")
    opening_up.put_back(session, also)
    opening_up.put_back(session, before)
    assert opening_up.view(session, STEPS).earlier == (before,)
    broken(Rule.NOTHING_WRITTEN, opening_up.erase_words, session, 99)
