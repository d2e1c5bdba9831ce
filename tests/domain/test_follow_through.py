"""Which days can hold a mark, where a new version begins, and how a week is counted."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.test_plan import action, day, plan, terms
from trust_desktop.domain.cadence import Cadence, CadenceKind
from trust_desktop.domain.errors import Rule, RuleBroken
from trust_desktop.domain.follow_through import WeekCount, check_markable, version_start, week_count

TWICE = Cadence(CadenceKind.TIMES_A_WEEK, times=2)


@pytest.mark.parametrize(
    ("number", "said", "rule"),
    [
        (0, 0, None),
        (5, 5, None),
        (2, 5, None),
        (10, 0, None),
        (-1, 0, Rule.DAY_BEFORE_START),
        (11, 0, Rule.DAY_IN_FUTURE),
        (5, None, Rule.NOT_SAID_YET),
    ],
)
def test_a_mark_lies_between_the_first_day_and_today_of_a_plan_that_was_said(number, said, rule):
    one = action((0, terms(cadence=Cadence(CadenceKind.WHENEVER))))
    if rule is None:
        check_markable(plan(one, said), one, day(number), today=day(10))
        return
    with pytest.raises(RuleBroken) as caught:
        check_markable(plan(one, said), one, day(number), today=day(10))
    assert (caught.value.rule, caught.value.slot) == (rule, 2)


def test_an_openness_action_takes_no_mark_after_its_end():
    one = action((0, terms(ends=5)))
    check_markable(plan(one), one, day(5), today=day(10))
    with pytest.raises(RuleBroken) as caught:
        check_markable(plan(one), one, day(6), today=day(10))
    assert (caught.value.rule, caught.value.slot) == (Rule.DAY_AFTER_END, 2)


def test_a_version_begins_today_or_tomorrow_when_today_is_judged():
    today = date(2026, 12, 31)
    assert version_start(today, today_marked=False) == today
    assert version_start(today, today_marked=True) == date(2027, 1, 1)


def test_a_whole_week_counts():
    one = action((0, terms(cadence=TWICE)))
    kept = frozenset({day(-1), day(0), day(6), day(7)})
    assert week_count(plan(one), one, day(3), kept) == WeekCount(day(0), asked=2, kept=2)


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (action((0, terms(cadence=TWICE))), None),
        (action((0, terms())), 0),
        (action((9, terms(cadence=TWICE, first=9))), 0),
        (action((0, terms(cadence=TWICE, first=9))), 0),
        (action((0, terms(cadence=TWICE, ends=2))), 0),
    ],
)
def test_other_weeks_are_not_counted(one, said):
    assert week_count(plan(one, said), one, day(3), frozenset()) is None


@given(st.integers(0, 6), st.integers(0, 400), st.frozensets(st.integers(0, 420)))
def test_every_day_of_a_week_gives_the_same_count(week_start, number, kept):
    one = action(
        (-7, terms(cadence=Cadence(CadenceKind.TIMES_A_WEEK, times=3, week_start=week_start), first=-7))
    )
    days = frozenset(day(each) for each in kept)
    count = week_count(plan(one, -7), one, day(number), days)
    others = [week_count(plan(one, -7), one, count.week + timedelta(days=n), days) for n in range(7)]
    assert others == [count] * 7
    assert count.kept == sum(count.week <= each <= count.week + timedelta(days=6) for each in days)
