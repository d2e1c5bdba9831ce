"""F1 says what a page is for, what its keys do and what to do when stuck; then one is where one was."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests import builders
from tests.support.content import words_of
from tests.support.reading import cut_off, unnamed
from trust_desktop import resources
from trust_desktop.dev import translations
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.common.labels import BodyLabel
from trust_desktop.ui.help.page_help import PageHelp, shown_keys
from trust_desktop.ui.key_rows import native
from trust_desktop.ui.main_window import MainWindow
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.shortcuts_sheet import ShortcutsSheet

PAGES = resources.content("page_help")


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, session: VaultSession) -> MainWindow:
    theme.apply(qapp, "light", 1.0)
    builders.a_live_plan(session)
    shown = MainWindow(OpenVault(session))
    qtbot.addWidget(shown)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    return shown


def press_f1(qtbot: QtBot, window: MainWindow) -> PageHelp:
    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F1)
    sheet = window.findChild(PageHelp)
    assert sheet is not None
    return sheet


def words(sheet: PageHelp) -> list[str]:
    return [label.text() for label in sheet.findChildren(QLabel)]


@pytest.mark.parametrize("key", PAGES)
def test_everything_written_for_a_page_is_on_its_sheet(qtbot: QtBot, key: str) -> None:
    sheet = PageHelp(key)
    qtbot.addWidget(sheet)
    shown = words(sheet)
    page = PAGES[key]
    for text in words_of({part: page[part] for part in ("for", "stuck")}):
        assert text.replace("{name}", "Daybook") in shown
    for row in page["keys"]:
        assert shown_keys(row["keys"]) in shown
        assert row["does"] in shown
    assert sheet.accessibleName() == f"Help: {page['title']}"


def test_f1_and_escape_put_the_keyboard_back_where_it_was(qtbot: QtBot, window: MainWindow) -> None:
    window.go_to(Place.CALENDAR)
    before = QApplication.focusWidget()
    sheet = press_f1(qtbot, window)
    assert "Help: Calendar" in words(sheet)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is sheet.reading)
    qtbot.keyClick(sheet.reading, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is before)
    assert window.place is Place.CALENDAR


def test_its_button_leads_back_too(qtbot: QtBot, window: MainWindow) -> None:
    sheet = press_f1(qtbot, window)
    with qtbot.waitSignal(sheet.finished):
        sheet.close_button.click()
    assert window.place is Place.TODAY


def test_from_the_wizard_nothing_that_was_typed_is_touched(qtbot: QtBot, window: MainWindow) -> None:
    window.open_wizard()
    wizard = window.taking_over
    sheet = press_f1(qtbot, window)
    assert "Help: Writing a plan" in words(sheet)
    sheet.close_button.click()
    assert window.taking_over is wizard


def test_from_there_to_help_and_safety_and_to_all_keys(qtbot: QtBot, window: MainWindow) -> None:
    press_f1(qtbot, window).go.click()
    assert window.place is Place.HELP
    window.go_to(Place.TODAY)
    sheet = press_f1(qtbot, window)
    sheet.keys.click()
    shown = window.findChild(ShortcutsSheet)
    assert shown is not None
    assert shown.isVisible()
    assert not sheet.isVisible()


def test_what_fills_the_window_without_help_of_its_own_has_none(qtbot: QtBot, window: MainWindow) -> None:
    filling = QLabel("only this")
    window.take_over(filling)
    window.show_help()
    assert window.findChild(PageHelp) is None


def test_the_keys_of_the_calendar_are_those_of_the_sheet(window: MainWindow) -> None:
    (group,) = [each for each in window.shortcut_groups() if each.heading == "Calendar"]
    helped = {(shown_keys(row["keys"]), row["does"]) for row in PAGES["calendar"]["keys"]}
    assert set(group.rows) <= helped


def test_the_keys_that_open_a_page_are_the_right_ones(window: MainWindow) -> None:
    (pages,) = [each for each in window.shortcut_groups() if each.heading == "Pages"]
    opens = dict(pages.rows)
    for page in PAGES.values():
        first = page["keys"][0]
        keys = native(first["keys"].split(" · ")[0])
        if keys in opens:
            assert (opens[keys], first["does"]) == (page["title"], "Opens this page")


def test_all_keys_stand_in_the_same_two_columns(qtbot: QtBot, window: MainWindow) -> None:
    window.show_shortcuts()
    sheet = window.findChild(ShortcutsSheet)
    assert sheet is not None
    qtbot.waitExposed(sheet)
    does = {does for group in window.shortcut_groups() for _, does in group.rows}
    starts = {label.x() for label in sheet.findChildren(BodyLabel) if label.text() in does}
    assert len(starts) == 1


@pytest.mark.usefixtures("pseudo_locale", "right_to_left")
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_in_a_longer_language_from_the_right_nothing_is_cut_off(
    qtbot: QtBot, qapp: QApplication, window: MainWindow, scale: float
) -> None:
    theme.apply(qapp, "light", scale)
    window.resize(800, 900)
    sheet = press_f1(qtbot, window)
    qtbot.waitUntil(lambda: cut_off(sheet) == [])
    assert unnamed(sheet) == []
    own = set(words_of(PAGES["today"])) | {shown_keys(row["keys"]) for row in PAGES["today"]["keys"]}
    texts = [text for text in words(sheet) if text and text not in own]
    assert [text for text in texts if not translations.is_pseudo(text)] == []
    theme.apply(qapp, "light", 1.0)
