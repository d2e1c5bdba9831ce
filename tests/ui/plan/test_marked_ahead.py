"""A mark made while the clock was wrong lies on a day to come: why a change waits for it is said, and the way out."""

from datetime import timedelta

from tests.builders import TODAY, Clock
from tests.ui.plan.pages import live, press, view, words_of
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.services import following_through, plan_living
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.plan.marked_ahead import marked_ahead
from trust_desktop.ui.plan.plan_page import PlanPage

LATER = TODAY + timedelta(days=97)
SAID = (
    "Monday, 1 March 2027 is still to come and is marked already, so this holds from Tuesday, 2 March 2027 on"
)


def test_wherever_something_waits_for_it(page: PlanPage, session: VaultSession, clock: Clock) -> None:
    action = live(session).actions[0]
    clock.forward(days=97)
    following_through.mark(session, action.id, LATER, Outcome.KEPT)
    clock.forward(days=-97)
    page.read_again()
    press(view(page).cards[0].change)
    assert SAID in words_of(page)
    assert "new words begin tomorrow" not in words_of(page)
    press(page.change.leave)
    page.ways.open_another(1, mine=False)
    assert SAID in words_of(page)
    press(page.change.leave)
    page.look_at(action.id)
    assert SAID in words_of(page)
    assert "Today is marked already" not in words_of(page)
    page.ways.back()
    press(view(page).end)
    assert SAID in page.parting.lead.text()
    following_through.clear(session, action.id, LATER)
    page.ways.follow()
    assert page.parting.lead.text() == "The plan ends today. What was done in it was done."
    assert plan_living.starts(session, action) == TODAY


def test_a_mark_of_today_is_said_as_before() -> None:
    assert marked_ahead(TODAY, TODAY) == ""
    assert marked_ahead(TODAY + timedelta(days=1), TODAY) == ""
