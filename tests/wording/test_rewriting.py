"""What is left when words are taken out still reads as it was written: its marks, its lines, its paragraphs."""

import pytest

from trust_desktop.wording import review_message
from trust_desktop.wording.rewriting import without

OUT = "you never listen"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"You were late, {OUT}, and I am tired.", "You were late, and I am tired."),
        (f"You were late – {OUT} – and I am tired.", "You were late – and I am tired."),
        (f"You ({OUT}) are late.", "You are late."),
        (f"Thank you for dinner, {OUT}", "Thank you for dinner."),
        (f"Thank you for dinner, {OUT}!", "Thank you for dinner!"),
        (f"Thank you, {OUT} and I am tired.", "Thank you, and I am tired."),
        (f"Thank you for dinner\n{OUT}\nI love you", "Thank you for dinner\nI love you"),
        (
            f"Thank you for dinner.\n\n{OUT}.\n\n– Call me\n– Text me",
            "Thank you for dinner.\n\n– Call me\n– Text me",
        ),
        (f"Thank you for dinner, {OUT}\nI love you", "Thank you for dinner\nI love you"),
        (f"Thank you for dinner\n{OUT} but I love you", "Thank you for dinner\nI love you"),
        (f"Sam,\n\n{OUT}. But I love you.", "Sam,\n\nI love you."),
        (f"{OUT}, but thank you for dinner.", "Thank you for dinner."),
        (OUT, None),
        (f"Well, {OUT}.", None),
    ],
)
def test_it_reads_on(text: str, left: str | None) -> None:
    start = text.index(OUT)
    assert (without(text, start, start + len(OUT)) or "").lower() == (left or "").lower()


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (
            "Thank you for dinner. As I said, you never listen. I love you.",
            "Thank you for dinner. I love you.",
        ),
        ("Thank you for dinner. Well, honestly, you never listen.", "Thank you for dinner."),
        ("Let me tell you, you're pathetic. I cooked for you.", "I cooked for you."),
        ("Thank you for dinner. You are so pathetic.", "Thank you for dinner."),
    ],
)
def test_what_only_led_to_it_goes_too(text: str, left: str) -> None:
    assert left in {remark.rewrite for remark in review_message(text)}
