"""Months and weekdays as the person's locale names and orders them."""

from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from trust_desktop.ui.common.day_words import number

_SHORT: Final = QLocale.FormatType.ShortFormat
_LONG: Final = QLocale.FormatType.LongFormat

EARLIEST: Final = date(1970, 1, 1)
LATEST: Final = date(2199, 12, 31)


def month_title(month: date, *, short: bool = False) -> str:
    """Such as "November 2026", or "Nov 2026"."""
    name = QLocale().standaloneMonthName(month.month, _SHORT if short else _LONG)
    pattern = QCoreApplication.translate("CalendarDates", "{month} {year}")
    return pattern.format(month=name, year=number(month.year))


def short_month(day: date) -> str:
    return QLocale().standaloneMonthName(day.month, _SHORT)


def weekday_names(first_weekday: int, form: QLocale.FormatType = _SHORT) -> tuple[str, ...]:
    """Seven names from the first day of the week on; weekdays count from Monday = 0."""
    return _weekday_names(QLocale().name(), first_weekday, form)


@lru_cache(maxsize=16)
def _weekday_names(locale: str, first_weekday: int, form: QLocale.FormatType) -> tuple[str, ...]:
    names = [QLocale(locale).standaloneDayName(number, form) for number in range(1, 8)]
    return tuple(names[(first_weekday + place) % 7] for place in range(7))


def first_weekday_of_locale() -> int:
    """The locale's own first day of the week; Monday = 0."""
    return QLocale().firstDayOfWeek().value - 1


def month_later(day: date, months: int) -> date:
    """The same day some months later or earlier; in a shorter month its last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not EARLIEST.year <= year <= LATEST.year:
        return day
    first = date(year, month + 1, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return first.replace(day=min(day.day, last.day))


def within(day: date) -> date:
    """The day itself, or the nearest a calendar is shown for."""
    return max(EARLIEST, min(LATEST, day))
