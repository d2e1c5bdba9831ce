"""Three of the last four recorded due days not kept suggest a review, and nothing else does."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.test_plan import day
from trust_desktop.domain.follow_through import FollowThrough, Outcome
from trust_desktop.domain.often_missed import QUIET_FOR, often_missed, suggests_review

KEPT, LATE, PARTLY, NOT_KEPT, COULD_NOT = Outcome
OTHERS = (KEPT, LATE, PARTLY, COULD_NOT)
SOME_DAYS = st.dictionaries(st.integers(0, 40), st.sampled_from(Outcome), max_size=20)


def marks(outcomes: dict[int, Outcome]) -> list[FollowThrough]:
    moment = datetime(2026, 11, 24, tzinfo=UTC)
    return [FollowThrough(1, day(number), outcome, "", moment) for number, outcome in outcomes.items()]


def judged(outcomes, *, due=range(41), since=0, put_off=None, today=40):
    days = {day(number) for number in due}
    off = None if put_off is None else day(put_off)
    return suggests_review(marks(outcomes), days, day(since), off, day(today))


@pytest.mark.parametrize(
    ("outcomes", "suggested"),
    [
        ((), False),
        ((NOT_KEPT, NOT_KEPT), False),
        ((NOT_KEPT, NOT_KEPT, NOT_KEPT), True),
        ((NOT_KEPT, NOT_KEPT, KEPT, NOT_KEPT), True),
        ((NOT_KEPT, NOT_KEPT, NOT_KEPT, KEPT), True),
        ((NOT_KEPT, NOT_KEPT, KEPT, KEPT, NOT_KEPT), False),
        ((NOT_KEPT, NOT_KEPT, NOT_KEPT, KEPT, KEPT), False),
    ],
)
def test_three_of_the_last_four(outcomes, suggested):
    assert often_missed(outcomes) is suggested


@given(st.lists(st.sampled_from(Outcome), max_size=12))
def test_only_the_last_four_count(outcomes):
    assert often_missed(outcomes) is often_missed(outcomes[-4:])
    assert often_missed(outcomes) is (sum(each is NOT_KEPT for each in outcomes[-4:]) >= 3)


@given(st.lists(st.sampled_from(OTHERS), max_size=12))
def test_could_not_partly_and_late_but_told_are_never_not_kept(outcomes):
    assert not often_missed(outcomes)


@given(SOME_DAYS, st.sets(st.integers(0, 40)))
def test_days_that_were_not_due_do_not_count(outcomes, due):
    of_due_days = {number: outcome for number, outcome in outcomes.items() if number in due}
    assert judged(outcomes, due=due) is judged(of_due_days)


@given(SOME_DAYS)
def test_days_not_recorded_are_passed_over(outcomes):
    close_together = {place: outcomes[number] for place, number in enumerate(sorted(outcomes))}
    assert judged(outcomes) is judged(close_together)


@given(SOME_DAYS, st.integers(0, 40))
def test_what_was_changed_begins_anew(outcomes, since):
    later = {number: outcome for number, outcome in outcomes.items() if number >= since}
    assert judged(outcomes, since=since) is judged(later)


@given(SOME_DAYS, st.integers(0, 40), st.integers(0, 40))
def test_put_off_it_is_quiet_for_two_weeks_and_counts_only_what_came_after(outcomes, put_off, today):
    suggested = judged(outcomes, put_off=put_off, today=today)
    if today - put_off < QUIET_FOR / timedelta(days=1):
        assert not suggested
    else:
        later = {number: each for number, each in outcomes.items() if put_off < number <= today}
        assert suggested is judged(later, today=today)


@given(SOME_DAYS)
def test_the_order_of_the_marks_does_not_matter(outcomes):
    turned_round = dict(reversed(outcomes.items()))
    assert judged(outcomes) is judged(turned_round)
