"""Help & safety: a first page without anything of the vault, and pages behind it that the keyboard opens and leaves."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from tests.support.content import words_of
from trust_desktop import resources
from trust_desktop.ui.safety.safety_page import SafetyPage

PAGES = ("look", "list", "protects", "method", "week")


def shown(page: SafetyPage) -> str:
    return "\n".join(label.text() for label in page.current.findChildren(QLabel))


def test_first_comes_danger_and_then_a_row_for_each_thing(page: SafetyPage) -> None:
    assert "Call the emergency number of your country" in shown(page)
    assert tuple(page.overview.doors) == (*PAGES, "keys")
    assert page.overview.findChildren(QLineEdit) == []


def test_the_keyboard_reads_it(qtbot: QtBot, page: SafetyPage) -> None:
    page.resize(900, 300)
    bar = page.current.reading.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert QApplication.focusWidget() is page.current.reading
    assert page.current.reading.accessibleName() == "Help & safety"
    qtbot.keyClick(page.current.reading, Qt.Key.Key_PageDown)
    assert bar.value() > 0


@pytest.mark.parametrize("name", PAGES)
def test_each_row_opens_a_page_and_the_way_back_ends_on_the_row(
    qtbot: QtBot, page: SafetyPage, name: str
) -> None:
    row = page.overview.doors[name]
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Return)
    assert page.current is page.page(name)
    assert QApplication.focusWidget() is page.current.reading
    page.page(name).back.click()
    assert page.current is page.overview
    assert QApplication.focusWidget() is row


@pytest.mark.parametrize("name", [name for name in PAGES if name != "look"])
def test_escape_leads_back(qtbot: QtBot, page: SafetyPage, name: str) -> None:
    page.open(name)
    qtbot.keyClick(page.current.reading, Qt.Key.Key_Escape)
    assert page.current is page.overview


def test_all_keys_are_asked_for(qtbot: QtBot, page: SafetyPage) -> None:
    with qtbot.waitSignal(page.keys_requested):
        page.overview.doors["keys"].click()
    assert page.current is page.overview


@pytest.mark.parametrize("name", ["protects", "method"])
def test_every_sentence_of_its_part_is_on_the_page(page: SafetyPage, name: str) -> None:
    page.open(name)
    part = resources.content("help")[name]
    assert [text for text in words_of(part) if text.replace("{name}", "Daybook") not in shown(page)] == []


def test_the_method_has_the_whole_thought(page: SafetyPage) -> None:
    page.open("method")
    words = shown(page)
    for thought in (
        "a chance to earn it",
        "walls come down slowly",
        "four actions",
        "calmly",
        "say so",
        "punishing",
    ):
        assert thought in words


def test_all_cards_of_the_first_week_can_be_read_again(page: SafetyPage) -> None:
    page.open("week")
    for card in resources.content("tour")["card"]:
        assert card["text"] in shown(page)


def test_both_ways_are_asked() -> None:
    safety = resources.content("safety")
    asked = " ".join(safety["you"]["questions"]).lower()
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
    assert "afraid of you" in " ".join(safety["partner"]["questions"])
