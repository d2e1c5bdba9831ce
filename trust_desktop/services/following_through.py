"""Marking days, and the views of a month, a day and a span of days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from trust_desktop.domain.delivery import Way
from trust_desktop.domain.follow_through import FollowThrough, MarkKey, Outcome
from trust_desktop.domain.plan import ActionTerms
from trust_desktop.services.session import VaultSession


@dataclass(frozen=True, slots=True)
class CellMark:
    """One action in one cell. `shown`: it has an outcome, or was due by now and is not recorded."""

    action_id: int
    slot: int
    outcome: Outcome | None
    due: bool
    shown: bool
    unsaid: bool


@dataclass(frozen=True, slots=True)
class DayCell:
    """All a calendar cell paints and speaks; `marks` are by slot, none before there is a plan."""

    day: date
    in_month: bool
    is_today: bool
    marks: tuple[CellMark, ...]
    has_note: bool

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
    """One action on one day in the words of that day; `mention`: partly done, may be mentioned, never counted."""

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

    @property
    def title(self) -> str:
        return self.terms.title

    @property
    def detail(self) -> str:
        return self.terms.detail


@dataclass(frozen=True, slots=True)
class DayView:
    """A day with its actions by slot and its private note; `actions` is empty while there is no plan."""

    day: date
    is_today: bool
    actions: tuple[ActionOnDay, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Before:
    """What stood in the places a change touched, to put it back."""

    marks: tuple[tuple[MarkKey, FollowThrough | None], ...]


def mark(s: VaultSession, action_id: int, day: date, outcome: Outcome, reason: str = "") -> FollowThrough | None:
    raise NotImplementedError


def clear(s: VaultSession, action_id: int, day: date) -> FollowThrough | None:
    raise NotImplementedError


def put_back(s: VaultSession, action_id: int, day: date, before: FollowThrough | None) -> None:
    raise NotImplementedError


def mark_days(
    s: VaultSession, marks: Sequence[tuple[int, date, Outcome]], *, replace: bool = False
) -> Before:
    raise NotImplementedError


def put_back_all(s: VaultSession, before: Before) -> None:
    raise NotImplementedError


def not_recorded(s: VaultSession, start: date, end: date) -> tuple[MarkKey, ...]:
    raise NotImplementedError


def month(s: VaultSession, year: int, month: int, first_weekday: int) -> MonthView:
    raise NotImplementedError


def day(s: VaultSession, day: date) -> DayView:
    raise NotImplementedError


def days(s: VaultSession, start: date, end: date) -> tuple[DayView, ...]:
    raise NotImplementedError


def note(s: VaultSession, day: date) -> str:
    raise NotImplementedError


def set_note(s: VaultSession, day: date, text: str) -> str:
    raise NotImplementedError
