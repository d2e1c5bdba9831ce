"""The key that answers the warning keeps the window open and does nothing else; the next one is as ever."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence, QShortcut, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.warned import Warned, warned_over
from trust_desktop.ui.hide_key import HideKey

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Page(QWidget):
    """A field, a button and three shortcuts; `did` is what came of the keys."""

    def __init__(self) -> None:
        super().__init__()
        self.did: list[str] = []
        self.field, self.button = QLineEdit(), QPushButton("Send")
        column = QVBoxLayout(self)
        for widget in (self.field, self.button):
            column.addWidget(widget)
        self.field.textChanged.connect(self.did.append)
        self.button.clicked.connect(lambda: self.did.append("pressed"))
        for keys in ("Ctrl+2", "Ctrl+L", "Ctrl+Q"):
            QShortcut(QKeySequence(keys), self).activated.connect(lambda keys=keys: self.did.append(keys))

    @property
    def handle(self) -> QWindow:
        found = self.windowHandle()
        assert found is not None
        return found


@pytest.fixture
def warned(qtbot: QtBot) -> Iterator[Warned[Page]]:
    page = Page()
    with warned_over(qtbot, page) as found:
        page.field.setFocus()
        yield found


def test_a_letter_is_typed_only_after_it(warned: Warned[Page]) -> None:
    for _ in range(2):
        QTest.keyClick(warned.page.handle, "a")
    assert warned.page.did == ["a"]
    assert not warned.lock._is_warned


def test_held_down_it_is_the_same_key_for_as_long(warned: Warned[Page]) -> None:
    handle = warned.page.handle
    QTest.keyPress(handle, "a")
    QTest.keyPress(handle, "b")
    QTest.keyRelease(handle, "b")
    QTest.keyRelease(handle, "a")
    QTest.keyClick(handle, "a")
    assert warned.page.did == ["b", "ba"]


def test_space_presses_nothing(warned: Warned[Page]) -> None:
    warned.page.button.setFocus()
    for _ in range(2):
        QTest.keyClick(warned.page.handle, Qt.Key.Key_Space)
    assert warned.page.did == ["pressed"]


def test_a_shortcut_counts_as_a_touch_and_leads_nowhere(warned: Warned[Page]) -> None:
    handle = warned.page.handle
    for _ in range(2):
        QTest.keyPress(handle, Qt.Key.Key_Control)
        QTest.keyClick(handle, Qt.Key.Key_2, CONTROL)
        QTest.keyRelease(handle, Qt.Key.Key_Control, CONTROL)
    assert warned.page.did == ["Ctrl+2"]
    warned.now += 200
    QTest.keyClick(handle, Qt.Key.Key_2, CONTROL)
    warned.now += 200
    assert not warned.lock.look(), "and as one it keeps the window open"


def test_a_capital_letter_is_one_key_with_its_shift(warned: Warned[Page]) -> None:
    handle = warned.page.handle
    QTest.keyPress(handle, Qt.Key.Key_Shift)
    QTest.keyClick(handle, "A", SHIFT)
    QTest.keyRelease(handle, Qt.Key.Key_Shift, SHIFT)
    assert warned.page.did == []
    warned.again()
    QTest.keyClick(handle, Qt.Key.Key_Shift)
    QTest.keyClick(handle, "b")
    assert warned.page.did == ["b"], "let go alone it has answered"


@pytest.mark.parametrize(("key", "words"), [(Qt.Key.Key_L, "Ctrl+L"), (Qt.Key.Key_Q, "Ctrl+Q")])
def test_the_keys_that_lock_and_close_do_so(warned: Warned[Page], key: Qt.Key, words: str) -> None:
    QTest.keyPress(warned.page.handle, Qt.Key.Key_Control)
    QTest.keyClick(warned.page.handle, key, CONTROL)
    assert warned.page.did == [words]


def test_three_shifts_hide(qtbot: QtBot, warned: Warned[Page]) -> None:
    hide = HideKey(warned.lock)
    hide._watch()
    warned.lock._watch()  # whichever of the two hears first
    with qtbot.waitSignal(hide.pressed):
        for _ in range(3):
            QTest.keyClick(warned.page.handle, Qt.Key.Key_Shift)
    hide.stop()


def test_words_put_together_from_several_keys_are_kept_from_the_page_too(warned: Warned[Page]) -> None:
    for _ in range(2):
        event = QInputMethodEvent()
        event.setCommitString("你")
        QApplication.sendEvent(warned.page.field, event)
    assert warned.page.did == ["你"]
