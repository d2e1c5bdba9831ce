"""Whatever is written: nothing raises, spans lie inside the text, and time grows with its length only."""

import random
import time
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.wording_work import forget, text_of
from training.labelled import load
from trust_desktop.wording import Remark, discloses_harm, review_message, review_request

REVIEWS = [review_message, review_request]
Review = Callable[[str], Sequence[Remark]]
ODD = "aé ß字\u0301\u200d😀👩‍👩‍👧\ud800.,;!?…'’\"“”()[]-–—\n\t\x00\u202e12:30 9½²_| don't you BUT still"


def check(review: Review, text: str) -> None:
    for remark in review(text):
        assert 0 <= remark.start < remark.end <= len(text)
        assert remark.rewrite is None or remark.rewrite.strip()


@pytest.mark.parametrize("review", REVIEWS)
@given(text=st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_text(review: Review, text: str) -> None:
    check(review, text)


@pytest.mark.parametrize("review", REVIEWS)
def test_ten_thousand_odd_strings(review: Review) -> None:
    chance = random.Random(7)
    words = [row.text.split() for row in load("messages", "train")[:400]]
    for _ in range(10_000):
        odd = "".join(chance.choices(ODD, k=chance.randint(0, 24)))
        check(review, f"{odd} {' '.join(chance.choice(words)[: chance.randint(0, 6)])}")


@pytest.mark.parametrize("review", [*REVIEWS, discloses_harm])
@pytest.mark.parametrize(
    "piece",
    [
        "but you still ",
        "a",
        ". ",
        "took you so very ",
        "'",
        "-(",
        "about time, ",
        "you*never*listen,",
        "You never listen. ",
    ],
)
def test_a_hundred_thousand_characters_take_time_in_proportion(
    review: Callable[[str], object], piece: str
) -> None:
    def seconds(length: int) -> float:
        begun = time.thread_time()
        review(piece * (length // len(piece)))
        return time.thread_time() - begun

    seconds(1_000)
    short = max(seconds(20_000), 0.01)
    assert seconds(100_000) < 12 * short + 0.5


@pytest.mark.once
def test_sentences_that_were_never_read_take_time_in_proportion() -> None:
    """More of them than what is kept of each (`reading.AT_HAND`); so none may be asked for again later."""
    rows = [row.text for row in load("messages", "train") if not row.harm and "\n" not in row.text]
    text = text_of(random.Random(5), rows, 50_000)

    def seconds(part: str) -> float:
        forget()
        begun = time.thread_time()
        review_message(part)
        return time.thread_time() - begun

    seconds(text[:2_000])
    parts = [text[at : at + 5_000] for at in range(0, len(text), 5_000)]
    assert seconds(text) < 1.3 * sum(map(seconds, parts))
