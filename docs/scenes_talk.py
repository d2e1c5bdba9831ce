"""The talk step by step and the view for two, for pictures."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Final

from PySide6.QtWidgets import QDialog, QWidget

from trust_desktop.domain.delivery import Way
from trust_desktop.domain.draft import PlanDraft
from trust_desktop.domain.talk import Answer
from trust_desktop.services import planning, talking
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.main_window import MainWindow
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.talk.answers_step import AnswersStep
from trust_desktop.ui.talk.ready_step import ReadyStep
from trust_desktop.ui.talk.sheet_step import SheetStep
from trust_desktop.ui.talk.step import Step
from trust_desktop.ui.talk.talk_page import TalkPage
from trust_desktop.ui.together.before_sheet import BeforeSheet
from trust_desktop.ui.together.together_page import TogetherPage

USUAL: Final = (1180, 760)
WORD: Final = "marmalade"

Scene = tuple[str, QWidget, tuple[int, int]]
NewSession = Callable[[], VaultSession]
WindowOver = Callable[[VaultSession], AbstractContextManager[tuple[OpenVault, MainWindow]]]


def every_step(
    draft: Callable[[], PlanDraft],
    new_session: NewSession,
    window_over: WindowOver,
    settle: Callable[[], None],
) -> Iterator[Scene]:
    """Yield the steps in their order, with answers of every kind."""
    session = new_session()
    with window_over(session) as (_, window):
        window.go_to(Place.TALK)
        yield "talk-empty", window, USUAL
        plan = planning.go_live(session, draft())
        page = window.page(Place.TALK)
        assert isinstance(page, TalkPage)
        settle()
        yield "talk-1-good-moment", window, USUAL
        assert isinstance(page.step, ReadyStep)
        page.step.boxes["rested"].click()
        page.step.on.click()
        yield "talk-1-not-today", window, USUAL
        page.go_on(Step.MESSAGE)
        yield "talk-2-words", window, USUAL
        page.go_on(Step.SHEET)
        assert isinstance(page.step, SheetStep)
        page.step.turn(1)
        yield "talk-3-one-need", window, USUAL
        page.go_on(Step.SAID)
        yield "talk-4-said", window, USUAL
        planning.record_said(session, plan.id, session.today, Way.ALOUD)
        yield from _answers(session, window, page, settle)


def _answers(
    session: VaultSession, window: MainWindow, page: TalkPage, settle: Callable[[], None]
) -> Iterator[Scene]:
    again = session.today + timedelta(days=21)
    for slot, (answer, words, look_again) in enumerate(
        (
            (Answer.YES, "Gladly.", None),
            (Answer.WITH_CHANGE, "Not on Wednesdays, I have training.", None),
            (Answer.NOT_NOW, "Ask me after the exam.", again),
        ),
        start=1,
    ):
        action = talking.answers(session)[slot - 1].action
        talking.record_answer(
            session, action.id, answer, day=session.today, words=words, look_again=look_again
        )
    page.go_on(Step.ANSWERS)
    yield "talk-5-answers", window, USUAL
    assert isinstance(page.step, AnswersStep)
    page.step.cards[3].answer.click()
    form = page.step.cards[3].form
    assert form is not None
    form.answers.buttons[2].click()
    settle()
    yield "talk-5-writing-it-down", window, USUAL
    page.go_on(Step.CHANGE, 2)
    yield "talk-change", window, USUAL


def together(window: MainWindow, settle: Callable[[], None]) -> Iterator[Scene]:
    """Yield the example's agreed plan, and what both may look at."""
    window.go_to(Place.TALK)
    yield "talk-agreed", window, USUAL
    window.look_together()
    settle()
    sheet = window.findChild(BeforeSheet)
    assert isinstance(sheet, QDialog)
    yield "together-before", sheet, (sheet.width(), sheet.height())
    sheet.word.set_text(WORD)
    sheet.show_it.click()
    yield "together", window, USUAL
    page = window.taking_over
    assert isinstance(page, TogetherPage)
    page.leave.click()
    yield "together-leaving", window, USUAL
    window.give_back()
