"""Words that cannot be saved while they are typed: wherever one writes it is said, and they are saved when there is room."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests import builders
from tests.support.full_disk import full_disk
from tests.support.pages import words_on
from tests.ui.talk import steps
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.services import following_through, pausing, planning
from trust_desktop.ui.common.text_area import TextArea
from trust_desktop.ui.looking_back.looking_back_page import LookingBackPage
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.openings.openings_page import OpeningsPage
from trust_desktop.ui.pause.pause_page import PausePage
from trust_desktop.ui.plan.parting_page import Parting
from trust_desktop.ui.plan.plan_page import PlanPage
from trust_desktop.ui.story.story_page import StoryPage
from trust_desktop.ui.talk.step import Step
from trust_desktop.ui.talk.talk_page import TalkPage
from trust_desktop.ui.weekly_talk.weekly_talk_page import WeeklyTalkPage

Typed = tuple[QWidget, Callable[[], object]]
"""A page, and what types something into it."""

WORDS = "Something of my own"


def into(area: Callable[[], TextArea]) -> Callable[[], None]:
    return lambda: area().setPlainText(WORDS)


def before_a_pause(vault: OpenVault) -> PausePage:
    page = PausePage(vault)
    page.show()
    return page


def in_a_pause(vault: OpenVault) -> PausePage:
    pausing.start(vault.session, timedelta(minutes=20), "")
    return before_a_pause(vault)


def leaving(vault: OpenVault) -> Typed:
    page = before_a_pause(vault)
    page.now.begin.button.click()
    return page, into(lambda: page.now.form.words.words)


def alone_with_an_urge(vault: OpenVault) -> Typed:
    page = before_a_pause(vault)
    return page, into(lambda: page.now.lone.words)


def instead(vault: OpenVault) -> Typed:
    page = in_a_pause(vault)
    return page, into(lambda: page.now.urge.instead)


def more_time(vault: OpenVault) -> Typed:
    page = in_a_pause(vault)
    page.now.timer.ask.click()
    return page, into(lambda: page.now.more.words.words)


def back(vault: OpenVault) -> Typed:
    page = in_a_pause(vault)
    page.now.timer.am_back.click()
    return page, into(lambda: page.now.back.words.words)


def own_step(vault: OpenVault) -> Typed:
    page = OpeningsPage(vault)
    page.show()
    return page, into(lambda: page.choose.own)


def a_step(vault: OpenVault) -> Typed:
    page = OpeningsPage(vault)
    page.show()
    page.choose.take.click()
    return page, into(lambda: page.open.line)


def parting(vault: OpenVault) -> Typed:
    page = PlanPage(vault)
    page.show()
    page.ways.open_parting(Parting.REST)
    return page, into(lambda: page.parting.words)


def changed_action(vault: OpenVault) -> Typed:
    page = PlanPage(vault)
    page.show()
    plan = planning.live_plan(vault.session)
    assert plan is not None
    page.ways.open_change(plan.actions[0])
    return page, into(lambda: page.change.editor.request)


def answer(vault: OpenVault) -> Typed:
    page = TalkPage(vault)
    page.show()
    page.go_on(Step.ANSWERS)
    return page, into(lambda: steps.form(page).words)


def message(vault: OpenVault) -> Typed:
    page = TalkPage(vault)
    page.show()
    return page, into(lambda: steps.message(page).words)


def story(vault: OpenVault) -> Typed:
    page = StoryPage(vault)
    page.show()
    return page, into(lambda: next(iter(page.fields.values())).words)


def weekly_talk(vault: OpenVault) -> Typed:
    page = WeeklyTalkPage(vault)
    page.show()
    return page, into(lambda: next(iter(page.card.fields.values())).words)


def guess(vault: OpenVault) -> Typed:
    plan = planning.live_plan(vault.session)
    assert plan is not None
    following_through.mark(vault.session, plan.actions[0].id, builders.TODAY, Outcome.KEPT)
    page = LookingBackPage(vault)
    page.show()
    return page, lambda: next(iter(page.guess.fields.values())).setValue(3)


PLACES = (
    leaving,
    alone_with_an_urge,
    instead,
    more_time,
    back,
    own_step,
    a_step,
    parting,
    changed_action,
    answer,
    message,
    story,
    weekly_talk,
    guess,
)


@pytest.mark.once
@pytest.mark.parametrize("place", PLACES)
def test_words_that_cannot_be_saved_are_said_to_be_there_still(
    place: Callable[[OpenVault], Typed], vault: OpenVault, qtbot: QtBot
) -> None:
    builders.a_live_plan(vault.session)
    page, type_in = place(vault)
    qtbot.addWidget(page)
    type_in()
    with full_disk():
        _save(page)
        assert _says(page) == 1
    _save(page)
    assert _says(page) == 0


def _save(page: QWidget) -> None:
    page.save_now()  # type: ignore[attr-defined]


def _says(page: QWidget) -> int:
    """In how many labels that can be seen on the page it is said that something is not saved."""
    said = ("There is no room left on the disk", "could not be kept")
    return sum(any(words in line for words in said) for line in words_on(page).splitlines())
