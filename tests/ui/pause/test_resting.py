"""A pause asks to be left open until its return time; while nobody is here it shows the time and the breathing only."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import Clock
from tests.ui.pause.conftest import Show
from trust_desktop.domain.pause import Pause
from trust_desktop.services import pausing
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.auto_lock import AutoLock


def shown_words(page: QWidget) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible() and label.text()]


def test_it_asks_for_the_time_until_the_return(show: Show, running: Pause, clock: Clock) -> None:
    page = show()
    assert page.stays_open() == 1200
    clock.forward(minutes=15)
    assert page.stays_open() == 300
    clock.forward(minutes=6)
    assert page.stays_open() == 0


def test_without_a_pause_and_among_the_private_pages_it_asks_for_nothing(
    show: Show, session: VaultSession
) -> None:
    page = show()
    assert page.stays_open() == 0
    pausing.start(session, timedelta(minutes=20), "")
    page.show_journal()
    assert page.stays_open() == 0


def test_at_rest_no_word_of_the_person_is_shown(qtbot: QtBot, show: Show, running: Pause) -> None:
    page = show()
    before = shown_words(page)
    assert any("I need 20 minutes" in words for words in before)
    page.rest(rested=True)
    timer = page.now.timer
    assert shown_words(page) == ["Pause", timer.returns.text(), timer.stands.text()]
    assert timer.ring.isVisible()
    assert not timer.am_back.isVisible()
    page.rest(rested=False)
    assert shown_words(page) == before


def test_words_being_written_are_put_away_and_come_back(qtbot: QtBot, show: Show, running: Pause) -> None:
    page = show()
    page.now.timer.am_back.click()
    words = page.now.back.words.words
    qtbot.keyClicks(words, "I am calmer now")
    page.rest(rested=True)
    assert not words.isVisible()
    assert page.now.timer.ring.isVisible()
    assert QApplication.focusWidget() is None
    page.rest(rested=False)
    assert words.isVisible()
    qtbot.waitUntil(words.hasFocus)
    assert words.toPlainText().endswith("I am calmer now")


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_the_key_that_wakes_it_presses_nothing_that_was_put_away(
    qtbot: QtBot, show: Show, running: Pause, key: Qt.Key
) -> None:
    page = show()
    with qtbot.waitActive(page):
        page.activateWindow()
    am_back = page.now.timer.am_back
    am_back.setFocus()
    handle = page.windowHandle()
    assert handle is not None
    now = [1000.0]
    lock = AutoLock(1, page, clock=lambda: now[0], stays=page.stays_open)
    lock.rested.connect(lambda rested: page.rest(rested=rested))
    now[0] += 61
    lock.look()
    assert not am_back.isVisible()

    QTest.keyClick(handle, key)
    assert am_back.isVisible()
    assert not page.now.back.isVisible()
    qtbot.waitUntil(am_back.hasFocus)
    QTest.keyClick(handle, key)
    assert page.now.back.isVisible()
    lock.stop()


def test_without_a_pause_there_is_nothing_to_put_away(show: Show) -> None:
    page = show()
    before = shown_words(page)
    page.rest(rested=True)
    assert shown_words(page) == before
