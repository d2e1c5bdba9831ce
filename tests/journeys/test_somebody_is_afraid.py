"""Somebody is afraid, looks in private, finds where to look for help, and leaves nothing behind but what they wanted."""

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import Clock, session_at
from tests.support.window_keys import KEYS, press
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.main_window import MainWindow
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.open_vault import OpenVault

NO_KEY = Qt.KeyboardModifier.NoModifier


class Somebody:
    """Does with the window what a person does, and sees what a person sees."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self._qtbot, self.window = qtbot, window

    def sees(self, words: str) -> bool:
        QApplication.processEvents()
        shown = [top for top in QApplication.topLevelWidgets() if top.isVisible()]
        labels = [label for top in shown for label in top.findChildren(QLabel) if label.isVisible()]
        return any(words in label.text() for label in labels)

    def presses(self, words: str) -> None:
        self._qtbot.mouseClick(self._button(words), Qt.MouseButton.LeftButton)

    def answers(self, question: str, answer: str) -> None:
        """By keyboard, on the answer that stands under the question."""
        QApplication.processEvents()
        found = [
            button
            for button in self.window.findChildren(QAbstractButton)
            if button.accessibleDescription() == question and button.text() == answer
        ]
        found[0].setFocus()
        self._qtbot.keyClick(found[0], Qt.Key.Key_Space)

    def types(self, words: str) -> None:
        self._qtbot.keyClicks(QApplication.focusWidget(), words)

    def key(self, key: Qt.Key) -> None:
        press(self._qtbot, self.window, key, NO_KEY)

    def locks(self) -> None:
        self.window.hide()
        self.window.vault.close()

    def goes_to(self, place: Place) -> None:
        press(self._qtbot, self.window, KEYS[place])

    def _button(self, words: str) -> QWidget:
        QApplication.processEvents()
        shown = [top for top in QApplication.topLevelWidgets() if top.isVisible()]
        return next(
            button
            for top in shown
            for button in top.findChildren(QAbstractButton)
            if button.isVisible() and words in (button.text().replace("&&", "&"), button.accessibleName())
        )


@pytest.fixture(autouse=True)
def in_ireland(qapp: QApplication) -> None:
    QLocale.setDefault(QLocale("en_IE"))
    theme.apply(qapp, "light", 1.0)


def window_over(qtbot: QtBot, session: VaultSession) -> MainWindow:
    window = MainWindow(OpenVault(session))
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


def test_before_the_plan_she_looks_in_private_and_finds_where_to_turn(qtbot: QtBot, tmp_path: Path) -> None:
    clock = Clock()
    session = session_at(tmp_path, clock)
    she = Somebody(qtbot, window_over(qtbot, session))

    # She begins to write a plan, and one line there makes her stop.
    she.window.open_wizard()
    she.presses("Some questions about safety, only for you")
    she.answers("Are you afraid of the answer to a simple request?", "Yes")
    assert she.sees("Then a plan of requests may not be the tool yet")
    assert she.sees("Do not show the plan to your partner for now.")

    # Somebody comes in. One key, and there is nothing to see.
    she.key(Qt.Key.Key_Escape)
    assert she.window.place is Place.TODAY
    assert not she.sees("afraid")
    she.goes_to(Place.HELP)
    she.presses(
        "A private look, Questions only for you: is it dangerous to ask, and could your partner be afraid of you?"
    )
    assert not she.sees("Then a plan of requests may not be the tool yet")

    # Later she answers again, goes on to the list, and writes down whom she trusts.
    she.answers("Are you afraid of the answer to a simple request?", "Yes")
    she.presses("Where to look for help")
    assert she.sees("Women's Aid")
    assert she.sees("nobody was called")
    she.presses("Write down an entry")
    she.types("Aunt Rosa")
    she.key(Qt.Key.Key_Tab)
    she.types("Ring twice")
    she.presses("Keep this entry")
    assert she.sees("Aunt Rosa")

    # Nothing is locked: the plan is where she left it.
    she.window.open_wizard()
    assert she.window.taking_over is not None
    she.locks()

    # Another evening: the entry is there, and of the answers nothing.
    session = session_at(tmp_path, clock)
    she = Somebody(qtbot, window_over(qtbot, session))
    she.goes_to(Place.HELP)
    she.presses("Where to look for help, By country, and with entries of your own")
    assert she.sees("Ring twice")
    she.presses("All of Help & safety")
    she.presses(
        "A private look, Questions only for you: is it dangerous to ask, and could your partner be afraid of you?"
    )
    assert she.sees("Nothing is kept.")
    she.locks()


def test_he_asks_himself_the_other_way_round_and_keeps_it(qtbot: QtBot, tmp_path: Path) -> None:
    clock = Clock()
    session = session_at(tmp_path, clock)
    he = Somebody(qtbot, window_over(qtbot, session))
    he.goes_to(Place.HELP)
    he.presses(
        "A private look, Questions only for you: is it dangerous to ask, and could your partner be afraid of you?"
    )
    he.answers("Is there a request that never ends?", "Yes")
    assert he.sees("Take out what watches, what never ends and what cannot be refused")
    he.presses("Keep my answers")
    he.locks()

    clock.forward(days=30)
    session = session_at(tmp_path, clock)
    he = Somebody(qtbot, window_over(qtbot, session))
    he.goes_to(Place.HELP)
    he.presses(
        "A private look, Questions only for you: is it dangerous to ask, and could your partner be afraid of you?"
    )
    he.presses("Read the answers of Tuesday 24 November 2026")
    assert he.sees("Yes: Is there a request that never ends?")
    he.presses("Erase the answers of Tuesday 24 November 2026")
    assert he.sees("Nothing is kept.")
    he.presses("Undo")
    assert not he.sees("Nothing is kept.")
    he.locks()


def test_on_the_first_evenings_a_card_a_day_says_where_things_are_and_f1_helps(
    qtbot: QtBot, tmp_path: Path
) -> None:
    clock = Clock()
    session = session_at(tmp_path, clock)
    they = Somebody(qtbot, window_over(qtbot, session))
    qtbot.waitUntil(lambda: they.sees("First week, card 1 of 7"))
    they.presses("Enough for today")
    assert not they.sees("First week")
    they.goes_to(Place.CALENDAR)
    focus = QApplication.focusWidget()
    they.key(Qt.Key.Key_F1)
    assert they.sees("Help: Calendar")
    assert they.sees("A key marks nothing.")
    they.presses("Back to where you were")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is focus)
    they.locks()

    clock.forward(days=1)
    session = session_at(tmp_path, clock)
    they = Somebody(qtbot, window_over(qtbot, session))
    qtbot.waitUntil(lambda: they.sees("First week, card 2 of 7"))
    they.presses("Leave the cards out for good")
    they.locks()

    clock.forward(days=1)
    session = session_at(tmp_path, clock)
    they = Somebody(qtbot, window_over(qtbot, session))
    QApplication.processEvents()
    assert not they.sees("First week")
    they.goes_to(Place.HELP)
    they.presses("The first week, card by card, Where things are, in seven short cards")
    assert they.sees("Hide and Lock are always in the corner")
    they.locks()
