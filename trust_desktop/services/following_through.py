"""Marking days, and the views of a month, a day and a span of days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from trust_desktop.domain.cadence import week_of
from trust_desktop.domain.errors import Rule, RuleBroken
from trust_desktop.domain.follow_through import FollowThrough, MarkKey, Outcome, check_markable
from trust_desktop.domain.plan import Plan
from trust_desktop.services.day_views import (
    ActionOnDay,
    CellMark,
    DayCell,
    DayView,
    MonthView,
    Span,
    days_from,
    read_span,
    split,
)
from trust_desktop.services.session import Change, VaultSession
from trust_desktop.storage import follow_throughs, notes
from trust_desktop.storage.database import Transaction

__all__ = [
    "ActionOnDay",
    "Before",
    "CellMark",
    "DayCell",
    "DayView",
    "MonthView",
    "clear",
    "day",
    "days",
    "mark",
    "mark_days",
    "month",
    "not_recorded",
    "note",
    "put_back",
    "put_back_all",
    "set_note",
]


@dataclass(frozen=True, slots=True)
class Before:
    """What stood in the places a change touched, to put it back."""

    marks: tuple[tuple[MarkKey, FollowThrough | None], ...]


def mark(
    s: VaultSession, action_id: int, day: date, outcome: Outcome, reason: str = ""
) -> FollowThrough | None:
    """Mark one action on one day; return what stood there, for `put_back`."""
    new = FollowThrough(action_id, day, outcome, reason.strip(), s.now())
    today = s.today
    with s.write(Change.DAYS) as transaction:
        _check(s.plans_in(transaction), new.key, today)
        before = follow_throughs.get(transaction, new.key)
        follow_throughs.put(transaction, new)
    return before


def clear(s: VaultSession, action_id: int, day: date) -> FollowThrough | None:
    """Make a day not recorded again; return what stood there, for `put_back`."""
    key = MarkKey(action_id, day)
    with s.write(Change.DAYS) as transaction:
        before = follow_throughs.get(transaction, key)
        follow_throughs.remove(transaction, key)
    return before


def put_back(s: VaultSession, action_id: int, day: date, before: FollowThrough | None) -> None:
    put_back_all(s, Before(((MarkKey(action_id, day), before),)))


def mark_days(
    s: VaultSession, marks: Sequence[tuple[int, date, Outcome]], *, replace: bool = False
) -> Before:
    """Mark several at once or none at all; what is recorded already stays unless `replace`."""
    now, today = s.now(), s.today
    if not marks:
        return Before(())
    wanted = {MarkKey(action_id, day): outcome for action_id, day, outcome in marks}
    days = [key.day for key in wanted]
    with s.write(Change.DAYS) as transaction:
        plans = s.plans_in(transaction)
        for key in wanted:
            _check(plans, key, today)
        stood = {mark.key: mark for mark in follow_throughs.between(transaction, min(days), max(days))}
        new = [
            FollowThrough(*key, outcome, "", now)
            for key, outcome in wanted.items()
            if replace or key not in stood
        ]
        if new:
            follow_throughs.put(transaction, *new)
    return Before(tuple((mark.key, stood.get(mark.key)) for mark in new))


def put_back_all(s: VaultSession, before: Before) -> None:
    with s.write(Change.DAYS) as transaction:
        for key, earlier in before.marks:
            if earlier is None:
                follow_throughs.remove(transaction, key)
            else:
                follow_throughs.put(transaction, earlier)


def not_recorded(s: VaultSession, start: date, end: date) -> tuple[MarkKey, ...]:
    """Return what was due from `start` to `end`, today at most, and has no mark."""
    today = s.today
    with s.read() as transaction:
        return read_span(transaction, s.plans_in(transaction), start, end, today).not_recorded()


def month(s: VaultSession, year: int, month: int, first_weekday: int) -> MonthView:
    """Return a month in whole weeks; what it costs does not depend on the length of the history."""
    first = date(year, month, 1)
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    start = week_of(first, first_weekday)
    end = week_of(last, first_weekday) + timedelta(days=6)
    today = s.today
    with s.read() as transaction:
        span = read_span(transaction, s.plans_in(transaction), start, end, today)
        noted = notes.days_between(transaction, start, end)
    cells = tuple(
        _cell(span, day, in_month=day.month == month, noted=day in noted) for day in days_from(start, end)
    )
    return MonthView(year, month, first_weekday, today, cells)


def _cell(span: Span, day: date, *, in_month: bool, noted: bool) -> DayCell:
    marks = span.cell_marks(day)
    return DayCell(
        day=day,
        in_month=in_month,
        is_today=day == span.today,
        marks=tuple(mark for mark in marks if not mark.mine),
        has_note=noted,
        own=tuple(mark for mark in marks if mark.mine),
    )


def day(s: VaultSession, day: date) -> DayView:
    return days(s, day, day)[0]


def days(s: VaultSession, start: date, end: date) -> tuple[DayView, ...]:
    today = s.today
    with s.read() as transaction:
        return _days(s, transaction, start, end, today)


def _days(
    s: VaultSession, transaction: Transaction, start: date, end: date, today: date
) -> tuple[DayView, ...]:
    span = read_span(transaction, s.plans_in(transaction), start, end, today)
    texts = notes.between(transaction, start, end)
    return tuple(_day(span, day, texts.get(day, "")) for day in days_from(start, end))


def _day(span: Span, day: date, note: str) -> DayView:
    actions, own = split(span.actions_on(day))
    return DayView(
        day, day == span.today, actions, note, own=own, resting=span.rests(day), partner=span.partner_on(day)
    )


def note(s: VaultSession, day: date) -> str:
    with s.read() as transaction:
        return notes.between(transaction, day, day).get(day, "")


def set_note(s: VaultSession, day: date, text: str) -> str:
    """Write the note of a day, a blank one takes it away; return what stood there, to be set again."""
    now = s.now()
    with s.write(Change.DAYS) as transaction:
        before = notes.between(transaction, day, day).get(day, "")
        notes.put(transaction, day, text if text.strip() else "", now)
    return before


def _check(plans: Sequence[Plan], key: MarkKey, today: date) -> None:
    for plan in plans:
        action = plan.action(key.action_id)
        if action is not None:
            check_markable(plan, action, key.day, today)
            return
    raise RuleBroken(Rule.UNKNOWN_ACTION)
