"""What becomes of a plan, for pictures: a second look, one's own side, rest, end, and all of it to be read."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QWidget

from trust_desktop.ui.common.scroll import bring_into_view
from trust_desktop.ui.main_window import MainWindow
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.plan.plan_page import PlanPage

Scene = tuple[str, QWidget, tuple[int, int]]
USUAL = (1180, 760)


def every_page(window: MainWindow, settle: Callable[[], None]) -> Iterator[Scene]:
    """Go through the plan's pages as they stand in the example; the plan rests and ends at last, and goes on again."""
    window.go_to(Place.PLAN)
    page = window.page(Place.PLAN)
    assert isinstance(page, PlanPage)
    assert page.live is not None
    settle()
    bring_into_view(page.live.own_side)
    yield "plan-own-side", window, USUAL
    card = page.live.cards[0]
    card.words.fold.click()
    settle()
    bring_into_view(card)
    yield "plan-delete-words", window, USUAL
    card.words.fold.click()
    page.live.cards[3].look.click()
    yield "plan-review", window, USUAL
    page.review.another.click()
    yield "plan-another-action", window, USUAL
    page.change.leave.click()
    page.live.rest.click()
    yield "plan-rest", window, USUAL
    page.parting.go.click()
    yield "plan-at-rest", window, USUAL
    window.undo()
    page.live.end.click()
    yield "plan-end", window, USUAL
    page.parting.go.click()
    yield "plan-ended", window, USUAL
    page.page.history.click()
    settle()
    page.history.stories[0].fold.click()
    page.history.stories[1].fold.click()
    yield "plan-every-plan", window, USUAL
    page.history.back.click()
    window.undo()
