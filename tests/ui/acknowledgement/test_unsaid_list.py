"""What is not said yet, as rows: grouped by action, spoken, chosen and put away by keyboard and mouse."""

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from tests.builders import TODAY
from trust_desktop.domain.follow_through import MarkKey, Outcome
from trust_desktop.services.acknowledging import Tray, UnsaidItem
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.acknowledgement.unsaid_delegate import END, START
from trust_desktop.ui.acknowledgement.unsaid_list import UnsaidList
from trust_desktop.ui.acknowledgement.unsaid_model import Kind
from trust_desktop.ui.common.pressable import text_size
from trust_desktop.ui.tokens import TypeRole


def item(action: int, days: int, outcome: Outcome = Outcome.KEPT, title: str = "") -> UnsaidItem:
    key = MarkKey(action, TODAY - timedelta(days=days))
    return UnsaidItem(key, action, title or f"Action {action}", "", outcome, days)


TRAY = Tray(
    unsaid=(item(1, 0), item(1, 2), item(2, 1, Outcome.KEPT_LATE_TOLD)),
    could_mention=(item(3, 1, Outcome.PARTLY),),
    earlier=(item(1, 20),),
)


def ink(rows: UnsaidList, row: int, height: int) -> list[int]:
    """How much of each line of pixels is not ground when a row is painted so high; its mark is left out."""
    image = QImage(rows.viewport().width(), height, QImage.Format.Format_RGB32)
    image.fill(theme.color("paper"))
    option: Any = QStyleOptionViewItem()
    option.rect, option.direction = image.rect(), rows.layoutDirection()
    painter = QPainter(image)
    rows.itemDelegate().paint(painter, option, rows.rows.index(row))
    painter.end()
    ground = image.pixel(image.width() // 2, 1)
    words = range(START, image.width() - START)
    return [sum(image.pixel(x, y) != ground for x in words) for y in range(height)]


def assert_painted_whole(rows: UnsaidList) -> None:
    """Each row shows in its own height all that it would show with more room, and leaves no line of it empty."""
    line = QFontMetrics(theme.font(tokens.BODY)).height()
    for row in range(rows.rows.rowCount()):
        height = rows.visualRect(rows.rows.index(row)).height()
        painted = ink(rows, row, height)
        assert sum(painted) == sum(ink(rows, row, height + 200)), f"row {row} is cut"
        first, last = [next(y for y, n in enumerate(side) if n) for side in (painted, painted[::-1])]
        assert abs(first - last) < line, f"row {row} has a line without words"


@pytest.fixture
def rows(qtbot: QtBot) -> UnsaidList:
    shown = UnsaidList()
    qtbot.addWidget(shown)
    QAbstractItemModelTester(shown.rows, QAbstractItemModelTester.FailureReportingMode.Fatal, shown)
    shown.resize(268, 600)
    shown.show_tray(TRAY, TODAY)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    return shown


def spoken(rows: UnsaidList) -> list[str]:
    role = Qt.ItemDataRole.AccessibleTextRole
    return [rows.rows.index(row).data(role) for row in range(rows.rows.rowCount())]


def test_rows_are_counted_ones_then_mentions_then_earlier_closed(rows: UnsaidList) -> None:
    entries = [rows.rows.entry(row) for row in range(rows.rows.rowCount())]
    assert [entry.kind for entry in entries if entry] == [Kind.ENTRY] * 3 + [
        Kind.HEADING,
        Kind.ENTRY,
        Kind.EARLIER,
    ]
    assert [entry.follows for entry in entries[:3] if entry] == [False, True, False]
    assert rows.rows.entry(99) is None


def test_rows_are_spoken_whole(rows: UnsaidList) -> None:
    rows.set_covered({item(1, 0).key})
    words = spoken(rows)
    assert words[0].startswith("Action 1, Kept, Tuesday")
    assert words[0].endswith("today, chosen")
    assert "Kept late, but told me" in words[2]
    assert "yesterday" in words[2]
    assert words[5] == "Earlier, closed"


def test_enter_and_a_click_choose(rows: UnsaidList, qtbot: QtBot) -> None:
    rows.setFocus()
    with qtbot.waitSignal(rows.chosen) as chosen:
        qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert chosen.args == [item(1, 0).key]
    place = rows.visualRect(rows.rows.index(2)).topLeft() + QPoint(60, 12)
    with qtbot.waitSignal(rows.chosen) as chosen:
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [item(2, 1).key]


def test_arrows_step_over_headings(rows: UnsaidList, qtbot: QtBot) -> None:
    rows.setCurrentIndex(rows.rows.index(2))
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    assert rows.currentIndex().row() == 4


def test_earlier_opens_and_closes(rows: UnsaidList, qtbot: QtBot) -> None:
    rows.setFocus()
    rows.setCurrentIndex(rows.rows.index(5))
    with qtbot.assertNotEmitted(rows.chosen):
        qtbot.keyClick(rows, Qt.Key.Key_Space)
    assert rows.rows.row_of(item(1, 20).key) == 6
    assert spoken(rows)[5] == "Earlier, open"
    qtbot.keyClick(rows, Qt.Key.Key_Space)
    assert rows.rows.rowCount() == 6


def test_delete_and_the_button_beside_a_row_let_it_rest(rows: UnsaidList, qtbot: QtBot) -> None:
    rows.setFocus()
    rows.setCurrentIndex(rows.rows.index(1))
    with qtbot.waitSignal(rows.rested) as rested:
        qtbot.keyClick(rows, Qt.Key.Key_Delete)
    assert rested.args == [item(1, 2).key]
    button = rows.rest_button
    assert button.isVisible()
    assert "Action 1" in button.accessibleName()
    with qtbot.waitSignal(rows.rested) as rested:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert rested.args == [item(1, 2).key]


def test_button_follows_the_mouse_and_leaves_with_it(rows: UnsaidList, qtbot: QtBot) -> None:
    rows.clearFocus()
    qtbot.waitUntil(lambda: not rows.rest_button.isVisible())
    qtbot.mouseMove(rows.viewport(), rows.visualRect(rows.rows.index(2)).center())
    qtbot.waitUntil(rows.rest_button.isVisible)
    assert "Action 2" in rows.rest_button.accessibleName()


def test_heading_and_earlier_offer_no_rest(rows: UnsaidList, qtbot: QtBot) -> None:
    rows.setFocus()
    rows.setCurrentIndex(rows.rows.index(5))
    assert not rows.rest_button.isVisible()
    with qtbot.assertNotEmitted(rows.rested):
        qtbot.keyClick(rows, Qt.Key.Key_Delete)


def test_list_is_as_tall_as_its_rows_and_long_words_wrap(rows: UnsaidList) -> None:
    before = rows.heightForWidth(268)
    long = item(
        1, 0, title="Donaudampfschifffahrtsgesellschaftskapitän anrufen, sobald der Zug losgefahren ist"
    )
    rows.show_tray(Tray((long, *TRAY.unsaid[1:]), TRAY.could_mention, TRAY.earlier), TODAY)
    assert rows.heightForWidth(268) > before
    assert rows.heightForWidth(700) < rows.heightForWidth(268)
    assert_painted_whole(rows)


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("width", [220, 268, 420])
def test_rows_are_as_tall_as_what_is_painted(
    rows: UnsaidList, qapp: QApplication, qtbot: QtBot, width: int, scale: float
) -> None:
    theme.apply(qapp, "light", scale)
    rows.resize(width, 600)
    rows.set_covered({item(2, 1).key})
    qtbot.wait(1)
    assert_painted_whole(rows)
    theme.apply(qapp, "light", 1.0)


@pytest.mark.usefixtures("right_to_left", "pseudo_locale")
def test_rows_are_as_tall_as_what_is_painted_in_a_longer_language_from_the_right(
    request: pytest.FixtureRequest,
) -> None:
    assert_painted_whole(request.getfixturevalue("rows"))


def test_a_title_that_fits_in_one_line_takes_one(rows: UnsaidList) -> None:
    """Only what the words are about is painted bold; the rest is not measured so either."""
    title, room = "Phone on the table", 268 - START - END
    while not (fits(title, tokens.BODY, room) and not fits(title, tokens.LABEL, room)):
        title += "i"
    rows.show_tray(Tray((item(1, 0, title=title),), (), ()), TODAY)
    regular = rows.heightForWidth(268)
    rows.set_covered({item(1, 0).key})
    assert rows.heightForWidth(268) > regular


def fits(words: str, role: TypeRole, room: int) -> bool:
    return text_size(words, theme.font(role), room).height() <= QFontMetrics(theme.font(role)).height() + 1


def test_covered_and_opened_rows_paint_in_both_directions(rows: UnsaidList, qtbot: QtBot) -> None:
    rows.set_covered({item(1, 0).key, item(1, 2).key})
    left_to_right = rows.grab().toImage()
    rows.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    rows.rows.turn_earlier()
    qtbot.wait(20)
    assert rows.grab().toImage() != left_to_right
