"""The steps of the talk as tests go to them."""

from tests.builders import TODAY, a_plan_draft, an_action_draft
from trust_desktop.services import planning
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.talk.answer_card import AnswerCard
from trust_desktop.ui.talk.answer_form import AnswerForm
from trust_desktop.ui.talk.answers_step import AnswersStep
from trust_desktop.ui.talk.message_step import MessageStep
from trust_desktop.ui.talk.sheet_step import SheetStep
from trust_desktop.ui.talk.step import Step
from trust_desktop.ui.talk.talk_page import TalkPage

STINGS = "Great, you did the bare minimum."


def a_plan_not_said(session: VaultSession) -> None:
    draft = a_plan_draft(first_day=TODAY)
    draft.commitments = [an_action_draft("I put my phone away too", first_day=TODAY)]
    planning.go_live(session, draft)


def message(page: TalkPage) -> MessageStep:
    page.go_on(Step.MESSAGE)
    assert isinstance(page.step, MessageStep)
    return page.step


def sheet(page: TalkPage) -> SheetStep:
    page.go_on(Step.SHEET)
    assert isinstance(page.step, SheetStep)
    return page.step


def card(page: TalkPage, slot: int = 1) -> AnswerCard:
    """The card of an answer, on the step of the answers."""
    assert isinstance(page.step, AnswersStep)
    found = page.step.card(slot)
    assert found is not None
    return found


def form(page: TalkPage, slot: int = 1) -> AnswerForm:
    """It is opened."""
    card(page, slot).answer.click()
    opened = card(page, slot).form
    assert opened is not None
    return opened
