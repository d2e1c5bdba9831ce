"""A word with one wrong, missing, doubled or swapped letter, read as the common word that was meant.

The list `words.txt` is made by `python3 -m trust_desktop.dev words` from the project's own sentences and content: first
the common words, the most frequent first, then behind an empty line those that are only known, and so left alone.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from string import ascii_lowercase
from typing import Final

from trust_desktop import resources
from trust_desktop.resources import FALLBACK_LANGUAGE

FILE: Final = "words.txt"
_SHORTEST: Final = 3
_ANY_EDIT_FROM: Final = 5
"""Shorter words lie too close to each other: of theirs, only two letters in the wrong order are read as meant."""
_LONGEST: Final = 20
_LETTERS: Final = f"{ascii_lowercase}'"


@lru_cache(maxsize=4_096)
def spelled(word: str) -> str:
    """Return the common word that a plain, unknown word of 3 to 20 letters was meant to be, else the word itself.

    The first letter is taken to be right; among several words the most frequent is.
    """
    if not _SHORTEST <= len(word) <= _LONGEST or not word.isascii():
        return word
    common, known = _words()
    if word in known:
        return word
    meant = {each for each in _near(word) if each in common}
    return min(meant, key=lambda each: common[each], default=word)


def _near(word: str) -> Iterator[str]:
    """Yield what one slip of the fingers could have made the word from."""
    for at in range(1, len(word) - 1):
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if len(word) < _ANY_EDIT_FROM:
        return
    for at in range(1, len(word) + 1):
        before, after = word[:at], word[at:]
        yield before + after[1:]
        for letter in _LETTERS:
            yield before + letter + after
            yield before + letter + after[1:]


@cache
def _words(language: str = FALLBACK_LANGUAGE) -> tuple[dict[str, int], frozenset[str]]:
    """Return the common words with their rank, and all that are known."""
    written = resources.path("wording", language, FILE).read_text(encoding="utf-8")
    common, _, rest = written.partition("\n\n")
    ranks = {word: rank for rank, word in enumerate(common.split())}
    return ranks, frozenset(ranks) | frozenset(rest.split())
