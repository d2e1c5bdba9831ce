"""The one suggestion the days make: to look again at an action that was often not kept, until it is put off."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Final

from trust_desktop.domain.follow_through import FollowThrough, Outcome
from trust_desktop.domain.often_missed import LOOKED_AT, MISSED, suggests_review
from trust_desktop.domain.plan import Action, Plan
from trust_desktop.services.day_views import Span
from trust_desktop.services.session import Change, VaultSession
from trust_desktop.storage import follow_throughs, put_off
from trust_desktop.storage.database import Transaction

_BACK: Final = timedelta(days=366)
_MARKS: Final = 4 * LOOKED_AT
"""Days that were not due may be marked, too: so many marks hold four due ones for certain enough."""


def read_often_missed(transaction: Transaction, plan: Plan, span: Span) -> frozenset[int]:
    """Return the partner's actions that a look is suggested at; none while nothing is due.

    `span` holds the days up to today. What they can settle is not read again: this is asked at every start.
    """
    today = span.today
    if not plan.runs_on(today):
        return frozenset()
    missed = [
        (action, marks)
        for action in plan.current
        if not action.stopped(today) and (marks := _missed_marks(transaction, plan, action, span))
    ]
    if not missed:
        return frozenset()
    off = put_off.days(transaction)
    return frozenset(
        action.id
        for action, marks in missed
        if suggests_review(marks, _days(marks), action.newest.from_day, off.get(action.id), today)
    )


def put_review_off(s: VaultSession, action_id: int) -> date | None:
    """Say *not now* to the suggestion; return what stood there, for `put_back_review`."""
    today = s.today
    with s.write(Change.REFLECTIONS) as transaction:
        before = put_off.days(transaction).get(action_id)
        put_off.put(transaction, action_id, today)
    return before


def put_back_review(s: VaultSession, action_id: int, before: date | None) -> None:
    with s.write(Change.REFLECTIONS) as transaction:
        put_off.put(transaction, action_id, before)


def _missed_marks(
    transaction: Transaction, plan: Plan, action: Action, span: Span
) -> tuple[FollowThrough, ...]:
    """Return the marks of due days that a suggestion would rest on; none where there is nothing to suggest."""
    if not action.newest.terms.cadence.has_due_days:
        return ()
    since = max(action.newest.from_day, span.today - _BACK)
    near = _counted(span, action.id, since)
    if len(near) >= MISSED - 1 and not _any_missed(near[-(LOOKED_AT - MISSED + 1) :]):
        return ()  # of three in four, one is among the last two
    if len(near) < LOOKED_AT:
        marks = follow_throughs.newest_of(transaction, action.id, since, span.today, _MARKS)
        if sum(mark.outcome is Outcome.NOT_KEPT for mark in marks) < MISSED:
            return ()
        due = plan.due_between(action, marks[-1].day, marks[0].day)
        near = [mark for mark in reversed(marks) if mark.day in due]
    return tuple(near) if suggests_review(near, _days(near), since, None, span.today) else ()


def _counted(span: Span, action_id: int, since: date) -> list[FollowThrough]:
    """Return the marks of due days of a span since a day, the oldest first."""
    marks = [
        mark
        for key, mark in span.marks.items()
        if key.action_id == action_id and key.day >= since and key in span.due
    ]
    return sorted(marks, key=lambda mark: mark.day)


def _any_missed(marks: Collection[FollowThrough]) -> bool:
    return any(mark.outcome is Outcome.NOT_KEPT for mark in marks)


def _days(marks: Collection[FollowThrough]) -> frozenset[date]:
    return frozenset(mark.day for mark in marks)
