"""The day beside the grid: choosing an action, its outcome and reason, and a note that is never lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.builders import TODAY
from tests.support.painted import ink
from tests.support.stretch import within
from tests.ui.calendar.conftest import MakePage, action_on, on_weekdays, outcomes
from trust_desktop.domain.cadence import Cadence, CadenceKind
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.domain.plan import Plan
from trust_desktop.services import following_through
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.calendar.action_row import ActionRow
from trust_desktop.ui.calendar.calendar_page import CalendarPage
from trust_desktop.ui.open_vault import OpenVault

_KEPT, _LATE, _PARTLY, _NOT, _COULD_NOT = Outcome


def shown_rows(page: CalendarPage) -> list[ActionRow]:
    return [row for row in page.panel.action_list.rows if row.isVisible()]


def titles(page: CalendarPage) -> list[str]:
    return [row.words for row in shown_rows(page)]


def test_it_shows_what_is_due_and_offers_the_rest(page: CalendarPage) -> None:
    assert titles(page) == ["Phone on the table at dinner", "Text when the train leaves", "Walk after dinner"]
    page.panel.action_list.more.click()
    assert titles(page)[3] == "Sunday call"
    assert not page.panel.action_list.more.isVisible()


def test_an_action_not_due_can_be_marked(page: CalendarPage, session: VaultSession) -> None:
    page.panel.action_list.more.click()
    shown_rows(page)[3].click()
    page.panel.action_list.choices.buttons[0].click()
    assert outcomes(session, TODAY) == [None, None, None, _KEPT]
    page.show_day(TODAY.replace(day=23))
    page.show_day(TODAY)
    assert titles(page)[3] == "Sunday call"


def test_an_action_without_due_days_is_always_there(session: VaultSession, make_page: MakePage) -> None:
    from tests.builders import a_live_plan

    a_live_plan(
        session, on_weekdays(5), Cadence(CadenceKind.TIMES_A_WEEK, times=2), on_weekdays(5), on_weekdays(5)
    )
    page = make_page()
    assert titles(page) == ["Text when the train leaves"]
    assert "Any day it happens" in shown_rows(page)[0].accessibleName()


def test_a_press_on_an_action_chooses_it(page: CalendarPage, session: VaultSession) -> None:
    shown_rows(page)[2].click()
    page.panel.action_list.choices.buttons[2].click()
    assert outcomes(session, TODAY) == [None, None, _PARTLY, None]


def test_up_and_down_choose_an_action(page: CalendarPage, session: VaultSession) -> None:
    page.panel.focus_day()
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Down)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Down)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Down)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Up)
    QTest.keyClicks(page.focusWidget(), "4")
    assert outcomes(session, TODAY) == [None, _NOT, None, None]


def test_the_whole_day_can_be_marked_from_the_panel(page: CalendarPage, session: VaultSession) -> None:
    page.panel.focus_day()
    for key in "123":
        QTest.keyClicks(page.focusWidget(), key)
    assert outcomes(session, TODAY) == [_KEPT, _LATE, _PARTLY, None]


def test_the_keyboard_goes_on_with_the_choice(page: CalendarPage) -> None:
    page.panel.focus_day()
    QTest.keyClicks(page.focusWidget(), "1")
    assert page.focusWidget() is shown_rows(page)[1]


def test_tab_goes_from_the_action_to_its_outcomes_and_on_to_the_note(page: CalendarPage) -> None:
    page.panel.focus_day()
    seen = [page.focusWidget()]
    for _ in range(12):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        seen.append(page.focusWidget())
    parts = [
        shown_rows(page)[0],
        page.panel.action_list.choices.buttons[0],
        *shown_rows(page)[1:],
        page.panel.note,
    ]
    places = [seen.index(part) for part in [*parts, page.panel.say_it]]
    assert places == sorted(places)


def test_a_row_says_whether_it_was_said(page: CalendarPage, session: VaultSession, plan: Plan) -> None:
    from trust_desktop.domain.acknowledgement import AcknowledgementDraft
    from trust_desktop.domain.follow_through import MarkKey
    from trust_desktop.services import acknowledging

    QTest.keyClicks(page.sheet.grid, "11")
    assert "not said yet" in shown_rows(page)[0].accessibleName()
    covers = frozenset({MarkKey(plan.actions[0].id, TODAY)})
    draft = acknowledging.save_draft(session, AcknowledgementDraft(text="Thank you", covers=covers))
    acknowledging.deliver(session, draft, Way.ALOUD, TODAY)
    assert shown_rows(page)[0].accessibleName() == "Phone on the table at dinner. Kept, said aloud."
    assert "not said yet" in shown_rows(page)[1].accessibleName()


def test_a_reason_is_asked_for_where_something_got_in_the_way(
    page: CalendarPage, session: VaultSession
) -> None:
    page.panel.focus_day()
    QTest.keyClicks(page.focusWidget(), "5")
    reason = page.panel.action_list.reason
    assert reason.isVisible()
    QTest.keyClicks(reason, "the train stood still")
    page.save_now()
    assert action_on(session, TODAY, 1).reason == "the train stood still"
    assert action_on(session, TODAY, 1).outcome is _COULD_NOT


def test_no_reason_is_asked_for_what_was_kept(page: CalendarPage, plan: Plan) -> None:
    QTest.keyClicks(page.sheet.grid, "1")
    page.panel.action_list.choose(plan.actions[0].id)
    assert not page.panel.action_list.reason.isVisible()


def test_a_reason_stays_when_the_outcome_is_corrected(
    page: CalendarPage, session: VaultSession, plan: Plan
) -> None:
    following_through.mark(session, plan.actions[0].id, TODAY, _COULD_NOT, "ill")
    page.panel.action_list.choose(plan.actions[0].id)
    assert page.panel.action_list.reason.text() == "ill"
    QTest.keyClicks(page.sheet.grid, "3")
    assert (action_on(session, TODAY, 1).outcome, action_on(session, TODAY, 1).reason) == (_PARTLY, "ill")


def test_typing_a_reason_is_one_step_back(
    page: CalendarPage, session: VaultSession, vault: OpenVault
) -> None:
    page.panel.focus_day()
    QTest.keyClicks(page.focusWidget(), "5")
    for words in ("the ", "bus"):
        QTest.keyClicks(page.panel.action_list.reason, words)
        page.save_now()
    assert vault.undo_stack.undoText() == "Phone on the table at dinner: reason written."
    vault.undo_stack.undo()
    assert action_on(session, TODAY, 1).reason == ""
    assert action_on(session, TODAY, 1).outcome is _COULD_NOT


def test_n_leads_to_the_note_and_it_is_saved_by_itself(
    page: CalendarPage, session: VaultSession, qtbot: QtBot
) -> None:
    QTest.keyClicks(page.sheet.grid, "n")
    assert page.panel.note.hasFocus()
    with within(2):
        QTest.keyClicks(page.panel.note, "We laughed. 1 n s t 0")
        qtbot.waitUntil(lambda: following_through.note(session, TODAY) == "We laughed. 1 n s t 0")
    assert outcomes(session, TODAY) == [None] * 4


def test_a_note_is_saved_on_the_way_to_another_day(page: CalendarPage, session: VaultSession) -> None:
    QTest.keyClicks(page.panel.note, "slept well")
    page.show_day(TODAY.replace(day=3))
    assert following_through.note(session, TODAY) == "slept well"
    assert page.panel.note.text() == ""
    page.show_day(TODAY)
    assert page.panel.note.text() == "slept well"


@pytest.mark.parametrize("leave", ["hide", "save_now"])
def test_a_note_is_saved_on_leaving(page: CalendarPage, session: VaultSession, leave: str) -> None:
    QTest.keyClicks(page.panel.note, "half a thou")
    getattr(page, leave)()
    assert following_through.note(session, TODAY) == "half a thou"


def test_a_note_being_typed_stays_when_something_else_changes(
    page: CalendarPage, session: VaultSession, plan: Plan
) -> None:
    QTest.keyClicks(page.panel.note, "half a thou")
    following_through.mark(session, plan.actions[0].id, TODAY, _KEPT)
    assert page.panel.note.text() == "half a thou"


def test_a_note_typed_in_one_go_is_one_quiet_step_back(
    page: CalendarPage, session: VaultSession, vault: OpenVault
) -> None:
    for words in ("slept ", "well"):
        QTest.keyClicks(page.panel.note, words)
        page.save_now()
    assert vault.undo_stack.count() == 1
    assert vault.undo_stack.undoText() == ""
    vault.undo_stack.undo()
    assert following_through.note(session, TODAY) == ""
    assert page.panel.note.text() == ""
    vault.undo_stack.redo()
    assert page.panel.note.text() == "slept well"


def test_escape_leaves_the_note_for_the_grid(page: CalendarPage, session: VaultSession) -> None:
    QTest.keyClicks(page.sheet.grid, "n")
    QTest.keyClicks(page.panel.note, "tea")
    QTest.keyClick(page.panel.note, Qt.Key.Key_Escape)
    assert page.sheet.grid.hasFocus()
    assert following_through.note(session, TODAY) == "tea"


def test_a_locked_vault_is_left_alone(page: CalendarPage, session: VaultSession) -> None:
    session.close()
    page.save_now()
    page.look_at_the_clock()
    page.hide()


def test_the_button_names_the_partner(page: CalendarPage) -> None:
    assert page.panel.say_it.words == "Say it to Sam"


@pytest.mark.parametrize("width", [180, 272, 400])
def test_a_row_wraps_instead_of_cutting_off(page: CalendarPage, width: int) -> None:
    QTest.keyClicks(page.sheet.grid, "2")
    row = shown_rows(page)[0]
    assert row.heightForWidth(150) > row.heightForWidth(600)
    row.limits_height = False
    row.resize(width, row.height())
    wanted = row.heightForWidth(width)
    assert ink(row, wanted - 12) < ink(row, wanted) == ink(row, wanted + 80)
