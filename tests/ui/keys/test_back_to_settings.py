"""Back from a page that a row of Settings led to, Settings are as they were left."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.keys.conftest import Home
from trust_desktop.ui.backups.backups_page import BackupsPage
from trust_desktop.ui.common.scroll import lead_to
from trust_desktop.ui.keys.keys_page import KeysPage
from trust_desktop.ui.keys.overview import Overview
from trust_desktop.ui.main_window import MainWindow
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.settings.settings_page import SettingsPage


def settings(window: MainWindow) -> SettingsPage:
    page = window.page(Place.SETTINGS)
    assert isinstance(page, SettingsPage)
    return page


def height(page: SettingsPage) -> int:
    return page.findChildren(QScrollArea)[0].verticalScrollBar().value()


def in_sight(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.waitUntil(lambda: QApplication.focusWidget() is widget and not widget.visibleRegion().isEmpty())


@pytest.mark.parametrize("looked_for", ["", "open"])
def test_the_keyboard_is_on_the_row_it_left_from(qtbot: QtBot, home: Home, looked_for: str) -> None:
    window = home()
    window.go_to(Place.SETTINGS)
    page = settings(window)
    page.search.set_text(looked_for)
    page.protection.keys.setFocus()
    qtbot.keyClick(page.protection.keys, Qt.Key.Key_Space)
    keys = window.taking_over
    assert isinstance(keys, KeysPage)
    assert isinstance(keys.current, Overview)
    keys.current.left.emit()
    in_sight(qtbot, page.protection.keys)

    lead_to(page.backups.open)
    in_sight(qtbot, page.backups.open)
    before = height(page)
    qtbot.keyClick(page.backups.open, Qt.Key.Key_Space)
    backups = window.page(Place.BACKUPS)
    assert isinstance(backups, BackupsPage)
    assert window.place is Place.BACKUPS
    qtbot.keyClick(backups, Qt.Key.Key_Escape)
    in_sight(qtbot, page.backups.open)
    assert (page.search.text(), height(page)) == (looked_for, before)


def test_where_the_row_is_gone_it_is_on_its_neighbour(qtbot: QtBot, home: Home) -> None:
    window = home()
    window.go_to(Place.SETTINGS)
    page = settings(window)
    page.protection.add.click()
    page.protection.add.hide()  # as after a passphrase was added
    page.protection.showEvent = lambda _event: None  # type: ignore[method-assign]
    window.go_to(Place.SETTINGS)
    in_sight(qtbot, page.protection.keys)


def test_from_anywhere_else_it_begins_anew(qtbot: QtBot, home: Home) -> None:
    window = home()
    window.go_to(Place.SETTINGS)
    page = settings(window)
    page.search.set_text("vault")
    page.backups.open.click()
    window.go_to(Place.TODAY)
    window.go_to(Place.SETTINGS)
    in_sight(qtbot, page.search.edit)
    assert page.search.text() == ""
