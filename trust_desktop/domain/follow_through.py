"""One action on one day: what was noticed. A day without a row is not recorded, never not kept."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from typing import NamedTuple

from .cadence import CadenceKind, week_of
from .errors import Rule, RuleBroken
from .plan import Action, Plan


class Outcome(Enum):
    """What was noticed on a day; facts with the same weight, in the order of their keys 1 to 5."""

    KEPT = "kept"
    KEPT_LATE_TOLD = "kept_late_told"
    PARTLY = "partly"
    NOT_KEPT = "not_kept"
    COULD_NOT = "could_not"


class MarkKey(NamedTuple):
    """Names a mark: there is at most one for an action and a day."""

    action_id: int
    day: date


@dataclass(frozen=True, slots=True)
class FollowThrough:
    """What was noticed of one action on one day; `reason` is the person's own words, mostly for *could not*."""

    action_id: int
    day: date
    outcome: Outcome
    reason: str
    marked_at: datetime

    @property
    def key(self) -> MarkKey:
        return MarkKey(self.action_id, self.day)


def check_markable(plan: Plan, action: Action, day: date, today: date) -> None:
    """Raise RuleBroken unless the day can hold a mark: from the first day to today, once the plan was said.

    An action takes none after its end, nor a plan after its own.
    """
    if plan.said is None:
        raise RuleBroken(Rule.NOT_SAID_YET, action.slot)
    if day > today:
        raise RuleBroken(Rule.DAY_IN_FUTURE, action.slot)
    if day < action.first_day:
        raise RuleBroken(Rule.DAY_BEFORE_START, action.slot)
    if action.stopped(day) or (plan.ended is not None and plan.ended.from_day <= day):
        raise RuleBroken(Rule.DAY_AFTER_END, action.slot)


def version_start(today: date, *, today_marked: bool) -> date:
    """Return the day a new version begins: today, or tomorrow if today was already judged by the old one."""
    return today + timedelta(days=1) if today_marked else today


@dataclass(frozen=True, slots=True)
class WeekCount:
    """How often something asked for n times a week was kept in one week."""

    week: date
    asked: int
    kept: int


def week_count(plan: Plan, action: Action, day: date, kept_days: frozenset[date]) -> WeekCount | None:
    """Count the week around `day` for an action that is asked for n times a week on it, else None."""
    version = action.version_on(day)
    if version is None or version.terms.cadence.kind is not CadenceKind.TIMES_A_WEEK:
        return None
    if not plan.asks(action, day):
        return None
    cadence = version.terms.cadence
    week = week_of(day, cadence.week_start)
    last = week + timedelta(days=6)
    return WeekCount(week, cadence.times, sum(week <= kept_day <= last for kept_day in kept_days))
