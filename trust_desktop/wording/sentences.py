"""Where the sentences of a text begin and end."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

MOST_WORDS: Final = 50
"""What goes on for longer without a stop, as people write who are in pain, is read in parts; few sentences are so long."""
LEAST_WORDS: Final = 20
"""A part ends before a word that joins, or behind a comma, rather than at its full length, if it has so many words."""

_END: Final = re.compile(r"(?:(?<![.!?\u2026])[.!?\u2026]+[\"'\u2019\u201d)\]]*(?=\s|$)|\n)[^\S\n]*")
_WORD: Final = re.compile(r"\S+")
_JOINING: Final = frozenset({"and", "but", "because", "so", "then", "when", "while", "although", "or"})


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the span of each sentence, or part of a long one, without white space around it; in code points, in order."""
    yield from _spans(text)


@lru_cache(maxsize=2)
def _spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return them all; a look asks for them twice, for harm and for itself."""
    return tuple(part for first, last in whole_sentences(text) for part in _parts(text, first, last))


def whole_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the same, however long each is."""
    start = 0
    for match in _END.finditer(text):
        yield from _stripped(text, start, match.end())
        start = match.end()
    yield from _stripped(text, start, len(text))


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    part = text[start:end]
    first = start + len(part) - len(part.lstrip())
    last = start + len(part.rstrip())
    if first < last:
        yield first, last


def _parts(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield a sentence; one that does not come to an end part by part, from its beginning on."""
    if last - first < 2 * MOST_WORDS:  # too little room for so many
        yield first, last
        return
    words = list(_WORD.finditer(text, first, last))
    at = 0
    while len(words) - at > MOST_WORDS:
        behind = _joint(words[at : at + MOST_WORDS + 1])
        yield words[at].start(), words[at + behind - 1].end()
        at += behind
    yield words[at].start(), last


def _joint(words: list[re.Match[str]]) -> int:
    """Return how many of these words make a part."""
    begins = [
        at
        for at in range(LEAST_WORDS, len(words))
        if words[at].group().casefold() in _JOINING or words[at - 1].group().endswith(",")
    ]
    while len(begins) > 1 and begins[-1] == begins[-2] + 1:  # "and when" stays together
        begins.pop()
    return begins[-1] if begins else MOST_WORDS
