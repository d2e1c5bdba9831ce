"""The talk from *is this a good moment* to the day it was said."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.builders import NOW, TODAY, a_live_plan, a_plan_draft, an_action_draft
from tests.ui.talk.conftest import Open
from tests.ui.talk.steps import a_plan_not_said, message, sheet
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.draft import PlanDraft
from trust_desktop.domain.talk import Answer
from trust_desktop.services import kept_words, plan_living, planning, talking
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.printing import PrintSheet
from trust_desktop.ui.talk.message_step import MessageStep
from trust_desktop.ui.talk.ready_step import ReadyStep
from trust_desktop.ui.talk.said_step import SaidStep
from trust_desktop.ui.talk.step import Step
from trust_desktop.ui.talk.talk_page import TalkPage
from trust_desktop.wording import kept_name


def ready(page: TalkPage) -> ReadyStep:
    assert isinstance(page.step, ReadyStep)
    return page.step


def test_without_a_plan_there_is_one_next_step(open_page: Open, session: VaultSession, qtbot: QtBot) -> None:
    page = open_page()
    assert page.step is None
    assert page.empty.button.hasFocus()
    with qtbot.waitSignal(page.wizard_requested):
        page.empty.button.click()
    a_plan_not_said(session)
    assert page.empty.isHidden()
    assert isinstance(page.step, ReadyStep)


def test_after_the_end_the_talk_says_so(open_page: Open, session: VaultSession) -> None:
    plan = a_live_plan(session)
    page = open_page()
    plan_living.end(session, plan.id)
    assert page.step is None
    assert page.empty.heading.text() == "The plan has ended"
    assert page.empty.button.text() == "Start another plan"


def test_a_good_moment_leads_on_and_is_kept_nowhere(open_page: Open, session: VaultSession) -> None:
    a_plan_not_said(session)
    page = open_page()
    for box in ready(page).boxes.values():
        box.click()
    ready(page).on.click()
    assert isinstance(page.step, MessageStep)
    page.step.back.click()
    assert not any(box.isChecked() for box in ready(page).boxes.values())


def test_no_good_moment_leads_back_kindly(open_page: Open, session: VaultSession, qtbot: QtBot) -> None:
    a_plan_not_said(session)
    page = open_page()
    step = ready(page)
    for key in ("rested", "private", "time", "safe"):
        step.boxes[key].click()
    step.on.click()
    assert step.wait.isVisible()
    assert "hard to hear an answer" in step.wait.accessibleDescription()
    assert not step.help.isVisible()
    assert step.later.hasFocus()
    with qtbot.waitSignal(page.plan_requested):
        step.later.click()
    step.boxes["safe"].click()
    assert step.wait.isHidden()
    step.on.click()
    with qtbot.waitSignal(page.help_requested):
        step.help.click()
    with qtbot.waitSignal(page.plan_requested):
        step.back.click()
    step.prepare.click()
    assert isinstance(page.step, MessageStep)


def test_the_message_is_drafted_from_the_plan_and_kept_as_it_is_typed(
    open_page: Open, vault: OpenVault, session: VaultSession, qtbot: QtBot
) -> None:
    a_plan_not_said(session)
    page = open_page()
    step = message(page)
    drafted = step.words.text()
    assert "Phone on the table at dinner" in drafted
    assert "I put my phone away too" in drafted
    assert "I stop wondering" not in drafted
    assert planning.live_plan(session).saying.message == ""
    assert not step.again.isEnabled()

    step.words.selectAll()
    QTest.keyClicks(step.words, "I would like to ask four things.")
    qtbot.waitUntil(lambda: planning.live_plan(session).saying.message == step.words.text(), timeout=3000)
    assert page.step is step
    assert step.saved.text().startswith("Saved")
    step.again.click()
    assert step.words.text() == drafted
    step.words.undo()
    page.save_now()
    assert message(page).words.text() == "I would like to ask four things."


def test_words_that_sting_are_remarked_on_and_can_be_kept(open_page: Open, session: VaultSession) -> None:
    a_plan_not_said(session)
    page = open_page()
    step = message(page)
    step.words.set_text("Great, you did the bare minimum.")
    step.remarks.go(1)
    assert step.remarks.shown is not None
    step.remarks.card.kept.emit()
    assert step.remarks.shown is None
    page.save_now()
    assert "bare minimum" in " ".join(kept_words.load(session, step._plan.id))
    again = message(page)
    again.remarks.go(1)
    assert again.remarks.shown is None


def test_what_was_kept_in_the_wizard_is_not_remarked_on_again_nor_what_was_drafted(
    open_page: Open, session: VaultSession
) -> None:
    draft = a_plan_draft(first_day=TODAY)
    draft.message = "Great, you did the bare minimum."
    draft.actions[0] = an_action_draft("Never be late, you always lie", first_day=TODAY)
    probe = message(open_page_of(draft, open_page, session))
    names = frozenset(kept_name(each, draft.message) for each in probe.remarks._found)
    assert names
    assert probe.remarks.shown is not None
    plan_living.end(session, probe._plan.id)
    draft.kept_words = names
    step = message(open_page_of(draft, open_page, session))
    assert step.remarks.shown is None
    step.again.click()
    assert "you always lie" in step.words.text()
    step.remarks.go(1)
    assert step.remarks.shown is None, "a request was looked at where it was written"


def open_page_of(draft: PlanDraft, open_page: Open, session: VaultSession) -> TalkPage:
    planning.go_live(session, draft)
    return open_page()


def test_words_of_harm_lead_to_help(open_page: Open, session: VaultSession, qtbot: QtBot) -> None:
    a_plan_not_said(session)
    page = open_page()
    step = message(page)
    step.words.set_text("You hit me.")
    qtbot.waitUntil(step.help.isVisible)
    with qtbot.waitSignal(page.help_requested):
        step.help.click()


def test_the_message_can_be_copied_and_printed(open_page: Open, session: VaultSession, qtbot: QtBot) -> None:
    a_plan_not_said(session)
    page = open_page()
    step = message(page)
    step.words.set_text("A few calm words")
    step.copy.click()
    mime = QGuiApplication.clipboard().mimeData()
    assert (mime.text(), bytes(mime.data("x-kde-passwordManagerHint"))) == ("A few calm words", b"secret")
    step.print.click()
    shown = page.findChild(PrintSheet)
    assert shown.preview.accessibleDescription() == "A few calm words"
    shown.close_button.click()
    page.save_now()
    assert not QGuiApplication.clipboard().text()
    step.words.set_text("")
    assert not step.copy.isEnabled()


def test_one_need_at_a_time_is_turned_by_key_and_spoken_whole(open_page: Open, session: VaultSession) -> None:
    a_plan_not_said(session)
    step = sheet(open_page())
    assert step.leaf.hasFocus()
    seen = [step.leaf.accessibleName()]
    for _ in range(9):
        QTest.keyClick(step.leaf, Qt.Key.Key_Right)
        if step.leaf.accessibleName() != seen[-1]:
            seen.append(step.leaf.accessibleName())
    assert len(seen) == 7
    assert "What I ask for, 1 of 4\nPhone on the table at dinner" in seen[1]
    assert "Every day" in seen[1]
    assert seen[5].startswith("What I will do myself\nI put my phone away too")
    assert "what you heard" in seen[6]
    assert not any("I stop wondering" in words for words in seen)
    assert not step.after.isEnabled()
    QTest.keyClick(step.leaf, Qt.Key.Key_Left)
    assert step.leaf.accessibleName() == seen[5]
    QTest.keyClick(step.leaf, Qt.Key.Key_Down)
    assert step.leaf.accessibleName() == seen[5]


def test_why_it_matters_is_said_only_when_that_is_asked_for(open_page: Open, session: VaultSession) -> None:
    a_plan_not_said(session)
    page = open_page()
    step = sheet(page)
    step.turn(1)
    step.share.click()
    assert "It matters to me: I stop wondering." in step.leaf.accessibleName()
    step.copy.click()
    assert "I stop wondering" in QGuiApplication.clipboard().text()
    assert not sheet(page).share.isChecked()
    page.save_now()


def test_a_plan_without_reasons_has_none_to_share(open_page: Open, session: VaultSession) -> None:
    draft = a_plan_draft(first_day=TODAY)
    for action in draft.actions:
        action.why = ""
    planning.go_live(session, draft)
    assert sheet(open_page()).share.isHidden()


def test_where_and_when_it_was_meant_to_be_said_stands_first(open_page: Open, session: VaultSession) -> None:
    draft = a_plan_draft(first_day=TODAY)
    draft.place, draft.time = "On our bench", "Saturday morning"
    planning.go_live(session, draft)
    page = open_page()
    labels = [label.text() for label in ready(page).findChildren(QLabel)]
    assert "You meant to say it: On our bench · Saturday morning." in labels


def test_at_the_last_leaf_the_keyboard_is_not_lost(open_page: Open, session: VaultSession) -> None:
    a_plan_not_said(session)
    step = sheet(open_page())
    step.after.setFocus()
    for _ in range(8):
        step.after.click()
    QApplication.processEvents()
    assert step.isAncestorOf(QApplication.focusWidget())
    for _ in range(8):
        step.before.click()
    assert not step.before.isEnabled()


def test_the_sheet_is_copied_and_printed_without_a_name(
    open_page: Open, session: VaultSession, qtbot: QtBot
) -> None:
    a_plan_not_said(session)
    page = open_page()
    step = sheet(page)
    step.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert "Walk after dinner\nTwenty minutes" in copied
    assert "Sam" not in copied
    step.print.click()
    shown = page.findChild(PrintSheet)
    assert "Walk after dinner" in shown.preview.accessibleDescription()
    assert "Sam" not in shown.preview.accessibleDescription()
    shown.close_button.click()


def test_what_was_declined_is_not_read_out_again_before_its_day(
    open_page: Open, session: VaultSession
) -> None:
    a_live_plan(session)
    talking.record_answer(session, 2, Answer.NO, day=TODAY)
    step = sheet(open_page())
    spoken = []
    for _ in range(5):
        spoken.append(step.leaf.accessibleName())
        step.turn(1)
    assert "What I ask for, 3 of 3" in spoken[3]
    assert not any("Text when the train leaves" in words for words in spoken)
    step.on.click()


def test_saying_it_leads_to_the_answers_and_can_be_undone(
    open_page: Open, vault: OpenVault, session: VaultSession
) -> None:
    a_plan_not_said(session)
    page = open_page()
    sheet(page).on.click()
    step = page.step
    assert isinstance(step, SaidStep)
    assert step.day.hasFocus()
    step.on.click()
    assert planning.live_plan(session).said is not None
    assert page.step.step is Step.ANSWERS
    vault.undo_stack.undo()
    assert planning.live_plan(session).said is None
    assert page.step.step is Step.SAID
    page.step.back.click()
    assert page.step.step is Step.SHEET
    page.step.back.click()
    assert page.step.step is Step.MESSAGE
    page.step.on.click()
    assert page.step.step is Step.SHEET


def test_said_elsewhere_the_talk_goes_on_with_the_answers(
    open_page: Open, session: VaultSession, vault: OpenVault
) -> None:
    a_plan_not_said(session)
    page = open_page()
    page.hide()
    planning.record_said(session, 1, TODAY, Way.NOTE)
    page.show()
    assert page.step.step is Step.ANSWERS


def test_a_day_before_the_plan_is_refused_beside_the_field(open_page: Open, session: VaultSession) -> None:
    a_plan_not_said(session)
    page = open_page()
    page.go_on(Step.SAID)
    session.now = lambda: NOW - timedelta(days=20)
    page.step.on.click()
    assert page.step.step is Step.SAID
    assert page.step._day_field.reason == "That day is still to come."
