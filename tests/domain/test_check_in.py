"""A check-in holds what somebody wants to note, is offered once a week, and draws a line with honest gaps."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import NOW, TODAY
from trust_desktop.domain.check_in import CheckIn, Feeling, Noted, check_noted, is_offered, lines
from trust_desktop.domain.errors import Rule, RuleBroken


def a_check_in(weeks_ago: int, safety: int | None) -> CheckIn:
    return CheckIn(weeks_ago, TODAY - timedelta(weeks=weeks_ago), Noted(safety, 3, 4), NOW)


@pytest.mark.parametrize("noted", [Noted(0), Noted(steadiness=10), Noted(line="A calm week.")])
def test_any_of_it_may_be_left_out(noted):
    check_noted(noted)


@pytest.mark.parametrize(
    ("noted", "rule"),
    [
        (Noted(line=" \n"), Rule.NOTHING_WRITTEN),
        (Noted(11), Rule.OUT_OF_SPAN),
        (Noted(closeness=-1), Rule.OUT_OF_SPAN),
    ],
)
def test_nothing_at_all_is_no_check_in_and_no_number_lies_outside(noted, rule):
    with pytest.raises(RuleBroken) as broken:
        check_noted(noted)
    assert broken.value.rule is rule


@given(days=st.integers(0, 30), put_off=st.none() | st.integers(-30, 30))
def test_it_is_offered_from_a_week_on_and_not_while_it_is_put_off(days, put_off):
    not_before = None if put_off is None else TODAY + timedelta(days=put_off)
    offered = is_offered(TODAY - timedelta(days=days), not_before, TODAY)
    assert offered == (days >= 7 and (put_off is None or put_off <= 0))


def test_before_anything_was_said_or_noted_it_is_not_offered():
    assert not is_offered(None, None, TODAY)


def test_a_skipped_week_and_a_number_left_out_part_the_line():
    found = [a_check_in(weeks, 5) for weeks in (9, 8, 6, 4)]
    found += [a_check_in(5, None)]
    joined = lines(found, Feeling.FELT_SAFETY)
    assert [[each.id for each in line] for line in joined] == [[9, 8], [6], [4]]
    assert [[each.id for each in line] for line in lines(found, Feeling.CLOSENESS)] == [[9, 8], [6, 5, 4]]


@given(weeks=st.lists(st.integers(0, 60), unique=True))
def test_every_number_noted_is_on_one_line_and_in_order(weeks):
    found = [a_check_in(each, 5) for each in weeks]
    drawn = [each.id for line in lines(found, Feeling.STEADINESS) for each in line]
    assert drawn == sorted(weeks, reverse=True)
