"""A plan of four actions asked of the partner, in versions: what was agreed on a day stays what it was."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from .cadence import Cadence, due_days
from .delivery import Way

ACTIONS_IN_A_PLAN = 4
OPENNESS_DAYS = 30
"""An action about phone, place, money or contact ends this many days after it is agreed, or sooner."""

REVIEW_DAYS = 28
"""Offered at first: look at it again four weeks after the first day."""


class Consent(Enum):
    """What the partner says to an action that opens something private of theirs."""

    AGREED = "agreed"
    NOT_ASKED = "not_asked"
    WILL_NOT_KNOW = "will_not_know"


@dataclass(frozen=True, slots=True)
class Openness:
    """The conditions under which something private is opened: agreed to, for a purpose, until a day."""

    consent: Consent
    purpose: str
    ends: date


@dataclass(frozen=True, slots=True)
class ActionTerms:
    """What one action says. `why` is private to the person; `first_day` also sets the step of the cadence."""

    text: str
    cadence: Cadence
    first_day: date
    review_day: date
    known_by: str = ""
    why: str = ""
    openness: Openness | None = None

    @property
    def title(self) -> str:
        return self.text.partition("\n")[0].strip()

    @property
    def detail(self) -> str:
        return self.text.partition("\n")[2].strip()


@dataclass(frozen=True, slots=True)
class ActionVersion:
    """The terms in force from a day on, until the next version begins."""

    number: int
    from_day: date
    terms: ActionTerms
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Action:
    """One observable act asked of the partner, in its place 1 to 4 of the plan; versions are oldest first."""

    id: int
    slot: int
    versions: tuple[ActionVersion, ...]

    @property
    def first_day(self) -> date:
        """The earliest day that was asked for by the version in force on it."""
        return min(
            max(first, version.terms.first_day)
            for version, first, last in self.spans(date.min, date.max)
            if version.terms.first_day <= last
        )

    @property
    def newest(self) -> ActionVersion:
        return self.versions[-1]

    def version_on(self, day: date) -> ActionVersion | None:
        """Return the version in force on `day`, None before the first; of several the one made last."""
        in_force = [version for version in self.versions if version.from_day <= day]
        return in_force[-1] if in_force else None

    def spans(self, start: date, end: date) -> Iterator[tuple[ActionVersion, date, date]]:
        """Yield the versions in force from `start` to `end`, each with its first and last day of them."""
        for index, version in enumerate(self.versions):
            following = [later.from_day - timedelta(days=1) for later in self.versions[index + 1 :]]
            first, last = max(start, version.from_day), min([end, *following])
            if first <= last:
                yield version, first, last

    def due_between(self, start: date, end: date) -> tuple[date, ...]:
        """Return the due days of every version in the part of the span it was in force."""
        found: list[date] = []
        for version, first, last in self.spans(start, end):
            openness = version.terms.openness
            until = min(last, openness.ends) if openness else last
            found += due_days(version.terms.cadence, version.terms.first_day, first, until)
        return tuple(found)

    def stopped(self, day: date) -> bool:
        """Whether an openness action has reached its end by `day`."""
        version = self.version_on(day)
        openness = version.terms.openness if version else None
        return openness is not None and day > openness.ends


@dataclass(frozen=True, slots=True)
class Said:
    """When and how the person told the partner of the plan."""

    day: date
    way: Way


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan that went live: exactly four actions, by slot. Nothing is due before it was said."""

    id: int
    partner: str
    fair_chance: str
    went_live_at: datetime
    said: Said | None
    actions: tuple[Action, ...]

    def action(self, action_id: int) -> Action | None:
        return next((action for action in self.actions if action.id == action_id), None)

    def due_between(self, action: Action, start: date, end: date) -> tuple[date, ...]:
        """Return the due days of one of its actions, none before the plan was said."""
        if self.said is None:
            return ()
        return action.due_between(max(start, self.said.day), end)
