"""Whether a text tells of harm, or draws a line for the writer's own safety: by its words, and by a model."""

from functools import cache, lru_cache
from typing import Final

from trust_desktop import resources

from .model import model
from .reading import placed_sentences, windows
from .words import STOPS, all_forms, holds_any, plain, words

MODEL: Final = "harm"
TOGETHER: Final = 3

_REACH: Final = 3
"""An act of harm is meant for somebody named at most this many words later."""


def discloses_harm(text: str) -> bool:
    """Return whether help should be offered; such words are never asked to be any different."""
    return _tells(text, 0)


def may_disclose_harm(text: str) -> bool:
    """Return whether the words are near enough to such that they had better be left alone too."""
    return _tells(text, 1)


def _tells(text: str, border: int) -> bool:
    placed = placed_sentences(text)
    if not placed:
        return False  # an empty page needs no model
    if any(_in_sentence(each.sentence.text) for each in placed):
        return True
    least = model(MODEL).borders[border]
    return any(strength > least for _window, strength in windows(placed, MODEL, TOGETHER))


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
