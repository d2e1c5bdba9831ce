"""Where a text stands that was found, and how its page is asked to show it."""

from collections.abc import Callable
from typing import Any, Final

from trust_desktop.domain.finding import Found, FoundKind
from trust_desktop.domain.story import StoryPart
from trust_desktop.ui.frame import Frame
from trust_desktop.ui.nav_rail import Place

_PLACES: Final = {
    FoundKind.PLAN: Place.PLAN,
    FoundKind.PRIVATE: Place.PLAN,
    FoundKind.ANSWER: Place.TALK,
    FoundKind.DAY: Place.CALENDAR,
    FoundKind.SAID: Place.SAY_IT,
    FoundKind.CHECK_IN: Place.CHECK_IN,
    FoundKind.WEEKLY_TALK: Place.WEEKLY_TALK,
    FoundKind.STORY: Place.STORY,
}
_SHOWN_BY: Final[dict[FoundKind, tuple[str, Callable[[Found], Any]]]] = {
    FoundKind.DAY: ("show_day", lambda found: found.day),
    FoundKind.SAID: ("show_said", lambda found: found.number),
    FoundKind.CHECK_IN: ("show_check_in", lambda found: found.number),
    FoundKind.WEEKLY_TALK: ("show_week", lambda found: found.day),
    FoundKind.STORY: ("show_part", lambda found: StoryPart(found.story)),
}
"""The method of a page, and what it is given; on the others everything is in sight."""


def go_to_found(window: Frame, found: Found) -> None:
    kind = found.part.kind
    place = _PLACES[kind]
    window.go_to(place)
    if kind in _SHOWN_BY:
        method, argument = _SHOWN_BY[kind]
        getattr(window.page(place), method)(argument(found))
