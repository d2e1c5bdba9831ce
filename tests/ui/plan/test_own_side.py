"""The person's own side of the plan: filled, changed, finished, gone on with."""

from PySide6.QtTest import QTest

from tests.ui.plan.pages import live, press, view, words_of
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.plan.plan_page import PlanPage


def test_ones_own_side_is_filled_changed_and_finished(
    page: PlanPage, vault: OpenVault, session: VaultSession
) -> None:
    assert "Nothing of your own stands here." in words_of(page)
    press(view(page).own_side.add)
    assert page.change.editor.openness.isHidden()
    page.change.editor.request.set_text("I will put my own phone away at dinner")
    page.change.editor.known_by.edit.setText("You see it in the hall.")
    press(page.change.keep)
    assert live(session).commitments[0].newest.terms.text == "I will put my own phone away at dinner"
    assert vault.undo_stack.undoText() == "Commitment one is in the plan."
    assert len(live(session).current) == 4
    press(view(page).own_cards[0].change)
    page.change.editor.request.set_text("I will leave my own phone in the hall")
    press(page.change.keep)
    assert len(live(session).commitments[0].versions) == 2
    assert view(page).own_cards[0].change.hasFocus()
    press(view(page).own_cards[0].earlier)
    told = words_of(view(page).own_cards[0])
    assert told.count("Your partner can tell by: You see it in the hall.") == 2
    press(view(page).own_cards[0].look)
    assert "it is no longer due" in words_of(page)
    press(page.review.finish)
    assert view(page).own_cards == []
    vault.undo_stack.undo()
    assert len(view(page).own_cards) == 1


def test_there_is_room_for_four_of_ones_own(page: PlanPage, session: VaultSession) -> None:
    for number in range(4):
        assert view(page).own_side.add.isVisibleTo(page)
        press(view(page).own_side.add)
        page.change.editor.request.set_text(f"I will do the {number} thing at six")
        press(page.change.keep)
    assert not view(page).own_side.add.isVisibleTo(page)
    press(view(page).own_cards[3].look)
    press(page.review.another)
    assert "What stands here now ends." in words_of(page)


def test_a_commitment_begun_is_gone_on_with(page: PlanPage, session: VaultSession) -> None:
    press(view(page).own_side.add)
    QTest.keyClicks(page.change.editor.request, "I will")
    page.change.save_now()
    page.ways.close_change()
    assert view(page).own_side.add.text() == "Go on with what you began to write"
    press(view(page).own_side.add)
    assert page.change.editor.request.text() == "I will"
    page.change.leave.click()
    assert view(page).own_side.add.text() == "Add something of your own"


def test_changes_begun_on_both_sides_do_not_disturb_each_other(page: PlanPage, session: VaultSession) -> None:
    press(view(page).own_side.add)
    page.change.editor.request.set_text("I will breathe first")
    press(page.change.keep)
    for card in (view(page).cards[0], view(page).own_cards[0]):
        press(card.change)
        QTest.keyClicks(page.change.editor.request, "!")
        page.change.save_now()
        page.ways.close_change()
    assert view(page).own_cards[0].change.text() == "Go on with your change"
    press(view(page).cards[0].change)
    page.change.leave.click()
    assert view(page).cards[0].change.text() == "Change this action"
    assert view(page).own_cards[0].change.text() == "Go on with your change"
