"""An action looked at again: kept, changed, finished, replaced, renewed together."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.builders import FIRST_DAY, TODAY, Clock, an_action_draft
from tests.support.full_disk import full_after_the_next_write, full_disk
from tests.ui.plan.pages import live, press, view, words_of
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.domain.plan import Consent, Openness
from trust_desktop.domain.talk import Answer
from trust_desktop.services import following_through, kept_words, planning, talking
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.action_form.change_draft import begun_slots
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.plan.plan_page import PlanPage

LATER = TODAY + timedelta(days=28)


def test_what_has_come_to_its_day_is_where_the_keyboard_begins(page: PlanPage, clock: Clock) -> None:
    assert "You wanted to look at it again" not in words_of(page)
    clock.forward(days=40)
    page.read_again()
    assert words_of(page).count("You wanted to look at it again on Monday, 28 December 2026.") == 4
    page.setFocus()
    assert view(page).cards[0].look.hasFocus()


def test_an_action_is_kept_as_it_is_until_another_day(
    page: PlanPage, vault: OpenVault, session: VaultSession
) -> None:
    before = live(session)
    press(view(page).cards[0].look)
    assert page.review.main.hasFocus()
    assert "“Phone on the table at dinner" in words_of(page)
    page.review.next_day.set_day(LATER)
    press(page.review.main)
    assert live(session).actions[0].review_day == LATER
    assert live(session).actions[0].versions == before.actions[0].versions
    assert vault.undo_stack.undoText() == "Action one stays as it is."
    assert view(page).cards[0].change.hasFocus()
    assert "to be looked at again on Tuesday, 22 December 2026" in words_of(page)
    vault.undo_stack.undo()
    assert live(session) == before


def test_from_its_review_an_action_is_changed(page: PlanPage, session: VaultSession) -> None:
    page.look_at(live(session).actions[1].id)
    press(page.review.change)
    assert page.change.editor.review_day.day() == FIRST_DAY + timedelta(days=56)
    page.change.editor.request.set_text("Call me when the train leaves")
    press(page.change.keep)
    assert live(session).actions[1].newest.terms.text == "Call me when the train leaves"
    assert view(page).cards[1].change.hasFocus()


def test_a_change_that_could_frighten_is_shown_a_fairer_way_and_may_be_kept(
    page: PlanPage, session: VaultSession, qtbot: QtBot
) -> None:
    press(view(page).cards[1].change)
    change = page.change
    assert not change.noticed.isVisibleTo(page)
    change.editor.request.set_text("Kneel in front of me and confess every evening")
    qtbot.waitUntil(lambda: change.noticed.isVisibleTo(page))
    (row,) = change.noticed.rows
    assert "Kneel in front of me" in row.quote.text()
    assert not row.go.isVisibleTo(page)
    assert change.keep.isEnabled()
    press(row.keep)
    assert row.again.hasFocus()
    assert not row.card.isVisibleTo(page)
    press(row.again)
    assert row.card.isVisibleTo(page)
    assert row.keep.hasFocus()
    change.editor.request.set_text("Call me when the train leaves")
    qtbot.waitUntil(lambda: not change.noticed.isVisibleTo(page))
    press(change.keep)
    assert live(session).actions[1].newest.terms.text == "Call me when the train leaves"


@pytest.mark.parametrize("another", [False, True])
def test_what_was_kept_in_a_change_is_not_remarked_on_in_the_next(
    page: PlanPage, vault: OpenVault, session: VaultSession, *, another: bool
) -> None:
    if another:
        page.ways.open_another(2, mine=False)
        page.change.editor.openness.about.buttons[1].click()
    else:
        press(view(page).cards[1].change)
    page.change.editor.request.set_text("Be more loving.")
    assert page.change.editor.remarks.shown is not None
    while page.change.editor.remarks.shown is not None:
        page.change.editor.remarks.card.keep.click()
    press(page.change.keep)
    plan = live(session)
    action = next(each for each in plan.current if each.slot == 2)
    for _ in range(2):
        assert kept_words.load(session, plan.id, action.id)
        press(view(page).cards[1].change)
        assert page.change.editor.request.text() == "Be more loving."
        assert page.change.editor.remarks.shown is None
        press(page.change.leave)
        vault.undo_stack.undo()
        assert kept_words.load(session, plan.id, action.id) == frozenset()
        vault.undo_stack.redo()


def test_another_in_its_place_is_looked_at_too(page: PlanPage, session: VaultSession, qtbot: QtBot) -> None:
    page.look_at(live(session).actions[0].id)
    press(page.review.another)
    page.change.editor.request.set_text("Kneel in front of me and confess every evening")
    qtbot.waitUntil(lambda: page.change.noticed.isVisibleTo(page))


def test_a_change_stays_kept_where_the_disk_fills_before_its_draft_is_cleared(
    page: PlanPage, session: VaultSession, vault: OpenVault
) -> None:
    press(view(page).cards[1].change)
    page.change.editor.request.set_text("Call me when the train leaves")
    page.save_now()
    with full_after_the_next_write(vault):
        press(page.change.keep)
    assert "It is done. There is no room left on the disk" in words_of(page)
    assert live(session).actions[1].newest.terms.text == "Call me when the train leaves"


def test_a_begun_change_that_a_full_disk_keeps_from_being_left_is_not_said_to_be_done(
    page: PlanPage, session: VaultSession
) -> None:
    press(view(page).cards[1].change)
    page.change.editor.request.set_text("Call me when the train leaves")
    page.save_now()
    with full_disk():
        press(page.change.leave)
        assert page.change.reason.text() == "There is no room left on the disk. Nothing was changed."
    assert page.shown is page.change
    assert page.change.editor.request.text() == "Call me when the train leaves"
    press(page.change.leave)
    assert page.shown is page.page
    assert begun_slots(session, live(session)) == frozenset()
    page.ways.open_another(2, mine=False)
    with full_disk():
        press(page.change.leave)
    assert page.shown is page.page, "where nothing was begun there is nothing to take away"


def test_a_change_offers_a_day_to_look_again_that_is_still_to_come(page: PlanPage, clock: Clock) -> None:
    clock.forward(days=40)
    page.read_again()
    press(view(page).cards[0].change)
    assert page.change.editor.review_day.day() == TODAY + timedelta(days=68)


def test_a_finished_action_leaves_its_place_and_its_days(
    page: PlanPage, vault: OpenVault, session: VaultSession
) -> None:
    before = live(session)
    page.look_at(before.actions[2].id)
    assert "From today on it is no longer asked for." in words_of(page)
    press(page.review.finish)
    assert [card.action.slot for card in view(page).cards] == [1, 2, 4]
    assert "Walk after dinner is finished, from Tuesday, 24 November 2026 on." in words_of(page)
    assert vault.undo_stack.undoText() == "Action three is finished."
    vault.undo_stack.undo()
    assert live(session) == before
    vault.undo_stack.redo()
    assert len(view(page).free) == 1


def test_where_today_is_marked_it_is_finished_tomorrow(page: PlanPage, session: VaultSession) -> None:
    plan = live(session)
    following_through.mark(session, plan.actions[0].id, TODAY, Outcome.KEPT)
    page.look_at(plan.actions[0].id)
    assert "Today is marked already; from tomorrow on it is no longer asked for." in words_of(page)
    press(page.review.another)
    assert "The action in this place ends with today." in words_of(page)


def test_another_action_is_put_into_a_place_without_losing_the_old_one(
    page: PlanPage, vault: OpenVault, session: VaultSession
) -> None:
    before = live(session)
    page.look_at(before.actions[0].id)
    press(page.review.another)
    assert "“Phone on the table at dinner" in words_of(page)
    editor = page.change.editor
    assert editor.first_day.day() == TODAY + timedelta(days=1)
    assert not page.change.keep.isEnabled()
    editor.request.set_text("Read me what you are reading at breakfast")
    editor.openness.about.buttons[1].click()
    press(page.change.keep)
    assert [each.newest.terms.title for each in live(session).actions[:2]] == [
        "Phone on the table at dinner",
        "Read me what you are reading at breakfast",
    ]
    assert view(page).cards[0].action.newest.terms.title == "Read me what you are reading at breakfast"
    assert vault.undo_stack.undoText() == "Action one is in the plan."
    after = live(session)
    vault.undo_stack.undo()
    assert live(session) == before
    vault.undo_stack.redo()
    assert live(session) == after, "what was done with it since can be repeated as well"


def test_what_is_being_written_for_a_place_waits_there(
    page: PlanPage, vault: OpenVault, session: VaultSession, qtbot: QtBot
) -> None:
    page.look_at(live(session).actions[3].id)
    press(page.review.finish)
    press(view(page).free[0].another)
    assert "Choose a first day that leaves you time to ask for it" in words_of(page)
    QTest.keyClicks(page.change.editor.request, "Sunday")
    page.save_now()
    again = PlanPage(vault)
    qtbot.addWidget(again)
    press(view(again).free[0].another)
    assert again.change.editor.request.text() == "Sunday"
    again.change.leave.click()
    press(view(again).free[0].another)
    assert again.change.editor.request.text() == ""


def test_openness_ends_on_its_day_unless_it_is_renewed_together(
    page: PlanPage, session: VaultSession, clock: Clock
) -> None:
    ends = TODAY + timedelta(days=3)
    draft = an_action_draft("Share the bank app with me", first_day=TODAY, review_day=ends)
    draft.about_openness, draft.consent, draft.purpose, draft.ends = True, Consent.AGREED, "The bills", ends
    planning.change_action(session, live(session).id, 1, draft.terms())
    clock.forward(days=10)
    page.read_again()
    assert "Agreed until Friday, 27 November 2026, and it has ended. It can be renewed together." in words_of(
        page
    )
    press(view(page).cards[0].look)
    assert "ask your partner again" in words_of(page)
    press(page.review.main)
    editor = page.change.editor
    assert editor.openness.consent.value() is None
    assert not page.change.keep.isEnabled()
    editor.openness.consent.buttons[0].click()
    press(page.change.keep)
    renewed = live(session).actions[0].newest
    assert renewed.terms.openness == Openness(Consent.AGREED, "The bills", TODAY + timedelta(days=40))
    assert renewed.from_day == TODAY + timedelta(days=10)


def test_the_review_is_left_with_escape(page: PlanPage, session: VaultSession) -> None:
    before = live(session)
    press(view(page).cards[1].look)
    QTest.keyClick(page.review, Qt.Key.Key_Escape)
    assert view(page).cards[1].change.hasFocus()
    assert live(session) == before
    page.look_at(99)
    assert page.page.isVisible()


def test_what_the_partner_answered_stands_on_the_card(
    page: PlanPage, session: VaultSession, clock: Clock
) -> None:
    plan = live(session)
    for action in plan.actions[:3]:
        talking.record_answer(session, action.id, Answer.YES, day=TODAY)
    talking.record_answer(
        session, plan.actions[3].id, Answer.NOT_NOW, day=TODAY, words="After the move.", look_again=LATER
    )
    shown = words_of(page)
    assert shown.count("Your partner said yes on Tuesday, 24 November 2026.") == 3
    assert (
        "Your partner said not now on Tuesday, 24 November 2026. "
        "To be asked again on Tuesday, 22 December 2026." in shown
    )
    assert "“After the move.”" in shown
    assert "the plan is agreed" not in shown
    talking.record_answer(session, plan.actions[3].id, Answer.YES, day=TODAY)
    assert "Your partner has said yes to all of it: the plan is agreed." in words_of(page)


def test_a_change_begun_stays_with_its_action_while_another_ends(
    page: PlanPage, session: VaultSession
) -> None:
    press(view(page).cards[3].change)
    QTest.keyClicks(page.change.editor.request, "!")
    page.save_now()
    page.ways.close_change()
    page.look_at(live(session).actions[1].id)
    press(page.review.finish)
    assert [card.change.text() for card in view(page).cards] == [
        "Change this action",
        "Change this action",
        "Go on with your change",
    ]
    press(view(page).cards[2].change)
    assert page.change.editor.request.text().endswith("before the week begins.!")
    press(page.change.keep)
    assert live(session).actions[3].newest.terms.text.endswith("before the week begins.!")
    assert planning.load_draft(session) is None


def test_a_change_begun_goes_with_the_action_it_was_begun_for(page: PlanPage, session: VaultSession) -> None:
    press(view(page).cards[1].change)
    QTest.keyClicks(page.change.editor.request, "!")
    page.save_now()
    page.ways.close_change()
    page.look_at(live(session).actions[1].id)
    press(page.review.another)
    page.change.editor.request.set_text("Read to me on Wednesday evening for ten minutes")
    page.change.editor.openness.about.buttons[1].click()
    press(page.change.keep)
    assert view(page).cards[1].change.text() == "Change this action"
    assert planning.load_draft(session) is None


def test_another_that_was_begun_is_gone_on_with(page: PlanPage, session: VaultSession) -> None:
    begun = "Another one in its place is begun."
    action = live(session).actions[1]
    page.look_at(action.id)
    press(page.review.another)
    assert begun not in words_of(page)
    QTest.keyClicks(page.change.editor.request, "Read to me")
    page.save_now()
    page.ways.close_change()
    assert words_of(page).count(begun) == 1
    press(view(page).cards[1].look)
    assert page.review.another.text() == "Go on with the other one"
    press(page.review.another)
    assert page.change.editor.request.text() == "Read to me"
    press(page.change.leave)
    assert begun not in words_of(page)
    page.look_at(action.id)
    assert page.review.another.text() == "Choose another"


def test_in_a_free_place_what_was_begun_is_gone_on_with(page: PlanPage, session: VaultSession) -> None:
    page.look_at(live(session).actions[1].id)
    press(page.review.finish)
    assert view(page).free[0].another.text() == "Ask for something else here"
    press(view(page).free[0].another)
    QTest.keyClicks(page.change.editor.request, "Read to me")
    page.save_now()
    page.ways.close_change()
    assert view(page).free[0].another.text() == "Go on with what you began to write"
    press(view(page).free[0].another)
    assert page.change.editor.request.text() == "Read to me"
