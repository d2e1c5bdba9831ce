"""Pauses and urges: newest first, found only here, and every word can be taken out."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.builders import Clock
from tests.support.full_disk import full_disk
from tests.ui.pause.conftest import Show
from trust_desktop.domain.pause import LEAST
from trust_desktop.services import pausing, writing
from trust_desktop.services.pausing import PAGE, PauseText
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.pause import lone_urge_card
from trust_desktop.ui.pause.journal_page import JournalPage


@pytest.fixture
def filled(session: VaultSession, clock: Clock) -> None:
    pause = pausing.start(session, LEAST, "I need a walk.")
    pausing.feel(session, pause.id, 8)
    clock.forward(minutes=21)
    pausing.write(session, pause.id, PauseText.INSTEAD, "Walked along the canal.")
    pausing.end(session, pause.id, "I’m back, softly.")
    clock.forward(hours=1)
    pausing.note_urge(session, 6, "Rang my sister.")


def words(page: JournalPage) -> list[str]:
    QApplication.processEvents()  # a layout shows what is new in it a moment later
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def doors(page: JournalPage) -> list[QPushButton]:
    QApplication.processEvents()
    found = [each for each in page.findChildren(QPushButton) if each.isVisible()]
    return [each for each in found if each.accessibleName().startswith("Take these words out")]


def test_an_urge_is_written_down_without_a_pause(show: Show, session: VaultSession, vault: OpenVault) -> None:
    page = show()
    card = page.now.lone
    assert not card.keep.isEnabled()
    QTest.keyClicks(card.words, "Counted to ten.")
    page.save_now()
    assert writing.load(session, lone_urge_card.DRAFT) == "Counted to ten."
    card.scale.cells[7].click()
    with full_disk():
        card.keep.click()
    assert "no room left" in card.reason.text()
    card.keep.click()
    (urge,) = pausing.journal(session).entries
    assert (urge.strength, urge.words) == (7, "Counted to ten.")
    assert (card.words.text(), card.scale.value()) == ("", None)
    assert writing.load(session, lone_urge_card.DRAFT) == ""
    vault.undo_stack.undo()
    assert pausing.journal(session).entries == ()
    vault.undo_stack.redo()
    assert len(pausing.journal(session).entries) == 1


def test_before_anything_was_written_the_way_back_is_offered(show: Show, qapp: QApplication) -> None:
    page = show()
    page.now.begin.door.click()
    assert page.journal.isVisible()
    assert qapp.focusWidget() is page.journal.search.edit
    assert "Nothing here yet" in words(page.journal)
    page.journal.empty.button.click()
    assert page.now.isVisible()


@pytest.mark.usefixtures("filled")
def test_newest_first_with_all_words(show: Show) -> None:
    page = show()
    page.show_journal()
    seen = words(page.journal)
    order = [
        "Tue 24 · today, 19:21: an urge",
        "“Rang my sister.”",
        "Tue 24 · today: left at 18:00, back at 18:21",
    ]
    assert [seen.index(text) for text in order] == sorted(seen.index(text) for text in order)
    assert "How the urge went: 8 at 18:00" in seen
    assert {"“I need a walk.”", "“Walked along the canal.”", "“I’m back, softly.”"} <= set(seen)
    assert len(doors(page.journal)) == 4


@pytest.mark.usefixtures("filled")
def test_its_own_find_looks_at_the_words(show: Show, qtbot: QtBot) -> None:
    page = show()
    page.show_journal()
    QTest.keyClicks(page.journal.search.edit, "CANAL")
    qtbot.waitUntil(lambda: "“Rang my sister.”" not in words(page.journal))
    assert "“Walked along the canal.”" in words(page.journal)
    QTest.keyClicks(page.journal.search.edit, " nowhere")
    qtbot.waitUntil(lambda: "Nothing found" in words(page.journal))
    QTest.keyClick(page.journal, Qt.Key.Key_Escape)
    assert page.now.isVisible()
    page.show_journal()
    assert page.journal.search.text() == ""
    assert "“Rang my sister.”" in words(page.journal)


@pytest.mark.usefixtures("filled")
def test_every_word_can_be_taken_out_and_comes_back_until_lock(
    show: Show, session: VaultSession, vault: OpenVault
) -> None:
    page = show()
    page.show_journal()
    for _ in range(4):
        with full_disk():
            doors(page.journal)[0].click()
        assert "no room left" in page.journal.reason.text()
        doors(page.journal)[0].click()
    assert doors(page.journal) == []
    for _ in range(4):
        vault.undo_stack.undo()
    assert len(doors(page.journal)) == 4
    vault.undo_stack.redo()
    assert "“Rang my sister.”" not in words(page.journal)
    assert session.closed is False


def test_a_running_pause_stands_here_too(show: Show, session: VaultSession) -> None:
    pausing.start(session, LEAST, "")
    page = show()
    page.show_journal()
    assert "Tue 24 · today: left at 18:00, to be back at 18:20" in words(page.journal)


def test_earlier_ones_are_shown_on_request(show: Show, session: VaultSession, clock: Clock) -> None:
    for number in range(PAGE + 2):
        pausing.note_urge(session, 5, f"number {number}")
        clock.forward(minutes=1)
    page = show()
    page.show_journal()
    assert len(doors(page.journal)) == PAGE
    page.journal.more.click()
    assert len(doors(page.journal)) == PAGE + 2
    assert page.journal.more.isHidden()


@pytest.mark.usefixtures("filled")
def test_who_comes_back_finds_the_pause_and_nothing_that_was_looked_for(
    show: Show, session: VaultSession, clock: Clock
) -> None:
    page = show()
    page.show_journal()
    page.journal.search.set_text("block")
    page.hide()
    clock.forward(minutes=3)
    pausing.note_urge(session, 2, "Breathed.")
    page.show()
    assert page.now.isVisible()
    assert page.journal.search.text() == ""
    page.show_journal()
    assert "“Breathed.”" in words(page.journal)
