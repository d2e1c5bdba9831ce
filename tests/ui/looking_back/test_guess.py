"""Guess, then see: no count is anywhere before the guess is kept, or before it is asked to be shown."""

import re
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import Clock
from tests.support.full_disk import full_disk
from tests.ui.looking_back.conftest import Show
from trust_desktop.domain.plan import Plan
from trust_desktop.services import looking_back
from trust_desktop.services.session import Change, VaultSession
from trust_desktop.ui.looking_back import guess_draft

COUNT = re.compile(r"\d+ of \d+|\d+ (late|partly|not kept|could not|not recorded)|[Yy]ou recorded \d+")


def press(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def everything_said(page: QWidget) -> Iterator[str]:
    """All that any widget holds, shown or not, and all that a screen reader could be told."""
    for widget in [page, *page.findChildren(QWidget)]:
        if isinstance(widget, QLabel):
            yield widget.text()
        text = getattr(widget, "text", None)
        if callable(text):
            yield str(text())
        interface = QAccessible.queryAccessibleInterface(widget)
        for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value):
            yield interface.text(kind)


def counts_in(page: QWidget) -> list[str]:
    return [words for words in everything_said(page) if COUNT.search(words)]


def test_before_the_guess_no_count_is_in_any_widget_or_name(show: Show, plan: Plan) -> None:
    page = show()
    assert page.guess.isVisible()
    assert counts_in(page) == []
    assert page.counts.strips.view is None, "nothing was even read"
    assert not page.toolbar.isVisible()
    assert not page.doors.soon.isVisible()


def test_the_guess_is_stored_before_any_count_is_there(
    show: Show, plan: Plan, session: VaultSession, qtbot: QtBot
) -> None:
    page = show()
    phone, train = plan.actions[:2]
    page.guess.fields[train.id].setValue(6)
    seen_at_commit: list[tuple[object, list[str]]] = []
    forward = session.on_commit

    def watch(change: Change) -> None:
        stored = {row.action_id: row.guessed for row in looking_back.lately(session).rows}
        seen_at_commit.append((stored.get(train.id), counts_in(page)))
        forward(change)

    session.on_commit = watch
    press(qtbot, page.guess.see)
    assert seen_at_commit[-1] == (6, [])
    assert not page.guess.isVisible()
    assert page.counts.strips.statement() == "For “Text when the train leaves” you guessed 6. You recorded 9."
    assert "Phone on the table at dinner: 17 of 19" in page.counts.strips.rows[0].accessibleName()
    assert "You guessed 6." in page.counts.strips.rows[1].accessibleName()
    assert page.toolbar.span.isAncestorOf(page.focusWidget())
    assert phone.id not in {row.action_id for row in looking_back.lately(session).rows if row.guessed}


def test_just_show_me_shows_without_a_guess_for_the_whole_week(
    show: Show, plan: Plan, session: VaultSession, qtbot: QtBot, clock: Clock
) -> None:
    page = show()
    press(qtbot, page.guess.just_show)
    assert page.counts.strips.isVisible()
    assert page.counts.strips.statement() == ""
    assert not page.vault.undo_stack.canUndo()
    assert show().counts.strips.isVisible()
    clock.forward(days=7)
    assert show().guess.isVisible()


def test_by_keyboard_alone(show: Show, plan: Plan, session: VaultSession, qtbot: QtBot) -> None:
    page = show()
    first = page.guess.fields[plan.actions[0].id]
    qtbot.mouseClick(first.lineEdit(), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: first.lineEdit().selectedText() == "no guess")
    qtbot.keyClicks(first, "9")
    for _ in range(6):
        if page.guess.see.hasFocus():
            break
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert looking_back.lately(session).rows[0].guessed == 9


def test_a_guess_can_be_undone_and_then_nothing_is_counted(
    show: Show, plan: Plan, session: VaultSession, qtbot: QtBot
) -> None:
    page = show()
    page.guess.fields[plan.actions[0].id].setValue(4)
    press(qtbot, page.guess.see)
    page.vault.undo_stack.undo()
    assert page.guess.isVisible()
    assert not page.counts.isVisible()
    page.vault.undo_stack.redo()
    assert page.counts.isVisible()


def test_without_a_number_there_is_nothing_to_keep(show: Show, plan: Plan) -> None:
    page = show()
    field = page.guess.fields[plan.actions[0].id]
    assert (field.text(), page.guess.see.isEnabled()) == ("no guess", False)
    assert page.guess.reason.text().startswith("Guess one or more")
    field.setValue(0)
    assert page.guess.see.isEnabled()
    assert not page.guess.reason.isVisible()
    assert field.accessibleName() == "Your guess for Phone on the table at dinner"


def test_numbers_begun_are_there_again(show: Show, plan: Plan, session: VaultSession) -> None:
    page = show()
    page.guess.fields[plan.actions[1].id].setValue(5)
    assert page.keeper.pending
    page.save_now()
    assert guess_draft.load(session) == {plan.actions[1].id: 5}
    assert show().guess.fields[plan.actions[1].id].value() == 5


def test_a_full_disk_is_said_and_nothing_is_shown(
    show: Show, plan: Plan, session: VaultSession, qtbot: QtBot
) -> None:
    page = show()
    page.guess.fields[plan.actions[0].id].setValue(5)
    page.save_now()
    with full_disk():
        press(qtbot, page.guess.see)
    assert page.guess.reason.text().startswith("There is no room left on the disk.")
    assert counts_in(page) == []


def test_only_what_was_recorded_is_asked_about(show: Show, plan: Plan) -> None:
    assert set(show().guess.fields) == {plan.actions[0].id, plan.actions[1].id}


def test_with_nothing_recorded_there_is_nothing_to_guess(show: Show) -> None:
    page = show()
    assert not page.guess.isVisible()
    assert page.counts.strips.isVisible()


def test_past_midnight_it_asks_about_the_days_up_to_then_and_keeps_what_is_typed(
    show: Show, plan: Plan, session: VaultSession, clock: Clock, qtbot: QtBot
) -> None:
    page = show()
    phone, train = plan.actions[:2]
    page.guess.fields[train.id].setValue(6)
    clock.forward(days=1)
    page.day_watch.look()
    assert page.guess.numbers()[train.id] == 6
    assert phone.id in page.guess.fields
    press(qtbot, page.guess.see)
    assert looking_back.lately(session).guessed_on == session.today
    clock.forward(days=6)  # another week by now
    page.vault.undo_stack.undo()
    assert looking_back.take_guess_back(session, looking_back.week_of_guess(session)) == {}
    clock.forward(days=-6)
    assert looking_back.to_guess(session) is not None
