"""The example's sheets of weekly talks, the last one half written, and the beginning of a story."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from trust_desktop.domain.story import StoryPart
from trust_desktop.domain.weekly_talk import WeekSheet
from trust_desktop.services import talking_weekly, telling
from trust_desktop.services.session import VaultSession

_FIRST_WEEKDAY: Final = 0
_APART: Final = 3
"""Weeks between the earlier sheets: nobody talks every week."""


def tell(session: VaultSession, sheets: list[dict[str, str]], story: Mapping[str, Any]) -> None:
    """Write the sheets, the newest first, and what there is of the story."""
    this_week = talking_weekly.current_week(session, _FIRST_WEEKDAY)
    for number, words in enumerate(sheets):
        talking_weekly.put_in(session, _sheet(this_week - timedelta(weeks=_APART * number), words))
    telling.put_in(session, {StoryPart(part): words for part, words in story.items()})


def _sheet(week: date, words: dict[str, str]) -> WeekSheet:
    return WeekSheet(week=week, **words)
