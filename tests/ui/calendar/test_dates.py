"""Months and weekdays are named and ordered as the locale does it."""

from datetime import date

import pytest
from PySide6.QtCore import QLocale

from trust_desktop.ui.calendar import dates


def test_a_month_is_named_with_its_year() -> None:
    assert dates.month_title(date(2026, 11, 24)) == "November 2026"


def test_a_year_has_no_thousands_separator_and_the_locales_digits() -> None:
    QLocale.setDefault(QLocale("ar_EG"))
    assert dates.month_title(date(2026, 11, 1)).endswith("٢٠٢٦")


@pytest.mark.parametrize(
    ("locale", "weekday"), [("en_US", 6), ("de_DE", 0), ("ar_EG", 5), ("fa_IR", 5), ("en_GB", 0)]
)
def test_the_week_begins_as_the_region_has_it(locale: str, weekday: int) -> None:
    QLocale.setDefault(QLocale(locale))
    assert dates.first_weekday_of_locale() == weekday


@pytest.mark.parametrize(("first", "names"), [(0, ("Mon", "Sun")), (6, ("Sun", "Sat")), (5, ("Sat", "Fri"))])
def test_weekday_names_begin_with_the_first_day(first: int, names: tuple[str, str]) -> None:
    shown = dates.weekday_names(first)
    assert (shown[0], shown[-1], len(set(shown))) == (*names, 7)


def test_weekday_names_can_be_written_out() -> None:
    assert dates.weekday_names(0, QLocale.FormatType.LongFormat)[1] == "Tuesday"


def test_a_short_month_is_the_locales() -> None:
    QLocale.setDefault(QLocale("de_DE"))
    assert dates.short_month(date(2026, 12, 1)) == "Dez"


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 11, 24), 12, date(2027, 11, 24)),
        (date(2028, 2, 29), -12, date(2027, 2, 28)),
        (date(2199, 12, 5), 1, date(2199, 12, 5)),
        (date(1970, 1, 5), -1, date(1970, 1, 5)),
    ],
)
def test_a_month_later_keeps_the_day_where_it_exists(day: date, months: int, then: date) -> None:
    assert dates.month_later(day, months) == then


def test_days_beyond_the_calendar_are_brought_to_its_edge() -> None:
    assert dates.within(date(2300, 1, 1)) == dates.LATEST
    assert dates.within(date(1900, 1, 1)) == dates.EARLIEST
    assert dates.within(date(2026, 11, 24)) == date(2026, 11, 24)
