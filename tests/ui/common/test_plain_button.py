"""A door without an outline: where its words begin, and the line under them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.ui.common.conftest import PutOn
from trust_desktop.ui.common.buttons import PlainButton
from trust_desktop.ui.common.labels import BodyLabel


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_words_without_an_outline_begin_where_other_words_do(
    qtbot: QtBot, put_on: PutOn, scale: float, direction: Qt.LayoutDirection
) -> None:
    put_on("light", scale)
    edges = []
    for widget in (PlainButton("Hide it"), BodyLabel("Hide it")):
        qtbot.addWidget(widget)
        widget.setLayoutDirection(direction)
        widget.resize(widget.sizeHint())
        edges.append(_edge(widget.grab().toImage(), direction))
    assert abs(edges[0] - edges[1]) <= 1


def _edge(image: QImage, direction: Qt.LayoutDirection) -> int:
    """How many columns of pixels from where one begins to read are empty."""
    if direction is Qt.LayoutDirection.RightToLeft:
        image = image.flipped(Qt.Orientation.Horizontal)
    ground = image.pixelColor(0, 0).lightness()
    return min(
        x
        for x in range(image.width())
        for y in range(image.height())
        if abs(image.pixelColor(x, y).lightness() - ground) > 60
    )


def test_a_line_comes_under_words_without_an_outline(qtbot: QtBot) -> None:
    button = PlainButton("Look at the plan")
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    before = button.grab().toImage()
    button.setDown(True)
    assert button.grab().toImage() != before
    button.setDown(False)
    assert button.grab().toImage() == before
