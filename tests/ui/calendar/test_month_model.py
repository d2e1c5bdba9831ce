"""The month in whole weeks, as the delegate paints it and a screen reader speaks it."""

from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.builders import FIRST_DAY, TODAY
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.domain.plan import Plan
from trust_desktop.services import following_through
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.calendar.month_model import MonthModel
from trust_desktop.ui.common.marks import Mark

_DISPLAY = Qt.ItemDataRole.DisplayRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def model(session: VaultSession, plan: Plan) -> MonthModel:
    made = MonthModel()
    made.show(following_through.month(session, 2026, 11, 0))
    return made


def test_it_keeps_the_rules_of_models(
    session: VaultSession, plan: Plan, model: MonthModel, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(model)
    model.show(following_through.month(session, 2026, 12, 6))
    qtmodeltester.check(model)
    model.show(following_through.month(session, 2026, 12, 6))
    qtmodeltester.check(MonthModel())


def test_weeks_are_rows_and_weekdays_columns(model: MonthModel) -> None:
    assert (model.rowCount(), model.columnCount()) == (6, 7)
    assert model.day_at(model.index(0, 0)) == date(2026, 10, 26)
    assert model.index_of(TODAY) == model.index(4, 1)
    assert model.data(model.index_of(TODAY), _DISPLAY) == "24"


def test_days_outside_have_no_place(model: MonthModel) -> None:
    assert not model.index_of(date(2026, 10, 25)).isValid()
    assert model.cell(date(2026, 12, 7)) is None
    assert model.day_at(QModelIndex()) is None
    assert model.data(QModelIndex()) is None


def test_the_first_of_a_month_and_the_first_cell_name_their_month(model: MonthModel) -> None:
    named = {
        model.shown(row, column).day: model.shown(row, column).month_name
        for row in range(6)
        for column in range(7)
    }
    assert {day: name for day, name in named.items() if name} == {
        date(2026, 10, 26): "Oct",
        date(2026, 11, 1): "Nov",
        date(2026, 12, 1): "Dec",
    }


def test_marks_keep_the_slot_of_their_action(session: VaultSession, plan: Plan, model: MonthModel) -> None:
    sunday = date(2026, 11, 22)
    following_through.mark(session, plan.actions[3].id, sunday, Outcome.NOT_KEPT)
    model.show(following_through.month(session, 2026, 11, 0))
    shown = model.shown(*_place(model, sunday))
    assert shown.marks == ((1, Mark.NOT_RECORDED), (4, Mark.NOT_KEPT))
    assert not shown.leaf


def test_a_day_not_said_has_a_leaf(session: VaultSession, plan: Plan, model: MonthModel) -> None:
    following_through.mark(session, plan.actions[0].id, TODAY, Outcome.KEPT)
    model.show(following_through.month(session, 2026, 11, 0))
    assert model.shown(*_place(model, TODAY)).leaf


def test_days_to_come_stay_empty(model: MonthModel) -> None:
    to_come = model.shown(*_place(model, date(2026, 11, 25)))
    assert (to_come.marks, to_come.leaf) == ((), False)


def test_days_before_the_plan_was_said_stay_empty(model: MonthModel) -> None:
    assert model.shown(*_place(model, date(2026, 11, 1))).marks == ()


def test_a_cell_is_spoken_in_a_sentence(model: MonthModel) -> None:
    words = model.data(model.index_of(TODAY), _SPOKEN)
    assert str(words).startswith("Tuesday 24 November, today. ")


def test_columns_are_named_shortly_and_spoken_in_full(model: MonthModel) -> None:
    across = Qt.Orientation.Horizontal
    assert model.headerData(1, across) == "Tue"
    assert model.headerData(1, across, _SPOKEN) == "Tuesday"
    assert model.headerData(7, across) is None
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(0, across, Qt.ItemDataRole.ToolTipRole) is None


@pytest.mark.parametrize(("first", "name"), [(6, "Sun"), (5, "Sat")])
def test_the_week_may_begin_on_another_day(session: VaultSession, plan: Plan, first: int, name: str) -> None:
    model = MonthModel()
    model.show(following_through.month(session, 2026, 11, first))
    assert model.headerData(0, Qt.Orientation.Horizontal) == name
    assert model.week_of(TODAY).weekday() == first
    assert model.index_of(TODAY).column() == (1 - first) % 7


def test_one_week_alone_can_be_shown(session: VaultSession, plan: Plan, model: MonthModel) -> None:
    model.show(following_through.month(session, 2026, 11, 0), date(2026, 11, 23))
    assert model.rowCount() == 1
    assert model.day_at(model.index(0, 6)) == date(2026, 11, 29)


def test_in_the_same_month_only_what_changed_is_painted_again(
    session: VaultSession, plan: Plan, model: MonthModel
) -> None:
    resets: list[None] = []
    changed: list[QModelIndex] = []
    model.modelReset.connect(lambda: resets.append(None))
    model.dataChanged.connect(lambda first, last: changed.extend([first, last]))
    following_through.mark(session, plan.actions[0].id, TODAY, Outcome.KEPT)
    model.show(following_through.month(session, 2026, 11, 0))
    assert changed == [model.index_of(TODAY)] * 2
    assert resets == []
    model.show(following_through.month(session, 2026, 10, 0))
    assert len(resets) == 1


@pytest.mark.parametrize("day", [TODAY, date(2026, 11, 1), date(2026, 11, 25)])
def test_a_single_day_is_shown_as_its_month_would_show_it(
    session: VaultSession, plan: Plan, model: MonthModel, day: date
) -> None:
    for action, outcome in zip(plan.actions, Outcome, strict=False):
        if FIRST_DAY <= day <= TODAY:
            following_through.mark(session, action.id, day, outcome)
    following_through.set_note(session, day, "tea")
    model.show_day(following_through.day(session, day))
    whole = MonthModel()
    whole.show(following_through.month(session, 2026, 11, 0))
    assert model.cell(day) == whole.cell(day)
    assert model.shown(*_place(model, day)) == whole.shown(*_place(whole, day))


def test_a_day_of_another_month_changes_nothing(
    session: VaultSession, model: MonthModel, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(model.dataChanged):
        model.show_day(following_through.day(session, date(2027, 3, 1)))


def _place(model: MonthModel, day: date) -> tuple[int, int]:
    index = model.index_of(day)
    return index.row(), index.column()
