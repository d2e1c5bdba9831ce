"""The person's own side in the calendar: a small row of its own, with the same keys, undo and filling."""

from datetime import date, timedelta
from itertools import combinations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import TODAY, a_live_plan
from tests.ui.calendar.conftest import MakePage, on_weekdays
from trust_desktop.domain.cadence import Cadence
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.domain.plan import Plan
from trust_desktop.services import following_through
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.calendar.calendar_page import CalendarPage
from trust_desktop.ui.calendar.cell_look import CellLook
from trust_desktop.ui.calendar.fill_days import FillDays
from trust_desktop.ui.calendar.list_delegate import second_line
from trust_desktop.ui.calendar.toolbar import Mode
from trust_desktop.ui.open_vault import OpenVault

BREATHE = "Breathe before I answer"


@pytest.fixture
def plan(session: VaultSession) -> Plan:
    partners = (Cadence(), on_weekdays(0, 1, 2, 3), on_weekdays(5), on_weekdays(6))
    return a_live_plan(session, *partners, own=(Cadence(), on_weekdays(5)))


def own_outcomes(session: VaultSession, day: date = TODAY) -> list[Outcome | None]:
    return [own.outcome for own in following_through.day(session, day).own]


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [62, 73, 86, 96, 155])
def test_eight_marks_lie_apart_in_one_cell(qapp: QApplication, scale: float, width: int) -> None:
    theme.apply(qapp, "light", scale)
    look = CellLook()
    cell = QRect(0, 0, width, look.least_height(width, own=True))
    partners = look.slots(cell.adjusted(0, 0, 0, -look.own_strip))
    own = look.own_slots(cell)
    assert not any(one.intersects(other) for one, other in combinations((*partners, *own), 2))
    assert all(cell.contains(slot) for slot in own)
    assert own[0].width() >= 9
    assert own[0].width() < partners[0].width()
    assert max(slot.bottom() for slot in partners) < min(slot.top() for slot in own)


def test_the_row_is_there_only_where_there_are_commitments(page: CalendarPage, session: VaultSession) -> None:
    assert page.sheet.grid.model().has_own  # type: ignore[attr-defined]
    assert page.sheet.legend.own.isVisible()
    page.show_day(date(2026, 11, 30))
    assert page.sheet.legend.own.isVisible()


def test_without_commitments_the_month_is_as_it_was(session: VaultSession, make_page: MakePage) -> None:
    a_live_plan(session)
    page = make_page()
    assert not page.sheet.grid.model().has_own  # type: ignore[attr-defined]
    assert not page.sheet.legend.own.isVisible()


def test_a_small_mark_is_painted_under_the_others(
    page: CalendarPage, session: VaultSession, plan: Plan, qapp: QApplication
) -> None:
    following_through.mark(session, plan.commitments[0].id, TODAY, Outcome.KEPT)
    qapp.processEvents()
    grid = page.sheet.grid
    cell = grid.visualRect(grid.model().index_of(TODAY))  # type: ignore[attr-defined]
    picture = grid.viewport().grab(CellLook().own_slots(cell)[0]).toImage()
    kept = theme.color("mark")
    painted = sum(
        picture.pixelColor(x, y) == kept for x in range(picture.width()) for y in range(picture.height())
    )
    assert painted > 20


def test_it_is_marked_with_the_same_keys_after_the_partners(
    page: CalendarPage, session: VaultSession, vault: OpenVault
) -> None:
    grid = page.sheet.grid
    for key in (Qt.Key.Key_1, Qt.Key.Key_1, Qt.Key.Key_3):
        QTest.keyClick(grid, key)
    assert own_outcomes(session) == [Outcome.PARTLY, None]
    vault.undo_stack.undo()
    assert own_outcomes(session) == [None, None]
    QTest.keyClick(grid, Qt.Key.Key_2)
    QTest.keyClick(grid, Qt.Key.Key_0)
    assert own_outcomes(session) == [None, None]


def test_in_the_day_it_stands_under_its_own_heading(page: CalendarPage, qtbot: QtBot) -> None:
    listed = page.panel.action_list
    shown = [row for row in listed.rows if row.isVisible()]
    assert [row.words for row in shown][-1] == BREATHE
    assert shown[-1].accessibleName() == f"Your side: {BREATHE}. Not recorded yet."
    assert listed.own_heading.isVisible()
    assert shown[-2].geometry().bottom() < listed.own_heading.y() < shown[-1].y()
    page.show_day(date(2026, 10, 1))
    qtbot.waitUntil(lambda: not listed.own_heading.isVisible())


def test_it_is_never_among_what_can_be_said(page: CalendarPage, qtbot: QtBot) -> None:
    page.panel.action_list.rows[2].click()
    QTest.keyClick(page.sheet.grid, Qt.Key.Key_1)
    with qtbot.waitSignal(page.say_it_requested) as asked:
        QTest.keyClick(page.sheet.grid, Qt.Key.Key_S)
    assert asked.args == [frozenset()]


def test_a_reason_can_be_written_beside_it(page: CalendarPage, session: VaultSession) -> None:
    listed = page.panel.action_list
    listed.rows[2].click()
    listed.choices.buttons[3].click()
    listed.rows[2].click()
    assert listed.reason.isVisible()
    assert not listed.paths.isVisible(), "the three paths are about the partner's actions"
    listed.reason.set_text("I was tired")
    page.save_now()
    assert following_through.day(session, TODAY).own[0].reason == "I was tired"


def test_the_list_says_whose_side_it_is(page: CalendarPage) -> None:
    page.set_mode(Mode.LIST)
    model = page.list.days.model()
    rows = [model.row(model.index(place, 0)) for place in range(3)]  # type: ignore[attr-defined]
    assert rows[2].action.title == BREATHE
    assert second_line(rows[2]) == "Your side · Not recorded yet"
    page.set_mode(Mode.WEEK)
    assert page.sheet.legend.own.isVisibleTo(page.sheet.legend)


def test_filling_days_names_ones_own_side(
    page: CalendarPage, session: VaultSession, vault: OpenVault, qtbot: QtBot
) -> None:
    dialog = FillDays(session, 0, page)
    qtbot.addWidget(dialog)
    words = [str(dialog.model.index(row).data()) for row in range(dialog.model.rowCount())]
    assert f"Tuesday 24 November · Your side: {BREATHE}" in words
    keys = dialog.model.ticked()
    dialog.confirmed.connect(page._on_filled)
    dialog.confirm.click()
    assert own_outcomes(session, TODAY - timedelta(days=1)) == [Outcome.KEPT, None]
    vault.undo_stack.undo()
    assert own_outcomes(session, TODAY - timedelta(days=1)) == [None, None]
    assert len(keys) > 4
