"""Days as the calendar, the day panel and Today show them, put together from one read of a span."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from trust_desktop.domain.acknowledgement import unsaid
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.follow_through import FollowThrough, MarkKey, Outcome
from trust_desktop.domain.plan import Action, ActionTerms, ActionVersion, Plan, heard_by
from trust_desktop.domain.talk import DECLINED, Answer

if TYPE_CHECKING:
    from trust_desktop.storage.database import Transaction


@dataclass(frozen=True, slots=True)
class CellMark:
    """One action in one cell. `shown`: it has an outcome, or was due by now and is not recorded."""

    action_id: int
    slot: int
    outcome: Outcome | None
    due: bool
    shown: bool
    unsaid: bool
    mine: bool = False


@dataclass(frozen=True, slots=True)
class DayCell:
    """All a calendar cell paints and speaks; `marks` are by slot, none before there is a plan.

    `own` are those of the person's own commitments, which nothing else counts in.
    """

    day: date
    in_month: bool
    is_today: bool
    marks: tuple[CellMark, ...]
    has_note: bool
    own: tuple[CellMark, ...] = ()

    @property
    def shown(self) -> tuple[CellMark, ...]:
        return tuple(mark for mark in self.marks if mark.shown)

    @property
    def unsaid(self) -> int:
        return sum(mark.unsaid for mark in self.marks)

    @property
    def not_recorded(self) -> int:
        return sum(mark.shown and mark.outcome is None for mark in self.marks)

    def count(self, *outcomes: Outcome) -> int:
        return sum(mark.outcome in outcomes for mark in self.marks)


@dataclass(frozen=True, slots=True)
class MonthView:
    """A month in whole weeks; `cells` are row by row, seven to a row."""

    year: int
    month: int
    first_weekday: int
    today: date
    cells: tuple[DayCell, ...]

    @property
    def rows(self) -> int:
        return len(self.cells) // 7


@dataclass(frozen=True, slots=True)
class ActionOnDay:
    """One action on one day in the words of that day; `mention`: partly done, may be mentioned, never counted.

    `mine`: a commitment of the person's own. `declined`: the partner's answer, where it is why nothing is due.
    """

    action_id: int
    slot: int
    version: int
    terms: ActionTerms
    outcome: Outcome | None
    reason: str
    due: bool
    can_mark: bool
    stopped: bool
    unsaid: bool
    mention: bool
    said: Way | None
    mine: bool = False
    declined: Answer | None = None

    @property
    def title(self) -> str:
        return self.terms.title

    @property
    def detail(self) -> str:
        return self.terms.detail


@dataclass(frozen=True, slots=True)
class DayView:
    """A day with its actions by slot and its private note; `actions` is empty while there is no plan.

    `own` are the person's own commitments. `resting`: a plan is at rest on the day, so that nothing of it is due.
    `partner` is what the partner is called in the last plan of the day, or in the last there was.
    """

    day: date
    is_today: bool
    actions: tuple[ActionOnDay, ...]
    note: str
    own: tuple[ActionOnDay, ...] = ()
    resting: bool = False
    partner: str = ""

    @property
    def lanes(self) -> tuple[ActionOnDay, ...]:
        """Whatever can be marked on the day: the partner's actions, then the person's own commitments."""
        return self.actions + self.own


@dataclass(frozen=True, slots=True)
class Span:
    """What is known of a span of days; every view of these days comes from it."""

    plans: tuple[Plan, ...]
    today: date
    marks: dict[MarkKey, FollowThrough]
    said: dict[MarkKey, Way]
    due: frozenset[MarkKey]
    unsaid: frozenset[MarkKey]
    mention: frozenset[MarkKey]

    def cell_marks(self, day: date) -> tuple[CellMark, ...]:
        """Return the partner's actions on a day, then the person's own commitments."""
        return tuple(self._cell_mark(action, MarkKey(action.id, day)) for _plan, action in self._lanes(day))

    def actions_on(self, day: date) -> tuple[ActionOnDay, ...]:
        """Return the partner's actions on a day, then the person's own commitments."""
        return tuple(
            self._action_on(plan, action, MarkKey(action.id, day)) for plan, action in self._lanes(day)
        )

    def rests(self, day: date) -> bool:
        """Whether a plan is at rest on a day."""
        return any(rest.covers(day) for plan in self._plans_on(day) for rest in plan.rests)

    def partner_on(self, day: date) -> str:
        """Return what the partner is called in the last plan a day belongs to, or in the last there was."""
        return heard_by(self.plans, {action.id for _plan, action in self._lanes(day)})

    def not_recorded(self) -> tuple[MarkKey, ...]:
        """Return what was due up to today and has no mark, by day."""
        open_keys = (key for key in self.due if key.day <= self.today and key not in self.marks)
        return tuple(sorted(open_keys, key=lambda key: (key.day, key.action_id)))

    def _plans_on(self, day: date) -> tuple[Plan, ...]:
        """Return the oldest plan that had not ended by a day, and any later one that was said by then."""
        running = [plan for plan in self.plans if plan.ended is None or day < plan.ended.from_day]
        later = [plan for plan in running[1:] if plan.said is not None and plan.said.day <= day]
        return (*running[:1], *later)

    def _lanes(self, day: date) -> tuple[tuple[Plan, Action], ...]:
        lanes = [(plan, action) for plan in self._plans_on(day) for action in plan.lanes_on(day)]
        return tuple(sorted(lanes, key=lambda lane: lane[1].mine))

    def _cell_mark(self, action: Action, key: MarkKey) -> CellMark:
        mark = self.marks.get(key)
        due = key in self.due
        return CellMark(
            action_id=action.id,
            slot=action.slot,
            outcome=mark.outcome if mark else None,
            due=due,
            shown=mark is not None or (due and key.day <= self.today),
            unsaid=key in self.unsaid,
            mine=action.mine,
        )

    def _action_on(self, plan: Plan, action: Action, key: MarkKey) -> ActionOnDay:
        mark = self.marks.get(key)
        version = version_shown(action, key.day)
        said = plan.said is not None
        stopped = action.stopped(key.day)
        given = plan.answer_to(action, key.day)
        return ActionOnDay(
            action_id=action.id,
            slot=action.slot,
            version=version.number,
            terms=version.terms,
            outcome=mark.outcome if mark else None,
            reason=mark.reason if mark else "",
            due=key in self.due,
            can_mark=said and action.first_day <= key.day <= self.today and not stopped,
            stopped=stopped,
            unsaid=key in self.unsaid,
            mention=key in self.mention,
            said=self.said.get(key),
            mine=action.mine,
            declined=given.answer if given is not None and given.answer in DECLINED else None,
        )


def split(lanes: tuple[ActionOnDay, ...]) -> tuple[tuple[ActionOnDay, ...], tuple[ActionOnDay, ...]]:
    """Return the partner's actions and, apart from them, the person's own commitments."""
    return tuple(lane for lane in lanes if not lane.mine), tuple(lane for lane in lanes if lane.mine)


def version_shown(action: Action, day: date) -> ActionVersion:
    """Return the version in force on `day`, or the one the action begins with."""
    version = action.version_on(max(day, action.first_day))
    assert version is not None
    return version


def read_span(
    transaction: "Transaction", plans: tuple[Plan, ...], start: date, end: date, today: date
) -> Span:
    from trust_desktop.storage import acknowledgements, follow_throughs

    marks = {mark.key: mark for mark in follow_throughs.between(transaction, start, end)}
    said = acknowledgements.ways_between(transaction, start, end)
    rested = follow_throughs.rested_between(transaction, start, end)
    asked = {action.id for plan in plans for action in plan.actions}
    tray = unsaid((mark for mark in marks.values() if mark.action_id in asked), said, rested, today)
    return Span(
        plans=plans,
        today=today,
        marks=marks,
        said=said,
        due=frozenset(_due(plans, start, end)),
        unsaid=frozenset(mark.key for mark in tray.counted),
        mention=frozenset(mark.key for mark in tray.could_mention),
    )


def _due(plans: tuple[Plan, ...], start: date, end: date) -> Iterator[MarkKey]:
    for plan in plans:
        if plan.ended is None or start < plan.ended.from_day:
            for action in plan.lanes:
                for day in plan.due_between(action, start, end):
                    yield MarkKey(action.id, day)


def days_from(start: date, end: date) -> tuple[date, ...]:
    return tuple(start + timedelta(days=number) for number in range((end - start).days + 1))
