"""What was said can be read again with its words, day and way; the words can be taken out and put back."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.builders import TODAY
from trust_desktop.domain.acknowledgement import Acknowledgement, AcknowledgementDraft
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.follow_through import MarkKey, Outcome
from trust_desktop.domain.plan import Plan
from trust_desktop.services import acknowledging, following_through
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.acknowledgement.said_entry import SaidEntry
from trust_desktop.ui.acknowledgement.say_it_page import SayItPage
from trust_desktop.ui.common.buttons import PlainButton
from trust_desktop.ui.open_vault import OpenVault


def thank(session: VaultSession, text: str, plan: Plan | None = None, days_ago: int = 0) -> Acknowledgement:
    covers: frozenset[MarkKey] = frozenset()
    if plan is not None:
        key = MarkKey(plan.actions[0].id, TODAY - timedelta(days=days_ago))
        following_through.mark(session, *key, Outcome.KEPT)
        covers = frozenset({key})
    draft = AcknowledgementDraft(None, text, covers)
    return acknowledging.deliver(session, draft, Way.NOTE, TODAY - timedelta(days=days_ago))


def words(page: SayItPage) -> str:
    QApplication.processEvents()  # rows put into a layout are shown by the next turn of the loop
    entries = page.panel.said.findChildren(SaidEntry)
    return "\n".join(
        label.text() for entry in entries if entry.isVisible() for label in entry.findChildren(QLabel)
    )


def test_closed_it_shows_only_how_many_this_month(page: SayItPage, session: VaultSession) -> None:
    thank(session, "thank you for Monday")
    assert "November" in page.panel.said.head.accessibleDescription()
    assert words(page) == ""


def test_open_it_shows_words_day_way_and_what_they_were_about(
    page: SayItPage, session: VaultSession, plan: Plan
) -> None:
    thank(session, "thank you for Monday", plan, 1)
    page.panel.said.head.setChecked(True)
    shown = words(page)
    assert "“thank you for Monday”" in shown
    assert "Mon 23, in a note" in shown
    assert plan.actions[0].newest.terms.title in shown
    page.panel.said.head.setChecked(False)
    assert words(page) == ""


def test_opened_at_the_end_of_the_page_it_comes_into_view(
    page: SayItPage, session: VaultSession, qtbot: QtBot
) -> None:
    for number in range(12):
        thank(session, f"thank you, number {number}, for the evening")
    page.resize(1072, 420)
    QApplication.processEvents()
    page.panel.said.head.setFocus()
    page.panel.said.head.click()

    def the_first_words_are_seen() -> None:
        entry = page.panel.said.findChildren(SaidEntry)[0]
        assert entry.visibleRegion().boundingRect().height() == entry.height() > 0
        assert not page.panel.said.head.visibleRegion().isEmpty()

    qtbot.waitUntil(the_first_words_are_seen)


def test_nothing_said_yet_says_what_goes_here(page: SayItPage) -> None:
    page.panel.said.head.setChecked(True)
    QApplication.processEvents()
    labels = [label.text() for label in page.panel.said.findChildren(QLabel) if label.isVisible()]
    assert labels == ["What you have said is kept here, with your words."]


def test_said_without_words_says_so(page: SayItPage, session: VaultSession, plan: Plan) -> None:
    thank(session, "", plan)
    page.panel.said.head.setChecked(True)
    assert "Said without writing it down." in words(page)


def test_words_can_be_taken_out_and_put_back(
    page: SayItPage, vault: OpenVault, session: VaultSession, qtbot: QtBot
) -> None:
    thank(session, "a line that is dangerous to keep")
    page.panel.said.head.setChecked(True)
    (entry,) = page.panel.said.findChildren(SaidEntry)
    qtbot.mouseClick(entry.findChild(PlainButton), Qt.MouseButton.LeftButton)
    assert acknowledging.said(session)[0].erased
    assert "dangerous" not in words(page)
    assert "You took the words out." in words(page)
    vault.undo_stack.undo()
    assert "dangerous" in words(page)
    vault.undo_stack.redo()
    assert "dangerous" not in words(page)


@pytest.mark.parametrize(("count", "shown", "more"), [(10, 10, False), (11, 10, True)])
def test_a_page_at_a_time(
    page: SayItPage, session: VaultSession, qtbot: QtBot, count: int, shown: int, more: bool
) -> None:
    for number in range(count):
        thank(session, f"thank you {number}")
    page.panel.said.head.setChecked(True)
    assert words(page).count("“") == shown
    buttons = [
        each for each in page.panel.said.findChildren(PlainButton) if each.text() == "Show earlier ones"
    ]
    assert bool(buttons) is more
    for button in buttons:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert words(page).count("“") == count
