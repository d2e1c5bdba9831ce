"""Where sentences end; and that one that comes to no end is read in parts."""

import re
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trust_desktop.wording.sentences import _END, LEAST_WORDS, MOST_WORDS, sentences, whole_sentences

GOES_ON = (
    "i wanted to say that when you rang from the station on thursday to tell me the train was late it changed the whole evening "
    "for me because i did not sit there and wonder and i could eat with the children and read to them, and when you came in you "
    "did not make anything of it you just asked how we were and i noticed that and i would like you to know it so thank you"
)


def parts(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


def test_sentences_end_at_their_stops() -> None:
    assert parts('You rang.  "Thank you!" I said\nIt was 7.30 p.m. sharp … and kind') == [
        "You rang.",
        '"Thank you!"',
        "I said",
        "It was 7.30 p.m.",
        "sharp …",
        "and kind",
    ]


def test_what_goes_on_without_a_stop_is_read_in_parts_that_begin_with_a_joining_word() -> None:
    first, second = parts(GOES_ON)
    assert f"{first} {second}" == GOES_ON
    assert first.endswith("and read to them,")
    assert second.startswith("and when you came in")


def test_a_part_has_its_full_length_where_nothing_joins() -> None:
    assert [len(part.split()) for part in parts("word " * (2 * MOST_WORDS + 3))] == [50, 50, 3]
    begins = " ".join(["and"] + ["word"] * MOST_WORDS)
    assert parts(begins)[0].split() == ["and"] + ["word"] * (MOST_WORDS - 1), "one word is no part"


def test_typing_on_leaves_the_parts_before_as_they_are() -> None:
    words = f"{GOES_ON} {GOES_ON} {GOES_ON}".split()
    for count in range(1, len(words)):
        before, after = parts(" ".join(words[:count])), parts(" ".join(words[: count + 1]))
        assert after[: len(before) - 1] == before[:-1]


@given(st.lists(st.sampled_from(["word", "and", "so,", "end.", "\n", "\t", "É", "😀"]), max_size=300))
def test_no_word_is_lost_and_no_part_is_too_long(words: list[str]) -> None:
    text = " ".join(words)
    found = list(sentences(text))
    assert [word for start, end in found for word in text[start:end].split()] == text.split()
    assert all(end <= start for (_, end), (start, _) in pairwise(found))
    lengths = [len(part.split()) for part in parts(text)]
    assert all(1 <= length <= MOST_WORDS for length in lengths)
    assert LEAST_WORDS < MOST_WORDS


BEFORE = re.compile(r"(?:[.!?\u2026]+[\"'\u2019\u201d)\]]*(?=\s|$)|\n)[^\S\n]*")
"""How ends were found until 28 November 2026: from each dot of a row anew."""


@given(st.text(alphabet=".!?\u2026\"'\u2019\u201d)] \n\t\r\u00a0\u2028xI", max_size=40))
@settings(max_examples=1_000)
def test_a_row_of_dots_ends_where_it_ended_when_each_dot_was_tried(text: str) -> None:
    found = [match.span() for match in _END.finditer(text)]
    assert found == [match.span() for match in BEFORE.finditer(text)]


@pytest.mark.parametrize("mark", [".", "!", "?", "\u2026"])
def test_a_row_of_marks_takes_time_in_proportion(mark: str) -> None:
    def seconds(count: int) -> float:
        begun = time.thread_time()
        list(whole_sentences(f"Thank you{mark * count}x"))
        return time.thread_time() - begun

    seconds(100)
    short = max(seconds(4_000), 0.01)
    assert seconds(20_000) < 12 * short + 0.5
