"""On a full disk a line of an earlier check-in stays as it was and what is typed stays typed, and the page says so."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.builders import Clock
from tests.support.full_disk import full_disk
from trust_desktop.domain.check_in import Noted
from trust_desktop.services import checking_in
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.check_in.check_in_page import CheckInPage
from trust_desktop.ui.check_in.entry import Entry

NO_ROOM = "There is no room left on the disk. What you noted is still here."


@pytest.fixture
def page(show: Callable[[], CheckInPage], session: VaultSession, clock: Clock) -> CheckInPage:
    for week in range(2):
        checking_in.keep(session, Noted(week, line=f"Week {week}"))
        clock.forward(days=7)
    return show()


def entry(page: CheckInPage, at: int = 0) -> Entry:
    return page.earlier.entries[at]


def press(qtbot: QtBot, on: Entry, words: str) -> None:
    button = next(each for each in on.findChildren(QPushButton) if each.text() == words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def lines(session: VaultSession) -> list[str]:
    return [each.noted.line for each in checking_in.newest(session, 2)]


def test_a_line_taken_out_stays_and_can_go_later(
    page: CheckInPage, session: VaultSession, qtbot: QtBot
) -> None:
    with full_disk():
        press(qtbot, entry(page), "Take these words out")
    assert (lines(session), entry(page).reason.text()) == (["Week 1", "Week 0"], NO_ROOM)
    press(qtbot, entry(page), "Take these words out")
    assert lines(session) == ["", "Week 0"]
    assert not entry(page).reason.isVisible()


@pytest.mark.parametrize("saved", [True, False])
def test_a_changed_line_stays_typed_and_can_be_kept_later(
    page: CheckInPage, session: VaultSession, qtbot: QtBot, *, saved: bool
) -> None:
    press(qtbot, entry(page), "Change these words")
    field = entry(page).field
    assert field is not None
    field.set_text("A slow one")
    if saved:
        page.earlier.save_now()
    with full_disk():
        press(qtbot, entry(page), "Keep these words")
        assert (lines(session), entry(page).reason.text()) == (["Week 1", "Week 0"], NO_ROOM)
        press(qtbot, entry(page, 1), "Change these words")
        page.earlier.refresh()
    again = entry(page).field
    assert again is not None
    assert again.text() == "A slow one"
    press(qtbot, entry(page), "Keep these words")
    assert lines(session) == ["A slow one", "Week 0"]
    assert entry(page).field is None


def test_words_begun_cannot_be_left_without_room(
    page: CheckInPage, session: VaultSession, qtbot: QtBot
) -> None:
    press(qtbot, entry(page), "Change these words")
    field = entry(page).field
    assert field is not None
    field.set_text("A slow one")
    page.earlier.save_now()
    with full_disk():
        press(qtbot, entry(page), "Leave them as they were")
        assert (entry(page).field, entry(page).reason.text()) == (field, NO_ROOM)
    press(qtbot, entry(page), "Leave them as they were")
    assert (entry(page).field, lines(session)) == (None, ["Week 1", "Week 0"])
