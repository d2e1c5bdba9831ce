"""Plain counts of what was recorded in a span of days: never a score, and nothing that was not due is missed."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import Final

from .acknowledgement import THANKED
from .cadence import WEEK, CadenceKind, week_of
from .follow_through import Outcome
from .plan import Action, ActionVersion, Plan

LATELY: Final = 21
"""Days that are looked at first, today included."""

_WEEK_LESS_A_DAY: Final = WEEK - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Tally:
    """`done` of `of`: kept, late ones included, of the due days that were recorded.

    `free` were kept when nothing was due. For what is asked n times a week, `of` is n for each of `weeks`, the whole
    weeks of the span; `silent_weeks` are whole too, but nothing at all was recorded in them; `so_far` belongs to the
    week that is not over.
    """

    done: int = 0
    of: int = 0
    late: int = 0
    partly: int = 0
    not_kept: int = 0
    could_not: int = 0
    not_recorded: int = 0
    free: int = 0
    weeks: int = 0
    silent_weeks: int = 0
    so_far: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(*(getattr(self, field.name) + getattr(other, field.name) for field in fields(Tally)))

    @property
    def empty(self) -> bool:
        return self == Tally()


@dataclass(frozen=True, slots=True)
class Wording:
    """An action under the words it had, with the versions that had them and the days of a span these were in force."""

    title: str
    wording: str | int
    """As in `ActionVersion`: what all of its versions have in common."""

    whenever: bool
    spans: tuple[tuple[ActionVersion, date, date], ...]


@dataclass(frozen=True, slots=True)
class HowSoon:
    """How soon what was noticed was said: counts of what was said, by the days in between."""

    within_a_day: int = 0
    within_a_week: int = 0
    later: int = 0

    @property
    def said(self) -> int:
        return self.within_a_day + self.within_a_week + self.later


def wordings(action: Action, start: date, end: date) -> tuple[Wording, ...]:
    """Return the words an action had from `start` to `end`, oldest first; each only with the days it stood for."""
    found: dict[str | int, list[tuple[ActionVersion, date, date]]] = {}
    for span in action.spans(start, end):
        found.setdefault(span[0].wording, []).append(span)
    return tuple(_wording(wording, spans) for wording, spans in found.items())


def _wording(wording: str | int, spans: list[tuple[ActionVersion, date, date]]) -> Wording:
    last = spans[-1][0].terms
    return Wording(last.title, wording, last.cadence.kind is CadenceKind.WHENEVER, tuple(spans))


def tally(
    plan: Plan,
    action: Action,
    wording: Wording,
    marks: Mapping[date, Outcome],
    recorded: Collection[date],
    *,
    end: date,
    weeks_from: date,
    today: date,
) -> Tally:
    """Count the marks of an action while it had these words, up to `end`, which is no later than today.

    Weeks count where they end; none that begins before `weeks_from` is whole. `recorded` are the days on which
    anything was recorded.
    """
    counted = Tally()
    for version, first, last in wording.spans:
        match version.terms.cadence.kind:
            case CadenceKind.WHENEVER:
                here = {day: outcome for day, outcome in marks.items() if first <= day <= last}
                counted += Tally(free=_kept(here.values()), **_others(here.values()))
            case CadenceKind.TIMES_A_WEEK:
                weeks = _Weeks(plan, action, version, marks, recorded)
                begun = max(weeks_from, version.from_day)
                counted += weeks.count(first, last, begun)
                counted += weeks.rest(last, begun, end=end, today=today)
            case _:
                counted += _due(plan, action, marks, first, last)
    return counted


def how_soon(said: Iterable[tuple[date, date]]) -> HowSoon:
    """Count by the days between when something was noticed and when it was said."""
    waits = [(told - noticed).days for noticed, told in said]
    return HowSoon(
        within_a_day=sum(days <= 1 for days in waits),
        within_a_week=sum(1 < days <= 7 for days in waits),
        later=sum(days > 7 for days in waits),
    )


def _due(plan: Plan, action: Action, marks: Mapping[date, Outcome], first: date, last: date) -> Tally:
    due = plan.due_between(action, first, last)
    outcomes = [marks[day] for day in due if day in marks]
    all_kept = sum(outcome in THANKED for day, outcome in marks.items() if first <= day <= last)
    done = _kept(outcomes)
    return Tally(
        done=done,
        of=len(outcomes),
        late=outcomes.count(Outcome.KEPT_LATE_TOLD),
        not_recorded=len(due) - len(outcomes),
        free=all_kept - done,
        **_others(outcomes),
    )


@dataclass(frozen=True, slots=True)
class _Weeks:
    """Counts what one version asks for n times a week."""

    plan: Plan
    action: Action
    version: ActionVersion
    marks: Mapping[date, Outcome]
    recorded: Collection[date]

    def count(self, first: date, last: date, begun: date) -> Tally:
        """Count the weeks that end from `first` to `last`."""
        counted = Tally()
        week = week_of(first, self._week_start)
        while (week_end := week + _WEEK_LESS_A_DAY) <= last:
            outcomes = self._outcomes(max(week, begun), week_end)
            counted += self._whole(week, outcomes) if begun <= week else Tally(free=_kept(outcomes))
            week += WEEK
        return counted

    def rest(self, last: date, begun: date, *, end: date, today: date) -> Tally:
        """Count the days after the last whole week: the running week's, or those before other words took over.

        What has ended, or ends within the week, has no week to go on with: its days are counted like those.
        """
        week = week_of(last, self._week_start)
        if week + _WEEK_LESS_A_DAY <= last or (last == end and end < today):
            return Tally()
        kept = _kept(self._outcomes(max(week, begun), last))
        goes_on = last == end and not self._ends_by(week + _WEEK_LESS_A_DAY)
        return Tally(so_far=kept) if goes_on else Tally(free=kept)

    def _ends_by(self, day: date) -> bool:
        ended = (self.plan.ended, self.action.ended)
        return any(each is not None and each.from_day <= day for each in ended)

    @property
    def _week_start(self) -> int:
        return self.version.terms.cadence.week_start

    def _whole(self, week: date, outcomes: list[Outcome]) -> Tally:
        days = list(_days(week, week + _WEEK_LESS_A_DAY))
        kept = _kept(outcomes)
        if not all(self.plan.asks(self.action, day) for day in days):
            return Tally(free=kept)
        if not any(day in self.recorded for day in days):
            return Tally(silent_weeks=1)
        times = self.version.terms.cadence.times
        return Tally(
            done=min(kept, times),
            of=times,
            late=outcomes.count(Outcome.KEPT_LATE_TOLD),
            free=max(0, kept - times),
            weeks=1,
            **_others(outcomes),
        )

    def _outcomes(self, first: date, last: date) -> list[Outcome]:
        return [self.marks[day] for day in _days(first, last) if day in self.marks]


def _days(first: date, last: date) -> Iterator[date]:
    for number in range((last - first).days + 1):
        yield first + timedelta(days=number)


def _kept(outcomes: Iterable[Outcome]) -> int:
    return sum(outcome in THANKED for outcome in outcomes)


def _others(outcomes: Iterable[Outcome]) -> dict[str, int]:
    found = list(outcomes)
    others = {
        "partly": Outcome.PARTLY,
        "not_kept": Outcome.NOT_KEPT,
        "could_not": Outcome.COULD_NOT,
    }
    return {name: found.count(outcome) for name, outcome in others.items()}
