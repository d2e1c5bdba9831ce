"""What was answered: written down, given anew, taken back, and turned into new words where there was a change."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.builders import TODAY, Clock, a_live_plan
from tests.support.full_disk import full_after_the_next_write, full_disk
from tests.support.pages import words_on
from tests.ui.talk.conftest import Open
from tests.ui.talk.steps import card, form
from trust_desktop.domain.talk import Answer
from trust_desktop.services import kept_words, planning, talking, writing
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.talk.answers_step import AnswersStep
from trust_desktop.ui.talk.change_step import ChangeStep
from trust_desktop.ui.talk.said_step import SaidStep
from trust_desktop.ui.talk.step import Step
from trust_desktop.ui.talk.talk_page import TalkPage

ORDER = list(Answer)


def answers(page: TalkPage) -> AnswersStep:
    assert isinstance(page.step, AnswersStep)
    return page.step


def tell(page: TalkPage, answer: Answer, words: str = "", slot: int = 1) -> None:
    opened = form(page, slot)
    opened.answers.buttons[ORDER.index(answer)].click()
    opened.words.set_text(words)
    opened.keep.click()


def shown(page: TalkPage, slot: int = 1) -> str:
    return words_on(card(page, slot))


def test_four_answers_make_an_agreed_plan_and_each_can_be_undone(
    open_page: Open, session: VaultSession, vault: OpenVault
) -> None:
    a_live_plan(session)
    page = open_page()
    assert card(page).answer.hasFocus()
    assert "No answer is written down yet." in shown(page)
    for slot in range(1, 5):
        tell(page, Answer.YES, "Gladly." if slot == 1 else "", slot)
    assert "Yes, on Tuesday, 24 November 2026\n“Gladly.”" in shown(page)
    assert answers(page).agreed is not None
    assert card(page, 4).answer.hasFocus()

    vault.undo_stack.undo()
    assert answers(page).agreed is None
    assert talking.answers(session)[3].given is None
    vault.undo_stack.redo()
    assert planning.live_plan(session).agreed
    vault.undo_stack.undo()
    assert talking.answers(session)[3].given is None


def test_a_no_says_that_nothing_follows_and_may_name_a_day(
    open_page: Open, session: VaultSession, clock: Clock
) -> None:
    a_live_plan(session)
    page = open_page()
    opened = form(page)
    assert opened.nothing.isHidden()
    opened.answers.buttons[ORDER.index(Answer.NOT_NOW)].click()
    assert opened.nothing.isVisible()
    assert opened.again_day.isHidden() or not opened._again_field.isVisible()
    opened.again.click()
    opened.again_day.set_day(TODAY + timedelta(days=7))
    opened.keep.click()
    assert "To be looked at again on Tuesday, 1 December 2026" in shown(page)
    clock.forward(days=7)
    page.go_on(Step.ANSWERS)
    assert "There is no hurry" in shown(page)


def test_nothing_is_written_down_before_one_of_the_four_is_chosen(
    open_page: Open, session: VaultSession
) -> None:
    a_live_plan(session)
    page = open_page()
    opened = form(page)
    opened.keep.click()
    assert opened.answers.reason == "Choose one of the four."
    assert talking.answers(session)[0].given is None
    opened.answers.buttons[0].click()
    assert opened.answers.reason == ""


def test_another_answer_keeps_the_one_before(open_page: Open, session: VaultSession) -> None:
    a_live_plan(session)
    page = open_page()
    tell(page, Answer.NO, "Too much.")
    tell(page, Answer.YES)
    first = card(page)
    assert "Too much." not in shown(page)
    first.earlier.click()
    assert "No, on Tuesday, 24 November 2026\n“Too much.”" in shown(page)
    first.earlier.click()
    assert first.earlier.text().startswith("Show 1 earlier")


def test_the_partners_words_can_be_deleted_and_put_back(
    open_page: Open, session: VaultSession, vault: OpenVault
) -> None:
    a_live_plan(session)
    page = open_page()
    tell(page, Answer.NO, "A line that is dangerous to keep.")
    given = talking.answers(session)[0].given
    card(page).erase_requested.emit(given)
    assert "dangerous" not in shown(page)
    assert "No, on" in shown(page)
    vault.undo_stack.undo()
    assert "dangerous" in shown(page)
    vault.undo_stack.redo()
    assert talking.answers(session)[0].given.words == ""


def test_words_half_typed_are_there_again(open_page: Open, session: VaultSession, qtbot: QtBot) -> None:
    a_live_plan(session)
    page = open_page()
    QTest.keyClicks(form(page).words, "Not on Wedn")
    page.save_now()
    assert writing.load(session, "talk.answer.1") == "Not on Wedn"
    card(page, 2).answer.click()
    assert card(page).form is None
    assert form(page).words.text() == "Not on Wedn"
    card(page).form.leave.click()
    assert card(page).answer.hasFocus()
    opened = form(page)
    opened.answers.buttons[0].click()
    opened.keep.click()
    assert talking.answers(session)[0].given.words == "Not on Wedn"
    assert form(page).words.text() == ""


def test_with_a_change_is_written_beside_the_old_words_without_retyping(
    open_page: Open, session: VaultSession, vault: OpenVault
) -> None:
    a_live_plan(session)
    page = open_page()
    for slot in (2, 3, 4):
        tell(page, Answer.YES, slot=slot)
    tell(page, Answer.WITH_CHANGE, "Not on Fridays.")
    assert "The change is not written yet." in shown(page)
    assert card(page).change.hasFocus()
    card(page).change.click()
    step = page.step
    assert isinstance(step, ChangeStep)
    assert step.editor.request.text().startswith("Phone on the table at dinner")
    old = "\n".join(label.text() for label in step.findChildren(QLabel))
    assert "“Not on Fridays.”" in old
    assert "I stop wondering" not in old
    step.editor.request.set_text("Phone on the table at dinner, not on Fridays")
    step.on.click()
    assert answers(page).agreed is not None
    assert planning.live_plan(session).agreed
    assert planning.live_plan(session).actions[0].newest.number == 2
    assert planning.load_draft(session) is None
    vault.undo_stack.undo()
    assert answers(page).agreed is None
    assert "The change is not written yet." in shown(page)


def test_what_was_kept_in_a_change_is_not_remarked_on_in_the_next(
    open_page: Open, session: VaultSession, vault: OpenVault
) -> None:
    plan = a_live_plan(session)
    page = open_page()
    tell(page, Answer.WITH_CHANGE)
    card(page).change.click()
    step = page.step
    assert isinstance(step, ChangeStep)
    step.editor.request.set_text("Be more loving.")
    while step.editor.remarks.shown is not None:
        step.editor.remarks.card.keep.click()
    kept = step.editor.draft().kept
    step.on.click()
    for _ in range(2):
        assert kept_words.load(session, plan.id, plan.actions[0].id) == kept != frozenset()
        vault.undo_stack.undo()
        assert kept_words.load(session, plan.id, plan.actions[0].id) == frozenset()
        vault.undo_stack.redo()


def test_a_begun_change_waits_and_can_be_let_go(open_page: Open, session: VaultSession) -> None:
    a_live_plan(session)
    page = open_page()
    tell(page, Answer.WITH_CHANGE)
    card(page).change.click()
    page.step.editor.request.set_text("Half a cha")
    page.save_now()
    page.go_on(Step.ANSWERS)
    card(page).change.click()
    assert page.step.editor.request.text() == "Half a cha"
    page.step.back.click()
    assert answers(page).card(1).change.hasFocus()
    card(page).change.click()
    assert page.step.editor.request.text().startswith("Phone on the table")


def test_words_newer_than_the_answer_are_said_to_be(open_page: Open, session: VaultSession) -> None:
    plan = a_live_plan(session)
    talking.record_answer(session, 1, Answer.YES, day=TODAY)
    planning.change_action(session, plan.id, 1, plan.actions[1].newest.terms)
    assert "newer than this answer" in shown(open_page())


def test_a_disk_that_fills_before_the_words_are_cleared_is_said_and_the_answer_stands(
    open_page: Open, session: VaultSession, vault: OpenVault
) -> None:
    plan = a_live_plan(session)
    page = open_page()
    opened = form(page)
    opened.answers.buttons[ORDER.index(Answer.YES)].click()
    opened.words.set_text("Yes, gladly.")
    opened.save_now()
    with full_after_the_next_write(vault):
        opened.keep.click()
    assert "It is done. There is no room left on the disk" in answers(page).reason.text()
    assert talking.history(session, plan.actions[0].id)[-1].words == "Yes, gladly."
    assert vault.undo_stack.count() == 1


def test_a_full_disk_is_said_beside_the_button(open_page: Open, session: VaultSession) -> None:
    a_live_plan(session)
    page = open_page()
    opened = form(page)
    opened.answers.buttons[0].click()
    with full_disk():
        opened.keep.click()
    assert "no room left" in opened.reason.text()


def test_the_ways_from_the_answers(open_page: Open, session: VaultSession, qtbot: QtBot) -> None:
    a_live_plan(session)
    page = open_page()
    for button, signal in (
        (answers(page).together, page.together_requested),
        (answers(page).back, page.plan_requested),
    ):
        with qtbot.waitSignal(signal):
            button.click()
    answers(page).read.click()
    assert page.step.step is Step.SHEET
    page.step.on.click()
    answers(page).correct.click()
    assert page.step.step is Step.SAID
    QTest.keyClick(page.step.on, Qt.Key.Key_Space)
    assert page.step.step is Step.ANSWERS


def test_an_answer_begun_shows_on_its_card_until_it_is_written_down(
    open_page: Open, session: VaultSession
) -> None:
    a_live_plan(session)
    page = open_page()
    assert "An answer is begun" not in shown(page)
    form(page).words.set_text("Gladly, if it is")
    card(page).form.leave.click()
    assert "An answer is begun. Its words are kept." in shown(page)
    page.save_now()
    again = open_page()
    assert "An answer is begun. Its words are kept." in shown(again)
    assert "An answer is begun" not in shown(again, 2)
    assert card(again).answer.words == "Go on with the answer"
    assert card(again).answer.accessibleName() == "Go on with the answer to Action one"
    assert form(again).words.text() == "Gladly, if it is"
    assert "An answer is begun" not in shown(again)
    card(again).form.words.set_text("")
    card(again).form.leave.click()
    assert "An answer is begun" not in shown(again)
    assert card(again).answer.words == "Write down the answer"


def test_words_changed_after_the_talk_are_marked_as_not_told(
    open_page: Open, session: VaultSession, clock: Clock
) -> None:
    plan = a_live_plan(session, first_day=TODAY)
    clock.forward(hours=4)
    terms = plan.actions[0].newest.terms
    planning.change_action(session, plan.id, 1, replace(terms, text="Phone in the drawer at dinner"))
    page = open_page()
    assert "These words are newer than what you told. Tell them when it suits." in shown(page)
    assert "newer than what you told" not in shown(page, 2)


@pytest.mark.parametrize("shown", [True, False])
def test_past_midnight_an_answer_may_be_of_the_new_day(
    open_page: Open, session: VaultSession, clock: Clock, *, shown: bool
) -> None:
    a_live_plan(session)
    page = open_page()
    opened = form(page)
    opened.words.set_text("Yes, gladly.")
    page.setVisible(shown)
    clock.forward(days=1)
    page.day_watch.look()
    page.show()
    assert (opened.day.day(), opened.words.text()) == (TODAY, "Yes, gladly.")
    for field in (opened.day, opened.again_day):
        field.set_day(TODAY + timedelta(days=1))
    assert opened.day.day() == TODAY + timedelta(days=1)
    assert opened.again_day.day() == TODAY + timedelta(days=2)
    answers(page).correct.click()
    assert isinstance(page.step, SaidStep)
    page.step.day.set_day(TODAY + timedelta(days=9))
    assert page.step.day.day() == TODAY + timedelta(days=1)
    clock.forward(days=1)
    page.day_watch.look()
    page.step.day.set_day(TODAY + timedelta(days=9))
    assert page.step.day.day() == TODAY + timedelta(days=2)
