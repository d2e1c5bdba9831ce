"""The four parts of a thank-you are seen in what people write, and not in what is none."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trust_desktop.wording.thanks import ThanksPart, thanks_parts

ACT, WHEN, EFFECT, THANKS = ThanksPart.ACT, ThanksPart.WHEN, ThanksPart.EFFECT, ThanksPart.THANKS


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "On Tuesday you texted as the train left, before I asked. I could stop watching the clock. Thank you.",
            {ACT, WHEN, EFFECT, THANKS},
        ),
        ("Thanks!", {THANKS}),
        ("Thank you for everything.", {THANKS}),
        ("Thank you for calling on Sunday.", {ACT, WHEN, THANKS}),
        ("Thank you so much for quietly clearing the table.", {ACT, THANKS}),
        ("You put the phone away at dinner.", {ACT, WHEN}),
        ("I noticed the lamp was on.", {ACT}),
        ("Your call yesterday made the evening easier.", {ACT, WHEN, EFFECT}),
        ("it helped me", {EFFECT}),
        ("I know it wasn\u2019t easy.", {EFFECT}),
        ("You\u2019ve kept it, at 18:30.", {ACT, WHEN}),
        ("I SAW YOU\nWAIT, last   night", {ACT, WHEN}),
        ("I appreciate it", {THANKS}),
        ("That meant a lot to me", {EFFECT}),
        ("you really listened to me", {ACT}),
        ("You left at 7 pm", {ACT, WHEN}),
        ("You've rung every evening and I've slept better, thx", {ACT, WHEN, EFFECT, THANKS}),
        ("you didnt forget. thank u", {ACT, THANKS}),
    ],
)
def test_parts_are_seen_in_what_people_write(text: str, parts: set[ThanksPart]) -> None:
    assert thanks_parts(text) == parts


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("", ThanksPart.ACT),
        ("I love you, I wanted to say so", ACT),
        ("You never called", ACT),
        ("You didn't call", ACT),
        ("You needed that", ACT),
        ("You hardly called", ACT),
        ("You should have called", ACT),
        ("You forgot again", ACT),
        ("Thank you", ACT),
        ("Thank you for being you", ACT),
        ("Thanks for nothing", THANKS),
        ("No thanks to you", THANKS),
        ("It did not help me", EFFECT),
        ("I hated it", EFFECT),
        ("sundaes are nice", WHEN),
        ("version 12:345", ACT),
    ],
)
def test_a_part_that_is_not_there_is_not_seen(text: str, absent: ThanksPart) -> None:
    assert absent not in thanks_parts(text)


def test_thanks_beside_a_hollow_phrase_still_count() -> None:
    assert THANKS in thanks_parts("No thanks to you I was late. But thank you for today.")


@given(st.text(max_size=400))
def test_no_text_raises(text: str) -> None:
    assert thanks_parts(text) <= frozenset(ThanksPart)


@pytest.mark.parametrize(
    "piece", ["you really, ", "made so very much ", "thanks for ", "i felt so ", "you ", "\u2019" * 9]
)
def test_long_texts_are_read_in_reasonable_time(piece: str) -> None:
    begun = time.thread_time()
    thanks_parts(piece * (100_000 // len(piece)))
    assert time.thread_time() - begun < 1.0
