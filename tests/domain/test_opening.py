"""A step of openness is offered on kept weeks only, and rarely."""

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trust_desktop.domain.follow_through import FollowThrough, Outcome
from trust_desktop.domain.opening import (
    LOOKED_AT,
    QUIET_DAYS,
    Opening,
    first_looked_at,
    has_ground,
    is_quiet,
)

TODAY = date(2026, 11, 24)
SAID = TODAY - timedelta(days=7 * LOOKED_AT)
NOW = datetime(2026, 11, 24, 18, tzinfo=timezone(timedelta(hours=1)))


def mark(days_ago: int, outcome: Outcome = Outcome.KEPT, action: int = 1) -> FollowThrough:
    return FollowThrough(action, TODAY - timedelta(days=days_ago), outcome, "", NOW)


MARKS = st.lists(
    st.builds(mark, st.integers(0, 40), st.sampled_from(list(Outcome)), st.integers(1, 4)), max_size=60
)


def test_three_kept_weeks_of_the_last_four_are_ground():
    assert has_ground(SAID, [mark(1), mark(8), mark(15)], TODAY)
    assert has_ground(SAID, [mark(1), mark(15), mark(28, Outcome.KEPT_LATE_TOLD)], TODAY)
    assert not has_ground(SAID, [mark(1), mark(8)], TODAY)
    assert first_looked_at(TODAY) == SAID


def test_today_and_what_was_before_the_weeks_do_not_count():
    assert not has_ground(SAID - timedelta(days=99), [mark(0), mark(1), mark(8), mark(29)], TODAY)


def test_a_week_in_which_more_was_not_kept_is_no_kept_week():
    missed = [mark(2, Outcome.NOT_KEPT), mark(3, Outcome.NOT_KEPT)]
    assert not has_ground(SAID, [mark(1), mark(8), mark(15), *missed], TODAY)
    assert has_ground(SAID, [mark(1), mark(8), mark(15), *missed[:1]], TODAY)


@pytest.mark.parametrize("outcome", [Outcome.PARTLY, Outcome.COULD_NOT])
def test_what_was_partly_kept_or_could_not_be_speaks_neither_way(outcome):
    assert has_ground(SAID, [mark(1), mark(8), mark(15), mark(2, outcome)], TODAY)
    assert not has_ground(SAID, [mark(1), mark(8), mark(15, outcome)], TODAY)


def test_before_three_whole_weeks_there_is_no_ground():
    marks = [mark(days) for days in range(20)]
    assert not has_ground(TODAY - timedelta(days=20), marks, TODAY)
    assert has_ground(TODAY - timedelta(days=21), marks, TODAY)


@given(MARKS, st.integers(0, 40), st.randoms())
def test_the_order_does_not_matter_and_one_more_kept_never_takes_ground_away(marks, days_ago, chance):
    shuffled = list(marks)
    chance.shuffle(shuffled)
    ground = has_ground(SAID, marks, TODAY)
    assert has_ground(SAID, shuffled, TODAY) is ground
    if ground:
        assert has_ground(SAID, [*marks, mark(days_ago)], TODAY)


def test_nothing_is_offered_beside_an_open_step_or_within_a_week():
    last_week = TODAY - timedelta(days=QUIET_DAYS)
    assert not is_quiet([], TODAY)
    assert is_quiet([Opening(1, "Hum", NOW)], TODAY)
    assert not is_quiet([Opening(1, "Hum", NOW, done_day=last_week)], TODAY)
    assert is_quiet([Opening(1, "Hum", NOW, done_day=last_week + timedelta(days=1))], TODAY)
    assert is_quiet([Opening(1, "Hum", NOW, put_away_at=NOW)], TODAY)
    assert not is_quiet([Opening(1, "Hum", NOW, put_away_at=NOW - timedelta(days=7))], TODAY)


def test_a_step_is_open_until_it_is_done_or_put_away():
    assert Opening(1, "Hum", NOW).open
    assert not Opening(1, "Hum", NOW, done_day=TODAY).open
    assert not Opening(1, "Hum", NOW, put_away_at=NOW).open
