"""A cadence as a sentence in the order and the day names of the place."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from trust_desktop.domain.cadence import LAST_DAY, Cadence, CadenceKind
from trust_desktop.ui.common.day_words import full_day

_LONG = QLocale.FormatType.LongFormat
_WHOLE_WEEK = 7


def kind_words() -> dict[CadenceKind, str]:
    """Return the seven kinds as a person chooses them, the most common first."""
    return {
        CadenceKind.DAILY: QCoreApplication.translate("CadenceWords", "Every day"),
        CadenceKind.WEEKDAYS: QCoreApplication.translate("CadenceWords", "On chosen days"),
        CadenceKind.TIMES_A_WEEK: QCoreApplication.translate("CadenceWords", "So many times a week"),
        CadenceKind.EVERY_N_WEEKS: QCoreApplication.translate("CadenceWords", "Every few weeks"),
        CadenceKind.MONTHLY: QCoreApplication.translate("CadenceWords", "Once a month"),
        CadenceKind.ONCE: QCoreApplication.translate("CadenceWords", "Once"),
        CadenceKind.WHENEVER: QCoreApplication.translate("CadenceWords", "Whenever it comes up"),
    }


def cadence_words(cadence: Cadence, first_day: date | None = None) -> str:
    """Return such as "Every Monday and Thursday"; what is not chosen yet is said as well."""
    match cadence.kind:
        case CadenceKind.ONCE:
            return _once(first_day)
        case CadenceKind.WEEKDAYS:
            return _on_weekdays(cadence)
        case CadenceKind.TIMES_A_WEEK:
            return QCoreApplication.translate("CadenceWords", "%Ln time(s) a week", "", cadence.times)
        case CadenceKind.EVERY_N_WEEKS:
            return _every_few_weeks(cadence)
        case CadenceKind.MONTHLY:
            return _monthly(cadence.month_day)
        case kind:
            return kind_words()[kind]


def month_day_words(month_day: int) -> str:
    if month_day == LAST_DAY:
        return QCoreApplication.translate("CadenceWords", "the last day")
    pattern = QCoreApplication.translate("CadenceWords", "day {number}")
    return pattern.format(number=QLocale().toString(month_day))


def weekday_list(days: Iterable[int], week_start: int) -> str:
    """Return day names from the week's first day on, joined as the language joins them."""
    ordered = sorted(days, key=lambda day: (day - week_start) % _WHOLE_WEEK)
    names = [QLocale().standaloneDayName(day + 1, _LONG) for day in ordered]
    return QLocale().createSeparatedList(names)


def _once(first_day: date | None) -> str:
    if first_day is None:
        return kind_words()[CadenceKind.ONCE]
    return QCoreApplication.translate("CadenceWords", "Once, on {day}").format(day=full_day(first_day))


def _on_weekdays(cadence: Cadence) -> str:
    if not cadence.weekdays:
        return QCoreApplication.translate("CadenceWords", "On days still to be chosen")
    if len(cadence.weekdays) == _WHOLE_WEEK:
        return kind_words()[CadenceKind.DAILY]
    pattern = QCoreApplication.translate("CadenceWords", "Every {days}")
    return pattern.format(days=weekday_list(cadence.weekdays, cadence.week_start))


def _every_few_weeks(cadence: Cadence) -> str:
    if not cadence.weekdays:
        return QCoreApplication.translate(
            "CadenceWords", "Every %Ln week(s), on a day to be chosen", "", cadence.every
        )
    pattern = QCoreApplication.translate("CadenceWords", "Every %Ln week(s), on {days}", "", cadence.every)
    return pattern.format(days=weekday_list(cadence.weekdays, cadence.week_start))


def _monthly(month_day: int) -> str:
    if month_day == LAST_DAY:
        return QCoreApplication.translate("CadenceWords", "Once a month, on the last day")
    if month_day > 28:
        pattern = QCoreApplication.translate(
            "CadenceWords", "Once a month, on day {number}, or on the last day of a shorter month"
        )
    else:
        pattern = QCoreApplication.translate("CadenceWords", "Once a month, on day {number}")
    return pattern.format(number=QLocale().toString(month_day))
