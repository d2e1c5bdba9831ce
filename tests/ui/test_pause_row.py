"""The row of the pause: found without reading, and it says when one is back."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from trust_desktop.services import pausing
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.main_window import MainWindow
from trust_desktop.ui.nav_rail import NavRail, NavRow, Place
from trust_desktop.ui.open_vault import OpenVault


@pytest.fixture
def window(qtbot: QtBot, session: VaultSession) -> MainWindow:
    shown = MainWindow(OpenVault(session))
    qtbot.addWidget(shown)
    with qtbot.waitActive(shown):
        shown.show()
    return shown


def row(window: MainWindow) -> NavRow:
    return window.rail.rows[Place.PAUSE]


def has(found: NavRow, name: str) -> bool:
    image, wanted = found.grab().toImage(), theme.color(name)
    across, down = range(image.width()), range(image.height())
    return any(image.pixelColor(x, y) == wanted for y in down for x in across)


def test_it_alone_has_an_outline_and_a_filled_disc(window: MainWindow) -> None:
    assert row(window).accessibleName() == "Pause"
    assert has(row(window), "pine")
    assert has(row(window), "surface")
    other = window.rail.rows[Place.CALENDAR]
    assert not has(other, "pine")
    assert not has(other, "surface")


def test_while_a_pause_runs_it_shows_the_return_time(window: MainWindow, session: VaultSession) -> None:
    pause = pausing.start(session, timedelta(minutes=20), "")
    assert row(window).accessibleName() == "Pause, back at 18:20"
    assert row(window).returns == "18:20"
    pausing.end(session, pause.id, "")
    assert row(window).accessibleName() == "Pause"


def test_a_pause_is_shown_from_the_start(qtbot: QtBot, session: VaultSession, window: MainWindow) -> None:
    pausing.start(session, timedelta(minutes=30), "")
    again = MainWindow(OpenVault(session))
    qtbot.addWidget(again)
    again.show()
    qtbot.waitUntil(lambda: row(again).returns == "18:30")
    assert window.isVisible()


def test_beside_the_time_the_word_has_its_room(
    window: MainWindow, session: VaultSession, qapp: QApplication
) -> None:
    for scale in (1.0, 2.0):
        theme.apply(qapp, "dark", scale)
        pausing.start(session, timedelta(minutes=20), "")
        found = row(window)
        assert found.sizeHint().width() > 0
        assert not found.grab().isNull()
        pausing.end(session, pausing.running(session).id, "")
    theme.apply(qapp, "light", 1.0)


def test_icons_alone_keep_the_disc(window: MainWindow, session: VaultSession) -> None:
    pausing.start(session, timedelta(minutes=20), "")
    window.rail.set_narrow(narrow=True)
    assert row(window).toolTip() == "Pause, back at 18:20"
    assert has(row(window), "pine")


def test_a_rail_without_the_pause_has_nothing_to_show(qtbot: QtBot, qapp: QApplication) -> None:
    rail = NavRail((Place.TODAY,))
    qtbot.addWidget(rail)
    rail.set_returns("18:20")
    assert Place.PAUSE not in rail.rows


def test_after_the_vault_is_closed_nobody_asks_it(window: MainWindow, session: VaultSession) -> None:
    session.close()
    window.beside_rail.show_return_time()
    assert row(window).returns == ""


def test_looking_back_opens_the_private_pages(window: MainWindow) -> None:
    window.page(Place.LOOKING_BACK).door_opened.emit(Place.PAUSE)
    assert window.place is Place.PAUSE
    assert window.page(Place.PAUSE).journal.isVisible()
    window.page(Place.LOOKING_BACK).door_opened.emit(Place.OPENINGS)
    assert window.place is Place.OPENINGS


def test_words_of_harm_in_a_pause_lead_to_help(window: MainWindow) -> None:
    window.go_to(Place.PAUSE)
    window.page(Place.PAUSE).now.begin.button.click()
    window.page(Place.PAUSE).now.form.words.help.click()
    assert window.place is Place.HELP
