"""Another look for the whole application, and pieces in a window."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from trust_desktop.ui import theme

PutOn = Callable[[str, float], None]
InWindow = Callable[..., QWidget]


@pytest.fixture
def put_on(qapp: QApplication) -> PutOn:
    """Call it with an appearance and a text scale."""
    return lambda appearance, scale: theme.apply(qapp, appearance, scale)


@pytest.fixture
def in_window(qtbot: QtBot) -> InWindow:
    """Put widgets under each other into a window that is shown and active; `width` is in pixels."""
    windows: list[QWidget] = []  # nothing else would hold them

    def show(*widgets: QWidget, width: int = 700, height: int = 600) -> QWidget:
        window = QWidget()
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        window.resize(width, height)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        windows.append(window)
        return window

    return show
