"""What the first page says of a running pause and of a small step of openness."""

from collections.abc import Callable
from datetime import timedelta

from tests.builders import FIRST_DAY, TODAY, Clock, a_live_plan
from tests.support.full_disk import full_disk
from trust_desktop import resources
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.services import following_through, opening_up, pausing
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.today.quiet_line import Matter, QuietLine
from trust_desktop.ui.today.today_page import TodayPage

STEPS = resources.content("openings")["steps"]
Show = Callable[[], TodayPage]


def line(page: TodayPage) -> QuietLine | None:
    found = [each for each in page.reminders.shown if each.matter is Matter.OPENING]
    return found[0] if found else None


def kept_weeks(session: VaultSession) -> None:
    action = a_live_plan(session).actions[0].id
    for days in range((TODAY - FIRST_DAY).days):
        following_through.mark(session, action, FIRST_DAY + timedelta(days=days), Outcome.KEPT)


def test_a_running_pause_says_its_time_and_leads_there(
    show: Show, session: VaultSession, clock: Clock
) -> None:
    page = show()
    asked: list[Place] = []
    page.go_to_requested.connect(asked.append)
    assert page.pause.isHidden()
    pausing.start(session, timedelta(minutes=20), "")
    assert page.pause.words.text() == "You said you would be back at 18:20."
    page.pause.door.click()
    assert asked == [Place.PAUSE]
    clock.forward(minutes=20)
    page.check_day()
    assert page.pause.words.text() == "You said you would be back at 18:20. The time has come."
    clock.forward(days=1)
    page.check_day()
    assert page.pause.words.text() == "You said you would be back on Tuesday 24 November at 18:20."


def test_a_pause_until_tomorrow_says_so(show: Show, session: VaultSession) -> None:
    pausing.start(session, timedelta(hours=12), "")
    assert show().pause.words.text() == "You said you would be back tomorrow at 06:00."


def test_a_step_is_offered_and_put_away_with_a_way_back(show: Show, session: VaultSession) -> None:
    kept_weeks(session)
    page = show()
    asked: list[Place] = []
    page.go_to_requested.connect(asked.append)
    offered = line(page)
    assert offered is not None
    assert offered.words.endswith(f"“{STEPS[0]}”")
    look, put_away = offered.doors
    look.opened()
    assert asked == [Place.OPENINGS]
    with full_disk():
        put_away.opened()
    assert line(page) == offered or line(page) is not None
    put_away.opened()
    assert line(page) is None
    page.vault.undo_stack.undo()
    assert line(page) is not None
    page.vault.undo_stack.redo()
    assert line(page) is None


def test_an_open_step_is_kept_in_mind_without_a_nudge(show: Show, session: VaultSession) -> None:
    opening_up.choose(session, "Hum in the kitchen")
    shown = line(show())
    assert shown is not None
    assert shown.words == "The small step you chose, for when you like: “Hum in the kitchen”"
    assert len(shown.doors) == 1


def test_without_kept_weeks_nothing_is_offered(show: Show, session: VaultSession) -> None:
    a_live_plan(session)
    assert line(show()) is None


def test_in_a_narrow_strip_the_door_stands_below_the_words(show: Show, session: VaultSession) -> None:
    pausing.start(session, timedelta(minutes=20), "")
    strip = show().pause
    for width, below in ((60, False), (24, True), (60, False)):
        strip.resize(theme.em(width), theme.em(12))
        strip.layout().activate()
        assert (strip.door.y() > strip.words.geometry().bottom()) is below
