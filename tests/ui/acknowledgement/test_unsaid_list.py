"""What is not said yet, as rows: grouped by action, spoken, chosen and put away by keyboard and mouse."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.builders import TODAY
from trust_desktop.domain.follow_through import MarkKey, Outcome
from trust_desktop.services.acknowledging import Tray, UnsaidItem
from trust_desktop.ui.acknowledgement.unsaid_list import UnsaidList
from trust_desktop.ui.acknowledgement.unsaid_model import Kind


def item(action: int, days: int, outcome: Outcome = Outcome.KEPT, title: str = "") -> UnsaidItem:
    key = MarkKey(action, TODAY - timedelta(days=days))
    return UnsaidItem(key, action, title or f"Action {action}", "", outcome, days)


TRAY = Tray(
    unsaid=(item(1, 0), item(1, 2), item(2, 1, Outcome.KEPT_LATE_TOLD)),
    could_mention=(item(3, 1, Outcome.PARTLY),),
    earlier=(item(1, 20),),
)


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
    assert not rows.grab().isNull()


def test_covered_and_opened_rows_paint_in_both_directions(rows: UnsaidList, qtbot: QtBot) -> None:
    rows.set_covered({item(1, 0).key, item(1, 2).key})
    left_to_right = rows.grab().toImage()
    rows.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    rows.rows.turn_earlier()
    qtbot.wait(20)
    assert rows.grab().toImage() != left_to_right
