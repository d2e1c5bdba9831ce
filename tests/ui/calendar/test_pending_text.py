"""What is typed is saved by itself within a second, and never lost on the way to other words."""

from collections.abc import Hashable

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.support.stretch import within
from trust_desktop.domain.errors import DiskFull
from trust_desktop.ui.calendar.pending_text import SAVE_AFTER_MS, PendingText
from trust_desktop.ui.common.text_area import TextArea


class Kept:
    """Remembers what was saved; `trouble` is raised instead."""

    def __init__(self) -> None:
        self.saved: list[tuple[Hashable, str, int]] = []
        self.trouble: Exception | None = None

    def __call__(self, subject: Hashable, text: str, typing: int) -> None:
        if self.trouble is not None:
            raise self.trouble
        self.saved.append((subject, text, typing))

    def texts(self) -> list[str]:
        return [text for _, text, _ in self.saved]


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.fixture
def area(qtbot: QtBot) -> TextArea:
    made = TextArea("A note")
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def pending(area: TextArea, kept: Kept) -> PendingText:
    made = PendingText(area, kept)
    made.show("monday", "")
    return made


def test_the_figure_is_two_seconds() -> None:
    assert SAVE_AFTER_MS <= 1000


def test_typing_is_saved_by_itself(qtbot: QtBot, area: TextArea, pending: PendingText, kept: Kept) -> None:
    with within(2 * SAVE_AFTER_MS / 1000):
        QTest.keyClicks(area, "tea")
        qtbot.waitUntil(lambda: kept.texts() == ["tea"])
    assert not pending.pending


def test_typing_without_a_pause_is_saved_too(
    qtbot: QtBot, area: TextArea, pending: PendingText, kept: Kept
) -> None:
    with within(2 * SAVE_AFTER_MS / 1000):
        for _ in range(100):
            QTest.keyClicks(area, "x")
            qtbot.wait(SAVE_AFTER_MS // 8)
            if kept.saved:
                break
    assert pending is not None


def test_one_go_of_typing_has_one_number(area: TextArea, pending: PendingText, kept: Kept) -> None:
    for letter in "ab":
        QTest.keyClicks(area, letter)
        pending.flush()
    pending.show("tuesday", "")
    QTest.keyClicks(area, "c")
    pending.flush()
    assert [(subject, text) for subject, text, _ in kept.saved] == [
        ("monday", "a"),
        ("monday", "ab"),
        ("tuesday", "c"),
    ]
    numbers = [typing for _, _, typing in kept.saved]
    assert numbers[0] == numbers[1] != numbers[2]


def test_going_to_another_day_saves_under_the_day_it_was_typed_for(
    area: TextArea, pending: PendingText, kept: Kept
) -> None:
    QTest.keyClicks(area, "late bus")
    pending.show("tuesday", "there")
    assert [(subject, text) for subject, text, _ in kept.saved] == [("monday", "late bus")]
    assert area.text() == "there"


def test_what_is_read_again_does_not_disturb_typing(area: TextArea, pending: PendingText) -> None:
    QTest.keyClicks(area, "half a sen")
    pending.show("monday", "")
    assert area.text() == "half a sen"


def test_a_blank_at_the_end_stays_while_typing(area: TextArea, pending: PendingText) -> None:
    QTest.keyClicks(area, "one ")
    pending.flush()
    pending.show("monday", "one")  # the vault keeps it without the blank
    QTest.keyClicks(area, "two")
    assert area.text() == "one two"


def test_an_undone_note_is_shown(area: TextArea, pending: PendingText) -> None:
    pending.show("monday", "before")
    assert area.text() == "before"


def test_nothing_typed_is_nothing_saved(pending: PendingText, kept: Kept) -> None:
    pending.flush()
    assert kept.saved == []


def test_words_that_could_not_be_saved_wait_for_the_next_time(
    area: TextArea, pending: PendingText, kept: Kept, qtbot: QtBot
) -> None:
    kept.trouble = DiskFull()
    QTest.keyClicks(area, "important")
    with qtbot.waitSignal(pending.saved) as told:
        pending.flush()
    assert told.args == [kept.trouble]
    assert pending.pending
    kept.trouble = None
    with qtbot.waitSignal(pending.saved) as told:
        pending.flush()
    assert told.args == [None]
    assert kept.texts() == ["important"]


def test_words_that_could_not_be_saved_outlast_a_look_at_another_day(
    area: TextArea, pending: PendingText, kept: Kept
) -> None:
    kept.trouble = DiskFull()
    QTest.keyClicks(area, "important")
    pending.show("tuesday", "there")
    assert area.text() == "there"
    pending.show("monday", "")
    assert area.text() == "important"
    pending.show("tuesday", "there")
    kept.trouble = None
    pending.flush()
    assert [(subject, text) for subject, text, _ in kept.saved] == [("monday", "important")]
    assert not pending.pending
