"""The weekly talk, the story and Find, for pictures."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QDialog, QWidget

from trust_desktop.domain.story import StoryPart
from trust_desktop.ui.find.find_page import FindPage
from trust_desktop.ui.main_window import MainWindow
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.story.story_page import StoryPage
from trust_desktop.ui.weekly_talk.weekly_talk_page import WeeklyTalkPage

Scene = tuple[str, QWidget, tuple[int, int]]

USUAL = (1280, 800)
TALL = (1280, 1500)


def nothing_yet(window: MainWindow) -> Iterator[Scene]:
    places = ((Place.WEEKLY_TALK, "weekly-talk"), (Place.STORY, "story"), (Place.FIND, "find"))
    for place, name in places:
        window.go_to(place)
        yield f"{name}-empty", window, USUAL


def every_page(window: MainWindow, settle: Callable[[], None]) -> Iterator[Scene]:
    """Over the example's half year."""
    window.go_to(Place.WEEKLY_TALK)
    talk = window.page(Place.WEEKLY_TALK)
    assert isinstance(talk, WeeklyTalkPage)
    yield "weekly-talk", window, TALL
    talk.show_week(list(talk.weeks.rows)[1])
    yield "weekly-talk-earlier", window, USUAL
    talk.card.aloud.click()
    yield from _over(window, "weekly-talk-read-out", settle)
    window.go_to(Place.STORY)
    story = window.page(Place.STORY)
    assert isinstance(story, StoryPage)
    yield "story", window, TALL
    story.fields[StoryPart.ASKED].facts.click()
    yield from _over(window, "story-what-is-here", settle)
    story.print.click()
    yield from _over(window, "story-pages", settle)
    window.go_to(Place.FIND)
    find = window.page(Place.FIND)
    assert isinstance(find, FindPage)
    find.field.set_text("phone")
    yield "find", window, USUAL
    find.field.set_text("yacht")
    yield "find-nothing", window, USUAL


def _over(window: MainWindow, name: str, settle: Callable[[], None]) -> Iterator[Scene]:
    settle()
    sheet = [each for each in window.findChildren(QDialog) if each.isVisible()][-1]
    yield name, sheet, (sheet.width(), sheet.height())
    sheet.close()
    settle()
