"""The list has the power of the grid: the same days, the same keys, each row spoken whole."""

from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.builders import TODAY
from tests.ui.calendar.conftest import MakePage, outcomes
from trust_desktop.domain.follow_through import MarkKey, Outcome
from trust_desktop.domain.plan import Plan
from trust_desktop.services import following_through
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.calendar.calendar_page import CalendarPage
from trust_desktop.ui.calendar.list_delegate import second_line
from trust_desktop.ui.calendar.list_model import ListModel
from trust_desktop.ui.calendar.list_view import DayList
from trust_desktop.ui.calendar.toolbar import Mode

_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
_KEPT, _LATE, _PARTLY, _NOT, _COULD_NOT = Outcome


@pytest.fixture
def days(page: CalendarPage, qtbot: QtBot) -> DayList:
    page.set_mode(Mode.LIST)
    page.list.days.setFocus()
    qtbot.waitUntil(page.list.days.hasFocus)
    return page.list.days


def current(days: DayList) -> str:
    return str(days.currentIndex().data(_SPOKEN))


def test_it_keeps_the_rules_of_models(session: VaultSession, plan: Plan, qtmodeltester: ModelTester) -> None:
    model = ListModel()
    qtmodeltester.check(model)
    model.show(following_through.days(session, date(2026, 11, 1), TODAY))
    qtmodeltester.check(model)
    model.show(following_through.days(session, date(2026, 11, 1), TODAY))
    qtmodeltester.check(model)


def test_the_newest_day_stands_first_and_no_day_to_come(page: CalendarPage, days: DayList) -> None:
    model = days.model()
    assert isinstance(model, ListModel)
    first, last = model.row(model.index(0)), model.row(model.index(model.rowCount() - 1))
    assert first is not None
    assert last is not None
    assert (first.day, last.day) == (TODAY, date(2026, 11, 1))


def test_a_day_on_which_nothing_was_due_has_a_row_too(days: DayList) -> None:
    model = days.model()
    assert isinstance(model, ListModel)
    index = model.index_of(date(2026, 11, 1), None)
    assert index.data() == "Nothing was due"
    assert not model.index_of(date(2026, 12, 1), None).isValid()
    assert model.data(QModelIndex()) is None


def test_a_row_is_spoken_whole(days: DayList) -> None:
    assert current(days) == "Tuesday 24 November, today. Phone on the table at dinner. Not recorded yet."


def test_keys_mark_the_row_one_is_on(days: DayList, session: VaultSession) -> None:
    QTest.keyClick(days, Qt.Key.Key_Down)
    QTest.keyClicks(days, "4")
    assert outcomes(session, TODAY) == [None, _NOT, None, None]


def test_a_mark_goes_on_to_the_next_row(days: DayList, session: VaultSession) -> None:
    QTest.keyClicks(days, "123")
    assert outcomes(session, TODAY) == [_KEPT, _LATE, _PARTLY, None]
    assert "Walk after dinner. Partly" in current(days)


def test_rows_run_on_into_the_day_before(page: CalendarPage, days: DayList, session: VaultSession) -> None:
    for _ in range(3):
        QTest.keyClick(days, Qt.Key.Key_Down)
    yesterday = TODAY.replace(day=23)
    assert page.day() == yesterday
    QTest.keyClicks(days, "2")
    assert outcomes(session, yesterday)[0] is _LATE


def test_a_recorded_row_can_be_corrected_and_cleared(
    days: DayList, session: VaultSession, plan: Plan
) -> None:
    following_through.mark(session, plan.actions[0].id, TODAY, _KEPT)
    days.select_row(TODAY, plan.actions[1].id)
    QTest.keyClick(days, Qt.Key.Key_Up)
    QTest.keyClicks(days, "5")
    assert outcomes(session, TODAY)[0] is _COULD_NOT
    QTest.keyClick(days, Qt.Key.Key_Home)
    QTest.keyClicks(days, "0")
    assert outcomes(session, TODAY)[0] is None


@pytest.mark.parametrize(("earlier", "later"), [(Qt.Key.Key_Left, Qt.Key.Key_Right)])
def test_left_and_right_go_by_day(page: CalendarPage, days: DayList, earlier: Qt.Key, later: Qt.Key) -> None:
    QTest.keyClick(days, earlier)
    QTest.keyClick(days, earlier)
    assert page.day() == TODAY.replace(day=22)
    QTest.keyClick(days, later)
    assert page.day() == TODAY.replace(day=23)
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QTest.keyClick(days, earlier)
    assert page.day() == TODAY


def test_pages_turn_the_month_and_t_comes_back(page: CalendarPage, days: DayList) -> None:
    QTest.keyClick(days, Qt.Key.Key_PageUp)
    assert page.title.text() == "October 2026"
    QTest.keyClicks(days, "t")
    assert page.day() == TODAY
    assert "24 November" in current(days)


def test_a_month_to_come_says_so(page: CalendarPage, days: DayList) -> None:
    QTest.keyClick(days, Qt.Key.Key_PageDown)
    assert days.model().rowCount() == 0
    assert page.list.nothing.isVisible()
    QTest.keyClick(days, Qt.Key.Key_Left)
    QTest.keyClicks(days, "1")
    assert page.title.text() == "December 2026"


def test_notes_and_saying_work_from_the_list(
    page: CalendarPage, days: DayList, plan: Plan, qtbot: QtBot
) -> None:
    QTest.keyClicks(days, "1")
    with qtbot.waitSignal(page.say_it_requested) as asked:
        QTest.keyClicks(days, "s")
    assert asked.args == [frozenset({MarkKey(plan.actions[0].id, TODAY)})]
    QTest.keyClicks(days, "n")
    QTest.keyClicks(page.panel.note, "tea")
    QTest.keyClick(page.panel.note, Qt.Key.Key_Escape)
    assert days.hasFocus()
    assert "a note" in str(days.model().index(2, 0).data(_SPOKEN))


def test_enter_opens_the_row_in_the_panel(page: CalendarPage, days: DayList) -> None:
    QTest.keyClick(days, Qt.Key.Key_Down)
    QTest.keyClick(days, Qt.Key.Key_Return)
    row = page.focusWidget()
    assert row.accessibleName().startswith("Text when the train leaves")


def test_a_choice_in_the_panel_moves_the_row(page: CalendarPage, days: DayList, plan: Plan) -> None:
    page.panel.action_list.choose(plan.actions[2].id)
    assert "Walk after dinner" in current(days)


def test_letters_do_not_search(days: DayList, page: CalendarPage) -> None:
    QTest.keyClicks(days, "w")
    assert "Phone" in current(days)


def test_the_second_line_tells_outcome_saying_and_note(session: VaultSession, plan: Plan) -> None:
    following_through.mark(session, plan.actions[2].id, TODAY, _KEPT)
    following_through.set_note(session, TODAY, "calm\nevening")
    model = ListModel()
    model.show(following_through.days(session, TODAY, TODAY))
    row = model.row(model.index(2))
    assert row is not None
    assert second_line(row) == "Kept · not said yet · calm evening"


@pytest.mark.parametrize(("appearance", "scale"), [("light", 1.0), ("dark", 2.0), ("contrast-light", 1.5)])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_rows_grow_with_their_words_in_every_look(
    page: CalendarPage,
    days: DayList,
    qapp: QApplication,
    appearance: str,
    scale: float,
    direction: Qt.LayoutDirection,
) -> None:
    page.setLayoutDirection(direction)
    theme.apply(qapp, appearance, scale)
    qapp.processEvents()
    first, second = (days.visualRect(days.model().index(row, 0)) for row in (0, 1))
    words = theme.px(14) + theme.px(13)
    assert second.height() > words
    assert first.height() > second.height()  # the day stands over its first row
    picture = days.viewport().grab(second).toImage()
    assert (
        len({picture.pixel(x, y) for x in range(picture.width()) for y in range(0, picture.height(), 2)}) > 8
    )


def test_the_list_is_narrow_too(plan: Plan, make_page: MakePage) -> None:
    page = make_page(width=640)
    page.set_mode(Mode.LIST)
    assert page.list.days.isVisible()
    assert page.line.isVisible()
    QTest.keyClick(page.list.days, Qt.Key.Key_Return)
    assert page.panel.isVisible()
