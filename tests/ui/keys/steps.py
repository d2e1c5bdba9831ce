"""The steps of a change of keys, as tests come to them."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from trust_desktop.domain.key_change import KeyChange
from trust_desktop.ui.keys.ask_step import AskStep
from trust_desktop.ui.keys.keys_page import KeysPage
from trust_desktop.ui.keys.overview import Overview
from trust_desktop.ui.main_window import MainWindow


def keys(window: MainWindow) -> KeysPage:
    page = window.taking_over
    assert isinstance(page, KeysPage)
    return page


def at(qtbot: QtBot, window: MainWindow, kind: type[QWidget]) -> QWidget:
    qtbot.waitUntil(lambda: isinstance(keys(window).current, kind), timeout=20_000)
    current = keys(window).current
    assert current is not None
    return current


def asked(window: MainWindow, change: KeyChange) -> AskStep:
    window.open_keys()
    overview = keys(window).current
    assert isinstance(overview, Overview)
    overview.buttons[change].click()
    step = keys(window).current
    assert isinstance(step, AskStep)
    return step
