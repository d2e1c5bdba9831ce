"""The first week's cards on Today: one a day at most, each until it is put away, and gone for good on request."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import Clock
from tests.support.full_disk import full_disk
from tests.support.reading import cut_off, unnamed
from trust_desktop import resources
from trust_desktop.domain.tour import Tour
from trust_desktop.services import touring
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.today.today_page import TodayPage

Show = Callable[[], TodayPage]


@pytest.fixture(autouse=True)
def first_evening(session: VaultSession) -> None:
    touring.save(session, Tour())


CARDS = resources.content("tour")["card"]


def test_seven_days_bring_seven_cards_and_then_none(
    show: Show, session: VaultSession, clock: Clock, qtbot: QtBot
) -> None:
    page = show()
    for number, card in enumerate(CARDS, start=1):
        qtbot.waitUntil(page.tour.isVisible)
        assert page.tour.heading.text() == card["title"]
        assert page.tour.text.text() == card["text"]
        assert page.tour.number.text() == f"First week, card {number} of 7"
        assert page.tour.open.isVisible() == ("place" in card)
        page.tour.enough.click()
        assert not page.tour.isVisible()
        clock.forward(days=1)
        page.check_day()
        page.tour.look()
    assert not page.tour.isVisible()
    assert not touring.load(session).left


def test_it_can_be_left_for_good_at_once_and_that_undone(
    show: Show, session: VaultSession, clock: Clock, qtbot: QtBot
) -> None:
    page = show()
    qtbot.waitUntil(page.tour.isVisible)
    page.tour.leave.click()
    clock.forward(days=3)
    page.tour.look()
    assert not page.tour.isVisible()
    page.vault.undo_stack.undo()
    assert page.tour.isVisible()
    page.vault.undo_stack.redo()
    assert not show().tour.isVisible()


def test_a_card_leads_to_what_it_speaks_of(
    show: Show, session: VaultSession, clock: Clock, qtbot: QtBot
) -> None:
    touring.save(session, touring.load(session).put_away(clock.moment.date()))
    clock.forward(days=1)
    page = show()
    qtbot.waitUntil(page.tour.isVisible)
    assert page.tour.open.text() == "Open Settings"
    with qtbot.waitSignal(page.go_to_requested) as asked:
        page.tour.open.click()
    assert asked.args == [Place.SETTINGS]


def test_on_a_full_disk_the_card_stays_and_says_why(show: Show, qtbot: QtBot) -> None:
    page = show()
    qtbot.waitUntil(page.tour.isVisible)
    with full_disk():
        page.tour.enough.click()
    assert page.tour.isVisible()
    assert page.tour.reason.text() == "The vault could not be written, so the card stays for now."


def test_after_the_lock_it_looks_no_more(show: Show, session: VaultSession) -> None:
    page = show()
    session.close()
    page.tour.look()


@pytest.mark.usefixtures("pseudo_locale", "right_to_left")
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_in_a_longer_language_from_the_right_it_stands_whole(
    show: Show, qapp: QApplication, qtbot: QtBot, scale: float
) -> None:
    theme.apply(qapp, "light", scale)
    page = show()
    page.resize(760, 700)
    qtbot.waitUntil(page.tour.isVisible)
    qtbot.waitUntil(lambda: cut_off(page) == [])
    assert unnamed(page) == []
    theme.apply(qapp, "light", 1.0)
