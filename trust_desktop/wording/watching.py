"""What would be a way to watch somebody in how it will be known, by its words alone."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile
from typing import Final, NamedTuple

from trust_desktop import resources

from .harm import tells_by_words
from .phrases import PhraseBook
from .reading import Placed, placed_sentences
from .words import COMMA, STOPS

_WATCHING: Final = "watching_to_know"
_BEFORE: Final = 8
_BEHIND: Final = 5
"""So many words of the same clause may undo it: "I no longer want your passwords", "your location is off"."""


def control_words(text: str) -> frozenset[str]:
    """Return the words that watch by themselves, "read all your", where no harm is told; no model is asked."""
    if tells_by_words(text):
        return frozenset()
    return frozenset(
        " ".join(text[slice(*placed.span(first, last))].casefold().split())
        for placed in placed_sentences(text)
        for first, last in _hits(placed)
    )


def _hits(placed: Placed) -> Iterator[tuple[int, int]]:
    words = placed.sentence.words
    said = [token.plain for token in placed.sentence.found]
    for _name, begin, behind in _lists().book.find([word for _at, word in words]):
        first, last = words[begin][0], words[behind - 1][0] + 1
        if not _is_turned(said, first, last):
            yield first, last


def _is_turned(said: Sequence[str], first: int, last: int) -> bool:
    """Whether a word of its clause undoes it; where its own first word begins a clause, none before does."""
    lists = _lists()
    before = _same_clause(said[max(first - _BEFORE, 0) : first + 1][::-1])
    behind = _same_clause(said[last : last + _BEHIND])
    return any(word in lists.turned or word.endswith("n't") for word in before) or any(
        word in lists.kept for word in behind
    )


def _same_clause(said: Sequence[str]) -> Iterator[str]:
    return takewhile(lambda word: word not in _lists().marks, said)


class _Lists(NamedTuple):
    book: PhraseBook
    turned: frozenset[str]
    kept: frozenset[str]
    marks: frozenset[str]


@cache
def _lists() -> _Lists:
    content = resources.content("guard")
    watching, clause = content[_WATCHING], content["clause"]
    made = [
        f"{lead} {look} {at}"
        for lead in watching["leads"]
        for look in watching["looks"]
        for at in watching["at"]
    ]
    marks = [*clause["parting"], *clause["beginning"], *clause["conditions"], *clause["own"]]
    return _Lists(
        PhraseBook((_WATCHING, phrase) for phrase in (*watching["phrases"], *made)),
        frozenset(watching["turned"]),
        frozenset(watching["kept"]),
        frozenset([*marks, COMMA, *STOPS]),
    )
