"""A draft is saved soon after the last change, at the latest two seconds after the first, and tried again."""

from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from tests.support.stretch import within
from trust_desktop.domain.errors import DiskFull
from trust_desktop.ui.common import draft_keeper
from trust_desktop.ui.common.draft_keeper import DraftKeeper


def test_no_change_is_kept_from_the_vault_for_two_seconds() -> None:
    assert draft_keeper.REST < draft_keeper.LONGEST < 2_000


def test_nothing_is_saved_without_a_change(qtbot: QtBot) -> None:
    calls: list[int] = []
    keeper = DraftKeeper(lambda: calls.append(1))
    keeper.save_now()
    assert calls == []


def test_a_pause_saves_once(qtbot: QtBot) -> None:
    calls: list[int] = []
    keeper = DraftKeeper(lambda: calls.append(1))
    with within(2), qtbot.waitSignal(keeper.saved):
        for _ in range(5):
            keeper.touch()
    qtbot.wait(draft_keeper.LONGEST)
    assert calls == [1]
    assert not keeper.pending


def test_forgotten_changes_are_not_saved(qtbot: QtBot) -> None:
    calls: list[int] = []
    keeper = DraftKeeper(lambda: calls.append(1))
    keeper.touch()
    keeper.forget()
    qtbot.wait(draft_keeper.REST + 100)
    assert calls == []


def test_full_disk_says_so_and_is_tried_again(qtbot: QtBot) -> None:
    room = False

    def save() -> None:
        if not room:
            raise DiskFull

    keeper = DraftKeeper(save)
    said = QSignalSpy(keeper.not_saved)
    keeper.touch()
    keeper.save_now()
    assert said.count() == 1
    assert keeper.pending, "the words are not given up"
    room = True
    with qtbot.waitSignal(keeper.saved):
        keeper.save_now()
