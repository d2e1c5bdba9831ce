"""The frame around every page: going places, the way back, locking, and what is said of the unsaid."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QUndoCommand
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests import builders
from tests.support.window_keys import CONTROL, KEYS, press
from trust_desktop.dev import translations
from trust_desktop.domain.follow_through import MarkKey, Outcome
from trust_desktop.override import override
from trust_desktop.services import following_through
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.common.page import Page
from trust_desktop.ui.common.undo_bar import UndoBar
from trust_desktop.ui.help.page_help import PageHelp
from trust_desktop.ui.main_window import MainWindow
from trust_desktop.ui.nav_rail import BELONGS_TO, Place
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.shortcuts_sheet import ShortcutsSheet

SHIFT = Qt.KeyboardModifier.ShiftModifier


class PlainPage(Page):
    """A page that only remembers what it was asked."""

    def __init__(self, place: Place) -> None:
        super().__init__(place.name.title())
        self.asked: list[object] = []

    def compose_for(self, keys: frozenset[MarkKey]) -> None:
        self.asked.append(keys)

    def save_now(self) -> None:
        self.asked.append("save")

    def show_day(self, day: date) -> None:
        self.asked.append(day)


class Steps(QUndoCommand):
    """One thing done, told in a sentence."""

    def __init__(self, text: str, done: list[str]) -> None:
        super().__init__(text)
        self._done = done

    @override
    def redo(self) -> None:
        self._done.append("done")

    @override
    def undo(self) -> None:
        self._done.append("undone")


@pytest.fixture
def built() -> list[Place]:
    """The places whose page was made, in order."""
    return []


@pytest.fixture
def window(
    qtbot: QtBot, qapp: QApplication, session: VaultSession, built: list[Place]
) -> Iterator[MainWindow]:
    theme.apply(qapp, "light", 1.0)

    def factory(place: Place) -> Callable[[], QWidget]:
        def make() -> QWidget:
            built.append(place)
            return PlainPage(place)

        return make

    shown = MainWindow(OpenVault(session), {place: factory(place) for place in Place})
    shown.resize(1280, 800)
    qtbot.addWidget(shown)
    with qtbot.waitActive(shown):
        shown.show()
    yield shown
    theme.apply(qapp, "light", 1.0)


def test_the_title_tells_nothing(window: MainWindow) -> None:
    for place in Place:
        window.go_to(place)
        assert window.windowTitle() == "Daybook"


def test_a_page_is_built_when_it_is_first_gone_to_and_kept(window: MainWindow, built: list[Place]) -> None:
    assert built == [Place.TODAY]
    calendar = window.page(Place.CALENDAR)
    window.go_to(Place.CALENDAR)
    window.go_to(Place.TODAY)
    window.go_to(Place.CALENDAR)

    assert built == [Place.TODAY, Place.CALENDAR]
    assert window.page(Place.CALENDAR) is calendar


@pytest.mark.parametrize("place", [place for place in Place if place not in BELONGS_TO])
def test_every_page_has_a_key_and_takes_the_keyboard(qtbot: QtBot, window: MainWindow, place: Place) -> None:
    press(qtbot, window, KEYS[place])

    assert (window.place, window.page(place).isVisible(), window.page(place).hasFocus()) == (
        place,
        True,
        True,
    )


def test_settings_have_the_key_people_know(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, window, Qt.Key.Key_Comma)

    assert window.place is Place.SETTINGS


def test_f1_lays_help_over_the_page_which_stays(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, window, Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier)

    sheet = window.findChild(PageHelp)
    assert sheet is not None
    assert (sheet.isVisible(), window.place) == (True, Place.TODAY)


def test_the_rail_says_where_one_is(qtbot: QtBot, window: MainWindow) -> None:
    row = window.rail.rows[Place.PLAN]
    with qtbot.waitSignal(window.place_changed) as said:
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)

    assert said.args == [Place.PLAN]
    interface = QAccessible.queryAccessibleInterface(row)
    assert interface.text(QAccessible.Text.Name) == "Plan"
    assert interface.text(QAccessible.Text.Description) == "This page is open."
    assert window.rail.rows[Place.TODAY].accessibleDescription() == ""


def test_locking_is_asked_for_by_button_and_by_key(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.lock_requested):
        qtbot.mouseClick(window.lock_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(window.lock_requested):
        press(qtbot, window, Qt.Key.Key_L)


def test_a_screen_reader_finds_lock(window: MainWindow) -> None:
    def names(tree: QAccessibleInterface) -> Iterator[str]:
        yield tree.text(QAccessible.Text.Name)
        for place in range(tree.childCount()):
            child = tree.child(place)
            if child is not None:
                yield from names(child)

    assert "Lock" in list(names(QAccessible.queryAccessibleInterface(window)))


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_lock_stays_in_the_far_corner_beside_the_title(
    window: MainWindow, direction: Qt.LayoutDirection
) -> None:
    window.setLayoutDirection(direction)
    page = window.page(Place.TODAY)
    assert isinstance(page, Page)
    window.resize(1000, 700)
    QApplication.processEvents()

    lock = window.lock_button
    at_the_end = lock.x() > 700 if direction is Qt.LayoutDirection.LeftToRight else lock.x() < 200
    title = page.title.rect().translated(page.title.mapTo(window, page.title.rect().topLeft()))
    assert at_the_end
    assert not title.intersects(lock.rect().translated(lock.mapTo(window, lock.rect().topLeft())))


def test_what_was_done_is_told_and_taken_back_in_one_press(qtbot: QtBot, window: MainWindow) -> None:
    bar, done = window.findChild(UndoBar), list[str]()
    window.vault.undo_stack.push(Steps("Phone on the table: kept.", done))
    assert (bar.isVisible(), bar.text()) == (True, "Phone on the table: kept.")

    qtbot.mouseClick(bar.button, Qt.MouseButton.LeftButton)

    assert (done, bar.isVisible()) == (["done", "undone"], False)


def test_undo_and_redo_have_their_keys(qtbot: QtBot, window: MainWindow) -> None:
    bar, done = window.findChild(UndoBar), list[str]()
    window.vault.undo_stack.push(Steps("Phone on the table: kept.", done))
    press(qtbot, window, Qt.Key.Key_Z)
    assert not bar.isVisible()
    press(qtbot, window, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert bar.isVisible()
    press(qtbot, window, Qt.Key.Key_Z)
    press(qtbot, window, Qt.Key.Key_Y)

    assert done == ["done", "undone", "done", "undone", "done"]


def test_the_undo_bar_covers_no_control(window: MainWindow) -> None:
    window.vault.undo_stack.push(Steps("Phone on the table: kept.", []))
    QApplication.processEvents()
    bar, page = window.findChild(UndoBar), window.page(Place.TODAY)

    assert page.mapTo(window, page.rect().bottomLeft()).y() < bar.mapTo(window, bar.rect().topLeft()).y()


def test_the_rail_gives_up_its_words_before_the_page_loses_room(qtbot: QtBot, window: MainWindow) -> None:
    row = window.rail.rows[Place.CALENDAR]
    wide = window.rail.width()
    assert (row.words_shown, row.toolTip(), window.rail.menu.isVisible()) == (True, "", False)

    window.resize(900, 700)

    assert (row.words_shown, row.toolTip(), window.rail.menu.isVisible()) == (False, "Calendar", True)
    assert window.rail.width() < wide / 2
    assert QAccessible.queryAccessibleInterface(row).text(QAccessible.Text.Name) == "Calendar"


def test_large_text_takes_the_words_off_the_rail_too(qapp: QApplication, window: MainWindow) -> None:
    theme.apply(qapp, "light", 2.0)

    assert not window.rail.rows[Place.CALENDAR].words_shown


def test_the_menu_and_the_keyboard_bring_the_words_back(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(900, 700)
    page, row = window.page(Place.TODAY), window.rail.rows[Place.PLAN]
    page_width = page.width()

    qtbot.mouseClick(window.rail.menu, Qt.MouseButton.LeftButton)
    assert (row.words_shown, page.width()) == (True, page_width)
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert (row.words_shown, window.place) == (False, Place.PLAN)

    row.setFocus(Qt.FocusReason.TabFocusReason)
    assert row.words_shown
    window.page(Place.PLAN).setFocus(Qt.FocusReason.TabFocusReason)
    assert not row.words_shown


@pytest.mark.parametrize(("place", "row"), BELONGS_TO.items())
def test_a_page_without_a_row_marks_the_one_it_belongs_to(
    window: MainWindow, place: Place, row: Place
) -> None:
    window.go_to(place)
    assert (window.place, place in window.rail.rows) == (place, False)
    assert window.rail.rows[row].accessibleDescription() == "This page is open."


def test_every_shortcut_stands_on_one_sheet(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, window, Qt.Key.Key_Slash)
    sheet = window.findChild(ShortcutsSheet)
    assert sheet.isVisible()
    words = {label.text() for label in sheet.findChildren(QLabel)}

    keys = {"Ctrl+1", "Ctrl+6", "Ctrl+L", "Ctrl+Z", "Ctrl+Shift+Z · Ctrl+Y", "F1", "Ctrl+,", "Ctrl+/"}
    assert keys | {"Home · End", "PgUp · PgDown", "T", "N", "S", "0"} <= words
    assert sheet.windowTitle() == "Daybook"
    assert all(button.text() or button.accessibleName() for button in sheet.findChildren(QAbstractButton))
    assert sheet.focusWidget().accessibleName() == "Shortcuts"
    before = sheet.reading.verticalScrollBar().value()
    qtbot.keyClick(sheet.focusWidget(), Qt.Key.Key_PageDown)
    assert sheet.reading.verticalScrollBar().value() > before
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(QDialog) is None)


def test_one_page_sends_to_another(window: MainWindow) -> None:
    key = MarkKey(1, builders.TODAY)
    window.say_it([key])
    assert (window.place, _asked(window, Place.SAY_IT)) == (Place.SAY_IT, [frozenset({key})])

    window.open_day(builders.TODAY)
    assert (window.place, _asked(window, Place.CALENDAR)) == (Place.CALENDAR, [builders.TODAY])

    window.go_to_plan()
    assert window.place is Place.PLAN


def _asked(window: MainWindow, place: Place) -> list[object]:
    page = window.page(place)
    assert isinstance(page, PlainPage)
    return page.asked


def test_one_thing_can_fill_the_window_with_lock_beside_it(window: MainWindow) -> None:
    wizard = PlainPage(Place.PLAN)
    window.take_over(wizard)
    assert (wizard.isVisible(), window.rail.isVisible()) == (True, False)
    assert (window.place, window.taking_over) == (Place.TODAY, wizard)
    lock = window.lock_button.geometry().center()
    assert window.childAt(window.lock_button.parentWidget().mapTo(window, lock)) is window.lock_button

    window.give_back()
    assert (window.rail.isVisible(), window.taking_over, window.place) == (True, None, Place.TODAY)


def test_keys_lead_out_of_what_fills_the_window_and_nothing_typed_is_lost(
    qtbot: QtBot, window: MainWindow
) -> None:
    wizard = PlainPage(Place.PLAN)
    window.take_over(wizard)

    press(qtbot, window, KEYS[Place.HELP])

    assert (wizard.asked, window.taking_over, window.place) == (["save"], None, Place.HELP)


def test_what_is_not_said_yet_is_counted_up_to_nine(
    qtbot: QtBot, window: MainWindow, session: VaultSession
) -> None:
    row = window.rail.rows[Place.SAY_IT]
    assert row.unsaid == 0
    plan = builders.a_live_plan(session)
    daily = plan.actions[0].id

    following_through.mark(session, daily, builders.TODAY, Outcome.KEPT)
    assert (row.unsaid, row.accessibleName()) == (1, "Say it, 1 not said yet")

    days = [date(2026, 11, day) for day in range(11, 24)]
    following_through.mark_days(session, [(daily, day, Outcome.KEPT) for day in days])
    assert row.unsaid == 9


def test_every_control_of_the_frame_has_a_name(window: MainWindow) -> None:
    window.resize(900, 700)
    for button in window.findChildren(QAbstractButton):
        assert QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name), button


def test_an_open_vault_tells_of_a_commit_and_lets_go_of_the_past(qtbot: QtBot, session: VaultSession) -> None:
    vault = OpenVault(session)
    with qtbot.waitSignal(vault.changed):
        builders.a_live_plan(session)
    vault.undo_stack.push(Steps("Kept.", []))

    vault.close()

    assert (vault.undo_stack.count(), session.closed) == (0, True)


@pytest.mark.usefixtures("pseudo_locale")
def test_every_word_of_the_frame_can_be_translated(window: MainWindow) -> None:
    window.vault.undo_stack.push(Steps("Kept.", []))
    window.resize(900, 700)
    window.show_shortcuts()
    sheet = window.findChild(ShortcutsSheet)
    does = [row[1] for group in window.shortcut_groups() for row in group.rows]
    words = [
        *(row.words for row in window.rail.rows.values()),
        window.rail.menu.accessibleName(),
        window.lock_button.text(),
        window.findChild(UndoBar).button.text(),
        sheet.close_button.text(),
        sheet.accessibleName(),
        *(group.heading for group in window.shortcut_groups()),
        *does,
    ]

    assert [text for text in words if not translations.is_pseudo(text)] == []
    sheet.close()


@pytest.mark.usefixtures("pseudo_locale")
def test_longer_words_still_have_their_room_on_the_rail(qapp: QApplication, window: MainWindow) -> None:
    for scale in (1.0, 1.5, 2.0):
        theme.apply(qapp, "light", scale)
        window.resize(theme.em(90), 800)
        QApplication.processEvents()
        for row in window.rail.rows.values():
            assert row.words_shown
            assert row.height() >= row.heightForWidth(row.width())
            assert row.width() <= window.rail.width()
