"""A day is marked, corrected, cleared and taken back by key alone, and it stands in the vault at once."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.builders import FIRST_DAY, TODAY, Clock, a_live_plan
from tests.ui.calendar.conftest import MakePage, on_weekdays, outcomes
from trust_desktop.domain.follow_through import MarkKey, Outcome
from trust_desktop.domain.plan import Plan
from trust_desktop.services import following_through
from trust_desktop.services.session import Change, VaultSession
from trust_desktop.ui.calendar.calendar_page import CalendarPage
from trust_desktop.ui.open_vault import OpenVault

_KEPT, _LATE, _PARTLY, _NOT, _COULD_NOT = Outcome


def press(widget: QWidget, *keys: Qt.Key | str) -> None:
    for key in keys:
        if isinstance(key, str):
            QTest.keyClicks(widget, key)
        else:
            QTest.keyClick(widget, key)


def test_each_key_marks_the_next_action_that_is_due(page: CalendarPage, session: VaultSession) -> None:
    press(page.sheet.grid, "1", "2", "3")
    assert outcomes(session, TODAY) == [_KEPT, _LATE, _PARTLY, None]


@pytest.mark.parametrize(("key", "outcome"), list(zip("12345", Outcome, strict=True)))
def test_keys_are_the_five_outcomes(
    page: CalendarPage, session: VaultSession, key: str, outcome: Outcome
) -> None:
    press(page.sheet.grid, key)
    assert outcomes(session, TODAY)[0] is outcome


def test_any_past_day_can_be_filled_in(page: CalendarPage, session: VaultSession) -> None:
    page.show_day(FIRST_DAY)
    press(page.sheet.grid, "1", "4")
    assert outcomes(session, FIRST_DAY) == [_KEPT, _NOT, None, None]


def test_a_day_to_come_cannot_be_marked_and_says_so(page: CalendarPage, session: VaultSession) -> None:
    tomorrow = TODAY + timedelta(days=1)
    page.show_day(tomorrow)
    press(page.sheet.grid, "1")
    assert outcomes(session, tomorrow) == [None] * 4
    rows = [row for row in page.panel.action_list.rows if row.isVisible()]
    assert "Still to come" in rows[0].accessibleName()
    assert not page.panel.action_list.choices.isVisible()


def test_a_mark_that_a_wrong_clock_left_on_a_day_to_come_can_be_taken_away(
    page: CalendarPage, session: VaultSession, clock: Clock, qtbot: QtBot
) -> None:
    later = TODAY + timedelta(days=40)
    clock.forward(days=40)
    following_through.mark(session, 2, later, _KEPT)
    clock.forward(days=-40)
    page.show_day(later)
    rows = page.panel.action_list.rows
    qtbot.waitUntil(lambda: any("Kept" in row.accessibleName() for row in rows))
    next(row for row in rows if "Kept" in row.accessibleName()).click()
    press(page.panel.action_list, "0")
    assert outcomes(session, later) == [None] * 4


def test_a_key_that_marks_nothing_says_why(page: CalendarPage, qtbot: QtBot, announced: list[str]) -> None:
    grid, why = page.sheet.grid, page.panel.why_not
    page.show_day(TODAY + timedelta(days=1))
    press(grid, "1")
    assert why.isVisible()
    assert why.text() == "This day is still to come."
    assert announced == ["This day is still to come."]
    assert grid.hasFocus(), "one goes on with the arrows"
    page.show_day(FIRST_DAY - timedelta(days=7))
    qtbot.waitUntil(lambda: not why.isVisible())  # the day follows where one stops leafing
    press(grid, "3")
    assert why.text() == "Nothing was asked for on this day."
    page.show_day(TODAY)
    press(grid, "0")
    assert why.text() == "There is no mark to take away."
    assert len(announced) == 3
    press(grid, "1")
    assert not why.isVisible()
    press(grid, "1", "1")
    page.show_day(TODAY - timedelta(days=1))
    page.show_day(TODAY)
    press(grid, "4")
    assert why.text() == "What was due is marked. Choose an action to change it."
    assert page.panel.focus_inside


def test_before_there_is_anything_to_mark_a_key_says_so(
    make_page: MakePage, session: VaultSession, announced: list[str]
) -> None:
    page = make_page()
    press(page.sheet.grid, "2")
    a_live_plan(session, said=False)
    press(page.sheet.grid, "2")
    assert announced == [
        "There is nothing to mark before there is a plan.",
        "Days can be marked once the plan is said.",
    ]
    assert page.sheet.grid.hasFocus()


def test_a_day_where_nothing_was_due_can_be_marked_all_the_same(
    session: VaultSession, make_page: MakePage, announced: list[str]
) -> None:
    sundays = on_weekdays(6)
    a_live_plan(session, sundays, sundays, sundays, sundays)
    page = make_page()
    press(page.sheet.grid, "1")
    assert announced == ["Nothing was due on this day. Choose what you want to mark."]


@pytest.mark.parametrize("day", [TODAY + timedelta(days=1), FIRST_DAY - timedelta(days=7)])
def test_enter_on_a_day_without_marks_leads_to_its_note(page: CalendarPage, day: date) -> None:
    page.show_day(day)
    press(page.sheet.grid, Qt.Key.Key_Return)
    assert page.panel.note.hasFocus()


def test_enter_before_the_plan_was_said_leads_to_the_note(unsaid_page: CalendarPage) -> None:
    press(unsaid_page.sheet.grid, Qt.Key.Key_Return)
    assert unsaid_page.panel.note.hasFocus()


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is spoken besides what has the keyboard."""
    said: list[str] = []
    tell = QAccessible.updateAccessibility

    def listen(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())
        tell(event)

    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    return said


def test_the_last_mark_of_a_day_can_be_corrected_at_once(page: CalendarPage, session: VaultSession) -> None:
    press(page.sheet.grid, "1", "1", "1", "3")
    assert outcomes(session, TODAY) == [_KEPT, _KEPT, _PARTLY, None]


def test_a_recorded_day_is_not_overwritten_by_a_key(page: CalendarPage, session: VaultSession) -> None:
    press(page.sheet.grid, "1", "1", "1")
    page.show_day(TODAY - timedelta(days=1))
    page.show_day(TODAY)
    press(page.sheet.grid, "4")
    assert outcomes(session, TODAY) == [_KEPT, _KEPT, _KEPT, None]
    assert page.panel.focus_inside


def test_zero_takes_the_mark_just_made_away(page: CalendarPage, session: VaultSession) -> None:
    press(page.sheet.grid, "1", "0")
    assert outcomes(session, TODAY) == [None] * 4
    press(page.sheet.grid, "0")
    assert outcomes(session, TODAY) == [None] * 4


def test_zero_on_another_day_clears_nothing(page: CalendarPage, session: VaultSession) -> None:
    press(page.sheet.grid, "1", Qt.Key.Key_Left, "0")
    assert outcomes(session, TODAY)[0] is _KEPT


def test_zero_clears_the_chosen_action(page: CalendarPage, session: VaultSession, plan: Plan) -> None:
    press(page.sheet.grid, "1", "1", "1")
    page.panel.action_list.choose(plan.actions[0].id)
    press(page.sheet.grid, "0")
    assert outcomes(session, TODAY) == [None, _KEPT, _KEPT, None]


def test_marks_can_be_undone_and_redone_with_words(
    page: CalendarPage, session: VaultSession, vault: OpenVault
) -> None:
    press(page.sheet.grid, "1", "4")
    assert vault.undo_stack.undoText() == "Text when the train leaves: Not kept."
    vault.undo_stack.undo()
    vault.undo_stack.undo()
    assert outcomes(session, TODAY) == [None] * 4
    vault.undo_stack.redo()
    assert outcomes(session, TODAY) == [_KEPT, None, None, None]
    assert vault.undo_stack.redoText() == "Text when the train leaves: Not kept."


def test_a_mark_taken_back_is_the_next_to_mark(
    page: CalendarPage, session: VaultSession, vault: OpenVault
) -> None:
    press(page.sheet.grid, "1", "1")
    vault.undo_stack.undo()
    press(page.sheet.grid, "5")
    assert outcomes(session, TODAY) == [_KEPT, _COULD_NOT, None, None]


def test_a_cleared_mark_says_so_and_comes_back(
    page: CalendarPage, session: VaultSession, vault: OpenVault
) -> None:
    press(page.sheet.grid, "2", "0")
    assert vault.undo_stack.undoText() == "Phone on the table at dinner: mark cleared."
    vault.undo_stack.undo()
    assert outcomes(session, TODAY)[0] is _LATE


def test_the_same_mark_again_is_no_step(page: CalendarPage, vault: OpenVault) -> None:
    press(page.sheet.grid, "1", "1", "1", "1")
    assert vault.undo_stack.count() == 3


def test_the_grid_shows_a_mark_at_once(page: CalendarPage) -> None:
    press(page.sheet.grid, "3")
    words = page.sheet.grid.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert "1 partly" in words


def test_a_mark_made_elsewhere_is_shown(page: CalendarPage, session: VaultSession, plan: Plan) -> None:
    following_through.mark(session, plan.actions[0].id, TODAY, _PARTLY)
    assert "1 partly" in page.sheet.grid.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_change_that_concerns_no_day_is_not_read(
    page: CalendarPage, vault: OpenVault, qtbot: QtBot
) -> None:
    model = page.sheet.grid.model()
    with qtbot.assertNotEmitted(model.dataChanged), qtbot.assertNotEmitted(model.modelReset):
        vault.changed.emit(Change.DRAFTS)


def test_say_it_carries_what_is_not_said(page: CalendarPage, plan: Plan, qtbot: QtBot) -> None:
    press(page.sheet.grid, "1", "2", "4")
    with qtbot.waitSignal(page.say_it_requested) as asked:
        press(page.sheet.grid, "s")
    assert asked.args == [frozenset({MarkKey(plan.actions[0].id, TODAY), MarkKey(plan.actions[1].id, TODAY)})]


def test_say_it_offers_what_was_partly_kept_where_nothing_else_is_there(
    page: CalendarPage, plan: Plan, qtbot: QtBot
) -> None:
    press(page.sheet.grid, "3", "4")
    with qtbot.waitSignal(page.say_it_requested) as asked:
        page.panel.say_it.click()
    assert asked.args == [frozenset({MarkKey(plan.actions[0].id, TODAY)})]


def test_words_can_be_said_about_nothing_in_particular(page: CalendarPage, qtbot: QtBot) -> None:
    page.show_day(date(2026, 12, 24))
    with qtbot.waitSignal(page.say_it_requested) as asked:
        press(page.sheet.grid, "s")
    assert asked.args == [frozenset()]


def test_before_the_plan_was_said_nothing_is_marked_and_the_way_is_shown(
    unsaid_page: CalendarPage, session: VaultSession, qtbot: QtBot
) -> None:
    press(unsaid_page.sheet.grid, "1")
    assert outcomes(session, TODAY) == [None] * 4
    assert unsaid_page.panel.empty.isVisible()
    assert "Sam" in unsaid_page.panel.empty.sentence.text()
    assert not unsaid_page.toolbar.fill.isEnabled()
    with qtbot.waitSignal(unsaid_page.go_to_plan_requested):
        unsaid_page.panel.empty.button.click()


def test_without_a_plan_the_calendar_is_calm(make_page: MakePage) -> None:
    page = make_page()
    press(page.sheet.grid, "1", "0")
    assert page.panel.empty.heading.text() == "Nothing to mark yet"
    assert not page.panel.say_it.isVisible()


@pytest.fixture
def unsaid_page(session: VaultSession, make_page: MakePage) -> CalendarPage:
    a_live_plan(session, said=False)
    return make_page()


def test_a_plan_that_is_said_brings_the_days(unsaid_page: CalendarPage, session: VaultSession) -> None:
    from trust_desktop.domain.delivery import Way
    from trust_desktop.services import planning

    plan = planning.live_plan(session)
    assert plan is not None
    planning.record_said(session, plan.id, TODAY, Way.ALOUD)
    assert not unsaid_page.panel.empty.isVisible()
    press(unsaid_page.sheet.grid, "1")
    assert outcomes(session, TODAY)[0] is _KEPT


def test_the_day_goes_on_when_it_ends(page: CalendarPage, clock: Clock) -> None:
    clock.forward(hours=8)  # 02:00: still the same day
    page.look_at_the_clock()
    assert page.day() == TODAY
    clock.forward(hours=2)
    page.look_at_the_clock()
    assert page.day() == TODAY + timedelta(days=1)
    assert page.panel.today.isVisible()


def test_a_past_day_being_filled_in_stays_when_the_day_ends(page: CalendarPage, clock: Clock) -> None:
    page.show_day(FIRST_DAY)
    clock.forward(hours=10)
    page.look_at_the_clock()
    assert page.day() == FIRST_DAY
