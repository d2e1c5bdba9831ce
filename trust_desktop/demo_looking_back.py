"""The example's check-ins, a week skipped here and there, and a guess before the counts of this week."""

import random
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from trust_desktop.domain.check_in import MOST, Noted
from trust_desktop.services import checking_in, looking_back
from trust_desktop.services.session import VaultSession

WEEKS: Final = 14
_SKIPPED: Final = frozenset({6, 11})
"""Weeks before today in which nothing was noted."""

_SEED: Final = 9
_LATELY: Final = 8
"""Days before today on which the last was noted, so that the first page offers one."""


def tell(session: VaultSession, end: datetime, lines: Sequence[str]) -> None:
    """Tell three months of check-ins and this week's guess; the clock is then where it was."""
    now, moment = session.now, end
    session.now = lambda: moment
    chance = random.Random(_SEED)  # noqa: S311  the same believable weeks every time
    for week in range(WEEKS, -1, -1):
        if week in _SKIPPED:
            continue
        moment = end - timedelta(weeks=week, days=_LATELY)
        along = 1 - week / WEEKS
        checking_in.keep(
            session,
            Noted(
                felt_safety=_number(3 + 3 * along, chance),
                closeness=_number(2.2 + 2.4 * along, chance),
                steadiness=_number(4 + 4 * along, chance),
                line=lines[week // 3 % len(lines)] if week % 3 == 0 else "",
            ),
        )
    session.now = now
    _guess(session)


def _guess(session: VaultSession) -> None:
    """Guess as people do: a little low."""
    asked = looking_back.to_guess(session)
    if asked is not None:
        numbers: dict[int, int | None] = dict.fromkeys(action_id for action_id, _title in asked.titles)
        numbers[asked.titles[1][0]] = 6
        looking_back.guess(session, numbers)


def _number(middle: float, chance: random.Random) -> int:
    return max(0, min(MOST, round(middle + chance.uniform(-0.8, 0.8))))
