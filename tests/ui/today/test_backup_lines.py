"""A backup that was not made is said on one day; the drill is offered in the first week, put off, or declined."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.builders import NOW, TODAY, Clock
from trust_desktop.domain.backup import BackupName
from trust_desktop.domain.errors import BackupPlaceMissing
from trust_desktop.domain.vault import Protection, VaultInfo
from trust_desktop.services import backing_up, recovery_drill
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.today.quiet_line import Matter
from trust_desktop.ui.today.today_page import TodayPage

Show = Callable[[], TodayPage]


@pytest.fixture
def kept(session: VaultSession) -> Iterator[VaultSession]:
    """The same vault, told from an example."""
    session.info = VaultInfo(1, "0a1b2c3d", protection=Protection.DEVICE)
    yield session
    session.info = None


def matters(page: TodayPage) -> set[Matter]:
    return {line.matter for line in page.reminders.shown}


def press(qtbot: QtBot, page: TodayPage, words: str) -> None:
    door = next(each for each in page.reminders.doors if each.text() == words)
    qtbot.mouseClick(door, Qt.MouseButton.LeftButton)


def test_why_there_is_none_is_said_on_one_day(
    qtbot: QtBot, show: Show, kept: VaultSession, clock: Clock
) -> None:
    backing_up.note_problem(kept, BackupPlaceMissing())
    page = show()
    assert Matter.BACKUP in matters(page)
    with qtbot.waitSignal(page.go_to_requested) as went:
        press(qtbot, page, "See backups")
    assert went.args == [Place.BACKUPS]
    clock.forward(days=1)
    page.check_day()
    assert Matter.BACKUP not in matters(page)


@pytest.mark.parametrize(
    ("hours", "said"),
    [(-1, "What came last is not in a backup yet."), (-24, "There is no backup of today yet.")],
)
def test_nothing_is_said_against_a_backup_that_is_there(
    show: Show, kept: VaultSession, hours: int, said: str
) -> None:
    backing_up.note_made(kept, BackupName(1, "0a1b2c3d", NOW.replace(tzinfo=None) + timedelta(hours=hours)))
    backing_up.note_problem(kept, BackupPlaceMissing())
    (line,) = (line for line in show().reminders.shown if line.matter is Matter.BACKUP)
    assert line.words.startswith(said)


def test_it_is_said_no_more_when_it_was_read(qtbot: QtBot, show: Show, kept: VaultSession) -> None:
    backing_up.note_problem(kept, BackupPlaceMissing())
    page = show()
    press(qtbot, page, "All right")
    page.check_day()
    assert Matter.BACKUP not in matters(page)
    assert backing_up.state(kept).problem == "BackupPlaceMissing"


@pytest.mark.parametrize("words", ["Later", "Not at all"])
def test_the_drill_is_put_off_or_declined(
    qtbot: QtBot, show: Show, kept: VaultSession, clock: Clock, words: str
) -> None:
    recovery_drill.begin(kept)
    page = show()
    assert Matter.DRILL not in matters(page)
    clock.forward(days=1)
    page.check_day()
    assert Matter.DRILL in matters(page)
    press(qtbot, page, words)
    page.check_day()
    assert Matter.DRILL not in matters(page)
    clock.forward(days=2)
    page.check_day()
    assert (Matter.DRILL in matters(page)) is (words == "Later")


def test_the_drill_leads_to_backups_and_goes_once_it_was_done(
    qtbot: QtBot, show: Show, kept: VaultSession, clock: Clock
) -> None:
    recovery_drill.begin(kept)
    clock.forward(days=1)
    page = show()
    with qtbot.waitSignal(page.way_back_requested):
        press(qtbot, page, "Try it")
    recovery_drill.note_code(kept)
    page.check_day()
    assert Matter.DRILL not in matters(page)
    assert replace(recovery_drill.state(kept)).code_on == kept.today > TODAY
