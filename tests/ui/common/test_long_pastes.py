"""A whole book in the clipboard: as much as fits is taken, and the window goes on."""

import pytest
from PySide6.QtCore import QMimeData
from pytestqt.qtbot import QtBot

from trust_desktop.ui.common.text_area import MOST_CHARACTERS, TextArea


@pytest.fixture
def area(qtbot: QtBot) -> TextArea:
    area = TextArea("Words")
    qtbot.addWidget(area)
    return area


def _paste(area: TextArea, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    area.insertFromMimeData(data)


def test_a_book_is_taken_as_far_as_it_fits(area: TextArea) -> None:
    area.set_text("Thank you. ")
    area.moveCursor(area.textCursor().MoveOperation.End)
    _paste(area, "x" * 1_000_000)
    assert len(area.text()) == MOST_CHARACTERS
    assert area.text().startswith("Thank you. xxx")
    _paste(area, "more")
    assert len(area.text()) == MOST_CHARACTERS


def test_what_is_chosen_makes_room(area: TextArea) -> None:
    _paste(area, "x" * MOST_CHARACTERS)
    area.selectAll()
    _paste(area, "y" * MOST_CHARACTERS)
    assert area.text() == "y" * MOST_CHARACTERS


def test_a_page_is_taken_whole(area: TextArea) -> None:
    page = "As we agreed.\n" * 100
    _paste(area, page)
    assert area.text() == page
