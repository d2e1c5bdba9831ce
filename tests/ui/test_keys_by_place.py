"""Ctrl and a key do the same on a keyboard without Latin letters: they are told by where they lie."""

import sys

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QWindow
from PySide6.QtWidgets import QApplication, QComboBox, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from trust_desktop.domain.follow_through import Outcome
from trust_desktop.ui.calendar.keys import Asked, read_key
from trust_desktop.ui.common.choice_list import ChoiceList
from trust_desktop.ui.common.nought_to_ten import NoughtToTen
from trust_desktop.ui.keys_by_place import KeysByPlace

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="keys are numbered otherwise")

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NOTHING = Qt.KeyboardModifier.NoModifier

RUSSIAN = {"Й": 24, "А": 41, "Я": 52, "Н": 29, "Б": 59, "Д": 46, "К": 27, "Е": 28, "Ы": 39}
"""The letters where Q, F, Z, Y, a comma, L, R, T and S lie."""

KEYS = ("Ctrl+Q", "Ctrl+F", "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y", "Ctrl+,", "Ctrl+L", "Ctrl+1", "Ctrl+0")


def key(letter: str, place: int, held: Qt.KeyboardModifier = CONTROL) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, ord(letter), held, place, 0, 0, letter)


class Page(QWidget):
    """A field, a button, a list and every shortcut; `did` is what came of the keys."""

    def __init__(self) -> None:
        super().__init__()
        self.did: list[str] = []
        self.field, self.button, self.list = QPlainTextEdit(), QPushButton("Send"), QComboBox()
        column = QVBoxLayout(self)
        for widget in (self.field, self.button, self.list):
            column.addWidget(widget)
        self.shortcuts = {keys: QShortcut(QKeySequence(keys), self) for keys in KEYS}
        for keys, shortcut in self.shortcuts.items():
            shortcut.activated.connect(lambda keys=keys: self.did.append(keys))

    def press(self, letter: str, place: int, held: Qt.KeyboardModifier = CONTROL) -> None:
        handle = self.windowHandle()
        assert isinstance(handle, QWindow)
        QApplication.sendEvent(handle, key(letter, place, held))


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    made = Page()
    qtbot.addWidget(made)
    KeysByPlace(made)
    with qtbot.waitActive(made):
        made.show()
    made.button.setFocus()
    return made


def test_each_shortcut_is_heard(page: Page) -> None:
    for letter in "ЙАЯНБ":
        page.press(letter, RUSSIAN[letter])
    page.press("Я", RUSSIAN["Я"], CONTROL | SHIFT)
    page.press("১", 10)  # a Bengali one
    page.press("०", 19)  # a Nepali nought
    assert page.did == ["Ctrl+Q", "Ctrl+F", "Ctrl+Z", "Ctrl+Y", "Ctrl+,", "Ctrl+Shift+Z", "Ctrl+1", "Ctrl+0"]


def test_what_is_no_shortcut_and_what_another_key_is_called_are_left_alone(page: Page) -> None:
    page.press("К", RUSSIAN["К"])
    page.press("Я", RUSSIAN["Я"], NOTHING)
    page.press("W", 52)  # a French keyboard: W lies where Z does, and has its name
    page.press("Д", RUSSIAN["Д"])  # the lock key is heard by whoever watches the vault
    page.shortcuts["Ctrl+Q"].setEnabled(False)
    page.press("Й", RUSSIAN["Й"])
    assert page.did == []


def test_what_is_disabled_hears_none(page: Page) -> None:
    page.setEnabled(False)
    page.press("Я", RUSSIAN["Я"])
    assert page.did == []


def test_a_field_takes_back_its_own_words_first(page: Page) -> None:
    page.field.setFocus()
    page.field.insertPlainText("typed")
    page.press("Я", RUSSIAN["Я"])
    assert (page.field.toPlainText(), page.did) == ("", [])
    page.press("Я", RUSSIAN["Я"], CONTROL | SHIFT)
    assert page.field.toPlainText() == "typed"
    page.press("Ф", 38)  # everything, as Ctrl+A
    assert page.field.textCursor().selectedText() == "typed"


def test_an_open_list_keeps_its_keys(qtbot: QtBot, page: Page) -> None:
    page.list.addItems(["One", "Two"])
    page.list.showPopup()
    qtbot.waitExposed(page.list.view().window())
    page.press("Й", RUSSIAN["Й"])
    assert page.did == []
    page.list.hidePopup()


def test_a_window_over_it_has_shortcuts_of_its_own(qtbot: QtBot, page: Page) -> None:
    over = Page()
    qtbot.addWidget(over)
    with qtbot.waitActive(over):
        over.show()
    over.button.setFocus()
    over.press("Й", RUSSIAN["Й"])
    assert (over.did, page.did) == (["Ctrl+Q"], [])


def test_letters_of_the_calendar_and_digits_in_any_script(qtbot: QtBot) -> None:
    asked = [read_key(key(letter, RUSSIAN[letter], NOTHING)) for letter in "ЕЫ"]
    assert asked == [Asked.TODAY, Asked.SAY_IT]
    assert read_key(key("²", 49, NOTHING)) is None, "a key of a French keyboard that is no digit"
    choice, scale = ChoiceList("Walk"), NoughtToTen("How is it?")
    for widget in (choice, scale):
        qtbot.addWidget(widget)
        for letter, held in (("۲", NOTHING), ("é", NOTHING)):  # Persian; and French, without its Shift
            QApplication.sendEvent(widget, key(letter, 11, held))
    assert (choice.outcome(), scale.value()) == (tuple(Outcome)[1], 2)
    french = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_3, SHIFT, 12, 0, 0, "3")
    QApplication.sendEvent(scale, french)
    assert scale.value() == 3
