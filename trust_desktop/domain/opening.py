"""Openings: small steps of openness of one's own, one at a time, and when the first page may offer one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from .acknowledgement import THANKED
from .follow_through import FollowThrough, Outcome

LOOKED_AT: Final = 4
"""Whole weeks, the last ones, that say whether there is ground for a step."""

KEPT_WEEKS: Final = 3
"""So many of them have to be kept ones: long enough to be more than a good start, and one bad week spoils nothing."""

QUIET_DAYS: Final = 7
"""After a step was done or put away nothing is offered for a week: it is offered, never pushed."""

WEEK: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Opening:
    """A step that was chosen; done on a day, put away, or still open. `words` are a private line about it."""

    id: int
    text: str
    chosen_at: datetime
    done_day: date | None = None
    put_away_at: datetime | None = None
    words: str = ""

    @property
    def open(self) -> bool:
        return self.done_day is None and self.put_away_at is None


def first_looked_at(today: date) -> date:
    """Return the first day of the weeks that are looked at; the last of them ended yesterday."""
    return today - LOOKED_AT * WEEK


def has_ground(said: date, marks: Iterable[FollowThrough], today: date) -> bool:
    """Return whether enough of the last whole weeks since the plan was said were kept.

    In a kept week something was kept, and at least as much was kept as was not. What was not recorded, partly
    kept or could not be is neither.
    """
    balance = [0] * LOOKED_AT
    kept = [False] * LOOKED_AT
    for mark in marks:
        week = (today - timedelta(days=1) - mark.day).days // 7
        if mark.day >= said and 0 <= week < LOOKED_AT:
            kept[week] |= mark.outcome in THANKED
            balance[week] += _weight(mark.outcome)
    whole = [today - (week + 1) * WEEK >= said for week in range(LOOKED_AT)]
    good = [all(each) for each in zip(whole, kept, (one >= 0 for one in balance), strict=True)]
    return sum(good) >= KEPT_WEEKS


def is_quiet(openings: Iterable[Opening], today: date) -> bool:
    """Return whether nothing may be offered: a step is open, or one was done or put away within a week."""
    for opening in openings:
        touched = opening.done_day or (opening.put_away_at and opening.put_away_at.date())
        if touched is None or today - touched < timedelta(days=QUIET_DAYS):
            return True
    return False


def _weight(outcome: Outcome) -> int:
    if outcome in THANKED:
        return 1
    return -1 if outcome is Outcome.NOT_KEPT else 0
