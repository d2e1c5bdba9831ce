"""A wavy line under words that are worth a look; the words, their undo steps and the cursor stay as they are."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QImage, QTextCursor
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from tests.ui.common.conftest import InWindow, PutOn
from trust_desktop.ui import theme
from trust_desktop.ui.common.marked_area import Marked, MarkedArea

EMOJI = "😀 Thank you 👩‍👧, though it is about time. 😀"


@pytest.fixture
def area(in_window: InWindow) -> MarkedArea:
    made = MarkedArea("Your words", said=True, rows=6)
    in_window(made, width=560)
    return made


def marked(text: str, words: str, tip: str = "") -> Marked:
    start = text.index(words)
    return Marked(start, start + len(words), tip)


def honey(area: MarkedArea) -> list[tuple[int, int]]:
    """Where the line is painted, in pixels of the viewport."""
    image: QImage = area.viewport().grab().toImage()
    color = theme.color("honey").rgb()
    return [(x, y) for x in range(image.width()) for y in range(image.height()) if image.pixel(x, y) == color]


def edge(area: MarkedArea, units: int) -> int:
    """Where Qt's own cursor stands at a place of Qt's own counting."""
    cursor = QTextCursor(area.document())
    cursor.setPosition(units)
    return area.cursorRect(cursor).center().x()


def test_the_line_stands_under_its_words_also_behind_emoji(area: MarkedArea) -> None:
    area.set_text(EMOJI)
    assert honey(area) == []
    area.set_marked([marked(EMOJI, "about time")])
    begin = len(EMOJI[: EMOJI.index("about")].encode("utf-16-le")) // 2
    left, right = edge(area, begin), edge(area, begin + len("about time"))
    painted = [x for x, _ in honey(area)]
    assert left - 2 <= min(painted) <= left + 6
    assert right - 6 <= max(painted) <= right + 2
    area.set_marked([])
    assert honey(area) == []


def test_marking_changes_neither_text_nor_undo_nor_cursor(area: MarkedArea, qtbot: QtBot) -> None:
    QTest.keyClicks(area, "it is about time")
    area.document().setModified(False)
    steps, place = area.document().availableUndoSteps(), area.textCursor().position()
    with qtbot.assertNotEmitted(area.changed), qtbot.assertNotEmitted(area.cursorPositionChanged):
        area.set_marked([marked(area.text(), "about time")])
    assert area.toPlainText() == "it is about time"
    assert (area.document().availableUndoSteps(), area.textCursor().position()) == (steps, place)
    assert not area.document().isModified()


def test_over_line_breaks_every_line_has_its_own(area: MarkedArea) -> None:
    text = "first line\nsecond line " + "and it goes on " * 8
    area.set_text(text)
    area.set_marked([Marked(6, len(text))])
    heights = sorted({y for _, y in honey(area)})
    lines = [
        heights[0],
        *(after for before, after in pairwise(heights) if after - before > 8),
    ]
    assert len(lines) >= 4
    last = area.rect_of(Marked(6, len(text)))
    assert last.top() < heights[-1] < last.bottom() + theme.px(8)


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_words_of_both_directions_are_underlined_where_they_stand(
    area: MarkedArea, direction: Qt.LayoutDirection
) -> None:
    text = "תודה רבה about time על הכול"
    area.setLayoutDirection(direction)
    area.set_text(text)
    for words in ("רבה", "about time", "על"):
        mark = marked(text, words)
        area.set_marked([mark])
        painted = [x for x, _ in honey(area)]
        place = area.rect_of(mark)
        middle = area.cursorForPosition(place.center()).position()
        assert mark.start <= middle <= mark.end, words
        assert place.left() - 2 <= min(painted) <= max(painted) <= place.right() + 2, words
        assert len(painted) > 10


def test_a_mark_through_a_change_of_direction_covers_all_its_words(area: MarkedArea) -> None:
    text = "say שלום about this"
    area.set_text(text)
    area.set_marked([marked(text, "שלום about")])
    whole = [x for x, _ in honey(area)]
    for words in ("שלום", "about"):
        area.set_marked([marked(text, words)])
        part = [x for x, _ in honey(area)]
        assert min(whole) - 3 <= min(part) <= max(part) <= max(whole) + 3


def test_the_line_grows_with_the_text_and_is_not_cut(area: MarkedArea, put_on: PutOn, qtbot: QtBot) -> None:
    def tall() -> int:
        area.set_text("about time")
        area.set_marked([Marked(0, 10)])
        rows = [y for _, y in honey(area)]
        assert max(rows) < area.viewport().height() - 2
        return max(rows) - min(rows)

    small = tall()
    put_on("light", 2.0)
    qtbot.wait(10)
    assert tall() > 1.5 * small


def test_resting_on_the_words_says_what_it_is(area: MarkedArea, qtbot: QtBot) -> None:
    area.set_text(EMOJI)
    mark = marked(EMOJI, "about time", "A late jab\nOne reason.")
    area.set_marked([mark])

    def rest_on(place: QPoint) -> None:
        event = QHelpEvent(QEvent.Type.ToolTip, place, area.viewport().mapToGlobal(place))
        QApplication.sendEvent(area.viewport(), event)

    rest_on(area.rect_of(mark).center())
    assert QToolTip.text() == "A late jab\nOne reason."
    rest_on(QPoint(5, area.viewport().height() - 5))
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_coming_to_marked_words_and_leaving_them_is_told(area: MarkedArea, qtbot: QtBot) -> None:
    area.set_text("😀 about time, and more")
    mark = marked(area.text(), "about time")
    area.set_marked([mark])
    told = QSignalSpy(area.stood_in)
    for place, times in ((1, 0), (mark.start, 1), (mark.start + 3, 1), (mark.end, 1), (mark.end + 1, 2)):
        area.go_to(place)
        assert (area.place(), told.count()) == (place, times)
    qtbot.mouseClick(area.viewport(), Qt.MouseButton.LeftButton, pos=area.rect_of(mark).center())
    assert told.count() == 3
    assert mark.start < area.place() < mark.end


def test_a_rewrite_is_one_step_and_leaves_the_cursor_at_its_end(area: MarkedArea) -> None:
    area.set_text(EMOJI)
    other = EMOJI.replace(", though it is about time", "")
    area.rewrite(other)
    assert area.text() == other
    assert area.place() == other.index(". 😀")
    area.undo()
    assert area.text() == EMOJI
    area.redo()
    assert area.text() == other
    area.rewrite(other)
    assert area.text() == other


def test_when_its_room_is_taken_the_cursor_stays_in_sight(area: MarkedArea, qtbot: QtBot) -> None:
    area.set_text("one more line\n" * 20)
    area.setFixedHeight(500)
    qtbot.wait(1)
    area.moveCursor(QTextCursor.MoveOperation.End)
    area.setFixedHeight(150)
    qtbot.waitUntil(lambda: area.viewport().rect().contains(area.cursorRect()))
