"""A pause in another language, from right to left, by name and in large letters."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import Clock
from tests.support.reading import cut_off, unnamed
from tests.ui.pause.conftest import Show
from trust_desktop import resources
from trust_desktop.dev import translations
from trust_desktop.services import pausing
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.pause.pause_page import PausePage

Go = Callable[[PausePage], None]


def begin(page: PausePage) -> None:
    page.now.begin.show()


def leave(page: PausePage) -> None:
    page.now.begin.button.click()


def wait(page: PausePage) -> None:
    page.now.form.said.click()
    page.now.urge.scale.cells[6].click()


def more(page: PausePage) -> None:
    wait(page)
    page.now.timer.ask.click()


def back(page: PausePage) -> None:
    wait(page)
    page.now.timer.am_back.click()


def journal(page: PausePage) -> None:
    wait(page)
    page.show_journal()


STATES: tuple[Go, ...] = (begin, leave, wait, more, back, journal)


@pytest.fixture(params=STATES, ids=[state.__name__ for state in STATES])
def go(request: pytest.FixtureRequest) -> Go:
    found: Go = request.param
    return found


def from_content() -> set[str]:
    def texts(found: object) -> set[str]:
        if isinstance(found, str):
            return {found}
        inside = found.values() if isinstance(found, dict) else found
        return {text for each in inside for text in texts(each)}

    return texts(resources.content("pause"))


@pytest.mark.usefixtures("pseudo_locale")
def test_every_word_that_is_not_from_content_comes_through_translation(show: Show, go: Go) -> None:
    page = show()
    go(page)
    content = from_content()
    shown = [each.text() for each in page.findChildren(QLabel) if each.isVisible()]
    shown += [each.text() for each in page.findChildren(QAbstractButton) if each.isVisible()]
    plain = [
        text
        for text in shown
        if text and not text.isdigit() and text not in content and not translations.is_pseudo(text)
    ]
    assert plain == []


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_cut_off_as_the_text_grows(
    show: Show, go: Go, scale: float, qapp: QApplication, qtbot: QtBot
) -> None:
    theme.apply(qapp, "light", scale)
    page = show()
    go(page)
    page.resize(700, 700)
    qtbot.waitUntil(lambda: cut_off(page) == [])


def test_everything_that_takes_focus_has_a_name(show: Show, go: Go) -> None:
    page = show()
    go(page)
    assert unnamed(page) == []
    reachable = [each for each in page.now.urge.scale.cells if each.isVisible()]
    for cell in reachable:
        name = QAccessible.queryAccessibleInterface(cell).text(QAccessible.Text.Name)
        assert name == f"{cell.strength} of 10"


@pytest.mark.usefixtures("right_to_left")
def test_from_right_to_left_the_card_stands_at_the_left(show: Show, session: VaultSession) -> None:
    pausing.start(session, timedelta(minutes=20), "")
    page = show().now
    page.urge.scale.cells[3].click()

    def left(widget: QWidget) -> int:
        return widget.mapTo(page, QPoint(0, 0)).x()

    assert left(page.urge) < left(page.timer)
    assert left(page.urge.scale.cells[10]) < left(page.urge.scale.cells[0])
    assert cut_off(page) == []


@pytest.mark.parametrize("look", ["dark", "contrast-light", "contrast-dark"])
def test_every_look_paints(show: Show, go: Go, look: str, qapp: QApplication, clock: Clock) -> None:
    theme.apply(qapp, look, 1.0)
    page = show()
    go(page)
    clock.forward(minutes=5)
    page.now.look_at_the_clock()
    assert not page.grab().isNull()
