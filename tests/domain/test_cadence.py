"""On which days something falls due, against the plain rule counted from its first day."""

from datetime import date, datetime, time, timedelta

import pytest
from dateutil.rrule import DAILY, MONTHLY, WEEKLY, rrule
from hypothesis import given
from hypothesis import strategies as st

from trust_desktop.domain.cadence import LAST_DAY, Cadence, CadenceKind, due_days, week_of

days = st.dates(date(1996, 1, 1), date(2104, 12, 31))
week_starts = st.sampled_from([0, 6])
weekdays = st.frozensets(st.integers(0, 6), min_size=1)
month_days = st.sampled_from([LAST_DAY, *range(1, 32)])


def naive(cadence: Cadence, first_day: date, end: date) -> list[date]:
    """Every occurrence since the first day, as the recurrence rule alone gives it."""
    span = {"dtstart": datetime.combine(first_day, time()), "until": datetime.combine(end, time())}
    match cadence.kind:
        case CadenceKind.DAILY:
            rule = rrule(DAILY, **span)
        case CadenceKind.WEEKDAYS:
            rule = rrule(WEEKLY, wkst=cadence.week_start, byweekday=sorted(cadence.weekdays), **span)
        case CadenceKind.EVERY_N_WEEKS:
            rule = rrule(
                WEEKLY,
                interval=cadence.every,
                wkst=cadence.week_start,
                byweekday=sorted(cadence.weekdays),
                **span,
            )
        case _:
            every = range(-1, 0) if cadence.month_day == LAST_DAY else range(1, cadence.month_day + 1)
            rule = rrule(MONTHLY, bymonthday=list(every), bysetpos=-1, **span)
    return [moment.date() for moment in rule]


cadences = st.one_of(
    st.just(Cadence(CadenceKind.DAILY)),
    st.builds(Cadence, st.just(CadenceKind.WEEKDAYS), weekdays=weekdays, week_start=week_starts),
    st.builds(
        Cadence,
        st.just(CadenceKind.EVERY_N_WEEKS),
        weekdays=weekdays,
        every=st.integers(2, 52),
        week_start=week_starts,
    ),
    st.builds(Cadence, st.just(CadenceKind.MONTHLY), month_day=month_days),
)


@given(cadences, days, st.integers(-400, 4000), st.integers(0, 90))
def test_a_late_span_shows_what_counting_from_the_first_day_shows(cadence, first_day, later, length):
    start = first_day + timedelta(days=later)
    end = start + timedelta(days=length)
    expected = [day for day in naive(cadence, first_day, end) if day >= start]
    assert list(due_days(cadence, first_day, start, end)) == expected


@given(cadences, days, st.integers(0, 60), st.integers(0, 60))
def test_two_spans_side_by_side_show_what_the_whole_shows(cadence, first_day, left, right):
    cut, end = first_day + timedelta(days=left), first_day + timedelta(days=left + right)
    parts = due_days(cadence, first_day, first_day, cut) + due_days(
        cadence, first_day, cut + timedelta(days=1), end
    )
    assert parts == due_days(cadence, first_day, first_day, end)


@given(days, month_days)
def test_monthly_falls_on_one_day_of_every_full_month(first_day, month_day):
    start = (first_day.replace(day=1) + timedelta(days=32)).replace(day=1)
    end = start + timedelta(days=365 * 2)
    found = due_days(Cadence(CadenceKind.MONTHLY, month_day=month_day), first_day, start, end)
    months = [(day.year, day.month) for day in found]
    assert len(set(months)) == len(months) >= 24
    for day in found:
        last = (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        assert day == last or day.day == month_day


@pytest.mark.parametrize(
    ("month_day", "year", "expected"),
    [(31, 2026, 28), (30, 2028, 29), (29, 2100, 28), (LAST_DAY, 2024, 29), (28, 2024, 28)],
)
def test_a_short_february_takes_its_last_day(month_day, year, expected):
    cadence = Cadence(CadenceKind.MONTHLY, month_day=month_day)
    assert due_days(
        cadence, date(2020, 1, 1), date(year, 2, 1), date(year, 2, 28 + (year % 4 == 0) - (year == 2100))
    ) == (date(year, 2, expected),)


def test_the_week_start_decides_which_weeks_every_second_week_means():
    sunday_first = date(2026, 11, 8)  # a Sunday: the end of one week, or the start of another
    rule = {"kind": CadenceKind.EVERY_N_WEEKS, "weekdays": frozenset({6, 0}), "every": 2}
    span = (sunday_first, sunday_first, date(2026, 11, 24))
    assert due_days(Cadence(**rule, week_start=0), *span) == (
        date(2026, 11, 8),
        date(2026, 11, 16),
        date(2026, 11, 22),
    )
    assert due_days(Cadence(**rule, week_start=6), *span) == (
        date(2026, 11, 8),
        date(2026, 11, 9),
        date(2026, 11, 22),
        date(2026, 11, 23),
    )


def test_once_is_due_on_its_first_day_only():
    once = Cadence(CadenceKind.ONCE)
    first = date(2028, 2, 29)
    assert due_days(once, first, date(2028, 1, 1), date(2029, 12, 31)) == (first,)
    assert due_days(once, first, date(2028, 3, 1), date(2029, 12, 31)) == ()


@pytest.mark.parametrize("kind", [CadenceKind.TIMES_A_WEEK, CadenceKind.WHENEVER])
def test_some_cadences_have_no_due_days(kind):
    cadence = Cadence(kind)
    assert cadence.complete
    assert not cadence.has_due_days
    assert due_days(cadence, date(2026, 1, 1), date(2026, 1, 1), date(2026, 12, 31)) == ()


@pytest.mark.parametrize(
    "cadence",
    [
        Cadence(CadenceKind.WEEKDAYS),
        Cadence(CadenceKind.WEEKDAYS, weekdays=frozenset({7})),
        Cadence(CadenceKind.EVERY_N_WEEKS, weekdays=frozenset({1}), every=1),
        Cadence(CadenceKind.EVERY_N_WEEKS, weekdays=frozenset({1}), every=53),
        Cadence(CadenceKind.EVERY_N_WEEKS),
        Cadence(CadenceKind.TIMES_A_WEEK, times=0),
        Cadence(CadenceKind.TIMES_A_WEEK, times=8),
        Cadence(CadenceKind.MONTHLY, month_day=0),
        Cadence(CadenceKind.MONTHLY, month_day=32),
        Cadence(CadenceKind.DAILY, week_start=7),
    ],
)
def test_numbers_out_of_their_span_leave_a_cadence_incomplete_and_never_due(cadence):
    assert not cadence.complete
    assert due_days(cadence, date(2026, 1, 1), date(2026, 1, 1), date(2026, 12, 31)) == ()


@given(days, st.integers(0, 6))
def test_a_week_begins_on_its_week_start_and_holds_the_day(day, week_start):
    week = week_of(day, week_start)
    assert week.weekday() == week_start
    assert week <= day <= week + timedelta(days=6)
