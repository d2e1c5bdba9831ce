"""A plan at rest, taken up again, and ended; each taken back."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import TODAY, Clock
from tests.support.full_disk import full_after_the_next_write, full_disk
from tests.support.reading import cut_off, unnamed
from tests.ui.plan.pages import live, press, view, words_of
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.services import following_through, plan_living, planning, writing
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.plan.plan_page import PlanPage


def test_a_plan_rests_and_is_taken_up_again(
    page: PlanPage, vault: OpenVault, session: VaultSession, clock: Clock
) -> None:
    press(view(page).rest)
    assert page.parting.words.hasFocus()
    QTest.keyClicks(page.parting.words, "Her mother is ill.")
    press(page.parting.go)
    card = view(page).rest_card
    assert card is not None
    assert card.button.hasFocus()
    assert "Since Tuesday, 24 November 2026. Nothing is due until you take it up again" in words_of(page)
    assert "“Her mother is ill.”" in words_of(page)
    assert not view(page).rest.isVisibleTo(page)
    assert writing.load(session, "plan.rest") == ""
    clock.forward(days=7)
    page.read_again()
    card = view(page).rest_card
    card.day.set_day(TODAY + timedelta(days=9))
    press(card.button)
    assert "It begins again on Thursday, 3 December 2026" in words_of(page)
    press(view(page).rest_card.button)
    vault.undo_stack.undo()
    vault.undo_stack.undo()
    assert live(session).resting is not None
    view(page).rest_card.day.set_day(TODAY + timedelta(days=7))
    press(view(page).rest_card.button)
    assert view(page).rest_card is None
    assert vault.undo_stack.undoText() == "The plan is taken up again."


def test_a_plan_at_rest_asks_for_no_second_look(page: PlanPage, session: VaultSession, clock: Clock) -> None:
    clock.forward(days=40)
    plan_living.rest(session, live(session).id)
    page.read_again()
    assert "You wanted to look at it again" not in words_of(page)


def test_a_rest_from_tomorrow_says_so(page: PlanPage, vault: OpenVault, session: VaultSession) -> None:
    following_through.mark(session, live(session).actions[0].id, TODAY, Outcome.KEPT)
    press(view(page).rest)
    assert "Today is marked already. From tomorrow on nothing is due" in words_of(page)
    press(page.parting.go)
    assert "From tomorrow on, Wednesday, 25 November 2026, nothing is due" in words_of(page)
    vault.undo_stack.undo()
    assert view(page).rest_card is None


def test_words_about_a_rest_are_kept_while_they_are_written_and_deleted_when_wished(
    page: PlanPage, vault: OpenVault, session: VaultSession
) -> None:
    press(view(page).rest)
    QTest.keyClicks(page.parting.words, "A hard week.")
    QTest.keyClick(page.parting, Qt.Key.Key_Escape)
    assert page.page.isVisible()
    press(view(page).rest)
    assert page.parting.words.text() == "A hard week."
    press(page.parting.go)
    press(view(page).rest_card.erase)
    assert live(session).rests[0].words == ""
    vault.undo_stack.undo()
    assert live(session).rests[0].words == "A hard week."


def test_a_plan_ends_with_two_calm_sentences_and_can_go_on_again(
    page: PlanPage, vault: OpenVault, session: VaultSession, qtbot: QtBot
) -> None:
    before = live(session)
    press(view(page).end)
    assert "The plan ends today. What was done in it was done." in words_of(page)
    QTest.keyClicks(page.parting.words, "It was enough.")
    press(page.parting.go)
    assert planning.live_plan(session) is None
    assert "Your plan has ended" in words_of(page)
    assert "It ended with Monday, 23 November 2026" in words_of(page)
    assert page.page.empty.button.hasFocus()
    with qtbot.waitSignal(page.wizard_requested):
        press(page.page.empty.button)
    vault.undo_stack.undo()
    assert live(session) == before


def test_an_end_from_tomorrow_says_so(page: PlanPage, session: VaultSession) -> None:
    following_through.mark(session, live(session).actions[0].id, TODAY, Outcome.KEPT)
    press(view(page).end)
    assert "Today is marked already, so the plan ends with it." in words_of(page)


def test_a_disk_that_fills_before_the_words_are_cleared_is_said_and_the_plan_has_ended(
    page: PlanPage, session: VaultSession, vault: OpenVault
) -> None:
    press(view(page).end)
    QTest.keyClicks(page.parting.words, "Enough.")
    page.save_now()
    with full_after_the_next_write(vault):
        press(page.parting.go)
    assert "It is done. There is no room left on the disk" in words_of(page)
    assert planning.live_plan(session) is None
    assert vault.undo_stack.count() == 1


def test_a_full_disk_is_said_beside_the_button_and_nothing_is_lost(
    page: PlanPage, session: VaultSession
) -> None:
    before = live(session)
    press(view(page).end)
    QTest.keyClicks(page.parting.words, "Enough.")
    with full_disk():
        press(page.parting.go)
        assert "There is no room left on the disk. Nothing was changed." in words_of(page)
    assert live(session) == before
    assert page.parting.words.text() == "Enough."
    QTest.keyClick(page.parting, Qt.Key.Key_Escape)
    page.look_at(before.actions[0].id)
    with full_disk():
        press(page.review.main)
        assert "There is no room left on the disk. Nothing was changed." in words_of(page)
    QTest.keyClick(page.review, Qt.Key.Key_Escape)
    with full_disk():
        press(view(page).cards[0].erase)
        assert "There is no room left on the disk. Nothing was changed." in words_of(page)


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.usefixtures("pseudo_locale", "right_to_left")
def test_every_page_stands_whole_in_a_longer_language(
    page: PlanPage, qapp: QApplication, session: VaultSession, qtbot: QtBot, clock: Clock, scale: float
) -> None:
    theme.apply(qapp, "light", scale)
    page.resize(800, 700)
    plan = live(session)
    plan_living.finish(session, plan.id, 2)
    clock.forward(days=40)
    page.read_again()

    def stands_whole() -> None:
        qtbot.waitUntil(lambda: cut_off(page) == [])
        assert unnamed(page) == []

    stands_whole()
    press(view(page).own_side.add)
    stands_whole()
    page.ways.close_change()
    page.look_at(plan.actions[0].id)
    stands_whole()
    QTest.keyClick(page.review, Qt.Key.Key_Escape)
    press(view(page).end)
    stands_whole()
    QTest.keyClick(page.parting, Qt.Key.Key_Escape)
    press(view(page).rest)
    press(page.parting.go)
    stands_whole()
    press(page.page.history)
    stands_whole()
