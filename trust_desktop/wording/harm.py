"""Whether a text tells of harm, or draws a line for the writer's own safety: by its words, and by a model."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

from trust_desktop import resources

from .by_bits import Bits, whole
from .model import model
from .plain_stings import is_plain_sting
from .reading import placed_sentences, windows
from .sentences import whole_sentences
from .words import COMMA, STOPS, Word, all_forms, holds_any, plain, words

MODEL: Final = "harm"
TOGETHER: Final = 3

_REACH: Final = 3
"""An act of harm is meant for somebody named at most this many words later."""

_STRETCH: Final = 60
_SHARED: Final = 16
"""So many words are looked at together in a sentence without end; of two such stretches so many are the same: no phrase is longer."""
_WORD: Final = re.compile(r"\S+")


def discloses_harm(text: str) -> bool:
    """Return whether help should be offered; such words are never asked to be any different."""
    return whole(harm_told(text))


def harm_told(text: str) -> Bits[bool]:
    """Return the same, by bits."""
    return _tells(text, 0)


def near_to_harm(text: str, *, asked: bool = False) -> Bits[bool]:
    """Return, by bits, whether the words are near enough to such that they had better be left alone too; sooner where they ask."""
    return _tells(text, 2 if asked else 1)


def _tells(text: str, border: int) -> Bits[bool]:
    placed = placed_sentences(text)
    if not placed:
        return False  # an empty page needs no model
    for start, end in whole_sentences(text):  # a part of one may end in the midst of what tells
        if any(map(tells_by_words, _stretches(text[start:end]))):
            return True
        yield
    least = model(MODEL).borders[border]
    for stretch, strength in windows(placed, MODEL, TOGETHER):
        if strength > least and not all(_is_insult(placed[at].sentence.text) for at in stretch):
            return True
        yield
    return False


def _stretches(text: str) -> Iterator[str]:
    """Yield a long sentence in stretches that share some words: while somebody types on, only the last of them is new."""
    starts = [word.start() for word in _WORD.finditer(text)]
    if len(starts) <= _STRETCH:
        yield text
        return
    for first in range(0, len(starts) - _SHARED, _STRETCH - _SHARED):
        behind = first + _STRETCH
        yield text[starts[first] : starts[behind] if behind < len(starts) else None]


@lru_cache(maxsize=512)
def tells_by_words(text: str) -> bool:
    """Return whether a sentence tells of harm by its words, whatever a model thinks of it."""
    found = words(text)
    as_written = tuple(Word(word.written, word.written.casefold()) for word in found)
    return tells_in(found) or tells_in(as_written)  # "choking" is no slip of "cooking"


def tells_in(found: Sequence[Word]) -> bool:
    """Return the same of words that were parted already."""
    lists = _lists()
    if holds_any(plain(found), lists.phrases):
        return True
    for index, word in enumerate(found):
        if word.plain in lists.acts and not _is_pain(found, index):
            for following in found[index + 1 : index + 1 + _REACH]:
                if following.plain in STOPS:
                    break
                if following.plain in lists.whom:
                    return True
    return False


def _is_pain(found: Sequence[Word], index: int) -> bool:
    """Whether it is a thing that hurt, at the beginning of its clause: "it hurt me", "your words really hurt me".

    Only where the one who writes was hurt, and no other act stands in the sentence: what is left out here, nobody sees.
    """
    lists = _lists()
    hurt, whom = found[index].plain, found[index + 1 : index + 2]
    if hurt not in lists.hurts or not any(word.plain in lists.me for word in whom):
        return False
    thing = index - 1
    while thing > 0 and found[thing].plain in lists.adverbs:
        thing -= 1
    if thing < 0 or found[thing].plain not in lists.things:
        return False
    before = found[thing - 1].plain if thing > 0 else COMMA
    others = (word.plain for at, word in enumerate(found) if at != index)
    return before in {COMMA, *STOPS, *lists.openers} and lists.acts.isdisjoint(others)


def _is_insult(text: str) -> bool:
    """Whether a sentence is nothing else: "you disgust me" is near to "you choke me" by its words."""
    return is_plain_sting(text) and _lists().acts.isdisjoint(word.plain for word in words(text))


class _Lists(NamedTuple):
    acts: frozenset[str]
    whom: frozenset[str]
    hurts: frozenset[str]
    me: frozenset[str]
    things: frozenset[str]
    adverbs: frozenset[str]
    openers: frozenset[str]
    phrases: tuple[str, ...]


@cache
def _lists() -> _Lists:
    content = resources.content("harm")
    harm, pain = content["harm"], content["pain"]
    return _Lists(
        acts=frozenset(all_forms(harm["acts"])),
        whom=frozenset(harm["whom"]),
        hurts=frozenset(pain["hurts"]),
        me=frozenset(pain["me"]),
        things=frozenset(pain["things"]),
        adverbs=frozenset(pain["adverbs"]),
        openers=frozenset(pain["openers"]),
        phrases=tuple(harm["phrases"]),
    )
