"""The talk page stays open past midnight: what it says and allows is of the day that has begun."""

from datetime import timedelta

from tests.builders import TODAY, Clock, a_live_plan
from tests.ui.talk.conftest import Open
from trust_desktop.domain.plan import Consent
from trust_desktop.domain.talk import Answer
from trust_desktop.services import talking
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.talk.answers_step import AnswersStep
from trust_desktop.ui.talk.change_step import ChangeStep
from trust_desktop.ui.talk.step import Step
from trust_desktop.ui.talk.talk_page import TalkPage

TOMORROW = TODAY + timedelta(days=1)


def look_again(page: TalkPage) -> list[bool]:
    assert isinstance(page.step, AnswersStep)
    return [card.view.look_again for card in page.step.cards]


def test_a_day_named_for_asking_once_more_comes(open_page: Open, session: VaultSession, clock: Clock) -> None:
    a_live_plan(session)
    talking.record_answer(session, 2, Answer.NOT_NOW, day=TODAY, look_again=TOMORROW)
    page = open_page()
    assert isinstance(page.step, AnswersStep)
    page.step.cards[2].answer.setFocus()
    assert look_again(page) == [False] * 4
    clock.forward(days=1)
    page.day_watch.look()
    assert look_again(page) == [False, True, False, False]
    assert page.step.cards[2].first_control().hasFocus()


def test_the_days_of_a_change_follow(open_page: Open, session: VaultSession, clock: Clock) -> None:
    a_live_plan(session)
    page = open_page()
    page.go_on(Step.CHANGE, 1)
    assert isinstance(page.step, ChangeStep)
    editor = page.step.editor
    draft = editor.draft()
    draft.about_openness, draft.consent, draft.purpose, draft.ends = True, Consent.AGREED, "So I rest.", TODAY
    editor.set_draft(draft)
    page.step.editor.changed.emit()
    assert page.step.on.isEnabled()
    clock.forward(days=1)
    page.day_watch.look()
    assert editor.openness.ends.day() == TODAY, "what was chosen stays"
    editor.openness.ends.set_day(TODAY + timedelta(days=20))
    clock.forward(days=1)
    page.day_watch.look()
    editor.openness.ends.set_day(TODAY + timedelta(days=90))
    assert editor.openness.ends.day() == TODAY + timedelta(days=32)
