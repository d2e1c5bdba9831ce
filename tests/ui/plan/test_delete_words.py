"""What an action says can be deleted wherever it stands, and then it is called by its place."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from tests.builders import TODAY, an_action_draft
from tests.ui.plan.pages import live, press, view, words_of
from trust_desktop.domain.draft import ActionDraft
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.domain.plan import Consent
from trust_desktop.services import acknowledging, following_through, plan_living, planning, talking
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.missed_day.borrowed import Borrowed
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.plan.action_card import ActionCard
from trust_desktop.ui.plan.delete_words import DeleteWords
from trust_desktop.ui.plan.plan_page import PlanPage
from trust_desktop.ui.talk.leaves import leaves_of, left_out

PHONE = "Phone on the table at dinner"


def an_open_action() -> ActionDraft:
    draft = an_action_draft("Show me the bill", first_day=TODAY)
    draft.about_openness, draft.consent = True, Consent.AGREED
    draft.purpose, draft.ends = "So that I sleep", TODAY + timedelta(days=20)
    return draft


def opened(page: PlanPage, slot: int = 1) -> ActionCard:
    card = view(page).cards[slot - 1]
    if not card.words.fold.isChecked():
        press(card.words.fold)
    return card


def test_nothing_that_deletes_is_in_sight_until_it_is_asked_for(
    page: PlanPage, session: VaultSession
) -> None:
    card = view(page).cards[0]
    assert not card.words.isVisible()
    assert card.words.fold.accessibleName() == "Action one: Delete its words…"
    press(card.words.fold)
    assert [each.accessibleName() for each in card.words.buttons] == [
        "Action one: Delete what it says",
        "Action one: Delete how you will know",
    ]
    press(card.words.fold)
    assert not card.words.isVisible()


def test_each_of_the_words_goes_and_comes_back(
    page: PlanPage, vault: OpenVault, session: VaultSession
) -> None:
    plan = live(session)
    planning.change_action(session, plan.id, 1, an_open_action().terms())
    before = live(session)
    for words in ("“Show me the bill”", "You will know by: I can see it lying there", "So that I sleep"):
        assert words in words_of(page)
    for _each in range(3):
        press(opened(page).words.buttons[0])
    terms = live(session).actions[0].newest.terms
    assert (terms.text, terms.known_by, terms.openness.purpose) == ("", "", "")
    assert terms.openness.ends == before.actions[0].newest.terms.openness.ends
    shown = words_of(page)
    assert "Words deleted" in shown
    assert "Agreed to; what for was deleted. It ends on Monday, 14 December 2026." in shown
    assert "Show me the bill" not in shown
    assert not view(page).cards[0].words.any
    assert view(page).cards[0].words.fold.isHidden()
    assert vault.undo_stack.undoText() == "The words were deleted."
    for _each in range(3):
        vault.undo_stack.undo()
    assert live(session) == before
    assert "“Show me the bill”" in words_of(page)


def test_the_keyboard_stays_at_the_action_for_what_else_is_to_go(
    page: PlanPage, session: VaultSession
) -> None:
    press(opened(page, 3).words.buttons[0])
    card = view(page).cards[2]
    assert QApplication.focusWidget() is card.words.fold
    assert [each.words for each in card.words.buttons] == ["Delete how you will know"]
    press(card.words.buttons[0])
    assert QApplication.focusWidget() is view(page).cards[2].change


def test_the_keyboard_stays_at_the_earlier_wording_and_opens_no_other(
    page: PlanPage, session: VaultSession
) -> None:
    planning.change_action(
        session, live(session).id, 1, an_action_draft("In the drawer", first_day=TODAY).terms()
    )
    press(view(page).cards[0].earlier)
    for left in (["Delete how you will know"], []):
        words = view(page).cards[0].history.words[1]
        if not words.fold.isChecked():
            press(words.fold)
        press(words.buttons[0])
        card = view(page).cards[0]
        assert card.history.isVisible()
        assert [each.words for each in card.history.words[1].buttons] == left
        assert QApplication.focusWidget() is (card.history.words[1].fold if left else card.earlier)
        assert not card.words.fold.isChecked()


def test_earlier_wordings_on_the_card_and_those_of_an_ended_plan_can_go(
    page: PlanPage, vault: OpenVault, session: VaultSession
) -> None:
    plan = live(session)
    planning.change_action(session, plan.id, 1, an_action_draft("In the drawer", first_day=TODAY).terms())
    card = view(page).cards[0]
    press(card.earlier)
    fold = card.history.findChild(DeleteWords).fold
    assert fold.accessibleName() == "Action one, in the words from Monday, 2 November 2026: Delete its words…"
    press(fold)
    press(card.history.findChild(DeleteWords).buttons[0])
    assert [each.terms.title for each in live(session).actions[0].versions] == [
        "Action one, words deleted",
        "In the drawer",
    ]
    plan_living.end(session, plan.id)
    press(page.page.history)
    story = page.history.stories[0]
    words = [each for each in story.findChildren(DeleteWords) if each.any]
    assert len(words) == 5  # of the first wording, how one would know is left
    press(words[1].fold)
    press(words[1].buttons[0])
    assert plan_living.every_plan(session)[0].actions[0].newest.terms.text == ""
    assert "Days, marks and versions stay. All your words can be deleted." in words_of(page)
    vault.undo_stack.undo()
    assert plan_living.every_plan(session)[0].actions[0].newest.terms.text == "In the drawer"


def test_a_commitment_is_called_by_its_place_too(page: PlanPage, session: VaultSession) -> None:
    plan = live(session)
    plan_living.put_in_place(
        session, plan.id, 1, an_action_draft("I breathe", first_day=TODAY).terms(), mine=True
    )
    card = view(page).own_cards[0]
    press(card.words.fold)
    assert card.words.buttons[1].words == "Delete how your partner can tell"
    press(card.words.buttons[0])
    assert live(session).commitments[0].newest.terms.title == "Commitment one, words deleted"


def test_days_the_tray_and_the_sheet_for_the_talk_do_without_the_words(
    page: PlanPage, session: VaultSession
) -> None:
    plan = live(session)
    following_through.mark(session, plan.actions[0].id, TODAY, Outcome.KEPT)
    press(opened(page).words.buttons[0])
    name = "Action one, words deleted"
    assert following_through.day(session, TODAY).actions[0].title == name
    assert [item.title for item in acknowledging.tray(session).unsaid] == [name]
    views = talking.answers(session)
    leaves = leaves_of(live(session), views, shares_why=True)
    assert [leaf.heading for leaf in leaves][1:4] == [f"What I ask for, {n} of 3" for n in (1, 2, 3)]
    assert name not in "".join(leaf.spoken for leaf in leaves)
    assert left_out(views) == ("wordless",)


@pytest.mark.parametrize(("quotable", "offered"), [(True, 3), (False, 1)])
def test_words_to_borrow_quote_no_words_that_are_not_there(
    qapp: QApplication, quotable: bool, offered: int
) -> None:
    borrowed = Borrowed(lambda _words: None)
    borrowed.show_words("Action one, words deleted", TODAY, quotable=quotable)
    assert len(borrowed.copies) == offered
    assert any("words deleted" in each.text() for each in borrowed.findChildren(QLabel)) is quotable
