"""Days are told in the words and the order of the locale, and how long ago they were."""

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QLocale

from trust_desktop.ui.common import day_words

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("en_GB", "Tuesday 24 November"),
        ("en_US", "Tuesday November 24"),
        ("de_DE", "Dienstag 24. November"),
        ("es_ES", "martes 24 de noviembre"),
        ("ja_JP", "11月24日火曜日"),
        ("hu_HU", "november 24. kedd"),
    ],
)
def test_full_day_has_the_order_of_the_locale_and_no_year(name: str, words: str) -> None:
    QLocale.setDefault(QLocale(name))
    assert day_words.full_day(TODAY).replace(" ", "") == words.replace(" ", "")
    assert "2026" in day_words.day_with_year(TODAY)


@pytest.mark.parametrize(
    ("name", "day", "span"),
    [
        ("en_GB", "24 November", "4 to 24 November"),
        ("en_US", "November 24", "November 4 to November 24"),
        ("de_DE", "24. November", "4 to 24. November"),
        ("es_ES", "24 de noviembre", "4 to 24 de noviembre"),
        ("ja_JP", "11月24日", "11月4日 to 11月24日"),
        ("hu_HU", "november 24.", "november 4. to november 24."),
    ],
)
def test_a_span_names_its_month_once_where_the_locale_has_it_last(name: str, day: str, span: str) -> None:
    QLocale.setDefault(QLocale(name))
    assert day_words.day_of_month(TODAY) == day
    assert day_words.span_words(date(2026, 11, 4), TODAY) == span


def test_a_span_over_two_months_or_years_names_both() -> None:
    assert day_words.span_words(date(2026, 10, 31), TODAY) == "31 October to 24 November"
    assert day_words.span_words(date(2025, 11, 4), TODAY) == "4 November to 24 November"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "Tue 24 · today"),
        (1, "Mon 23 · yesterday"),
        (2, "Sun 22 · 2 day(s)"),
        (15, "Mon 9"),
        (22, "Mon 2 Nov"),
        (400, "Mon 20 Oct 2025"),
    ],
)
def test_older_days_say_more_of_their_date_and_less_of_their_age(days: int, words: str) -> None:
    found = day_words.day_and_age(TODAY - timedelta(days=days), TODAY)
    assert found.replace("days", "day(s)") == words, "with or without the language's own plurals"


def test_single_words() -> None:
    assert day_words.weekday_and_number(TODAY) == "Tuesday 24"
    assert day_words.month_name(11) == "November"
    assert day_words.short_month(11) == "Nov"
    assert day_words.clock(datetime(2026, 11, 24, 18, 42, 59)) == "18:42"  # noqa: DTZ001 - only its hands are read
