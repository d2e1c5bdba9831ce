"""What is copied from the composer is private, and goes again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from trust_desktop.services import settings
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.acknowledgement.say_it_page import SayItPage

WORDS = "On Tuesday you texted, thank you."


def type_words(page: SayItPage, qtbot: QtBot) -> None:
    page.composer.words.setFocus()
    qtbot.keyClicks(page.composer.words, WORDS)


def test_copy_is_private_and_gone_when_the_vault_is_locked(
    page: SayItPage, session: VaultSession, qtbot: QtBot
) -> None:
    assert not page.composer.copy.isEnabled()
    type_words(page, qtbot)
    qtbot.mouseClick(page.composer.copy, Qt.MouseButton.LeftButton)
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text() == WORDS
    assert mime.hasFormat("x-kde-passwordManagerHint")
    page.save_now()
    assert not QGuiApplication.clipboard().text()


def test_copying_a_selection_is_private_too(page: SayItPage, qtbot: QtBot) -> None:
    type_words(page, qtbot)
    page.composer.words.selectAll()
    page.composer.words.copy()
    assert QGuiApplication.clipboard().mimeData().hasFormat("x-kde-passwordManagerHint")
    page.clipboard.clear_if_ours()
    assert not QGuiApplication.clipboard().text()


def test_clipboard_is_cleared_after_the_seconds_of_the_setting(
    page: SayItPage, session: VaultSession, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[float] = []
    monkeypatch.setattr(page.clipboard, "copy", lambda _text, seconds: asked.append(seconds))
    type_words(page, qtbot)
    qtbot.mouseClick(page.composer.copy, Qt.MouseButton.LeftButton)
    assert asked == [settings.load(session).clear_clipboard_seconds]
