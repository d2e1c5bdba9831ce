"""The day a moment belongs to, through summer time, odd offsets and the date line."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trust_desktop.domain.day import day_of

ZONES = (
    "Europe/Berlin",
    "America/New_York",
    "America/St_Johns",  # half an hour
    "Asia/Kathmandu",  # three quarters
    "Australia/Lord_Howe",  # summer time by half an hour
    "Pacific/Apia",  # crossed the date line at the end of 2011
    "Pacific/Kiritimati",
    "UTC",
)
NEVER_WAS = {("Pacific/Apia", date(2011, 12, 30)), ("Pacific/Kiritimati", date(1994, 12, 31))}


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("year", [2011, 2024, 2026])
def test_every_day_comes_once_and_in_order(zone, year):
    start = datetime(year, 1, 1, 12, tzinfo=UTC)
    hours = [day_of((start + timedelta(hours=n)).astimezone(ZoneInfo(zone))) for n in range(366 * 24)]
    assert hours == sorted(hours)
    steps = {
        (zone, before + timedelta(days=1))
        for before, after in pairwise(hours)
        if after - before > timedelta(days=1)
    }
    assert steps <= NEVER_WAS


@given(st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1)), st.times(max_value=time(8)))  # noqa: DTZ001
def test_before_the_day_ends_it_is_still_yesterday(moment, day_ends):
    expected = moment.date() if moment.time() >= day_ends else moment.date() - timedelta(days=1)
    assert day_of(moment, day_ends) == expected


def test_the_day_ends_at_three_unless_set():
    assert day_of(datetime(2026, 11, 25, 2, 59, tzinfo=UTC)) == date(2026, 11, 24)
    assert day_of(datetime(2026, 11, 25, 3, 0, tzinfo=UTC)) == date(2026, 11, 25)
    assert day_of(datetime(2026, 11, 25, 0, 0, tzinfo=UTC), time(0)) == date(2026, 11, 25)
