"""What was noticed and not said, and words begun, stay on the first page from one plan to the next."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel

from tests import builders
from tests.builders import TODAY, Clock
from trust_desktop.domain.acknowledgement import AcknowledgementDraft
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.services import acknowledging, following_through, plan_living, planning
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.today.today_page import TodayPage

Show = Callable[[], TodayPage]


def texts(page: TodayPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]


def test_what_waited_stays_when_the_next_plan_is_not_said_yet(
    show: Show, session: VaultSession, clock: Clock
) -> None:
    """It is about the plan before, and is said to whoever that plan names."""
    before = builders.a_live_plan(session)
    following_through.mark(session, before.actions[0].id, TODAY, Outcome.KEPT)
    acknowledging.save_draft(session, AcknowledgementDraft(text="Thank you for the walk."))
    clock.forward(days=1)
    plan_living.end(session, before.id)
    page = show()
    assert "The plan has ended" in texts(page)
    assert (page.waiting.say.words, page.waiting.count.text()) == ("Say it to Sam", "1")
    assert page.left_open.words.text() == "“Thank you for the walk.”"
    draft = builders.a_plan_draft(partner="Alex", first_day=session.today)
    planning.go_live(session, draft)
    assert "Nothing is due before Alex has heard it. Take the time that it needs." in texts(page)
    assert (page.waiting.isVisible(), page.waiting.say.words) == (True, "Say it to Sam")
    assert page.left_open.isVisible()
    assert not page.due.isVisible()


def test_with_nothing_waiting_the_next_step_stands_alone(show: Show, session: VaultSession) -> None:
    builders.a_live_plan(session, said=False)
    page = show()
    assert (page.waiting.isVisible(), page.left_open.isVisible()) == (False, False)
