"""The plan page: beginning, saying it, changing an action, its wordings, and the way back of each."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.builders import FIRST_DAY, TODAY, Clock, a_live_plan, a_plan_draft
from tests.support.reading import cut_off, unnamed
from tests.support.stretch import within
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.draft import PlanDraft
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.domain.plan import Consent, Openness, Plan
from trust_desktop.services import following_through, planning
from trust_desktop.services.erasing import Kind
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.action_form.change_draft import begun_slots
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.plan.live_view import LiveView
from trust_desktop.ui.plan.plan_page import PlanPage
from trust_desktop.ui.plan.said_card import SaidCard


@pytest.fixture
def page(qtbot: QtBot, vault: OpenVault) -> PlanPage:
    made = PlanPage(vault)
    qtbot.addWidget(made)
    made.resize(1000, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def live(session: VaultSession) -> Plan:
    plan = planning.live_plan(session)
    assert plan is not None
    return plan


def view(page: PlanPage) -> LiveView:
    assert page.live is not None
    return page.live


def said_card(page: PlanPage) -> SaidCard:
    card = view(page).said_card
    assert card is not None
    return card


def with_a_said_plan(page: PlanPage, session: VaultSession) -> Plan:
    """The builder turns the clock back for a moment; the page reads again on the day it is."""
    plan = a_live_plan(session)
    page.read_again()
    return plan


def words_of(page: PlanPage) -> str:
    QApplication.processEvents()
    labels = page.page.findChildren(QLabel)
    return "\n".join(label.accessibleName() or label.text() for label in labels if label.isVisibleTo(page))


def test_without_a_plan_there_is_one_next_step(page: PlanPage, session: VaultSession, qtbot: QtBot) -> None:
    assert page.page.empty.button.text() == "Start a plan"
    with qtbot.waitSignal(page.wizard_requested):
        page.page.empty.button.click()
    planning.save_draft(session, PlanDraft(partner="Sam"))
    assert page.page.empty.button.text() == "Go on with your plan"
    planning.discard_draft(session)
    assert page.page.empty.button.text() == "Start a plan"


def test_a_live_plan_asks_first_when_it_was_said(page: PlanPage, session: VaultSession) -> None:
    planning.go_live(session, a_plan_draft(first_day=TODAY))
    assert not page.page.empty.isVisibleTo(page)
    assert "say it to Sam" in words_of(page)
    card = said_card(page)
    card.way.set_value(Way.NOTE)
    QTest.keyClick(card.button, Qt.Key.Key_Space)
    said = live(session).said
    assert said is not None
    assert (said.day, said.way) == (TODAY, Way.NOTE)
    assert view(page).said_card is None
    assert "You gave it as a note on Tuesday, 24 November 2026." in words_of(page)
    assert view(page).isAncestorOf(QApplication.focusWidget())


def test_the_keyboard_begins_at_the_main_thing(page: PlanPage, session: VaultSession) -> None:
    page.setFocus()
    assert page.page.empty.button.hasFocus()
    planning.go_live(session, a_plan_draft(first_day=TODAY))
    page.setFocus()
    assert said_card(page).day.hasFocus()
    said_card(page).button.click()
    page.setFocus()
    assert view(page).cards[0].change.hasFocus()


def test_saying_it_can_be_undone_and_done_again(
    page: PlanPage, vault: OpenVault, session: VaultSession
) -> None:
    planning.go_live(session, a_plan_draft(first_day=TODAY))
    said_card(page).button.click()
    assert vault.undo_stack.undoText() == "Your plan was said."
    vault.undo_stack.undo()
    assert live(session).said is None
    assert view(page).said_card is not None
    vault.undo_stack.redo()
    assert live(session).said is not None


def test_it_was_said_between_going_live_and_today(
    page: PlanPage, session: VaultSession, clock: Clock
) -> None:
    planning.go_live(session, a_plan_draft(first_day=TODAY))
    clock.forward(days=3)
    page.hide()
    page.show()
    card = said_card(page)
    card.day.set_day(TODAY + timedelta(days=9))
    assert card.day.day() == TODAY + timedelta(days=3)
    card.day.set_day(TODAY - timedelta(days=1))
    assert card.day.day() == TODAY
    card.button.click()
    assert live(session).said is not None


def test_a_day_the_plan_was_not_there_is_refused_in_words(page: PlanPage, session: VaultSession) -> None:
    planning.go_live(session, a_plan_draft(first_day=TODAY))
    page.live.said.emit(TODAY - timedelta(days=1), Way.ALOUD)
    assert live(session).said is None
    assert "not there yet" in said_card(page)._day_field.reason


def test_the_day_can_be_corrected(page: PlanPage, session: VaultSession) -> None:
    with_a_said_plan(page, session)
    view(page).correct.click()
    card = said_card(page)
    assert card.day.day() == FIRST_DAY
    card.day.set_day(date(2026, 11, 9))
    card.way.set_value(Way.CARD)
    card.button.click()
    said = live(session).said
    assert said is not None
    assert (said.day, said.way) == (date(2026, 11, 9), Way.CARD)


def test_the_day_can_be_left_as_it_is_and_corrected_after_all(page: PlanPage, session: VaultSession) -> None:
    with_a_said_plan(page, session)
    view(page).correct.click()
    assert not said_card(page).leave.isHidden()
    said_card(page).day.set_day(date(2026, 11, 9))
    said_card(page).leave.click()
    assert view(page).said_card is None
    assert not view(page).correct.isHidden()
    assert view(page).correct.hasFocus()
    said = live(session).said
    assert said is not None
    assert said.day == FIRST_DAY
    view(page).correct.click()
    assert said_card(page).day.day() == FIRST_DAY


def test_each_action_says_everything_about_it(page: PlanPage, session: VaultSession) -> None:
    with_a_said_plan(page, session)
    shown = words_of(page)
    for text in (
        "“Phone on the table at dinner\nFrom sitting down until the plates are cleared.”",
        "Every Monday, Tuesday, Wednesday and Thursday",
        "You will know by: I can see it lying there",
        "to be looked at again on Monday, 28 December 2026",
        "Only for you: I stop wondering.",
    ):
        assert text in shown


def change(page: PlanPage, slot: int, words: str) -> None:
    QTest.keyClick(view(page).cards[slot - 1].change, Qt.Key.Key_Space)
    page.change.editor.request.set_text(words)
    QTest.keyClick(page.change.keep, Qt.Key.Key_Space)


def test_a_change_starts_today_and_old_days_keep_their_words(page: PlanPage, session: VaultSession) -> None:
    with_a_said_plan(page, session)
    QTest.keyClick(view(page).cards[0].change, Qt.Key.Key_Space)
    explanation = "\n".join(label.text() for label in page.change.findChildren(QLabel))
    assert "begin today" in explanation
    assert page.change.editor.request.text().startswith("Phone on the table")
    page.change.editor.request.set_text("Phone in the drawer at dinner")
    page.change.keep.click()
    action = live(session).actions[0]
    assert [version.from_day for version in action.versions] == [FIRST_DAY, TODAY]
    yesterday = following_through.day(session, TODAY - timedelta(days=1)).actions[0]
    today = following_through.day(session, TODAY).actions[0]
    assert yesterday.title == "Phone on the table at dinner"
    assert today.title == "Phone in the drawer at dinner"
    assert page.page.isVisibleTo(page)
    assert view(page).cards[0].change.hasFocus()


def test_a_change_starts_tomorrow_when_today_is_marked(page: PlanPage, session: VaultSession) -> None:
    plan = with_a_said_plan(page, session)
    following_through.mark(session, plan.actions[0].id, TODAY, Outcome.KEPT)
    view(page).cards[0].change.click()
    explanation = "\n".join(label.text() for label in page.change.findChildren(QLabel))
    assert "Today is marked already" in explanation
    page.change.editor.request.set_text("Phone in the drawer at dinner")
    page.change.keep.click()
    assert live(session).actions[0].newest.from_day == TODAY + timedelta(days=1)
    assert "These words begin on Wednesday, 25 November 2026" in words_of(page)


def test_a_change_can_be_undone(page: PlanPage, vault: OpenVault, session: VaultSession) -> None:
    with_a_said_plan(page, session)
    change(page, 2, "Call me when the train leaves")
    assert vault.undo_stack.undoText() == "Action two was changed."
    vault.undo_stack.undo()
    assert len(live(session).actions[1].versions) == 1
    vault.undo_stack.redo()
    assert live(session).actions[1].newest.terms.text == "Call me when the train leaves"


def test_a_change_already_marked_stays_without_a_word(
    page: PlanPage, vault: OpenVault, session: VaultSession
) -> None:
    plan = with_a_said_plan(page, session)
    change(page, 1, "Phone in the drawer at dinner")
    following_through.mark(session, plan.actions[0].id, TODAY, Outcome.KEPT)
    vault.undo_stack.undo()
    assert len(live(session).actions[0].versions) == 2
    assert not vault.undo_stack.canRedo()


def test_left_as_it_was_nothing_changes(page: PlanPage, session: VaultSession) -> None:
    with_a_said_plan(page, session)
    view(page).cards[3].change.click()
    page.change.editor.request.set_text("something else")
    page.change.save_now()
    page.change.leave.click()
    assert planning.load_draft(session) is None
    assert len(live(session).actions[3].versions) == 1
    assert page.page.isVisibleTo(page)


def test_a_change_being_typed_is_kept(
    page: PlanPage, vault: OpenVault, session: VaultSession, qtbot: QtBot
) -> None:
    plan = with_a_said_plan(page, session)
    view(page).cards[1].change.click()
    with within(2):
        QTest.keyClicks(page.change.editor.request, " please")
        qtbot.waitUntil(lambda: begun_slots(session, plan) == {2})
    QTest.keyClicks(page.change.editor.request, "!")
    page.change.save_now()
    again = PlanPage(vault)
    qtbot.addWidget(again)
    assert view(again).cards[1].change.text() == "Go on with your change"
    assert view(again).cards[0].change.text() == "Change this action"
    view(again).cards[1].change.click()
    assert again.change.editor.request.text().endswith("please!")
    again.change.keep.click()
    assert live(session).actions[1].newest.terms.text.endswith("please!")
    assert planning.load_draft(session) is None


def test_two_begun_changes_do_not_disturb_each_other(page: PlanPage, session: VaultSession) -> None:
    plan = with_a_said_plan(page, session)
    for slot in (1, 3):
        view(page).cards[slot - 1].change.click()
        QTest.keyClicks(page.change.editor.request, "!")
        page.change.save_now()
        page.ways.close_change()
    assert begun_slots(session, plan) == {1, 3}
    view(page).cards[0].change.click()
    page.change.leave.click()
    assert begun_slots(session, plan) == {3}
    assert planning.load_draft(session) is not None
    change(page, 3, "Walk with me on Sunday")
    assert begun_slots(session, live(session)) == frozenset()
    assert planning.load_draft(session) is None


def test_a_change_waits_for_consent_and_says_so(page: PlanPage, session: VaultSession) -> None:
    with_a_said_plan(page, session)
    view(page).cards[0].change.click()
    editor = page.change.editor
    editor.openness.about.buttons[0].click()
    assert not page.change.keep.isEnabled()
    assert "agreed" in page.change.reason.text()
    editor.openness.consent.buttons[0].click()
    editor.openness.purpose.set_text("So that the bills are clear")
    assert page.change.keep.isEnabled()
    page.change.keep.click()
    openness = live(session).actions[0].newest.terms.openness
    assert openness == Openness(Consent.AGREED, "So that the bills are clear", TODAY + timedelta(days=30))
    assert "It ends on" in words_of(page)


def test_earlier_wordings_are_dated(page: PlanPage, session: VaultSession) -> None:
    with_a_said_plan(page, session)
    change(page, 1, "Phone in the drawer at dinner")
    card = view(page).cards[0]
    assert "From Monday, 2 November 2026 to" not in words_of(page)
    QTest.keyClick(card.earlier, Qt.Key.Key_Space)
    shown = words_of(page)
    assert "From Monday, 2 November 2026 to Monday, 23 November 2026" in shown
    assert "“Phone on the table at dinner" in shown
    card.earlier.click()
    assert "“Phone on the table at dinner" not in words_of(page)


def test_the_private_reason_can_be_deleted_and_brought_back(
    page: PlanPage, vault: OpenVault, session: VaultSession
) -> None:
    with_a_said_plan(page, session)
    QTest.keyClick(view(page).cards[0].erase, Qt.Key.Key_Space)
    assert live(session).actions[0].newest.terms.why == ""
    assert live(session).actions[1].newest.terms.why == "I stop wondering."
    vault.undo_stack.undo()
    assert live(session).actions[0].newest.terms.why == "I stop wondering."


def test_what_would_feel_safer_and_the_name_can_be_deleted_and_brought_back(
    page: PlanPage, vault: OpenVault, session: VaultSession
) -> None:
    before = with_a_said_plan(page, session)
    assert before.partner
    assert before.fair_chance
    QTest.keyClick(view(page).erase_fair_chance, Qt.Key.Key_Space)
    assert before.fair_chance not in " ".join(words_of(page))
    QTest.keyClick(view(page).erase_partner, Qt.Key.Key_Space)
    assert before.partner not in " ".join(words_of(page))
    assert (live(session).partner, live(session).fair_chance) == ("", "")
    vault.undo_stack.undo()
    vault.undo_stack.undo()
    assert live(session) == before


def test_an_earlier_private_reason_can_be_deleted_and_the_same_line_elsewhere_goes_with_it(
    page: PlanPage, session: VaultSession, vault: OpenVault
) -> None:
    with_a_said_plan(page, session)
    change(page, 1, "Phone in the drawer at dinner")
    before = live(session)
    card = view(page).cards[0]
    card.earlier.click()
    assert card.history is not None
    card.history.erase_requested.emit(card.action.versions[0], Kind.WHY)
    versions = live(session).actions[0].versions
    assert [version.terms.why for version in versions] == ["", ""]
    vault.undo_stack.undo()
    assert live(session) == before


def test_a_hidden_page_reads_again_when_it_is_shown(page: PlanPage, session: VaultSession) -> None:
    page.hide()
    a_live_plan(session)
    assert page.live is None
    page.show()
    assert len(view(page).cards) == 4


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_everything_is_named_and_nothing_is_cut_off(
    page: PlanPage,
    qapp: QApplication,
    session: VaultSession,
    qtbot: QtBot,
    scale: float,
    direction: Qt.LayoutDirection,
) -> None:
    qapp.setLayoutDirection(direction)
    theme.apply(qapp, "light", scale)
    planning.go_live(session, a_plan_draft(first_day=TODAY))
    change(page, 1, "Rechtsschutzversicherungsgesellschaftenvertreterbesprechungsprotokoll bitte vorlesen")
    view(page).cards[0].earlier.click()
    qtbot.waitUntil(lambda: cut_off(page) == [])
    assert unnamed(page) == []
    view(page).cards[0].change.click()
    qtbot.waitUntil(lambda: cut_off(page) == [])
    assert unnamed(page) == []
