"""The quiet lines of the first page: which come first, what their doors do, and a running pause over them all."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests import builders
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.today import today_page
from trust_desktop.ui.today.quiet_line import Asking, Door, Matter, QuietLine, same_words, the_first
from trust_desktop.ui.today.reminders import Reminders
from trust_desktop.ui.today.today_page import TodayPage

Show = Callable[[], TodayPage]


def test_no_more_than_three_and_what_matters_at_midnight_comes_first() -> None:
    lines = [QuietLine(matter, matter.name) for matter in reversed(Matter)]
    assert [line.matter for line in the_first(lines)] == list(Matter)[:3]
    assert next(iter(Matter)) is Matter.PAUSE


def test_lines_of_one_matter_stay_in_their_order() -> None:
    lines = [QuietLine(Matter.REVIEW, words) for words in ("one", "two", "three", "four")]
    assert [line.words for line in the_first(lines)] == ["one", "two", "three"]


def test_a_door_leads_where_it_leads_now(qtbot: QtBot) -> None:
    opened: list[str] = []
    reminders = Reminders()
    qtbot.addWidget(reminders)
    reminders.show_lines([_line(lambda: opened.append("before"))])
    button = reminders.doors[0]
    reminders.show_lines([_line(lambda: opened.append("after"))])
    assert reminders.doors == [button], "nothing is built anew where the words are the same"
    button.click()
    assert opened == ["after"]


def test_the_keyboard_stays_among_the_lines_when_one_goes(qtbot: QtBot) -> None:
    reminders = Reminders()
    qtbot.addWidget(reminders)
    reminders.show_lines([_line(print), QuietLine(Matter.TOUR, "Last.", (Door("Begin", print),))])
    with qtbot.waitActive(reminders):
        reminders.show()
    reminders.doors[1].setFocus()
    reminders.show_lines([QuietLine(Matter.TOUR, "Only.", (Door("Begin", print, "Begin the tour"),))])
    assert reminders.doors[0].hasFocus()
    assert reminders.doors[0].accessibleName() == "Begin the tour"
    reminders.show_lines([])
    assert not reminders.isVisible()


def test_a_running_pause_stands_over_the_day(
    show: Show, session: VaultSession, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    builders.a_live_plan(session)

    def running(asking: Asking) -> Iterator[QuietLine]:
        door = Door("Open the pause", lambda: asking.go_to(Place.PAUSE))
        yield QuietLine(Matter.PAUSE, "You said you would be back at 21:40.", (door,))

    monkeypatch.setattr(today_page, "quiet_lines", lambda asking: list(running(asking)))
    page = show()
    assert page.pause.isVisible()
    assert page.pause.words.text() == "You said you would be back at 21:40."
    assert not page.reminders.isVisible()
    with qtbot.waitSignal(page.go_to_requested) as asked:
        qtbot.mouseClick(page.pause.door, Qt.MouseButton.LeftButton)
    assert asked.args == [Place.PAUSE]


def test_lines_are_there_before_there_is_a_plan(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(today_page, "quiet_lines", lambda _asking: [QuietLine(Matter.TOUR, "Look around.")])
    page = show()
    assert page.step.isVisible()
    assert page.reminders.isVisible()
    assert not page.due.isVisible()


def test_lines_with_other_doors_are_not_the_same() -> None:
    assert same_words([_line(print)], [_line(list)])
    assert not same_words([_line(print)], [])
    assert not same_words([_line(print)], [QuietLine(Matter.REVIEW, "Look again.")])


def _line(opened: Callable[[], object]) -> QuietLine:
    return QuietLine(Matter.REVIEW, "Look again.", (Door("Look", opened),))
