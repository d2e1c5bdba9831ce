"""A person looks back on three weeks with somebody, by keyboard and mouse, in the window as it is."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests import builders
from tests.builders import TODAY, Clock
from tests.support.window_keys import KEYS
from tests.support.window_keys import press as press_keys
from trust_desktop.domain.check_in import Feeling, Noted
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.domain.plan import Plan
from trust_desktop.services import checking_in, following_through, looking_back
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.check_in.check_in_page import CheckInPage
from trust_desktop.ui.looking_back.looking_back_page import LookingBackPage
from trust_desktop.ui.main_window import MainWindow
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.open_vault import OpenVault

Open = Callable[[], MainWindow]


@pytest.fixture
def plan(session: VaultSession) -> Plan:
    """Three weeks in which the train's text came every time but one."""
    plan = builders.a_live_plan(session)
    train = plan.actions[1]
    due = plan.due_between(train, TODAY - timedelta(days=20), TODAY)
    marks = [(train.id, day, Outcome.KEPT if at else Outcome.NOT_KEPT) for at, day in enumerate(due)]
    following_through.mark_days(session, marks)
    return plan


@pytest.fixture
def open_window(session: VaultSession, qtbot: QtBot, qapp: QApplication) -> Open:
    theme.apply(qapp, "light", 1.0)
    windows: list[MainWindow] = []

    def build() -> MainWindow:
        windows.append(MainWindow(OpenVault(session)))
        qtbot.addWidget(windows[-1])
        with qtbot.waitActive(windows[-1]):
            windows[-1].show()
        return windows[-1]

    return build


def press(qtbot: QtBot, window: QWidget, words: str) -> None:
    """Press what bears these words, or says them to a screen reader."""
    found = [
        button
        for button in window.findChildren(QAbstractButton)
        if button.isVisible() and words in (button.text().replace("&&", "&"), button.accessibleName())
    ]
    assert found, words
    qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)


def reads(window: QWidget) -> str:
    """All that can be read or heard."""
    shown = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    heard = [widget.accessibleName() for widget in window.findChildren(QWidget) if widget.isVisible()]
    return "\n".join([*shown, *heard])


def looking_back_in(window: MainWindow) -> LookingBackPage:
    page = window.page(Place.LOOKING_BACK)
    assert isinstance(page, LookingBackPage)
    return page


def test_i_thought_it_was_less_than_it_was(
    open_window: Open, plan: Plan, session: VaultSession, qtbot: QtBot
) -> None:
    """I guess before I look, and what I recorded stands beside my guess without a word about it."""
    window = open_window()
    press_keys(qtbot, window, KEYS[Place.LOOKING_BACK])
    page = looking_back_in(window)
    assert window.place is Place.LOOKING_BACK
    assert " of " not in reads(page.counts)
    field = page.guess.fields[plan.actions[1].id]
    field.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClicks(field, "6")
    press(qtbot, page, "Keep my guess and show me")
    beside = "For “Text when the train leaves” you guessed 6. You recorded 11."
    qtbot.waitUntil(lambda: beside in reads(page))
    assert "Text when the train leaves: 11 of 12. 1 not kept. You guessed 6." in reads(page)
    assert "%" not in reads(page)


def test_once_a_week_i_note_how_it_is_and_one_week_i_do_not(
    open_window: Open, plan: Plan, session: VaultSession, qtbot: QtBot, clock: Clock
) -> None:
    """Today asks in one line; I note two numbers and a line, skip a week, and see a gap and no reproach."""
    window = open_window()
    press(qtbot, window, "Check in")
    page = window.page(Place.CHECK_IN)
    assert isinstance(page, CheckInPage)
    qtbot.mouseClick(page.form.rows[Feeling.FELT_SAFETY].scale.cells[4], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.form.rows[Feeling.STEADINESS].scale.cells[6], Qt.MouseButton.LeftButton)
    qtbot.keyClicks(page.form.line, "I slept.")
    press(qtbot, page, "Keep it")
    clock.forward(days=7)
    window.go_to(Place.TODAY)
    press(qtbot, window, "Not this week: put the check-in off")
    clock.forward(days=7)
    checking_in.keep(session, Noted(5, None, 7))
    window.go_to(Place.LOOKING_BACK)
    found = looking_back_in(window).chart.chart.accessibleDescription()
    assert (
        found == "24 November: Felt safety 4 · My steadiness 6; 8 December: Felt safety 5 · My steadiness 7"
    )
    assert "skipped" not in reads(window)


def test_a_line_i_would_rather_not_have_written_can_go(
    open_window: Open, plan: Plan, session: VaultSession, qtbot: QtBot, clock: Clock
) -> None:
    checking_in.keep(session, Noted(2, line="He shouted again."))
    clock.forward(days=7)
    window = open_window()
    window.go_to(Place.CHECK_IN)
    press(qtbot, window, "Take these words out: Tuesday 24 November")
    assert "shouted" not in reads(window)
    assert checking_in.newest(session, 1)[0].noted == Noted(2)
    window.undo()
    assert checking_in.newest(session, 1)[0].noted.line == "He shouted again."


def test_what_i_see_can_be_read_to_me_and_put_on_paper(
    open_window: Open, plan: Plan, session: VaultSession, qtbot: QtBot
) -> None:
    window = open_window()
    window.go_to(Place.LOOKING_BACK)
    page = looking_back_in(window)
    press(qtbot, page, "Just show me")
    press(qtbot, page, "Show as a table")
    cells = page.counts.tables.tables[0].words
    spoken = [cells.index(1, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in range(2)]
    assert spoken == ["Action: Text when the train leaves", "Kept: 11 of 12"]
    press(qtbot, page, "Print")
    sheets = [each for each in window.findChildren(QWidget) if type(each).__name__ == "PrintSheet"]
    assert len(sheets) == 1
    sheets[0].close()


def test_the_doors_lead_where_they_say(
    open_window: Open, plan: Plan, session: VaultSession, qtbot: QtBot
) -> None:
    looking_back.guess(session, {plan.actions[0].id: None})
    window = open_window()
    for place in sorted(looking_back_in(window).doors.places, key=lambda each: each.value):
        window.go_to(Place.LOOKING_BACK)
        qtbot.mouseClick(looking_back_in(window).doors.places[place], Qt.MouseButton.LeftButton)
        assert window.place is place
