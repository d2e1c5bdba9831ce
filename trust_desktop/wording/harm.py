"""Whether a text tells of harm, or draws a line for the writer's own safety: by its words, and by a model."""

from functools import cache, lru_cache
from typing import Final

from trust_desktop import resources

from .by_bits import Bits, whole
from .model import model
from .reading import placed_sentences, windows
from .words import STOPS, all_forms, holds_any, plain, words

MODEL: Final = "harm"
TOGETHER: Final = 3

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
    for _window, strength in windows(placed, MODEL, TOGETHER):
        if strength > least:
            return True
        yield
    return False


@lru_cache(maxsize=2_048)
def _in_sentence(text: str) -> bool:
    acts, whom, phrases = _lists()
    found = words(text)
    if holds_any(plain(found), phrases):
        return True
    for index, word in enumerate(found):
        if word.plain in acts:
            for following in found[index + 1 : index + 1 + _REACH]:
                if following.plain in STOPS:
                    break
                if following.plain in whom:
                    return True
    return False


@cache
def _lists() -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    lists = resources.content("harm")["harm"]
    return frozenset(all_forms(lists["acts"])), frozenset(lists["whom"]), tuple(lists["phrases"])
