"""Several days are marked kept at once, except what was different; one step back undoes it all."""

from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.builders import FIRST_DAY, TODAY
from tests.ui.calendar.conftest import outcomes
from trust_desktop import identity
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.domain.plan import Plan
from trust_desktop.services import following_through
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.calendar.calendar_page import CalendarPage
from trust_desktop.ui.calendar.fill_days import FillDays, Span
from trust_desktop.ui.calendar.fill_model import FillModel
from trust_desktop.ui.open_vault import OpenVault

_KEPT = Outcome.KEPT
_CHECK = Qt.ItemDataRole.CheckStateRole


@pytest.fixture
def fill(session: VaultSession, plan: Plan, qtbot: QtBot) -> FillDays:
    made = FillDays(session, 0)
    qtbot.addWidget(made)
    made.show()
    return made


def rows(fill: FillDays) -> list[str]:
    return [str(fill.model.index(row).data()) for row in range(fill.model.rowCount())]


def test_the_model_keeps_the_rules(session: VaultSession, plan: Plan, qtmodeltester: ModelTester) -> None:
    model = FillModel()
    qtmodeltester.check(model)
    model.show(following_through.days(session, FIRST_DAY, TODAY))
    qtmodeltester.check(model)


def test_this_week_is_what_was_due_since_monday(fill: FillDays) -> None:
    assert fill.span() == (date(2026, 11, 23), TODAY)
    assert rows(fill) == [
        "Monday 23 November · Phone on the table at dinner",
        "Monday 23 November · Text when the train leaves",
        "Tuesday 24 November · Phone on the table at dinner",
        "Tuesday 24 November · Text when the train leaves",
        "Tuesday 24 November · Walk after dinner",
    ]


def test_since_the_last_recorded_day(fill: FillDays, session: VaultSession, plan: Plan) -> None:
    following_through.mark(session, plan.actions[0].id, date(2026, 11, 20), _KEPT)
    fill.spans.set_value(Span.SINCE_RECORDED)
    assert fill.span() == (date(2026, 11, 20), TODAY)
    assert rows(fill)[0] == "Saturday 21 November · Phone on the table at dinner"


def test_with_nothing_recorded_it_begins_where_the_plan_did(fill: FillDays) -> None:
    fill.spans.set_value(Span.SINCE_RECORDED)
    assert fill.span() == (FIRST_DAY, TODAY)


def test_any_span_can_be_chosen_but_none_before_the_plan(fill: FillDays) -> None:
    fill.spans.set_value(Span.CHOSEN)
    assert fill.first.isVisible()
    fill.first.set_day(date(2026, 11, 7))
    fill.last.set_day(date(2026, 11, 8))
    assert [row.split(" · ")[0] for row in rows(fill)] == ["Saturday 7 November"] * 2 + [
        "Sunday 8 November"
    ] * 2
    fill.first.set_day(date(2020, 1, 1))
    assert fill.span()[0] == FIRST_DAY


def test_a_span_the_wrong_way_round_is_empty(fill: FillDays) -> None:
    fill.spans.set_value(Span.CHOSEN)
    fill.last.set_day(FIRST_DAY)
    fill.first.set_day(TODAY)
    assert rows(fill) == []
    assert fill.nothing.isVisible()
    assert not fill.confirm.isEnabled()


def test_space_takes_one_out_and_enter_does_it(fill: FillDays, qtbot: QtBot) -> None:
    fill.rows.setFocus()
    fill.rows.setCurrentIndex(fill.model.index(1))
    QTest.keyClick(fill.rows, Qt.Key.Key_Space)
    assert fill.model.index(1).data(_CHECK) == Qt.CheckState.Unchecked
    with qtbot.waitSignal(fill.confirmed) as confirmed:
        QTest.keyClick(fill.rows, Qt.Key.Key_Return)
    assert len(confirmed.args[0]) == 4
    assert not fill.isVisible()


def test_a_press_takes_one_out_and_puts_it_back(fill: FillDays) -> None:
    place = fill.rows.visualRect(fill.model.index(0)).center()
    for state in (Qt.CheckState.Unchecked, Qt.CheckState.Checked):
        QTest.mouseClick(
            fill.rows.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
        )
        assert fill.model.index(0).data(_CHECK) == state


def test_what_was_taken_out_stays_out_while_other_days_are_looked_at(fill: FillDays) -> None:
    fill.model.toggle(fill.model.index(0))
    fill.spans.set_value(Span.SINCE_RECORDED)
    fill.spans.set_value(Span.WEEK)
    assert len(fill.model.ticked()) == 4


def test_with_all_taken_out_there_is_nothing_to_do(fill: FillDays, qtbot: QtBot) -> None:
    for row in range(fill.model.rowCount()):
        fill.model.toggle(fill.model.index(row))
    assert not fill.confirm.isEnabled()
    with qtbot.assertNotEmitted(fill.confirmed):
        QTest.keyClick(fill.rows, Qt.Key.Key_Return)


def test_escape_leaves_everything_as_it_is(fill: FillDays, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(fill.confirmed):
        QTest.keyClick(fill, Qt.Key.Key_Escape)
    assert not fill.isVisible()


def test_the_window_has_the_neutral_name(fill: FillDays) -> None:
    assert fill.windowTitle() == identity.NAME


def test_the_model_takes_ticks_only(fill: FillDays) -> None:
    model = fill.model
    assert not model.setData(model.index(0), "words", Qt.ItemDataRole.EditRole)
    assert not model.setData(QModelIndex(), Qt.CheckState.Checked, _CHECK)
    assert model.data(QModelIndex()) is None
    assert model.data(model.index(0), Qt.ItemDataRole.ToolTipRole) is None


def test_days_are_filled_from_the_page_as_one_step(
    page: CalendarPage, session: VaultSession, plan: Plan, vault: OpenVault
) -> None:
    following_through.mark(session, plan.actions[0].id, TODAY, Outcome.PARTLY)
    page.toolbar.fill.click()
    fill = page.findChild(FillDays)
    assert fill is not None
    fill.model.toggle(fill.model.index(0))
    fill.confirm.click()
    assert outcomes(session, date(2026, 11, 23)) == [None, _KEPT, None, None]
    assert outcomes(session, TODAY) == [Outcome.PARTLY, _KEPT, _KEPT, None]
    assert vault.undo_stack.count() == 1
    vault.undo_stack.undo()
    assert outcomes(session, TODAY) == [Outcome.PARTLY, None, None, None]
    vault.undo_stack.redo()
    assert outcomes(session, TODAY) == [Outcome.PARTLY, _KEPT, _KEPT, None]
