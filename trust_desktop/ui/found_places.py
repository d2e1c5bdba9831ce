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
_SHOW: Final[dict[FoundKind, Callable[[Any, Found], None]]] = {
    FoundKind.DAY: lambda page, found: page.show_day(found.day),
    FoundKind.SAID: lambda page, found: page.show_said(found.number),
    FoundKind.CHECK_IN: lambda page, found: page.show_check_in(found.number),
    FoundKind.WEEKLY_TALK: lambda page, found: page.show_week(found.day),
    FoundKind.STORY: lambda page, found: page.show_part(StoryPart(found.story)),
}
"""How a page is asked to show a text; on the others everything is in sight."""


def go_to_found(window: Frame, found: Found) -> None:
    kind = found.part.kind
    place = _PLACES[kind]
    window.go_to(place)
    if kind in _SHOW:
        _SHOW[kind](window.page(place), found)
