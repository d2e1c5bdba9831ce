"""After a missed day, for pictures: the three paths beside it on the first page and in the day, and words to borrow."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QWidget

from trust_desktop.domain.follow_through import Outcome
from trust_desktop.ui.calendar.calendar_page import CalendarPage
from trust_desktop.ui.main_window import MainWindow
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.today.action_row import ActionRow
from trust_desktop.ui.today.today_page import TodayPage

Scene = tuple[str, QWidget, tuple[int, int]]
USUAL = (1180, 760)


def every_page(window: MainWindow, settle: Callable[[], None]) -> Iterator[Scene]:
    """Mark the first thing of today *not kept*, look at what may follow, and take it back."""
    window.go_to(Place.TODAY)
    page = window.page(Place.TODAY)
    assert isinstance(page, TodayPage)
    row = next(each for each in page.due.findChildren(ActionRow) if not each.action.mine)
    row.marked.emit(Outcome.NOT_KEPT)
    settle()
    assert row.paths is not None
    row.paths.ask.click()
    yield "today-after-a-missed-day", window, USUAL
    window.go_to(Place.CALENDAR)
    days = window.page(Place.CALENDAR)
    assert isinstance(days, CalendarPage)
    days.panel.action_list.choose(row.action.action_id)
    days.panel.action_list.paths.ask.click()
    settle()
    yield "calendar-after-a-missed-day", window, USUAL
    window.undo()
