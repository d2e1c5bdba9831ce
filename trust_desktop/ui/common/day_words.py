"""Days in the words and the order of the person's locale, and how long ago they were."""

import re
from datetime import date, datetime
from typing import Final

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

_SHORT: Final = QLocale.FormatType.ShortFormat
_LONG: Final = QLocale.FormatType.LongFormat

# The year of a long date with what joins it to the rest: blanks, quoted words such as 'de', commas, 年.
_YEAR: Final = re.compile(r"[\s,،.]*(?:'[^']*'\s*)*y{2,4}[年년]?[.\s]*$|^y{2,4}[年년.]?\s*")

_WEEKDAY: Final = re.compile(r"[\s,،]*d{3,4}[\s,،]*")


def full_day(day: date) -> str:
    """Such as "Tuesday 24 November", in the order the locale has; without the year."""
    pattern = _YEAR.sub("", QLocale().dateFormat(_LONG)).strip(" ,،")
    return QLocale().toString(_q_date(day), re.sub("[,،]", "", pattern))


def day_of_month(day: date) -> str:
    """Such as "24 November", in the order the locale has; without weekday and year."""
    pattern = _YEAR.sub("", QLocale().dateFormat(_LONG))
    return QLocale().toString(_q_date(day), _WEEKDAY.sub("", pattern).strip(" ,،"))


def span_words(first: date, last: date) -> str:
    """Such as "4 to 24 November"."""
    pattern = QCoreApplication.translate("DayWords", "{first} to {last}")
    begins = day_of_month(first)
    if (first.year, first.month) == (last.year, last.month) and begins.startswith(number(first.day)):
        begins = number(first.day)
    return pattern.format(first=begins, last=day_of_month(last))


def day_with_year(day: date) -> str:
    return QLocale().toString(_q_date(day), _LONG)


def weekday_and_number(day: date) -> str:
    """Such as "Saturday 14"."""
    pattern = QCoreApplication.translate("DayWords", "{weekday} {number}")
    return pattern.format(weekday=_weekday(day, _LONG), number=number(day.day))


def short_day(day: date, today: date) -> str:
    """Such as "Tue 24"; with its month when that is not the month around today, and then with another year."""
    words = {"weekday": _weekday(day, _SHORT), "number": number(day.day)}
    if abs((today - day).days) < 21:
        return QCoreApplication.translate("DayWords", "{weekday} {number}").format(**words)
    words["month"] = QLocale().monthName(day.month, _SHORT)
    if day.year == today.year:
        return QCoreApplication.translate("DayWords", "{weekday} {number} {month}").format(**words)
    words["year"] = number(day.year)
    return QCoreApplication.translate("DayWords", "{weekday} {number} {month} {year}").format(**words)


def age(day: date, today: date) -> str:
    """Such as "today", "yesterday", "2 days"."""
    days = (today - day).days
    if days <= 0:
        return QCoreApplication.translate("DayWords", "today")
    if days == 1:
        return QCoreApplication.translate("DayWords", "yesterday")
    return QCoreApplication.translate("DayWords", "%Ln day(s)", "", days)


def day_and_age(day: date, today: date) -> str:
    """Such as "Tue 24 · today"; older than two weeks only the day."""
    if (today - day).days > 14:
        return short_day(day, today)
    pattern = QCoreApplication.translate("DayWords", "{day} · {age}")
    return pattern.format(day=short_day(day, today), age=age(day, today))


def month_name(month: int) -> str:
    return QLocale().standaloneMonthName(month, _LONG)


def short_month(month: int) -> str:
    """Such as "Nov"."""
    return QLocale().standaloneMonthName(month, _SHORT)


def clock(moment: datetime) -> str:
    return QLocale().toString(QTime(moment.hour, moment.minute), _SHORT)


def _q_date(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _weekday(day: date, form: QLocale.FormatType) -> str:
    return QLocale().standaloneDayName(day.isoweekday(), form)


def number(value: int) -> str:
    """A number in the locale's digits, without grouping."""
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return locale.toString(value)
