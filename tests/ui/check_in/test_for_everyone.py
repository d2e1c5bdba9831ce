"""The check-in in another language, from right to left, by name and in large letters."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import Clock
from trust_desktop.domain.check_in import Noted
from trust_desktop.services import checking_in
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.check_in.check_in_page import CheckInPage

Show = Callable[[], CheckInPage]


@pytest.fixture(autouse=True)
def filled(session: VaultSession, clock: Clock) -> None:
    checking_in.keep(session, Noted(6, None, 8, "A week that was calmer than the one before it, all in all."))
    clock.forward(days=7)
    checking_in.keep(session, Noted(4))


def cut_off(page: QWidget) -> list[str]:
    labels = [each for each in page.findChildren(QLabel) if each.isVisible()]
    narrow = [each.text() for each in labels if each.width() < each.minimumSizeHint().width()]
    low = [each.text() for each in labels if each.height() < each.heightForWidth(each.width())]
    return narrow + low


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_cut_off_as_the_text_grows(
    show: Show, qtbot: QtBot, qapp: QApplication, scale: float
) -> None:
    theme.apply(qapp, "light", scale)
    page = show()
    page.resize(742, 700)
    qtbot.waitUntil(lambda: cut_off(page) == [])
    scale_of = page.form.rows
    assert all(row.scale.width() <= page.form.width() for row in scale_of.values())


@pytest.mark.usefixtures("right_to_left")
def test_from_right_to_left_nothing_is_cut_off(show: Show, qtbot: QtBot) -> None:
    page = show()
    qtbot.waitUntil(lambda: cut_off(page) == [])


def test_everything_that_takes_focus_has_a_name(show: Show) -> None:
    unnamed = [
        widget
        for widget in show().findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert unnamed == []


def test_doors_that_look_alike_are_heard_apart(show: Show) -> None:
    names = [
        each.accessibleName() for each in show().earlier.findChildren(QAbstractButton) if each.isVisible()
    ]
    assert "Take these words out: Tuesday 24 November" in names
    assert len(set(names)) == len(names)
