"""Words of thanks, how they were said, and what was noticed but not said yet."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from .delivery import Way
from .follow_through import FollowThrough, MarkKey, Outcome

UNSAID_DAYS = 14
"""How far back the tray counts, today included."""

THANKED = frozenset({Outcome.KEPT, Outcome.KEPT_LATE_TOLD})


@dataclass(frozen=True, slots=True)
class AcknowledgementDraft:
    """Words still being written; `id` is None until first saved. They may cover several marks, or none.

    `kept` names the remarks that the person answered with *keep my words*.
    """

    id: int | None = None
    text: str = ""
    covers: frozenset[MarkKey] = frozenset()
    way: Way = Way.ALOUD
    kept: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """Words that were said. `erased` when the person took the words back out; day and way stay."""

    id: int
    text: str
    covers: frozenset[MarkKey]
    way: Way
    day: date
    delivered_at: datetime
    erased: bool = False


@dataclass(frozen=True, slots=True)
class Unsaid:
    """What was noticed and not said: counted, worth a mention, and older; each newest first."""

    counted: tuple[FollowThrough, ...]
    could_mention: tuple[FollowThrough, ...]
    earlier: tuple[FollowThrough, ...]


def unsaid(
    marks: Iterable[FollowThrough], said: Collection[MarkKey], rested: Collection[MarkKey], today: date
) -> Unsaid:
    """Derive the tray from the marks; `said` are the keys delivered words cover, `rested` those let rest."""
    oldest = today - timedelta(days=UNSAID_DAYS - 1)
    open_marks = sorted(
        (mark for mark in marks if mark.key not in said and mark.key not in rested and mark.day <= today),
        key=lambda mark: (mark.day, -mark.action_id),
        reverse=True,
    )
    return Unsaid(
        counted=tuple(mark for mark in open_marks if mark.outcome in THANKED and mark.day >= oldest),
        could_mention=tuple(
            mark for mark in open_marks if mark.outcome is Outcome.PARTLY and mark.day >= oldest
        ),
        earlier=tuple(
            mark
            for mark in open_marks
            if mark.day < oldest and (mark.outcome in THANKED or mark.outcome is Outcome.PARTLY)
        ),
    )
