"""Columns and rows give way when there is no room: beside each other, or under each other; Tab follows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.common.conftest import InWindow, PutOn
from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import QuietButton
from trust_desktop.ui.common.columns import ROOM, Columns
from trust_desktop.ui.common.ends import Ends
from trust_desktop.ui.common.tab_order import follow_layout
from trust_desktop.ui.common.wrapping import let_wrap


def two_columns(*, aside_leads: bool) -> Columns:
    columns = Columns(aside_width=200, gap=40, aside_leads=aside_leads)
    columns.main.addWidget(QuietButton("main"))
    columns.aside.addWidget(QuietButton("aside"))
    return columns


def corner(widget: QWidget, columns: Columns) -> tuple[int, int]:
    place = widget.mapTo(columns, widget.rect().topLeft())
    return place.x(), place.y()


def test_columns_stand_side_by_side_from_sixty_em_on(
    in_window: InWindow, qtbot: QtBot, put_on: PutOn
) -> None:
    columns = two_columns(aside_leads=False)
    window = in_window(columns, width=theme.em(ROOM) + 100)
    main, aside = columns.findChildren(QuietButton)
    assert columns.side_by_side
    assert corner(main, columns)[0] < corner(aside, columns)[0]
    put_on("light", 2.0)
    qtbot.waitUntil(lambda: corner(main, columns)[1] < corner(aside, columns)[1])
    put_on("light", 1.0)
    window.resize(theme.em(ROOM) + 100, 500)
    qtbot.waitUntil(lambda: corner(main, columns)[1] == corner(aside, columns)[1])


def test_a_leading_aside_goes_under_the_main_column(in_window: InWindow, qtbot: QtBot) -> None:
    columns = two_columns(aside_leads=True)
    window = in_window(columns, width=theme.em(ROOM) + 100)
    aside, main = sorted(columns.findChildren(QuietButton), key=lambda button: button.text())
    assert corner(aside, columns)[0] < corner(main, columns)[0]
    window.resize(theme.em(30), 500)
    qtbot.waitUntil(lambda: corner(main, columns)[1] < corner(aside, columns)[1])


def test_ends_stand_at_both_ends_or_under_each_other(in_window: InWindow, qtbot: QtBot) -> None:
    first, last = QuietButton("one end"), QuietButton("the other end")
    ends = Ends(first, last)
    window = in_window(ends, width=600)
    assert last.geometry().right() == ends.width() - 1
    one_row = ends.height()
    window.resize(first.width() + 40, 400)
    qtbot.waitUntil(lambda: last.y() >= first.geometry().bottom())
    assert ends.height() > one_row
    first.hide()
    qtbot.waitUntil(lambda: ends.heightForWidth(600) == last.height())


def test_ends_change_sides_with_the_direction(in_window: InWindow) -> None:
    first, last = QuietButton("one end"), QuietButton("the other end")
    ends = Ends(first, last)
    window = in_window(ends, width=600)
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    ends.resize(ends.width() - 1, ends.height())
    assert last.x() < first.x()


def test_a_button_that_may_wrap_does_not_widen_its_column(in_window: InWindow) -> None:
    button = QuietButton("a button with rather more words than its narrow column has room for")
    let_wrap(button)
    window = in_window(button, width=200)
    assert window.width() == 200
    assert button.height() > 2 * button.fontMetrics().height()


def test_tab_follows_the_layout_not_the_order_of_making(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    inner = QVBoxLayout()
    late, early, outside = QLineEdit(), QLineEdit(), QLineEdit(page)
    column.addWidget(late)
    column.insertLayout(0, inner)
    inner.addWidget(early)
    follow_layout(page)
    page.show()
    early.setFocus()
    page.setFocus()  # as the frame does when a page is opened
    for after in (early, late, outside, early):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        assert page.focusWidget() is after
