"""The pieces reviews are made of: tokens, sentences, phrases, runs, models and rewriting."""

import pytest

from training.labelled import fingerprint
from trust_desktop.wording import model, tokens
from trust_desktop.wording import phrases as phrases_module
from trust_desktop.wording import rewriting as rw
from trust_desktop.wording.features import places, runs
from trust_desktop.wording.network import network
from trust_desktop.wording.phrases import PhraseBook, parse
from trust_desktop.wording.reading import strongest_run
from trust_desktop.wording.sentences import sentences


def plain(text: str) -> list[str]:
    return [token.plain for token in tokens.tokens(text)]


def test_tokens_have_their_plain_form_and_place() -> None:
    text = "Wow… you REALLY did it?! Sooooo proud 🙄. dont “go” at 7:30, 3 times!!!"
    assert plain(text) == [
        "wow", "…", "you", tokens.CAPS, "really", "did", "it", "?!", "soo", "proud", "🙄", ".", "don't", '"', "go", '"',
        "at", tokens.TIME, ",", tokens.NUMBER, "times", "!!",
    ]  # fmt: skip
    for token in tokens.tokens(text):
        if token.is_word:
            assert text[token.start : token.end].casefold()[:2] == token.plain[:2]


def test_a_text_in_capitals_throughout_has_no_stress() -> None:
    assert tokens.CAPS not in plain("YOU DID IT")
    assert plain("..") == ["…"]


def test_sentences_end_where_they_are_ended() -> None:
    text = "  One. Two?! “Three.” four\nfive…  "
    assert [text[start:end] for start, end in sentences(text)] == [
        "One.",
        "Two?!",
        "“Three.”",
        "four",
        "five…",
    ]
    assert list(sentences(" \n ")) == []


@pytest.mark.parametrize(
    ("entry", "text", "found"),
    [
        ("took you * long", "it took you so very long", [(1, 6)]),
        ("took you * long", "it took you a b c d e long", []),
        ("^stop", "stop it", [(0, 1)]),
        ("^stop", "now stop", []),
        ("or else$", "go or else", [(1, 3)]),
        ("or else$", "or else go", []),
        ("her/his lies", "his lies", [(0, 2)]),
        ("feel~ it", "feeling it", [(0, 2)]),
        ("one", "no one", [(1, 2)]),
    ],
)
def test_a_phrase_is_found_as_it_is_written(entry: str, text: str, found: list[tuple[int, int]]) -> None:
    book = PhraseBook([("name", entry)])
    assert list(book.find(text.split())) == [("name", start, end) for start, end in found]


@pytest.mark.parametrize("entry", ["", "^", "* one", "one *"])
def test_a_phrase_that_begins_or_ends_anywhere_is_refused(entry: str) -> None:
    with pytest.raises(ValueError, match=r"^[\^* one]*$"):
        parse(entry)
    assert phrases_module.GAP == 4


@pytest.mark.parametrize("count", [1, 2, 3, 7])
def test_every_run_has_its_place(count: int) -> None:
    found = runs([f"w{at}" for at in range(count)])
    spans = places(count)
    assert len(found.inner) == len(spans)
    assert all(0 <= first < last <= count for first, last in spans)
    assert all(0 <= number < 1 << 32 for part in found for number in part)


def test_the_strongest_run_is_the_heaviest_stretch() -> None:
    assert strongest_run([-1.0, 5.0, 5.0, -1.0], [(0, 1), (1, 2), (2, 3), (3, 4)], 4) == (1, 3)
    assert strongest_run([-1.0, -2.0], [(0, 1), (1, 2)], 2) == (0, 1)


@pytest.mark.parametrize(
    ("name", "made_from"),
    [
        ("messages", ("messages", "everyday", "requests")),
        ("requests", ("requests",)),
        ("harm", ("messages", "requests", "harm")),
        ("guard", ("requests", "plans")),
    ],
)
def test_the_models_are_made_from_the_sentences_that_lie_beside_them(
    name: str, made_from: tuple[str, ...]
) -> None:
    """Run `python3 -m trust_desktop.dev words` when this fails."""
    assert model.model(name).made_from == fingerprint(*made_from)
    assert model.model(name).has_network is (name in {"messages", "harm"})
    if model.model(name).has_network:
        assert network(name).made_from == fingerprint(*made_from)


def test_a_file_that_is_no_model_is_refused() -> None:
    with pytest.raises(ValueError, match="magic"):
        model.Model(b"something else")


def test_what_is_left_reads_as_a_sentence() -> None:
    text = "Thanks for ringing, but you still lied. And more."
    start = text.index(", but") + 2
    assert rw.without(text, start, text.index(". And")) == "Thanks for ringing. And more."
    assert rw.without("Thanks for it, though it's about time", 15, 37) == "Thanks for it."
    assert rw.without("About time. but you called me", 0, 11) == "You called me"
    assert rw.without("well, so thank you", 0, 5) == "Thank you"
    assert rw.without("It is so. never you", 10, 15) == "It is so. you"
    assert rw.without("About time", 0, 10) is None


def test_a_clause_ends_at_marks_and_joining_words() -> None:
    found = tokens.tokens("Thank you, though it is about time, dear")
    words = [token.plain for token in found]
    first, last = rw.clause_around(found, words.index("about"), words.index("time") + 1)
    assert words[first:last] == ["though", "it", "is", "about", "time"]


def test_other_words_take_over_a_capital() -> None:
    assert rw.replaced("Soon text me", 0, 4, "by six") == "By six text me"
    assert rw.replaced("text me soon", 8, 12, "by six") == "text me by six"


def test_the_package_gives_its_names_when_asked() -> None:
    import trust_desktop.wording as package

    with pytest.raises(AttributeError, match="nothing"):
        _ = package.nothing
    assert all(hasattr(package, name) for name in package.__all__)
