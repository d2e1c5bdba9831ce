"""Going on to something else: words that cannot be kept just now are not left behind, nor what is begun elsewhere."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests import builders
from tests.support.full_disk import full_disk
from tests.support.pages import words_on
from tests.ui.talk.steps import card, form, message
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.domain.story import StoryPart
from trust_desktop.domain.talk import Answer
from trust_desktop.domain.weekly_talk import SheetPart
from trust_desktop.services import following_through, plan_living, planning, talking, talking_weekly, telling
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.plan.parting_page import Parting
from trust_desktop.ui.plan.plan_page import PlanPage
from trust_desktop.ui.safety.own_entries import OwnEntries
from trust_desktop.ui.story.story_page import StoryPage
from trust_desktop.ui.talk.change_step import ChangeStep
from trust_desktop.ui.talk.step import Step
from trust_desktop.ui.talk.talk_page import TalkPage
from trust_desktop.ui.weekly_talk.weekly_talk_page import WeeklyTalkPage

WORDS = "Something of my own"

pytestmark = pytest.mark.once


@pytest.fixture(autouse=True)
def plan(vault: OpenVault) -> Iterator[None]:
    builders.a_live_plan(vault.session)
    yield
    QApplication.processEvents()


def test_a_step_of_the_talk_stays_until_its_words_are_kept(vault: OpenVault, qtbot: QtBot) -> None:
    page = TalkPage(vault)
    qtbot.addWidget(page)
    step = message(page)
    step.words.setPlainText(WORDS)
    with full_disk():
        step.on.click()
        assert page.step is step
        assert "still here" in step.reason.text()
    step.on.click()
    assert page.step is not step
    kept = planning.live_plan(vault.session)
    assert kept is not None
    assert kept.saying.message == WORDS


def test_an_answer_stays_open_until_its_words_are_kept(vault: OpenVault, qtbot: QtBot) -> None:
    page = TalkPage(vault)
    qtbot.addWidget(page)
    page.go_on(Step.ANSWERS)
    first, second = card(page, 1), card(page, 2)
    form(page).words.setPlainText(WORDS)
    with full_disk():
        second.answer.click()
        assert second.form is None
        first.form.leave.click()
        assert first.form.words.text() == WORDS
    second.answer.click()
    assert first.form is None
    assert second.form is not None
    first.answer.click()
    assert first.form.words.text() == WORDS


def test_another_week_waits_for_the_words_of_this_one(vault: OpenVault, qtbot: QtBot) -> None:
    page = WeeklyTalkPage(vault)
    qtbot.addWidget(page)
    field, week = page.card.fields[SheetPart.WISH], page._week
    field.words.setPlainText(WORDS)
    with full_disk():
        page.show_week(week - timedelta(days=7))
        assert field.words.text() == WORDS
    page.show_week(week - timedelta(days=7))
    assert field.words.text() == ""
    assert talking_weekly.sheet(vault.session, week).words(SheetPart.WISH) == WORDS


def test_an_entry_of_the_help_list_waits_for_the_words_of_the_one_before(
    vault: OpenVault, qtbot: QtBot
) -> None:
    own = OwnEntries(vault)
    qtbot.addWidget(own)
    own.add.click()
    editor = own.editor
    assert editor is not None
    editor.text.setPlainText(WORDS)
    with full_disk():
        own.add.click()
        assert own.editor is editor
    own.add.click()
    assert own.editor is not editor


def test_an_undo_beside_words_being_typed_shows_what_came_back(vault: OpenVault, qtbot: QtBot) -> None:
    story, talk = StoryPage(vault), WeeklyTalkPage(vault)
    for page in (story, talk):
        qtbot.addWidget(page)
        page.show()
    telling.put_in(vault.session, {StoryPart.BEFORE: "Before", StoryPart.HOPE: "Hope"})
    talking_weekly.keep(vault.session, talk._week, SheetPart.WISH, "A wish")
    talking_weekly.settle(vault.session, talk._week)
    story.take_out.click()
    talk.card.take_out.click()
    story.fields[StoryPart.BEFORE].words.setPlainText(WORDS)
    talk.card.fields[SheetPart.FEEL].words.setPlainText(WORDS)

    vault.undo_stack.undo()
    vault.undo_stack.undo()
    assert story.fields[StoryPart.BEFORE].words.text() == f"Before\n\n{WORDS}"
    assert story.fields[StoryPart.HOPE].words.text() == "Hope"
    assert talk.card.fields[SheetPart.FEEL].words.text() == WORDS
    assert talk.card.fields[SheetPart.WISH].words.text() == "A wish"


def test_changes_begun_on_two_pages_do_not_disturb_each_other(vault: OpenVault, qtbot: QtBot) -> None:
    session = vault.session
    before = planning.live_plan(session)
    assert before is not None
    first, second = before.actions[:2]
    talking.record_answer(session, second.id, Answer.WITH_CHANGE, day=session.today)
    page, talk = PlanPage(vault), TalkPage(vault)
    qtbot.addWidget(page)
    qtbot.addWidget(talk)
    page.ways.open_change(first)
    talk.go_on(Step.CHANGE, second.slot)
    step = talk.step
    assert isinstance(step, ChangeStep)
    step.editor.request.setPlainText("Words of the second")
    talk.save_now()
    page.change.editor.request.setPlainText("Words of the first")
    page.save_now()
    step.editor.request.setPlainText("Words of the second again")
    talk.save_now()

    kept = planning.load_draft(session)
    assert kept is not None
    assert [each.text for each in kept.actions[:2]] == ["Words of the first", "Words of the second again"]

    planning.discard_draft(session)
    step.editor.request.setPlainText("After the end")
    plan_living.end(session, before.id, "")
    talk.save_now()
    page.save_now()
    assert planning.load_draft(session) is None


def test_a_page_of_the_plan_follows_what_was_done_on_another(vault: OpenVault, qtbot: QtBot) -> None:
    session = vault.session
    plan = planning.live_plan(session)
    assert plan is not None
    action = plan.actions[0]
    pages = [PlanPage(vault) for _ in range(3)]
    change, review, parting = pages
    change.ways.open_change(action)
    change.change.editor.request.setPlainText(WORDS)
    review.look_at(action.id)
    parting.ways.open_parting(Parting.END)
    for page in pages:
        qtbot.addWidget(page)
    following_through.mark(session, action.id, session.today, Outcome.KEPT)

    for page in pages:
        page.show()
        QApplication.processEvents()
    assert "Today is marked already" in words_on(change)
    assert change.change.editor.request.text() == WORDS
    assert "Today is marked already" in words_on(review)
    assert "Today is marked already" in words_on(parting)

    for page in pages:
        page.hide()
    plan_living.end(session, plan.id, "")
    for page in pages:
        page.show()
        assert page.shown is page.page
