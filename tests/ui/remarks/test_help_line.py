"""The line that leads to help comes where any of the words tell of harm, however long they are, and goes with them."""

import random
import time
from itertools import pairwise

import pytest
from pytestqt.qtbot import QtBot

from benchmarks.wording_work import forget, text_of
from tests.support.stretch import stretch
from training.labelled import load
from trust_desktop.ui.common.text_area import MOST_CHARACTERS
from trust_desktop.ui.remarks.help_line import HelpLine
from trust_desktop.wording import near_to_harm, whole

HOLDS = 0.1
"""Seconds: a tenth of a second is what nobody notices."""


def test_it_comes_and_goes_with_the_words(qtbot: QtBot) -> None:
    line = HelpLine()
    qtbot.addWidget(line)
    line.look_at("Thank you.", "You hit me on Sunday.")
    qtbot.waitUntil(lambda: not line.isHidden())
    line.look_at("Thank you.", "")
    qtbot.waitUntil(line.isHidden)


def test_it_is_not_shown_beside_other_words_before_they_were_read(qtbot: QtBot) -> None:
    line = HelpLine()
    qtbot.addWidget(line)
    line.look_at("You hit me on Sunday.")
    qtbot.waitUntil(lambda: not line.isHidden())
    forget()
    line.look_at(*[f"We met on day {day} and walked home." for day in range(400)])
    assert line.under_way
    assert line.isHidden()


def test_words_that_are_gone_before_they_were_read_say_nothing(qtbot: QtBot) -> None:
    line = HelpLine()
    qtbot.addWidget(line)
    forget()
    line.look_at(*[f"We met on day {day} and walked home." for day in range(400)], "You hit me.")
    assert line.under_way
    line.look_at("Thank you.")
    qtbot.waitUntil(lambda: not line.under_way)
    assert line.isHidden()


@pytest.mark.once
def test_the_longest_texts_let_the_window_go_on(qtbot: QtBot, beats: list[float]) -> None:
    rows = [row.text for row in load("messages", "train") if not row.harm and "\n" not in row.text]
    texts = [text_of(random.Random(seed), rows, MOST_CHARACTERS) for seed in range(4)]
    begun = time.monotonic()
    for text in texts:
        whole(near_to_harm(text))
    at_once = time.monotonic() - begun
    assert at_once > 2 * HOLDS, "they are long enough to be felt"
    forget()
    line = HelpLine()
    qtbot.addWidget(line)
    with stretch() as stretched:
        qtbot.waitUntil(lambda: len(beats) > 2)
        line.look_at(*texts)
        assert line.under_way
        qtbot.waitUntil(lambda: not line.under_way, timeout=60_000)
        qtbot.wait(20)
    held = max(after - before for before, after in pairwise(beats))
    assert held <= min(max(HOLDS * stretched.worst, at_once / 8), at_once / 2)
