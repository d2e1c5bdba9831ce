"""A long text that was never read holds nothing up: it is read bit by bit, and answered when all of it was."""

import random
import time
from itertools import pairwise

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from benchmarks.wording_work import forget, text_of
from tests.support.stretch import stretch
from tests.ui.remarks.conftest import Write, Written, review
from training.labelled import load
from trust_desktop.ui.common.text_area import MOST_CHARACTERS
from trust_desktop.ui.remarks.looking import AT_ONCE, Looking
from trust_desktop.wording import Bits, Remark, message_review, review_message

TWO = "Thank you, it was about time. You did the bare minimum."
HOLDS = 0.1
"""Seconds: a tenth of a second is what nobody notices."""


class Slow:
    """A look of three bits, each as long as a whole turn."""

    def __init__(self) -> None:
        self.begun: list[str] = []
        self.ended: list[str] = []

    def __call__(self, text: str) -> Bits[tuple[Remark, ...]]:
        self.begun.append(text)
        for _ in range(3):
            time.sleep(AT_ONCE)
            yield
        self.ended.append(text)
        return review(text)


def count(written: Written) -> str:
    """Return how the card counts the remarks."""
    labels = [label.text() for label in written.card.findChildren(QLabel) if label.isVisible()]
    return next((text for text in labels if text.startswith("1 of ")), "")


@pytest.mark.once
def test_the_longest_text_put_in_lets_the_window_go_on(
    write: Write, qtbot: QtBot, beats: list[float]
) -> None:
    rows = [row.text for row in load("messages", "train") if not row.harm and "\n" not in row.text]
    text = text_of(random.Random(3), rows, MOST_CHARACTERS)
    begun = time.monotonic()
    whole = review_message(text)
    at_once = time.monotonic() - begun
    assert len(whole) > 10
    assert at_once > 2 * HOLDS, "it is long enough to be felt"
    written = write(look=message_review)
    forget()
    with stretch() as stretched:
        qtbot.waitUntil(lambda: len(beats) > 2)
        written.field.set_text(text)
        qtbot.waitUntil(lambda: written.remarks.shown is not None, timeout=60_000)
        qtbot.wait(20)
    held = max(after - before for before, after in pairwise(beats))
    allowed = max(
        HOLDS * stretched.worst, at_once / 4
    )  # on a slow machine each bit is longer, as the whole is
    assert held <= allowed, f"held for {held:.3f} s of {at_once:.3f}"
    qtbot.waitUntil(lambda: count(written) == f"1 of {len(whole)}")


def test_nothing_is_shown_until_all_was_read(write: Write, qtbot: QtBot) -> None:
    look = Slow()
    written = write(look=look)
    written.field.set_text("You did the bare minimum.")
    qtbot.waitUntil(lambda: written.remarks.shown is not None)
    written.field.set_text(TWO)
    assert look.ended[-1] != TWO
    assert written.remarks.shown is None
    assert written.card.isHidden(), "its answers were about other words"
    qtbot.waitUntil(lambda: count(written) == "1 of 2")


def test_other_words_take_the_place_of_those_under_way(write: Write, qtbot: QtBot) -> None:
    look = Slow()
    written = write(look=look)
    written.field.set_text(TWO)
    written.field.set_text("It was about time.")
    qtbot.waitUntil(lambda: written.remarks.shown is not None)
    assert TWO in look.begun
    assert TWO not in look.ended
    written.field.set_text(TWO)
    written.field.set_text(" ")
    qtbot.wait(int(AT_ONCE * 5_000))
    assert TWO not in look.ended
    assert written.remarks.shown is None


def test_a_look_that_fails_is_over(qapp: QApplication) -> None:
    def failing() -> Bits[tuple[Remark, ...]]:
        yield
        raise ValueError

    owner = QObject()
    looking = Looking(owner)
    with pytest.raises(ValueError, match=r"^$"):
        looking.begin(failing())
    assert not looking.under_way
    looking.finish()
    assert not looking.under_way


def test_f7_reads_what_is_left_at_once(write: Write) -> None:
    look = Slow()
    written = write(look=look)
    written.field.set_text(TWO)
    assert TWO not in look.ended
    QTest.keyClick(written.field, Qt.Key.Key_F7)
    assert look.ended[-1] == TWO
    assert written.field.place() == TWO.index("about")


def test_another_look_of_the_same_words_waits_for_the_first(write: Write, qtbot: QtBot) -> None:
    look = Slow()
    written = write(look=look)
    written.field.set_text("It was about time.")
    qtbot.waitUntil(lambda: written.remarks.shown is not None)
    written.field.set_text(TWO)
    written.remarks.set_kept(frozenset())
    assert written.remarks.shown is None
    qtbot.waitUntil(lambda: count(written) == "1 of 2")
