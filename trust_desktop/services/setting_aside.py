"""Leaving a missed day for the weekly talk, taking it back, and having talked about it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from trust_desktop.domain.follow_through import MarkKey, Outcome
from trust_desktop.services.day_views import version_shown
from trust_desktop.services.session import Change, VaultSession
from trust_desktop.storage import follow_throughs
from trust_desktop.storage import set_aside as rows
from trust_desktop.storage.database import Transaction


@dataclass(frozen=True, slots=True)
class SetAsideItem:
    """A missed day to talk about, in the words of that day; `reason` is the person's own and private."""

    key: MarkKey
    slot: int
    title: str
    text: str
    reason: str
    talked_day: date | None


def set_aside(s: VaultSession, key: MarkKey) -> bool:
    """Leave a day marked *not kept* for the weekly talk; return whether it is now and was not before."""
    now = s.now()
    with s.write(Change.REFLECTIONS) as transaction:
        return _is_missed(transaction, key) and rows.add(transaction, key, now)


def take_back(s: VaultSession, key: MarkKey) -> None:
    """Undo `set_aside`; a day that was not set aside stays as it is."""
    with s.write(Change.REFLECTIONS) as transaction:
        rows.remove(transaction, key)


def is_set_aside(s: VaultSession, key: MarkKey) -> bool:
    with s.read() as transaction:
        return rows.has(transaction, key)


def listed(s: VaultSession, talked_since: date | None = None) -> tuple[SetAsideItem, ...]:
    """Return what is still to be talked about, the oldest first; with `talked_since` what was, from then on, too.

    A day corrected since to something else than *not kept* is not among them, and is again once that is undone.
    """
    with s.read() as transaction:
        actions = {action.id: action for plan in s.plans_in(transaction) for action in plan.lanes}
        missed = rows.missed(transaction, talked_since)
    items = []
    for key, reason, talked in missed:
        action = actions[key.action_id]
        terms = version_shown(action, key.day).terms
        items.append(SetAsideItem(key, action.slot, terms.title, terms.text, reason, talked))
    return tuple(items)


def talked(s: VaultSession, keys: Collection[MarkKey]) -> None:
    """Note that these were talked about today."""
    today = s.today
    with s.write(Change.REFLECTIONS) as transaction:
        rows.set_talked(transaction, keys, today)


def not_talked(s: VaultSession, keys: Collection[MarkKey]) -> None:
    """Undo `talked`: they are to be talked about again."""
    with s.write(Change.REFLECTIONS) as transaction:
        rows.set_talked(transaction, keys, None)


def _is_missed(transaction: Transaction, key: MarkKey) -> bool:
    mark = follow_throughs.get(transaction, key)
    return mark is not None and mark.outcome is Outcome.NOT_KEPT
