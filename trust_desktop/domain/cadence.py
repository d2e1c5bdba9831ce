"""On which days something asked for falls due; what is not simply day by day by dateutil's rules of RFC 5545."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum

from dateutil.rrule import MONTHLY, WEEKLY, rrule

LAST_DAY = -1
"""`Cadence.month_day` for the last day of each month."""

WEEK = timedelta(days=7)


class CadenceKind(Enum):
    """How often something is asked for."""

    ONCE = "once"
    DAILY = "daily"
    WEEKDAYS = "weekdays"
    TIMES_A_WEEK = "times_a_week"
    EVERY_N_WEEKS = "every_n_weeks"
    MONTHLY = "monthly"
    WHENEVER = "whenever"


_DAY_BY_DAY = frozenset({CadenceKind.DAILY, CadenceKind.WEEKDAYS})
"""Most of what is asked for; no rule is needed to step through days, and a month asks for each lane."""

_EVERY_WEEKDAY = frozenset(range(7))


@dataclass(frozen=True, slots=True)
class Cadence:
    """A kind and the numbers it needs; weekdays count from Monday = 0.

    `weekdays` serves chosen weekdays and every n weeks, `times` (1 to 7) n times a week, `every` (2 to 52)
    every n weeks, `month_day` (1 to 31, or LAST_DAY) monthly: in a shorter month its last day. `week_start`
    is kept here so that a later change of locale cannot rewrite which weeks counted.
    """

    kind: CadenceKind = CadenceKind.DAILY
    weekdays: frozenset[int] = frozenset()
    times: int = 1
    every: int = 2
    month_day: int = 1
    week_start: int = 0

    @property
    def complete(self) -> bool:
        """Whether the numbers this kind needs are all there."""
        if not 0 <= self.week_start <= 6:
            return False
        match self.kind:
            case CadenceKind.WEEKDAYS:
                return self._weekdays_chosen
            case CadenceKind.EVERY_N_WEEKS:
                return self._weekdays_chosen and 2 <= self.every <= 52
            case CadenceKind.TIMES_A_WEEK:
                return 1 <= self.times <= 7
            case CadenceKind.MONTHLY:
                return self.month_day == LAST_DAY or 1 <= self.month_day <= 31
            case _:
                return True

    @property
    def _weekdays_chosen(self) -> bool:
        return bool(self.weekdays) and all(0 <= day <= 6 for day in self.weekdays)

    @property
    def has_due_days(self) -> bool:
        """Whether single days fall due at all."""
        return self.kind not in {CadenceKind.TIMES_A_WEEK, CadenceKind.WHENEVER}


def week_of(day: date, week_start: int) -> date:
    """Return the first day of the week that holds `day`."""
    return day - timedelta(days=(day.weekday() - week_start) % 7)


def due_days(cadence: Cadence, first_day: date, start: date, end: date) -> tuple[date, ...]:
    """Return the due days from `start` to `end`, both included; none before `first_day`.

    The rule is begun beside the span asked for, in step with `first_day`, so the cost does not grow with age.
    """
    if not cadence.has_due_days or not cadence.complete:
        return ()
    if cadence.kind is CadenceKind.ONCE:
        return (first_day,) if start <= first_day <= end else ()
    begin = max(start, first_day)
    if begin > end:
        return ()
    if cadence.kind in _DAY_BY_DAY:
        days = (begin + timedelta(days=number) for number in range((end - begin).days + 1))
        wanted = cadence.weekdays if cadence.kind is CadenceKind.WEEKDAYS else _EVERY_WEEKDAY
        return tuple(day for day in days if day.weekday() in wanted)
    rule = _rule(cadence, first_day, begin, end)
    return tuple(moment.date() for moment in rule if moment.date() >= begin)


def _rule(cadence: Cadence, first_day: date, begin: date, end: date) -> rrule:
    until = datetime.combine(end, time())
    match cadence.kind:
        case CadenceKind.EVERY_N_WEEKS:
            return rrule(
                WEEKLY,
                interval=cadence.every,
                dtstart=_midnight(_week_in_step(cadence, first_day, begin)),
                until=until,
                wkst=cadence.week_start,
                byweekday=sorted(cadence.weekdays),
            )
        case _:
            return rrule(
                MONTHLY,
                dtstart=_midnight(begin.replace(day=1)),
                until=until,
                bymonthday=_month_days(cadence.month_day),
                bysetpos=-1,
            )


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())


def _week_in_step(cadence: Cadence, first_day: date, begin: date) -> date:
    origin = week_of(first_day, cadence.week_start)
    weeks = (week_of(begin, cadence.week_start) - origin) // WEEK
    return origin + WEEK * (weeks - weeks % cadence.every)


def _month_days(month_day: int) -> list[int]:
    """Return the candidates of which the last that exists counts: 31 becomes 28 in February."""
    if month_day == LAST_DAY:
        return [LAST_DAY]
    return list(range(min(28, month_day), month_day + 1))
