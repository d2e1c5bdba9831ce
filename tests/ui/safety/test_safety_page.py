"""Help & safety: words to read, no numbers to call, nothing to tick, and never a promise."""

import re
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from tests import builders
from tests.builders import Clock
from trust_desktop import resources
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.safety.safety_page import SafetyPage


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> SafetyPage:
    session = builders.session_at(tmp_path, Clock())
    page = SafetyPage(OpenVault(session))
    session.close()
    qtbot.addWidget(page)
    page.resize(900, 600)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.setFocus()
    return page


def words_of(name: str) -> list[str]:
    def walk(found: Any) -> list[str]:
        if isinstance(found, str):
            return [found]
        parts = found.values() if isinstance(found, dict) else found
        return [text for part in parts for text in walk(part)]

    return walk(resources.content(name))


def test_every_sentence_of_both_files_is_on_it(page: SafetyPage) -> None:
    shown = "\n".join(label.text() for label in page.findChildren(QLabel))
    for text in (*words_of("help"), *words_of("safety")):
        assert text.replace("{name}", "Daybook") in shown


def test_there_is_nothing_to_tick_or_type(page: SafetyPage) -> None:
    assert page.findChildren(QAbstractButton) == []
    assert page.findChildren(QLineEdit) == []


def test_the_keyboard_reads_it(qtbot: QtBot, page: SafetyPage) -> None:
    bar = page._scroll.verticalScrollBar()
    assert QApplication.focusWidget() is page._scroll
    assert page._scroll.accessibleName() == "Help & safety"
    qtbot.keyClick(page._scroll, Qt.Key.Key_PageDown)
    assert bar.value() > 0


@pytest.mark.parametrize("name", ["help", "safety", "first_run"])
def test_no_number_ships_without_a_source(name: str) -> None:
    assert [text for text in words_of(name) if re.search(r"\d{3}|\+\d", text)] == []


@pytest.mark.parametrize("name", ["help", "safety"])
def test_it_never_says_that_anyone_is_safe(name: str) -> None:
    assert [text for text in words_of(name) if re.search(r"\bsafe\b", text, re.IGNORECASE)] == []


def test_both_ways_are_asked() -> None:
    safety = resources.content("safety")
    assert len(safety["you"]["items"]) >= 8
    assert len(safety["partner"]["items"]) >= 4
    asked = " ".join(safety["you"]["items"]).lower()
    for sign in (
        "afraid",
        "hit",
        "threat",
        "sex",
        "friends",
        "money",
        "watched",
        "answer to a simple request",
    ):
        assert sign in asked
