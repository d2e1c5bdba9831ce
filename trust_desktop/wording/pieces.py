"""Words in the pieces that the network knows: the longest it knows from the front, then the longest of what is left.

The pieces are those of BERT (Devlin and others, 2019, arXiv:1810.04805), with some words of their own; cut as in Song and
others, "Fast WordPiece Tokenization", 2020 (arXiv:2012.15524).
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

UNKNOWN: Final = "[UNK]"
CONTINUES: Final = "##"
"""Begins the name of a piece that stands within a word."""

_MOST_LETTERS: Final = 40
_PARTS: Final = re.compile(r"'|[^']+")


class Pieces:
    """The pieces of words, each known by its place in `names`; one of these is `UNKNOWN`."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = tuple(names)
        self._numbers = {name: at for at, name in enumerate(names)}
        self._unknown = self._numbers[UNKNOWN]
        self._cut = lru_cache(2_048)(self._cut_up)

    def of(self, words: Iterable[str]) -> list[int]:
        """Return the numbers of the pieces of plain words and marks (`tokens.Token.plain`), in order."""
        found: list[int] = []
        for word in words:
            whole = self._numbers.get(word)
            if whole is None:
                found += self._cut(word)
            else:
                found.append(whole)
        return found

    def _cut_up(self, word: str) -> tuple[int, ...]:
        spread = unicodedata.normalize("NFD", word[:_MOST_LETTERS])
        bare = "".join(letter for letter in spread if unicodedata.category(letter) != "Mn")
        return tuple(number for part in _PARTS.findall(bare) for number in self._part(part))

    def _part(self, part: str) -> Iterator[int]:
        numbers, at = [], 0
        while at < len(part):
            number, at = self._longest(part, at)
            numbers.append(number)
        yield from [self._unknown] if self._unknown in numbers else numbers

    def _longest(self, part: str, at: int) -> tuple[int, int]:
        begin = CONTINUES if at else ""
        for end in range(len(part), at, -1):
            number = self._numbers.get(begin + part[at:end])
            if number is not None:
                return number, end
        return self._unknown, len(part)
