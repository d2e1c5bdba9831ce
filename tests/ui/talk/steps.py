"""The steps of the talk as tests go to them."""

from trust_desktop.ui.talk.answer_card import AnswerCard
from trust_desktop.ui.talk.answer_form import AnswerForm
from trust_desktop.ui.talk.answers_step import AnswersStep
from trust_desktop.ui.talk.message_step import MessageStep
from trust_desktop.ui.talk.sheet_step import SheetStep
from trust_desktop.ui.talk.step import Step
from trust_desktop.ui.talk.talk_page import TalkPage


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
