"""The keys that lead from page to page, pressed where the keyboard is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from trust_desktop.ui.main_window import MainWindow
from trust_desktop.ui.nav_rail import Place

KEYS = {
    Place.TODAY: Qt.Key.Key_1,
    Place.PLAN: Qt.Key.Key_2,
    Place.CALENDAR: Qt.Key.Key_3,
    Place.SAY_IT: Qt.Key.Key_4,
    Place.PAUSE: Qt.Key.Key_5,
    Place.LOOKING_BACK: Qt.Key.Key_6,
    Place.HELP: Qt.Key.Key_7,
    Place.SETTINGS: Qt.Key.Key_8,
}
CONTROL = Qt.KeyboardModifier.ControlModifier


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = CONTROL) -> None:
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifier)
