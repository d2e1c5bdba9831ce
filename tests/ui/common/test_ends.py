"""Two things at the ends of a row: side by side where there is room, and as tall as what is in them now."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.common.conftest import InWindow, PutOn
from trust_desktop.ui.common.ends import Ends
from trust_desktop.ui.common.labels import BodyLabel

LONG = "A sentence that goes on for a while, so that it needs more than one line in a narrow row. " * 3


def row(in_window: InWindow, words: str = "Short", width: int = 700) -> tuple[Ends, BodyLabel, BodyLabel]:
    first, last = BodyLabel(words), BodyLabel("End")
    ends = Ends(first, last)
    in_window(ends, width=width)
    return ends, first, last


def test_they_stand_beside_each_other_while_there_is_room(in_window: InWindow) -> None:
    _, first, last = row(in_window)
    assert first.geometry().center().y() == last.geometry().center().y()
    _, first, last = row(in_window, LONG)
    assert last.y() > first.geometry().bottom()


def test_the_height_follows_the_words(in_window: InWindow, qtbot: QtBot) -> None:
    ends, first, _ = row(in_window)
    before = ends.heightForWidth(400)
    first.setText(LONG)
    qtbot.waitUntil(lambda: ends.heightForWidth(400) > 2 * before)
    first.setText("Short")
    qtbot.waitUntil(lambda: ends.heightForWidth(400) == before)


def test_one_that_is_hidden_takes_no_room(in_window: InWindow, qtbot: QtBot) -> None:
    ends, first, _ = row(in_window, LONG)
    before = ends.heightForWidth(400)
    first.hide()
    qtbot.waitUntil(lambda: ends.heightForWidth(400) < before / 2)


def test_the_height_follows_the_text_size(in_window: InWindow, put_on: PutOn, qtbot: QtBot) -> None:
    ends, _, _ = row(in_window, LONG)
    before = ends.heightForWidth(400)
    put_on("light", 2.0)
    qtbot.waitUntil(lambda: ends.heightForWidth(400) > before)


def test_it_holds_widgets_of_any_kind(in_window: InWindow) -> None:
    plain, last = QLabel("Plain"), BodyLabel("End")
    ends = Ends(plain, last)
    in_window(ends)
    assert ends.height() >= plain.sizeHint().height()
