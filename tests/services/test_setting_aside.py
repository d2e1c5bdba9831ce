"""A missed day is left for the weekly talk, taken back, or talked about."""

from datetime import timedelta

import pytest

from tests.builders import TODAY, a_live_plan
from trust_desktop.domain.follow_through import MarkKey, Outcome
from trust_desktop.services import following_through, setting_aside

YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def action(session):
    return a_live_plan(session).actions[0]


def missed(session, action, day=TODAY, reason=""):
    following_through.mark(session, action.id, day, Outcome.NOT_KEPT, reason)
    return MarkKey(action.id, day)


def test_missed_days_wait_for_the_weekly_talk_in_the_words_of_their_day(session, action):
    newer, older = missed(session, action, reason="A late train"), missed(session, action, YESTERDAY)
    assert setting_aside.set_aside(session, newer)
    assert setting_aside.set_aside(session, older)
    first, second = setting_aside.listed(session)
    assert (first.key, second.key) == (older, newer)
    assert (second.slot, second.title, second.reason) == (1, "Phone on the table at dinner", "A late train")
    assert "plates are cleared" in second.text
    assert setting_aside.is_set_aside(session, newer)


def test_setting_aside_twice_is_once_and_taking_back_is_whole(session, action):
    key = missed(session, action)
    assert setting_aside.set_aside(session, key)
    assert not setting_aside.set_aside(session, key)
    setting_aside.take_back(session, key)
    assert not setting_aside.is_set_aside(session, key)
    assert setting_aside.listed(session) == ()


@pytest.mark.parametrize("outcome", [None, Outcome.KEPT, Outcome.PARTLY, Outcome.COULD_NOT])
def test_only_what_was_not_kept_can_be_set_aside(session, action, outcome):
    if outcome is not None:
        following_through.mark(session, action.id, TODAY, outcome)
    assert not setting_aside.set_aside(session, MarkKey(action.id, TODAY))
    assert setting_aside.listed(session) == ()


def test_a_corrected_day_leaves_the_list_and_comes_back_with_undo(session, action):
    key = missed(session, action)
    setting_aside.set_aside(session, key)
    before = following_through.mark(session, action.id, TODAY, Outcome.KEPT)
    assert setting_aside.listed(session) == ()
    following_through.put_back(session, action.id, TODAY, before)
    assert [item.key for item in setting_aside.listed(session)] == [key]
    following_through.clear(session, action.id, TODAY)
    assert setting_aside.listed(session) == ()


def test_what_was_talked_about_leaves_the_list_but_not_the_week(session, action, clock):
    key, other = missed(session, action), missed(session, action, YESTERDAY)
    for each in (key, other):
        setting_aside.set_aside(session, each)
    clock.forward(days=2)
    setting_aside.talked(session, [key])
    assert [item.key for item in setting_aside.listed(session)] == [other]
    talked_on = TODAY + timedelta(days=2)
    since = {item.key: item.talked_day for item in setting_aside.listed(session, talked_on)}
    assert since == {other: None, key: talked_on}
    later = talked_on + timedelta(days=1)
    assert [item.key for item in setting_aside.listed(session, later)] == [other]
    setting_aside.not_talked(session, [key])
    assert [item.key for item in setting_aside.listed(session)] == [other, key]
