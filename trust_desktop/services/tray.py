"""What was noticed and not said, in the words of its day."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from trust_desktop.domain.acknowledgement import THANKED, UNSAID_DAYS, unsaid
from trust_desktop.domain.follow_through import FollowThrough, MarkKey, Outcome
from trust_desktop.domain.plan import Action, Plan
from trust_desktop.services.day_views import version_shown
from trust_desktop.storage import acknowledgements, follow_throughs
from trust_desktop.storage.database import Transaction

EARLIER_SHOWN: Final = 60
EARLIER_DAYS: Final = 365
"""Older marks are looked for this far back and shown this many at most, so that the tray stays quick."""

WORTH_SAYING: Final = THANKED | {Outcome.PARTLY}


@dataclass(frozen=True, slots=True)
class UnsaidItem:
    """A mark not said yet, in the words of its day; `age` in days, 0 is today."""

    key: MarkKey
    slot: int
    title: str
    text: str
    outcome: Outcome
    age: int


@dataclass(frozen=True, slots=True)
class Tray:
    """Only `unsaid` counts; each is grouped by action (slot), newest first within."""

    unsaid: tuple[UnsaidItem, ...]
    could_mention: tuple[UnsaidItem, ...]
    earlier: tuple[UnsaidItem, ...]

    @property
    def count(self) -> int:
        return len(self.unsaid)


def read_tray(transaction: Transaction, plans: Sequence[Plan], today: date) -> Tray:
    actions = {action.id: action for plan in plans for action in plan.actions}
    if not actions:
        return Tray((), (), ())
    oldest = today - timedelta(days=UNSAID_DAYS - 1)
    recent = unsaid(
        (mark for mark in follow_throughs.between(transaction, oldest, today) if mark.action_id in actions),
        acknowledgements.ways_between(transaction, oldest, today),
        follow_throughs.rested_between(transaction, oldest, today),
        today,
    )
    earlier = follow_throughs.open_between(
        transaction,
        WORTH_SAYING,
        actions,
        oldest - timedelta(days=EARLIER_DAYS),
        oldest - timedelta(days=1),
        EARLIER_SHOWN,
    )
    return Tray(
        unsaid=_items(actions, recent.counted, today),
        could_mention=_items(actions, recent.could_mention, today),
        earlier=_items(actions, earlier, today),
    )


def _items(
    actions: Mapping[int, Action], marks: Iterable[FollowThrough], today: date
) -> tuple[UnsaidItem, ...]:
    items = [_item(actions[mark.action_id], mark, today) for mark in marks]
    return tuple(sorted(items, key=lambda item: (item.slot, item.age)))


def _item(action: Action, mark: FollowThrough, today: date) -> UnsaidItem:
    terms = version_shown(action, mark.day).terms
    return UnsaidItem(mark.key, action.slot, terms.title, terms.text, mark.outcome, (today - mark.day).days)
