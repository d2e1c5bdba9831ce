"""The one suggestion the days make: to look again at an action that was often not kept, until it is put off."""

from datetime import date, timedelta
from typing import Final

from trust_desktop.domain.follow_through import FollowThrough, Outcome
from trust_desktop.domain.often_missed import LOOKED_AT, MISSED, suggests_review
from trust_desktop.domain.plan import Action, Plan
from trust_desktop.services.session import Change, VaultSession
from trust_desktop.storage import follow_throughs, put_off
from trust_desktop.storage.database import Transaction

_BACK: Final = timedelta(days=366)
_MARKS: Final = 4 * LOOKED_AT
"""Days that were not due may be marked, too: so many marks hold four due ones for certain enough."""


def read_often_missed(transaction: Transaction, plan: Plan, today: date) -> frozenset[int]:
    """Return the partner's actions that a look is suggested at; none while nothing is due."""
    if not plan.runs_on(today):
        return frozenset()
    put_off_days = put_off.days(transaction)
    return frozenset(
        action.id
        for action in plan.current
        if not action.stopped(today)
        and _is_often_missed(transaction, plan, action, put_off_days.get(action.id), today)
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


def _is_often_missed(
    transaction: Transaction, plan: Plan, action: Action, put_off_day: date | None, today: date
) -> bool:
    since = max(action.newest.from_day, today - _BACK)
    marks = follow_throughs.newest_of(transaction, action.id, since, today, _MARKS)
    if sum(mark.outcome is Outcome.NOT_KEPT for mark in marks) < MISSED:
        return False
    return suggests_review(marks, _due_days(plan, action, marks), since, put_off_day, today)


def _due_days(plan: Plan, action: Action, marks: tuple[FollowThrough, ...]) -> frozenset[date]:
    return frozenset(plan.due_between(action, marks[-1].day, marks[0].day))
