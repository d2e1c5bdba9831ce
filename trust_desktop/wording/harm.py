"""Whether a text tells of harm, or draws a line for the writer's own safety: by its words, and by a model."""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

from trust_desktop import resources

from .by_bits import Bits, whole
from .model import model
from .plain_stings import is_plain_sting
from .reading import placed_sentences, windows
from .words import STOPS, Word, all_forms, holds_any, plain, words

MODEL: Final = "harm"
TOGETHER: Final = 3

_NEAR: Final = 2
_REACH: Final = 3
"""An act of harm is meant for somebody named at most this many words later."""


def discloses_harm(text: str) -> bool:
    """Return whether help should be offered; such words are never asked to be any different."""
    return whole(_tells(text, 0))


def near_to_harm(text: str) -> Bits[bool]:
    """Return, by bits, whether the words are near enough to such that they had better be left alone too."""
    return _tells(text, 1)


def _tells(text: str, border: int) -> Bits[bool]:
    placed = placed_sentences(text)
    if not placed:
        return False  # an empty page needs no model
    for each in placed:
        if _in_sentence(each.sentence.text):
            return True
        yield
    least = model(MODEL).borders[border]
    for stretch, strength in windows(placed, MODEL, TOGETHER):
        if strength > least and not all(is_plain_sting(placed[at].sentence.text) for at in stretch):
            return True  # "you disgust me" is near to "you choke me" by its words; it is known what that is
        yield
    return False


@lru_cache(maxsize=2_048)
def _in_sentence(text: str) -> bool:
    lists = _lists()
    found = words(text)
    if holds_any(plain(found), lists.phrases):
        return True
    for index, word in enumerate(found):
        if word.plain in lists.acts and not _by_a_thing(found, index, lists):
            for following in found[index + 1 : index + 1 + _REACH]:
                if following.plain in STOPS:
                    break
                if following.plain in lists.whom:
                    return True
    return False


def _by_a_thing(found: Sequence[Word], index: int, lists: "_Lists") -> bool:
    """Whether it is a thing that hurt, not somebody: that is pain, and no harm."""
    near = {word.plain for word in found[max(index - _NEAR, 0) : index]}
    opens = index <= _NEAR and found[0].plain in lists.opening
    return (opens or not lists.things.isdisjoint(near)) and lists.people.isdisjoint(near)


class _Lists(NamedTuple):
    acts: frozenset[str]
    whom: frozenset[str]
    things: frozenset[str]
    opening: frozenset[str]
    people: frozenset[str]
    phrases: tuple[str, ...]


@cache
def _lists() -> _Lists:
    lists = resources.content("harm")["harm"]
    return _Lists(
        frozenset(all_forms(lists["acts"])),
        frozenset(lists["whom"]),
        frozenset(all_forms(lists["things"])),
        frozenset(lists["opening"]),
        frozenset(lists["people"]),
        tuple(lists["phrases"]),
    )
