"""When to suggest looking at an action again: three of the last four recorded due days were not kept."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from .follow_through import FollowThrough, Outcome

LOOKED_AT: Final = 4
MISSED: Final = 3

QUIET_FOR: Final = timedelta(days=14)
"""How long nothing is suggested after it was put off; from then on only what was recorded since counts."""


def often_missed(outcomes: Sequence[Outcome]) -> bool:
    """Judge the outcomes of recorded due days, the oldest first; only *not kept* counts, not *could not* or *partly*."""
    return list(outcomes[-LOOKED_AT:]).count(Outcome.NOT_KEPT) >= MISSED


def suggests_review(
    marks: Iterable[FollowThrough],
    due: Collection[date],
    since: date,
    put_off: date | None,
    today: date,
) -> bool:
    """Judge the marks of one action on its due days.

    `since` is the day from which it stands as it does now: what was changed begins anew. `put_off` is the day on
    which somebody last said *not now* to the suggestion.
    """
    if put_off is not None:
        if today < put_off + QUIET_FOR:
            return False
        since = max(since, put_off + timedelta(days=1))
    counted = {mark.day: mark.outcome for mark in marks if since <= mark.day <= today and mark.day in due}
    return often_missed([counted[day] for day in sorted(counted)])
