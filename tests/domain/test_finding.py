"""What is typed into Find, as what is looked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trust_desktop.domain.finding import LONGEST, MOST_WORDS, USUAL, FoundKind, FoundPart, Wanted, wanted


@pytest.mark.parametrize(
    ("typed", "looked_for"),
    [
        ("train", [Wanted("train", True)]),
        ("  the   train ", [Wanted("the", True), Wanted("train", True)]),
        ("I walk", [Wanted("I", False), Wanted("walk", True)]),
        ('"stood still"', [Wanted("stood still", False)]),
        ('"stood sti', [Wanted("stood sti", True)]),
        ('"stood s', [Wanted("stood", False)]),
        ('"s', [Wanted("s", False)]),
        ("„stood  still“ rain", [Wanted("stood still", False), Wanted("rain", True)]),
        ("«stood still»", [Wanted("stood still", False)]),
        ('rain"stood still', [Wanted("rain", True), Wanted("stood still", True)]),
        ("-- * ( ^", []),
        ('"" " - "', []),
        ("", []),
        ("rain\x00dry", [Wanted("rain", True), Wanted("dry", True)]),
        ("don't", [Wanted("don't", True)]),
    ],
)
def test_words_are_beginnings_and_passages_stand_as_they_are(typed, looked_for):
    assert list(wanted(typed)) == looked_for


@given(st.text())
def test_whatever_is_typed_is_something_that_can_be_looked_for(typed):
    for words, _begins in wanted(typed):
        assert any(letter.isalnum() for letter in words)
        assert words.isprintable()
        assert '"' not in words


def test_half_a_character_is_no_trouble():
    assert all(words.encode() for words, _begins in wanted("rain \ud83d walk\udc00"))


def test_nobody_has_to_wait_for_a_whole_book():
    assert len(wanted("word " * 10_000)) == MOST_WORDS
    assert wanted("x" * 10_000) == (Wanted("x" * LONGEST, True),)


def test_every_text_is_of_one_kind_and_private_ones_are_not_looked_through_unasked():
    private = {part for part in FoundPart if part.kind is FoundKind.PRIVATE}
    assert private == {FoundPart.WHY, FoundPart.REST, FoundPart.ENDING}
    assert FoundKind.PRIVATE not in USUAL
    assert {part.kind for part in FoundPart} == set(FoundKind)
