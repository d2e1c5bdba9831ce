"""A plan of four actions asked of the partner, in versions: what was agreed on a day stays what it was."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import Enum

from .cadence import Cadence, due_days
from .delivery import Way
from .plan_life import ActionEnd, ActionEnding, PlanEnd, PlanRest, Review, Saying
from .talk import DECLINED, Answer, GivenAnswer, answer_on

ACTIONS_IN_A_PLAN = 4
MOST_COMMITMENTS = 4
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
    """What one action says. `why` is private to the person; `first_day` also sets the step of the cadence.

    `text` is empty where the person deleted it; `nameless` is no word of theirs, and stands in the title's place then.
    """

    text: str
    cadence: Cadence
    first_day: date
    review_day: date
    known_by: str = ""
    why: str = ""
    openness: Openness | None = None
    nameless: str = field(default="", compare=False, repr=False)

    @property
    def title(self) -> str:
        return self.text.partition("\n")[0].strip() or self.nameless

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

    @property
    def wording(self) -> str | int:
        """The same for versions with the same words. One whose words were deleted stands alone: nobody knows any more."""
        return self.terms.title if self.terms.text else self.number


@dataclass(frozen=True, slots=True)
class Action:
    """One observable act in its place 1 to 4 of the plan; versions are oldest first.

    Asked of the partner, or where `mine` a commitment of the person's own.
    """

    id: int
    slot: int
    versions: tuple[ActionVersion, ...]
    mine: bool = False
    ended: ActionEnd | None = None
    reviews: tuple[Review, ...] = ()

    @property
    def review_day(self) -> date:
        """The day to look at it again: as its words say, or as was chosen when it was last looked at and kept."""
        kept = [review.next_day for review in self.reviews if review.version == self.newest.number]
        return kept[-1] if kept else self.newest.terms.review_day

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
        return tuple(day for day in found if not self.has_ended(day))

    def has_ended(self, day: date) -> bool:
        """Whether it was finished or replaced by `day`."""
        return self.ended is not None and self.ended.from_day <= day

    def stopped(self, day: date) -> bool:
        """Whether nothing is asked on `day` any more: it was ended, or an openness action has reached its end."""
        if self.has_ended(day):
            return True
        version = self.version_on(day)
        openness = version.terms.openness if version else None
        return openness is not None and day > openness.ends


@dataclass(frozen=True, slots=True)
class Said:
    """When and how the person told the partner of the plan.

    `recorded` is the moment it was written down: words changed after it were not told. None in a vault that is older.
    """

    day: date
    way: Way
    recorded: datetime | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan that went live. Nothing is due before it was said, while it rests, or after it ended.

    `actions` are all that were ever asked of the partner under it, four at a time, and `commitments` the person's own;
    both by slot, an ended one before the one in its place. `answers` and `rests` are in the order they were recorded.
    """

    id: int
    partner: str
    fair_chance: str
    went_live_at: datetime
    said: Said | None
    actions: tuple[Action, ...]
    commitments: tuple[Action, ...] = ()
    answers: tuple[GivenAnswer, ...] = ()
    rests: tuple[PlanRest, ...] = ()
    ended: PlanEnd | None = None
    saying: Saying = field(default_factory=Saying)

    @property
    def lanes(self) -> tuple[Action, ...]:
        """Whatever days can be marked for: the partner's actions, then the person's own commitments."""
        return self.actions + self.commitments

    @property
    def current(self) -> tuple[Action, ...]:
        """Return what is asked of the partner now, by slot."""
        return tuple(action for action in self.actions if action.ended is None)

    @property
    def resting(self) -> PlanRest | None:
        """The rest that nobody has taken the plan up again from."""
        return next((rest for rest in self.rests if rest.back_day is None), None)

    @property
    def agreed(self) -> bool:
        """Whether the partner has said yes to every action as it now stands, or to it with the change since made."""
        return bool(self.current) and all(map(self.is_agreed, self.current))

    def action(self, action_id: int) -> Action | None:
        return next((action for action in self.lanes if action.id == action_id), None)

    def answer_to(self, action: Action, day: date = date.max) -> GivenAnswer | None:
        """Return the answer that holds on `day`, the newest when no day is named."""
        return answer_on(self.answers, action.id, day)

    def is_agreed(self, action: Action) -> bool:
        """Whether the partner has said yes to it as it now stands, or to it with the change since made."""
        given = self.answer_to(action)
        if given is None:
            return False
        answered = given.version + (given.answer is Answer.WITH_CHANGE)
        return given.answer not in DECLINED and action.newest.number == answered

    def lanes_on(self, day: date) -> tuple[Action, ...]:
        """Return what a day can be marked for: in each place the action that had not ended by then.

        What came later into the plan is not shown on days before it was chosen: they keep the place as it was. It was
        chosen when what it replaced had ended, whatever the calendar said in the small hours.
        """
        found: dict[tuple[bool, int], Action] = {}
        given_up: set[tuple[bool, int]] = set()
        for action in self.lanes:
            place = (action.mine, action.slot)
            if action.ended is not None and action.has_ended(day):
                note = given_up.add if action.ended.how is ActionEnding.REPLACED else given_up.discard
                note(place)
            elif place in given_up or self._was_chosen(action, day):
                found.setdefault(place, action)
        return tuple(found[place] for place in sorted(found))

    def due_between(self, action: Action, start: date, end: date) -> tuple[date, ...]:
        """Return the due days of one of its actions: none before the plan was said, at rest, ended, or declined."""
        if self.said is None:
            return ()
        days = action.due_between(max(start, self.said.day), end)
        return tuple(day for day in days if self.runs_on(day) and not self._is_declined(action, day))

    def asks(self, action: Action, day: date) -> bool:
        """Whether one of its actions is asked for on a day, due or not: said and begun, not ended, at rest or declined."""
        version = action.version_on(day)
        return (
            version is not None
            and self.said is not None
            and max(self.said.day, version.terms.first_day) <= day
            and self.runs_on(day)
            and not action.stopped(day)
            and not self._is_declined(action, day)
        )

    def runs_on(self, day: date) -> bool:
        """Whether the plan had neither ended nor rested on `day`."""
        ended = self.ended is not None and self.ended.from_day <= day
        return not ended and not any(rest.covers(day) for rest in self.rests)

    def rest_at(self, today: date) -> PlanRest | None:
        """The rest it is in on `today`, or that begins after it."""
        return next(
            (rest for rest in self.rests[::-1] if rest.back_day is None or rest.back_day > today), None
        )

    def _was_chosen(self, action: Action, day: date) -> bool:
        first = action.versions[0]
        return first.made_at <= self.went_live_at or min(first.made_at.date(), first.from_day) <= day

    def _is_declined(self, action: Action, day: date) -> bool:
        given = self.answer_to(action, day)
        return given is not None and given.answer in DECLINED


def heard_by(plans: Sequence[Plan], action_ids: Collection[int]) -> str:
    """Return what the partner is called in the last of the plans that asked for one of these; else in the last plan."""
    about = [plan for plan in plans if any(plan.action(action_id) for action_id in action_ids)]
    return next((plan.partner for plan in (*about[-1:], *plans[-1:])), "")
