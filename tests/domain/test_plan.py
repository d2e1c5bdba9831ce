"""Versions of what was asked: a later one never alters an earlier day."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trust_desktop.domain.cadence import Cadence, CadenceKind
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.plan import (
    Action,
    ActionTerms,
    ActionVersion,
    Consent,
    Openness,
    Plan,
    Said,
    heard_by,
)

START = date(2026, 11, 2)
MADE = datetime(2026, 11, 1, 12, tzinfo=UTC)
DAILY = Cadence(CadenceKind.DAILY)


def day(number: int) -> date:
    return START + timedelta(days=number)


def terms(
    text: str = "Call at six", cadence: Cadence = DAILY, first: int = 0, ends: int | None = None
) -> ActionTerms:
    openness = Openness(Consent.AGREED, "so that I can sleep", day(ends)) if ends is not None else None
    return ActionTerms(text, cadence, day(first), day(first + 28), openness=openness)


def action(*versions: tuple[int, ActionTerms]) -> Action:
    return Action(
        7,
        2,
        tuple(
            ActionVersion(n, day(begins), each, MADE) for n, (begins, each) in enumerate(versions, start=1)
        ),
    )


def plan(one: Action, said: int | None = 0) -> Plan:
    return Plan(1, "Sam", "", MADE, Said(day(said), Way.ALOUD) if said is not None else None, (one,))


cadences = st.sampled_from(
    [
        DAILY,
        Cadence(CadenceKind.WEEKDAYS, weekdays=frozenset({0, 3})),
        Cadence(CadenceKind.EVERY_N_WEEKS, weekdays=frozenset({2}), every=3),
        Cadence(CadenceKind.MONTHLY, month_day=31),
        Cadence(CadenceKind.ONCE),
        Cadence(CadenceKind.WHENEVER),
    ]
)
some_terms = st.builds(terms, st.text(max_size=3), cadences, st.integers(0, 40))
changes = st.lists(st.tuples(st.integers(-5, 60), some_terms), max_size=5)


@given(some_terms, changes, st.integers(-5, 60), some_terms)
def test_a_change_never_alters_an_earlier_day(first, earlier, begins, change):
    old = action((0, first), *earlier)
    new = action((0, first), *earlier, (begins, change))
    before = day(begins - 1)
    assert new.due_between(day(-10), before) == old.due_between(day(-10), before)
    for number in range(-10, begins):
        assert new.version_on(day(number)) == old.version_on(day(number))
    assert new.version_on(day(begins)) == new.newest


@given(some_terms, changes)
def test_the_spans_share_out_the_days_without_gap_or_overlap(first, later):
    one = action((0, first), *later)
    shown = {
        each: version
        for version, begins, ends in one.spans(day(-10), day(90))
        for each in (begins + timedelta(days=n) for n in range((ends - begins).days + 1))
    }
    lengths = sum((ends - begins).days + 1 for _, begins, ends in one.spans(day(-10), day(90)))
    assert lengths == len(shown)
    assert all(one.version_on(day(n)) == shown.get(day(n)) for n in range(-10, 91))
    due = one.due_between(day(-10), day(90))
    assert list(due) == sorted(set(due))
    assert all(each >= one.first_day for each in due)


def test_of_two_versions_of_one_day_the_later_is_in_force_and_both_are_kept():
    one = action((0, terms("a")), (5, terms("b")), (5, terms("c")))
    assert [version.terms.text for version in one.versions] == ["a", "b", "c"]
    assert one.version_on(day(5)).terms.text == "c"
    assert one.due_between(day(3), day(6)) == (day(3), day(4), day(5), day(6))


def test_a_change_before_the_first_day_moves_the_first_day():
    one = action((7, terms(first=7)), (2, terms(first=9)))
    assert one.first_day == day(9)
    assert one.version_on(day(3)).number == 2
    assert one.due_between(day(0), day(10)) == (day(9), day(10))


def test_nothing_is_due_before_it_was_said():
    one = action((0, terms()))
    assert plan(one, said=None).due_between(one, day(0), day(9)) == ()
    assert plan(one, said=3).due_between(one, day(0), day(4)) == (day(3), day(4))


def test_an_openness_action_stops_on_its_day():
    one = action((0, terms(ends=5)), (20, terms()))
    assert one.due_between(day(4), day(21)) == (day(4), day(5), day(20), day(21))
    assert not one.stopped(day(5))
    assert one.stopped(day(6))
    assert not one.stopped(day(20))
    assert not one.stopped(day(-1))


def test_an_action_is_found_by_its_id():
    one = action((0, terms()))
    assert plan(one).action(7) is one
    assert plan(one).action(8) is None


def test_words_are_heard_by_the_partner_of_the_last_plan_they_are_about():
    first = plan(action((0, terms())))
    last = replace(first, id=2, partner="Alex", actions=(replace(first.actions[0], id=8),))
    plans = (first, last)
    assert heard_by(plans, {7}) == "Sam"
    assert heard_by(plans, {7, 8}) == heard_by(plans, ()) == heard_by(plans, {99}) == "Alex"
    assert heard_by((), ()) == ""


@pytest.mark.parametrize(
    ("text", "title", "detail"),
    [
        ("Call", "Call", ""),
        ("Call\nAt six.\nFrom work.", "Call", "At six.\nFrom work."),
        (" Call \n", "Call", ""),
    ],
)
def test_the_first_line_is_the_title(text, title, detail):
    assert (terms(text).title, terms(text).detail) == (title, detail)
