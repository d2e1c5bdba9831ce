"""A short look, once a week, at how it is: three numbers that may be left out and a line, never with a target."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from typing import Final

from .cadence import WEEK, week_of
from .errors import Rule, RuleBroken

MOST: Final = 10
DAYS_BETWEEN: Final = 7
PUT_OFF_DAYS: Final = 7


class Feeling(Enum):
    """What is noted from 0 to 10, in the order in which it is asked."""

    FELT_SAFETY = "felt_safety"
    CLOSENESS = "closeness"
    STEADINESS = "steadiness"


@dataclass(frozen=True, slots=True)
class Noted:
    """What somebody notes of themselves; None where a number was left out. `line` is private."""

    felt_safety: int | None = None
    closeness: int | None = None
    steadiness: int | None = None
    line: str = ""

    def number(self, feeling: Feeling) -> int | None:
        found: int | None = getattr(self, feeling.value)
        return found


@dataclass(frozen=True, slots=True)
class CheckIn:
    """What was noted on a day, of which there is one check-in at most."""

    id: int
    day: date
    noted: Noted
    made_at: datetime


def check_noted(noted: Noted) -> None:
    """Raise RuleBroken where nothing at all is noted, or a number lies outside 0 to 10."""
    numbers = [number for feeling in Feeling if (number := noted.number(feeling)) is not None]
    if not numbers and not noted.line.strip():
        raise RuleBroken(Rule.NOTHING_WRITTEN)
    if any(not 0 <= number <= MOST for number in numbers):
        raise RuleBroken(Rule.OUT_OF_SPAN)


def is_offered(since: date | None, not_before: date | None, today: date) -> bool:
    """Whether to offer one: a week after `since`, the last or the day the plan was said; not while it is put off."""
    if since is None or (not_before is not None and today < not_before):
        return False
    return today >= since + timedelta(days=DAYS_BETWEEN)


def lines(check_ins: Iterable[CheckIn], feeling: Feeling) -> tuple[tuple[CheckIn, ...], ...]:
    """Return what is to be joined by a line, by day: a week without a check-in, or a number left out, parts it."""
    found: list[list[CheckIn]] = []
    before: date | None = None
    for each in sorted(check_ins, key=lambda check_in: check_in.day):
        week = week_of(each.day, 0)
        if each.noted.number(feeling) is None:
            before = None
            continue
        if before is None or week - before > WEEK:
            found.append([])
        found[-1].append(each)
        before = week
    return tuple(tuple(line) for line in found)
