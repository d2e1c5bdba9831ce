"""Find in large letters, from right to left, by name and with words of any language."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import TODAY, a_live_plan
from trust_desktop.services import following_through
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.find.find_page import FindPage

Show = Callable[[], FindPage]


@pytest.fixture(autouse=True)
def words(session: VaultSession) -> None:
    a_live_plan(session)
    following_through.set_note(session, TODAY, "Straßenbahnhaltestellenhäuschen, שלום, and a word: phone.")


def cut_off(page: QWidget) -> list[str]:
    labels = [each for each in page.findChildren(QLabel) if each.isVisible()]
    narrow = [each.text() for each in labels if each.width() < each.minimumSizeHint().width()]
    return narrow + [each.text() for each in labels if each.height() < each.heightForWidth(each.width())]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_off_as_the_text_grows(
    show: Show, qtbot: QtBot, qapp: QApplication, scale: float
) -> None:
    theme.apply(qapp, "light", scale)
    page = show()
    page.resize(742, 700)
    page.field.set_text("phone")
    page._show_filters(shown=True)
    page.filters.time.setCurrentIndex(3)
    qtbot.waitUntil(lambda: cut_off(page) == [])
    qtbot.waitUntil(lambda: page.list.height() >= page.list.heightForWidth(page.list.width()))
    assert page.filters.first.width() <= page.field.width()


@pytest.mark.usefixtures("right_to_left")
def test_rows_are_painted_from_right_to_left(show: Show, qtbot: QtBot) -> None:
    page = show()
    page.field.set_text("phone")
    page.list.setFocus()
    qtbot.waitUntil(lambda: cut_off(page) == [])
    assert not page.list.grab().isNull()


def test_everything_that_takes_focus_has_a_name(show: Show) -> None:
    page = show()
    page.field.set_text("phone")
    page.filters.time.setCurrentIndex(3)
    unnamed = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert unnamed == []


def test_nothing_of_it_reaches_what_learns_words(show: Show) -> None:
    hints = show().field.edit.inputMethodHints()
    assert hints & Qt.InputMethodHint.ImhSensitiveData
    assert hints & Qt.InputMethodHint.ImhNoPredictiveText
