"""Three paths beside a missed day: none is pushed, each can be gone or left, and each can be undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tests.support.full_disk import full_disk
from trust_desktop import resources
from trust_desktop.domain.follow_through import MarkKey
from trust_desktop.services import setting_aside
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.common.clipboard import PrivateClipboard
from trust_desktop.ui.missed_day.missed_paths import MissedPaths
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.wording import review_message

PHONE = "Phone on the table at dinner"


@pytest.fixture
def paths(vault: OpenVault, missed: MarkKey, qtbot: QtBot) -> MissedPaths:
    made = MissedPaths(vault, PrivateClipboard(vault))
    qtbot.addWidget(made)
    made.show_missed(missed, PHONE)
    made.resize(420, 400)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def quotes(paths: MissedPaths) -> list[str]:
    assert paths.borrowed is not None
    return [copy.accessibleName().removeprefix("Copy: ") for copy in paths.borrowed.copies]


def test_nothing_is_opened_before_it_is_asked_for(paths: MissedPaths) -> None:
    assert paths.borrowed is None
    assert paths.leave.words == "Leave it for the weekly talk"
    assert paths.ask.accessibleName() == f"{PHONE}: Ask what got in the way"


def test_words_to_ask_with_can_be_borrowed_and_copied(paths: MissedPaths, qtbot: QtBot) -> None:
    qtbot.mouseClick(paths.ask, Qt.MouseButton.LeftButton)
    assert paths.borrowed is not None
    assert paths.borrowed.isVisible()
    assert paths.borrowed.copies[0].hasFocus()
    assert quotes(paths)[0] == f"“{PHONE}” didn’t happen on Tuesday. What got in the way?"
    paths.borrowed.copies[1].click()
    assert QGuiApplication.clipboard().text().startswith("I’d like to understand Tuesday")
    paths.ask.click()
    assert not paths.borrowed.isVisible()


def test_what_is_offered_asks_and_does_not_sting() -> None:
    for words in resources.content("missed_day", "en")["ask"]["words"]:
        assert review_message(words.format(action=PHONE, day="Tuesday")) == ()


def test_what_is_heard_can_be_written_down(paths: MissedPaths, missed: MarkKey, qtbot: QtBot) -> None:
    paths.ask.click()
    assert paths.borrowed is not None
    with qtbot.waitSignal(paths.write_requested) as asked:
        paths.borrowed.write.click()
    assert asked.args == [missed]


def test_another_days_words_are_not_left_open(paths: MissedPaths, missed: MarkKey) -> None:
    paths.ask.click()
    assert paths.borrowed is not None
    paths.show_missed(missed, PHONE)
    assert paths.borrowed.isVisible()
    paths.show_missed(missed._replace(day=missed.day.replace(day=23)), PHONE)
    assert not paths.borrowed.isVisible()
    paths.ask.click()
    assert "Monday" in quotes(paths)[0]


def test_adjusting_names_the_action(paths: MissedPaths, missed: MarkKey, qtbot: QtBot) -> None:
    with qtbot.waitSignal(paths.adjust_requested) as asked:
        paths.adjust.click()
    assert asked.args == [missed.action_id]


def test_a_day_is_left_for_the_weekly_talk_and_taken_back(
    paths: MissedPaths, vault: OpenVault, session: VaultSession, missed: MarkKey
) -> None:
    stack = vault.undo_stack
    paths.leave.click()
    assert [item.key for item in setting_aside.listed(session)] == [missed]
    assert paths.leave.words == "Left for the weekly talk: take it back"
    assert stack.undoText() == f"{PHONE}: left for the weekly talk."
    stack.undo()
    assert setting_aside.listed(session) == ()
    assert paths.leave.words == "Leave it for the weekly talk"
    stack.redo()
    paths.leave.click()
    assert setting_aside.listed(session) == ()
    stack.undo()
    assert paths.leave.words == "Left for the weekly talk: take it back"
    stack.redo()
    assert setting_aside.listed(session) == ()


def test_a_full_disk_is_told_and_leaves_nothing_to_undo(
    paths: MissedPaths, vault: OpenVault, qtbot: QtBot
) -> None:
    with full_disk(), qtbot.waitSignal(paths.trouble) as told:
        paths.leave.click()
    assert told.args[0] is not None
    assert not vault.undo_stack.canUndo()


def test_before_it_is_about_a_day_there_is_nothing_to_press(vault: OpenVault, qtbot: QtBot) -> None:
    empty = MissedPaths(vault, PrivateClipboard(vault))
    qtbot.addWidget(empty)
    assert empty.stops == []
    assert empty.findChildren(QAbstractButton) == []
