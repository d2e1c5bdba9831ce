"""What is left when words are taken out still reads as it was written: its marks, its lines, its paragraphs."""

import time

import pytest

from trust_desktop.wording import review_message
from trust_desktop.wording.reading import sentence
from trust_desktop.wording.rewriting import clause_around, without

OUT = "you never listen"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"You were late, {OUT}, and I am tired.", "You were late, and I am tired."),
        (f"You were late – {OUT} – and I am tired.", "You were late – and I am tired."),
        (f"Thank you for dinner – {OUT}", "Thank you for dinner."),
        (f"You ({OUT}) are late.", "You are late."),
        (f"You (always late, {OUT}) are tired.", "You (always late) are tired."),
        (f"You ({OUT}, always late) are tired.", "You (always late) are tired."),
        ("Thank you for dinner. (You never listen.) I love you.", "Thank you for dinner. I love you."),
        ("Thank you.\n\n(You never listen.)\n\nI love you.", "Thank you.\n\nI love you."),
        ("Thank you for dinner. [You never listen.] Bye now.", "Thank you for dinner. Bye now."),
        ("Thank you. [You never listen. I love you.]", "Thank you. [I love you.]"),
        ("Thank you. (You never listen. I love you.)", "Thank you. (I love you.)"),
        ("Thank you, Sam. (You never listen", "Thank you, Sam."),
        ("Thank you. [I love you, you never listen]", "Thank you. [I love you]"),
        ("Thank you for dinner. *You never listen.* Bye now.", "Thank you for dinner. Bye now."),
        ("Thank you for dinner. (**You never listen**!) Bye now.", "Thank you for dinner. Bye now."),
        ("Do this:\n* You never listen.\n* Call me", "Do this:\n* Call me"),
        ("You never listen, and thank you for dinner.", "Thank you for dinner."),
        ("You never listen unless I shout at you.", "Unless I shout at you."),
        ("Do this:\n– (you never listen)\n– Call me", "Do this:\n– Call me"),
        ("Do this:\n– You never listen. But I love you.\n– Call me", "Do this:\n– I love you.\n– Call me"),
        ("Do this:\n1. You never listen.\n2. Call me", "Do this:\n2. Call me"),
        ("You never listen. Since Monday I have been ill.", "Since Monday I have been ill."),
        (f"Thank you for dinner, {OUT}", "Thank you for dinner."),
        (f"Thank you for dinner, {OUT}!", "Thank you for dinner!"),
        (f"Thank you, {OUT} and I am tired.", "Thank you, and I am tired."),
        ("Thank you for dinner\nYou never listen\nI love you", "Thank you for dinner\nI love you"),
        (f"Thank you for dinner, {OUT}\nI love you", "Thank you for dinner\nI love you"),
        ("Thank you for dinner\nYou never listen but I love you", "Thank you for dinner\nI love you"),
        ("Thank you.\n\nYou never listen.\n\n– Call me\n– Text me", "Thank you.\n\n– Call me\n– Text me"),
        ("Thank you.\n\n– You never listen.\n– Call me", "Thank you.\n\n– Call me"),
        (f"I will do this:\n– {OUT}\n– I call you", "I will do this:\n– I call you"),
        ("Hi there.\n• You never listen.", "Hi there."),
        ("– You never listen\n– Call me", "– Call me"),
        ("Sam,\n\nYou never listen. But I love you.", "Sam,\n\nI love you."),
        ('You said "stop." You never listen. Call me.', 'You said "stop." Call me.'),
        ("Thank you. \U0001f642 You never listen. Bye now.", "Thank you. \U0001f642 Bye now."),
        ("You never listen, but thank you for dinner.", "Thank you for dinner."),
        ("You never listen. ok then", "Ok then"),
        (OUT, None),
        (f"Well, {OUT}.", None),
    ],
)
def test_it_reads_on(text: str, left: str | None) -> None:
    start = text.lower().index(OUT)
    assert without(text, start, start + len(OUT)) == left


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
        ("You were on time and, honestly, you never listen.", "You were on time."),
        ("Thank you for dinner but, by the way, you never listen.", "Thank you for dinner."),
        ("As I said: you never listen. Thank you for the tea.", "Thank you for the tea."),
        ("I was late, sorry, and you never listen.", "I was late, sorry."),
        ("Thank you for dinner. Just so you know, you never listen.", "Thank you for dinner."),
        ("Thank you for dinner. The problem is: you never listen.", "Thank you for dinner."),
        ("Thank you for dinner. It's because you never listen.", "Thank you for dinner."),
        ("I'm sad and it's because you never listen.", "I'm sad."),
        ("You cooked for us, as always, and you never listen.", "You cooked for us, as always."),
    ],
)
def test_what_only_led_to_it_goes_too(text: str, left: str) -> None:
    assert left in {remark.rewrite for remark in review_message(text)}


def test_so_parts_a_clause_but_not_from_the_word_it_makes_stronger() -> None:
    found = sentence("you did the bare minimum so I'll cook").found
    assert clause_around(found, 2, 5) == (0, 5)
    found = sentence("you are so pathetic").found
    assert clause_around(found, 3, 4) == (0, 4)
    found = sentence("you lie so much, so go").found
    assert clause_around(found, 1, 2) == (0, 4)


def test_but_parts_no_clause_where_it_leaves_one_out() -> None:
    found = sentence("you are nothing but a liar").found
    assert clause_around(found, 0, 1) == (0, 6)
    found = sentence("you said nothing but I knew").found
    assert clause_around(found, 0, 1) == (0, 3)


def test_what_is_taken_out_is_told() -> None:
    text = "Thank you for dinner. Honestly, you never listen. You are kind."
    (remark,) = review_message(text)
    assert text[slice(*remark.taken)] == "Honestly, you never listen"


def test_a_clause_does_not_end_at_a_hyphen_inside_a_word() -> None:
    (remark,) = review_message("Thank you for dinner. You did the bare minimum of house-work.")
    assert remark.rewrite == "Thank you for dinner."


@pytest.mark.parametrize("char", "!,.(-\u2026 \n1")
def test_however_long_a_row_of_marks_it_takes_no_time(char: str) -> None:
    """A pattern that looked for the end from each of them took minutes."""
    row = char * 50_000
    text = f"Thank you{row}x {OUT}{row}y"
    start = text.index(OUT)
    begun = time.perf_counter()
    assert without(text, start, start + len(OUT))
    assert time.perf_counter() - begun < 1
