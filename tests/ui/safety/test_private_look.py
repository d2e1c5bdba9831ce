"""The private look: nothing is kept unless asked, a yes is answered plainly, and leaving forgets."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.support.full_disk import full_disk
from trust_desktop.domain.safety import Reply, Side
from trust_desktop.services import helping
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.action_form.answers import Answers
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.safety.look_page import LookPage
from trust_desktop.ui.safety.safety_page import SafetyPage


@pytest.fixture
def look(page: SafetyPage) -> LookPage:
    page.open("look")
    found = page.page("look")
    assert isinstance(found, LookPage)
    return found


def question(look: LookPage, side: Side, number: int) -> Answers:
    return list(look.form.cards[side].questions.values())[number]


def answer(look: LookPage, side: Side, number: int, reply: Reply) -> None:
    question(look, side, number).buttons[list(Reply).index(reply)].click()


def test_everything_is_left_open_at_first_and_nothing_is_said(look: LookPage) -> None:
    assert {each.reply for each in look.form.answers()} == {Reply.OPEN}
    assert all(card.advice.isHidden() for card in look.form.cards.values())
    assert not look.keep.isEnabled()
    assert look.reason.text() == "All is left open, so there is nothing to keep."


def test_a_yes_says_at_once_under_the_question_what_it_may_mean(look: LookPage) -> None:
    answer(look, Side.YOU, 2, Reply.YES)
    card = look.form.cards[Side.YOU]
    words = "\n".join(label.text() for label in card.advice.findChildren(QLabel))
    assert card.advice.isVisible()
    assert "raise the danger" in words
    assert "Do not show the plan to your partner" in words
    assert "Nothing is locked" in words
    assert card.body.indexOf(card.advice) == card.body.indexOf(question(look, Side.YOU, 2)) + 1
    assert look.form.cards[Side.PARTNER].advice.isHidden()
    answer(look, Side.YOU, 2, Reply.NO)
    assert card.advice.isHidden()


def test_the_mirror_questions_have_words_of_their_own(look: LookPage) -> None:
    answer(look, Side.PARTNER, 0, Reply.YES)
    words = "\n".join(label.text() for label in look.form.cards[Side.PARTNER].advice.findChildren(QLabel))
    assert "can hold another person captive" in words
    assert look.form.cards[Side.YOU].advice.isHidden()


def test_a_yes_leads_to_the_help_list_and_forgets(page: SafetyPage, look: LookPage) -> None:
    answer(look, Side.YOU, 0, Reply.YES)
    look.form.cards[Side.YOU].advice.go.click()
    assert page.current is page.page("list")
    assert {each.reply for each in look.form.answers()} == {Reply.OPEN}


def test_answering_by_key(qtbot: QtBot, look: LookPage) -> None:
    button = question(look, Side.YOU, 0).buttons[2]
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Right)
    assert question(look, Side.YOU, 0).value() is Reply.YES
    assert QApplication.focusWidget() is question(look, Side.YOU, 0).buttons[0]


def test_escape_leaves_at_once_and_forgets(
    qtbot: QtBot, page: SafetyPage, look: LookPage, session: VaultSession
) -> None:
    answer(look, Side.YOU, 1, Reply.YES)
    with qtbot.waitSignal(page.gone):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert page.current is page.overview
    page.open("look")
    assert {each.reply for each in look.form.answers()} == {Reply.OPEN}
    assert look.form.cards[Side.YOU].advice.isHidden()
    assert helping.kept_answers(session) == ()


def test_nothing_at_all_is_written_while_one_answers_and_leaves(
    qtbot: QtBot, page: SafetyPage, look: LookPage, vault: OpenVault
) -> None:
    written: list[object] = []
    vault.changed.connect(written.append)
    for side in Side:
        for number in range(len(look.form.cards[side].questions)):
            answer(look, side, number, Reply.YES)
    look.leave.click()
    assert written == []
    assert vault.undo_stack.count() == 0


@pytest.mark.parametrize("way", ["leave", "back"])
def test_the_buttons_forget_too(page: SafetyPage, look: LookPage, way: str) -> None:
    answer(look, Side.YOU, 1, Reply.NO)
    getattr(look, way).click()
    assert {each.reply for each in look.form.answers()} == {Reply.OPEN}


def test_the_page_being_left_for_another_forgets(page: SafetyPage, look: LookPage) -> None:
    answer(look, Side.PARTNER, 3, Reply.YES)
    page.hide()
    assert {each.reply for each in look.form.answers()} == {Reply.OPEN}


def test_kept_answers_can_be_read_erased_and_brought_back(
    look: LookPage, vault: OpenVault, session: VaultSession
) -> None:
    answer(look, Side.YOU, 7, Reply.YES)
    answer(look, Side.PARTNER, 0, Reply.NO)
    look.keep.click()
    assert vault.undo_stack.undoText() == "Kept."
    row = look.kept.rows[0]
    row.read.click()
    words = [label.text() for label in row.findChildren(QLabel)]
    assert "Yes: Are you afraid of the answer to a simple request?" in words
    assert any(text.startswith("No: Could your partner be afraid of you") for text in words)
    row.read.click()
    assert not row.findChildren(QLabel)[1].isVisible()
    row.erase.setFocus()
    row.erase.click()
    assert helping.kept_answers(session) == ()
    assert look.kept.rows == []
    assert QApplication.focusWidget() is look.reading
    vault.undo_stack.undo()
    assert len(look.kept.rows) == 1
    vault.undo_stack.undo()
    assert helping.kept_answers(session) == ()
    vault.undo_stack.redo()
    assert len(helping.kept_answers(session)) == 1


def test_two_times_stand_under_each_other_and_the_keyboard_stays_with_them(
    qtbot: QtBot, look: LookPage
) -> None:
    answer(look, Side.YOU, 0, Reply.NO)
    look.keep.click()
    look.keep.click()
    assert len(look.kept.rows) == 2
    look.kept.rows[0].erase.setFocus()
    qtbot.keyClick(look.kept.rows[0].erase, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is look.kept.rows[0].erase


def test_no_total_and_no_verdict_stands_anywhere(look: LookPage) -> None:
    for number in range(len(look.form.cards[Side.YOU].questions)):
        answer(look, Side.YOU, number, Reply.YES)
    look.keep.click()
    words = " ".join(label.text() for label in look.findChildren(QLabel) if label.isVisible())
    assert not any(each in words.lower() for each in ("8 of", "score", "%", "risk level", " safe "))


def test_on_a_full_disk_it_says_so_and_loses_nothing(look: LookPage) -> None:
    answer(look, Side.YOU, 0, Reply.YES)
    with full_disk():
        look.keep.click()
    assert look.reason.text() == "There is no room left on the disk. Nothing was changed."
    assert question(look, Side.YOU, 0).value() is Reply.YES
    look.keep.click()
    with full_disk():
        look.kept.rows[0].erase.click()
    assert look.reason.isVisible()
    assert len(look.kept.rows) == 1
