"""Where a text stands that was found, and how its page is asked to show it."""

from collections.abc import Callable
from typing import Any, Final

from trust_desktop.domain.finding import Found, FoundKind, FoundPart
from trust_desktop.domain.story import StoryPart
from trust_desktop.services import finding
from trust_desktop.ui.frame import Frame
from trust_desktop.ui.nav_rail import Place

_PLACES: Final = {
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
"""How a page is asked to show a text."""


def go_to_found(window: Frame, found: Found) -> None:
    kind = found.part.kind
    if kind not in _PLACES:
        _go_into_plan(window, found)
        return
    place = _PLACES[kind]
    window.go_to(place)
    _SHOW[kind](window.page(place), found)


def _go_into_plan(window: Frame, found: Found) -> None:
    """Words of a plan may be of today or of long ago: those stand in what is readable for ever."""
    where = finding.in_plan(window.vault.session, found)
    if where is not None and where.now and where.action is not None and found.part is FoundPart.ANSWER:
        window.go_to(Place.TALK)
        talk: Any = window.page(Place.TALK)
        talk.show_answer(where.action.slot)
        return
    window.go_to(Place.PLAN)
    if where is not None:
        plan: Any = window.page(Place.PLAN)
        plan.show_written(where)
