"""Marking on Today: one press or key marks, is corrected in the same place, and is said where it cannot be kept."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests import builders
from tests.builders import TODAY
from tests.support.full_disk import full_disk
from tests.ui.today.rows import row, texts
from trust_desktop.domain.acknowledgement import AcknowledgementDraft
from trust_desktop.domain.cadence import Cadence, CadenceKind
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.follow_through import MarkKey, Outcome
from trust_desktop.services import acknowledging, following_through
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.today.action_row import ActionRow
from trust_desktop.ui.today.today_page import TodayPage

Show = Callable[[], TodayPage]


def test_one_press_marks_and_undo_puts_it_back(show: Show, session: VaultSession, qtbot: QtBot) -> None:
    plan = builders.a_live_plan(session)
    page = show()
    first = row(page, plan, 1)
    assert page.lead.text() == "Two things are open today, and there is time."
    qtbot.mouseClick(first.bar.buttons[0], Qt.MouseButton.LeftButton)
    assert first.action.outcome is Outcome.KEPT
    assert not first.bar.isVisible()
    assert "not said yet" in texts(first)
    assert page.lead.text() == "One thing is kept. One is still open, and there is time."
    stack = page.vault.undo_stack
    assert stack.undoText() == "Phone on the table at dinner: kept."
    stack.undo()
    assert first.action.outcome is None
    assert first.bar.isVisible()
    stack.redo()
    assert first.action.outcome is Outcome.KEPT


@pytest.mark.parametrize(("key", "outcome"), list(zip("12345", Outcome, strict=True)))
def test_keys_mark_a_focused_row(
    show: Show, session: VaultSession, qtbot: QtBot, key: str, outcome: Outcome
) -> None:
    plan = builders.a_live_plan(session)
    page = show()
    first = row(page, plan, 1)
    first.setFocus()
    qtbot.keyClicks(first, key)
    assert first.action.outcome is outcome
    assert first.hasFocus()
    qtbot.keyClicks(first, "0")
    assert first.action.outcome is None


def test_a_mark_is_corrected_in_the_same_place(show: Show, session: VaultSession, qtbot: QtBot) -> None:
    plan = builders.a_live_plan(session)
    page = show()
    first = row(page, plan, 1)
    first.setFocus()
    qtbot.keyClicks(first, "1")
    qtbot.mouseClick(first.word, Qt.MouseButton.LeftButton)
    assert first.bar.isVisible()
    qtbot.mouseClick(first.bar.buttons[0], Qt.MouseButton.LeftButton)
    assert not first.bar.isVisible(), "the same word again only closes the bar"
    assert page.vault.undo_stack.count() == 1
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Return)
    qtbot.mouseClick(first.bar.buttons[2], Qt.MouseButton.LeftButton)
    assert first.action.outcome is Outcome.PARTLY
    assert "you could mention it" in texts(first)


def test_full_disk_marks_nothing_and_says_so(show: Show, session: VaultSession, qtbot: QtBot) -> None:
    plan = builders.a_live_plan(session)
    page = show()
    first = row(page, plan, 1)
    with full_disk():
        qtbot.mouseClick(first.bar.buttons[0], Qt.MouseButton.LeftButton)
    assert first.action.outcome is None
    assert first.bar.outcome() is None, "no button stays pressed for what was not kept"
    assert "no room" in page.due.reason.text()
    assert page.vault.undo_stack.count() == 0
    qtbot.mouseClick(first.bar.buttons[0], Qt.MouseButton.LeftButton)
    assert first.action.outcome is Outcome.KEPT
    assert not page.due.reason.isVisible()


def test_other_keys_are_left_to_the_window(show: Show, session: VaultSession, qtbot: QtBot) -> None:
    plan = builders.a_live_plan(session)
    page = show()
    first = row(page, plan, 1)
    first.setFocus()
    qtbot.keyClicks(first, "678")
    qtbot.keyClick(first, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert first.action.outcome is None


@pytest.mark.parametrize("way", Way)
def test_what_was_said_is_told_beside_the_mark(show: Show, session: VaultSession, way: Way) -> None:
    plan = builders.a_live_plan(session)
    key = MarkKey(plan.actions[0].id, TODAY)
    following_through.mark(session, *key, Outcome.KEPT)
    acknowledging.deliver(session, AcknowledgementDraft(None, "thank you", frozenset({key})), way, TODAY)
    first = row(show(), plan, 1)
    assert any(text.startswith("said ") for text in texts(first))
    assert "not said yet" not in texts(first)


def test_times_a_week_show_their_week_quietly(show: Show, session: VaultSession) -> None:
    plan = builders.a_live_plan(session)
    following_through.mark(session, plan.actions[2].id, TODAY - timedelta(days=1), Outcome.KEPT)
    assert "1 of 2 this week" in texts(row(show(), plan, 3))


def test_times_a_week_are_due_on_no_single_day(show: Show, session: VaultSession, qtbot: QtBot) -> None:
    plan = builders.a_live_plan(session)
    page = show()
    assert page.lead.text() == "Two things are open today, and there is time."
    QApplication.processEvents()
    due, weekly = [row(page, plan, slot) for slot in (1, 2)], row(page, plan, 3)
    heading = next(label for label in page.due.findChildren(QLabel) if label.text() == "Any day this week")
    tops = [widget.mapTo(page, QPoint(0, 0)).y() for widget in (page.due.heading, *due, heading, weekly)]
    assert tops == sorted(tops), "under a heading of its own, after what is due"
    assert len(page.due.findChildren(ActionRow)) == 3, "as many under Due today as the sentence counts"
    assert inked(due[0])
    assert not inked(weekly), "no dotted mark where no day is due"
    assert weekly.accessibleName() == "Walk after dinner: 0 of 2 this week. Keys 1 to 5 mark it."
    weekly.setFocus()
    qtbot.keyClicks(weekly, "1")
    assert inked(weekly)
    assert weekly.accessibleName() == "Walk after dinner: Kept, 1 of 2 this week. Keys 1 to 5 mark it."
    assert page.lead.text() == "Two things are open today, and there is time."


def inked(row: ActionRow) -> bool:
    """Whether a mark is painted at the row's beginning."""
    painted = row._mark.grab().toImage()
    colours = {painted.pixel(x, y) for x in range(painted.width()) for y in range(painted.height())}
    return len(colours) > 1


def test_something_nearly_missed_can_be_marked_though_not_due(
    show: Show, session: VaultSession, qtbot: QtBot
) -> None:
    plan = builders.a_live_plan(session, Cadence(CadenceKind.WHENEVER))
    page = show()
    assert page.due.row(plan.actions[0].id) is None
    qtbot.mouseClick(page.due.nearly, Qt.MouseButton.LeftButton)
    whenever = row(page, plan, 1)
    qtbot.waitUntil(whenever.hasFocus)
    assert not page.due.nearly.isVisible()
    qtbot.keyClicks(whenever, "2")
    assert whenever.action.outcome is Outcome.KEPT_LATE_TOLD
