"""The weekly check-in: one a day, any of it left out, its line one's own, and offered without insisting."""

from datetime import timedelta

import pytest

from tests.builders import TODAY, a_live_plan
from trust_desktop.domain.check_in import Noted
from trust_desktop.domain.errors import Rule, RuleBroken
from trust_desktop.services import checking_in
from trust_desktop.services.session import Change

CALM = Noted(6, None, 8, "A calmer week than the last.")


def test_what_was_noted_is_there_again(session):
    assert checking_in.todays(session) is None
    assert checking_in.keep(session, CALM) is None
    kept = checking_in.todays(session)
    assert (kept.day, kept.noted) == (TODAY, CALM)
    assert checking_in.newest(session, 5) == (kept,)
    assert checking_in.between(session, TODAY, TODAY) == (kept,)


def test_nothing_at_all_is_not_kept(session):
    with pytest.raises(RuleBroken) as broken:
        checking_in.keep(session, Noted(line="  "))
    assert broken.value.rule is Rule.NOTHING_WRITTEN
    assert checking_in.todays(session) is None


def test_a_day_has_one_and_the_way_back_knows_the_one_before(session):
    checking_in.keep(session, CALM)
    before = checking_in.keep(session, Noted(2))
    assert (before.noted, len(checking_in.newest(session, 5))) == (CALM, 1)
    instead = checking_in.put_back(session, TODAY, before)
    assert (instead.noted, checking_in.todays(session).noted) == (Noted(2), CALM)
    assert checking_in.put_back(session, TODAY, None).noted == CALM
    assert checking_in.todays(session) is None


def test_a_line_can_be_changed_and_erased_and_its_numbers_stay(session):
    checking_in.keep(session, CALM)
    id_ = checking_in.todays(session).id
    assert checking_in.set_line(session, id_, "") == CALM.line
    assert checking_in.todays(session).noted == Noted(6, None, 8, "")
    assert checking_in.set_line(session, id_, CALM.line) == ""
    assert checking_in.set_line(session, 99, "nowhere") == ""


def test_it_is_offered_a_week_after_the_plan_was_said_and_after_each(session, clock):
    assert not checking_in.offered(session)
    a_live_plan(session, said=False)
    assert not checking_in.offered(session)
    checking_in.keep(session, CALM)
    clock.forward(days=6)
    assert not checking_in.offered(session)
    clock.forward(days=1)
    assert checking_in.offered(session)


def test_a_plan_said_three_weeks_ago_is_reason_enough(session):
    a_live_plan(session)
    assert checking_in.offered(session)


def test_put_off_it_waits_a_week_and_keeping_one_ends_that(session, clock):
    a_live_plan(session)
    assert checking_in.put_off(session) is None
    assert not checking_in.offered(session)
    clock.forward(days=7)
    assert checking_in.offered(session)
    assert checking_in.put_off_until(session, None) == TODAY + timedelta(days=7)
    checking_in.put_off(session)
    checking_in.keep(session, CALM)
    clock.forward(days=7)
    assert checking_in.offered(session)


def test_views_are_told(session):
    told: list[Change] = []
    session.on_commit = told.append
    checking_in.keep(session, CALM)
    checking_in.put_off(session)
    assert told == [Change.REFLECTIONS, Change.REFLECTIONS]
