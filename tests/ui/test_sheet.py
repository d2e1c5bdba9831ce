"""A sheet keeps its column where it is, with a bar beside it or without."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from trust_desktop.ui import theme
from trust_desktop.ui.common.labels import BodyLabel
from trust_desktop.ui.common.scroll import ScrollColumn
from trust_desktop.ui.sheet import Sheet


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("width", [420, 1100])
def test_a_bar_beside_it_moves_nothing(
    qtbot: QtBot, qapp: QApplication, direction: Qt.LayoutDirection, width: int
) -> None:
    theme.apply(qapp, "light", 1.0)
    sheet = Sheet("What it is", "In a sentence.")
    sheet.setLayoutDirection(direction)
    sheet.column.addWidget(BodyLabel("Words. " * 200))
    qtbot.addWidget(sheet)
    sheet.resize(width, 4000)
    sheet.show()
    bar = sheet.findChild(ScrollColumn).verticalScrollBar()

    def place() -> tuple[int, int]:
        return sheet.title.mapTo(sheet, QPoint()).x(), sheet.title.width()

    qtbot.waitUntil(lambda: bar.maximum() == 0 and sheet.title.width() > 0)
    without = place()
    sheet.resize(width, 200)
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    for _ in range(6):  # until every column has its place
        QApplication.processEvents()
    assert sheet.findChild(ScrollColumn).viewport().width() < width
    assert place() == without
