"""An evening that gets too much: leaving kindly, waiting, coming back; and what was written of it stays private."""

import logging
import sqlite3
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests import builders
from tests.builders import Clock
from tests.support.source import PACKAGE, product_files
from tests.support.window_keys import CONTROL
from trust_desktop import demo
from trust_desktop.services import finding, pausing
from trust_desktop.services.session import VaultSession
from trust_desktop.services.together import together
from trust_desktop.ui import theme
from trust_desktop.ui.main_window import MainWindow
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.pause.pause_page import PausePage
from trust_desktop.ui.printing import PrintSheet

CANARY = "Qzxurgevw"
"""A word nobody else would write."""

Open = Callable[[VaultSession], "Evening"]


class Evening:
    """What somebody sees and does in the window."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    @property
    def page(self) -> PausePage:
        page = self.window.page(Place.PAUSE)
        assert isinstance(page, PausePage)
        return page

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def types(self, words: str) -> None:
        QTest.keyClicks(QApplication.focusWidget(), words)

    def press(self, words: str) -> None:
        QApplication.processEvents()
        buttons = self.window.findChildren(QAbstractButton)
        shown = [
            each for each in buttons if each.isVisible() and words in {each.text(), each.accessibleName()}
        ]
        QTest.mouseClick(shown[0], Qt.MouseButton.LeftButton)

    def sees(self, words: str) -> bool:
        return any(words in text for text in shown_words(self.window))

    def rail(self) -> str:
        return self.window.rail.rows[Place.PAUSE].accessibleName()


def shown_words(top: QWidget) -> list[str]:
    QApplication.processEvents()
    labels = [each.text() for each in top.findChildren(QLabel) if each.isVisible()]
    areas = [each.toPlainText() for each in top.findChildren(QTextEdit) if each.isVisible()]
    plain = [each.toPlainText() for each in top.findChildren(QPlainTextEdit) if each.isVisible()]
    named = [
        text
        for each in top.findChildren(QWidget)
        if each.isVisible()
        for text in (each.accessibleName(), each.accessibleDescription(), each.toolTip())
    ]
    return labels + areas + plain + named


@pytest.fixture
def open_window(qtbot: QtBot, qapp: QApplication) -> Iterator[Open]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    theme.apply(qapp, "light", 1.0)
    held: list[tuple[OpenVault, MainWindow]] = []

    def build(session: VaultSession) -> Evening:
        vault = OpenVault(session)
        window = MainWindow(vault)
        held.append((vault, window))
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        QApplication.processEvents()
        return Evening(window)

    yield build
    QLocale.setDefault(before)


def test_leaving_kindly_and_coming_back(open_window: Open, tmp_path: Path) -> None:
    clock = Clock()
    session = builders.session_at(tmp_path, clock)
    me = open_window(session)

    # It gets too much. I find the pause without reading and say when I am back.
    me.key(Qt.Key.Key_5, CONTROL)
    me.key(Qt.Key.Key_Return)
    assert me.sees("Back at 18:20")
    me.press("I have said it")
    assert me.sees("You left at 18:00. Nothing needs an answer before then.")
    assert me.rail() == "Pause, back at 18:20"

    # How strong is it? I press a number, and I write what my hands do instead.
    me.press("8 of 10")
    clock.forward(minutes=6)
    me.page.now.look_at_the_clock()
    assert me.sees("Five minutes have passed. How is it now?")
    me.press("5 of 10")
    me.page.now.urge.instead.setFocus()
    me.types("Washed up, slowly.")

    # The window locks itself. Nothing is lost, and the time I said still stands.
    me.page.save_now()
    session.close()
    me.window.close()
    clock.forward(minutes=4)
    session = builders.session_at(tmp_path, clock)
    me = open_window(session)
    assert me.sees("You said you would be back at 18:20.")
    assert me.rail() == "Pause, back at 18:20"
    me.press("Open the pause")
    assert me.sees("Back at 18:20")
    assert me.sees("Washed up, slowly.")
    assert me.page.now.urge.chart.accessibleDescription() == "8 at 18:00 and 5 at 18:06"

    # The time has come. I am not ready, ask for ten minutes, and then come back softly.
    clock.forward(minutes=10)
    me.page.now.look_at_the_clock()
    assert me.sees("The time you said has come.")
    me.press("Ask for more time")
    me.press("I have said it")
    assert me.sees("Back at 18:30")
    assert me.rail() == "Pause, back at 18:30"
    clock.forward(minutes=10)
    me.page.now.look_at_the_clock()
    me.press("I am back")
    assert me.rail() == "Pause"
    assert pausing.running(session) is None

    # Pressed too early: the way back is one key.
    me.key(Qt.Key.Key_Z, CONTROL)
    assert me.rail() == "Pause, back at 18:30"
    me.key(Qt.Key.Key_Y, CONTROL)

    # Later I read it again, find a word, and take it out.
    me.press("Pauses and urges")
    assert me.sees("left at 18:00, back at 18:30")
    assert me.sees("“Washed up, slowly.”")
    (take_out,) = [
        each
        for each in me.page.journal.findChildren(QAbstractButton)
        if each.accessibleName().startswith("Take these words out: What I did instead")
    ]
    take_out.click()
    assert not me.sees("“Washed up, slowly.”")
    session.close()


@pytest.fixture
def private(tmp_path: Path) -> Iterator[VaultSession]:
    """The example's half year, with one word in every private text of pauses and urges."""
    session = demo.open_demo(builders.NOW)
    ended = pausing.start(session, timedelta(minutes=20), f"I leave {CANARY}")
    pausing.feel(session, ended.id, 9)
    pausing.write(session, ended.id, pausing.PauseText.INSTEAD, f"Walked {CANARY}")
    pausing.end(session, ended.id, f"Back {CANARY}")
    pausing.note_urge(session, 7, f"Counted {CANARY}")
    yield session
    session.close()


def test_what_is_written_of_urges_is_in_no_other_table(private: VaultSession) -> None:
    """Also not in the index that words are found by."""
    with private.read() as transaction:
        raw = transaction.connection.connection.driver_connection
        found = holding_tables(raw, CANARY)
    assert found == {"pauses", "urges"}


def holding_tables(raw: sqlite3.Connection, word: str) -> set[str]:
    tables = [row[0] for row in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()]
    found = set()
    for table in tables:
        rows = raw.execute(f'SELECT * FROM "{table}"').fetchall()
        needle = word.casefold()
        cells = (cell for row in rows for cell in row if cell is not None)
        text = (c.decode("utf-8", "replace") if isinstance(c, bytes) else str(c) for c in cells)
        if any(needle in each.casefold() for each in text):
            found.add(table)
    return found


def test_what_is_written_of_urges_is_shown_nowhere_else(
    open_window: Open, private: VaultSession, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    me = open_window(private)
    sheets: list[str] = []
    for place in Place:
        me.window.go_to(place)
        assert CANARY not in me.window.windowTitle()
        if place is Place.PAUSE:
            me.page.show_journal()
            assert me.sees(CANARY)  # it was there to be found
            continue
        assert not me.sees(CANARY), place
        sheets += printed(me.window.page(place))
    assert sheets
    assert not any(CANARY in sheet for sheet in sheets)
    assert CANARY not in QGuiApplication.clipboard().text()
    assert CANARY not in caplog.text
    assert CANARY not in repr(together(private))
    found = finding.find(private, CANARY)
    assert CANARY not in repr(found)


def printed(page: QWidget) -> Iterator[str]:
    """What stands on each sheet that a page would print."""
    QApplication.processEvents()
    for button in page.findChildren(QAbstractButton):
        if not (button.isVisible() and button.isEnabled() and "print" in button.text().casefold()):
            continue
        button.click()
        for sheet in QApplication.topLevelWidgets():
            if isinstance(sheet, PrintSheet) and sheet.isVisible():
                yield sheet.preview.accessibleDescription()
                sheet.close()


def test_only_the_persons_own_pages_read_pauses_and_urges() -> None:
    """Whatever prints, finds or shows to two reads other modules."""
    readers: dict[str, set[str]] = {"storage import pauses": set(), "services import pausing": set()}
    for path in product_files():
        text = path.read_text(encoding="utf-8")
        lines = [line for line in text.splitlines() if "import" in line]
        place = path.relative_to(PACKAGE).as_posix()
        if any("trust_desktop.storage import" in line and "pauses" in line for line in lines):
            readers["storage import pauses"].add(place)
        if any("trust_desktop.services" in line and "pausing" in line for line in lines):
            readers["services import pausing"].add(place)
    assert readers["storage import pauses"] == {"services/pausing.py"}
    others = {place for place in readers["services import pausing"] if not place.startswith("ui/pause/")}
    assert others == {"ui/beside_rail.py", "ui/today/pause_lines.py", "demo_pause.py"}
