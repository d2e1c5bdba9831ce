"""Turns of phrase as a counsellor writes them, found among the words of a sentence."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from .words import forms

GAP: Final = 4
"""The most words an asterisk stands for."""

_ANY: Final = frozenset({"*"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """`words` are what may stand in each place; an asterisk alone is a gap."""

    written: str
    words: tuple[frozenset[str], ...]
    at_start: bool
    at_end: bool

    def end_from(self, found: Sequence[str], index: int) -> int | None:
        """Return the index behind the phrase if it begins at `index`."""
        if self.at_start and index:
            return None
        return self._match(found, index, 0)

    def _match(self, found: Sequence[str], index: int, place: int) -> int | None:
        while place < len(self.words):
            wanted = self.words[place]
            if wanted is _ANY:
                return self._over_gap(found, index, place + 1)
            if index >= len(found) or found[index] not in wanted:
                return None
            index, place = index + 1, place + 1
        return index if not self.at_end or index == len(found) else None

    def _over_gap(self, found: Sequence[str], index: int, place: int) -> int | None:
        for after in range(index, min(index + GAP, len(found)) + 1):
            end = self._match(found, after, place)
            if end is not None:
                return end
        return None


class PhraseBook:
    """Phrases under a name each, looked up by their first two words: reading stays linear in the text."""

    def __init__(self, entries: Iterable[tuple[str, str]]) -> None:
        self._by_start: dict[tuple[str, ...], list[tuple[str, Phrase]]] = {}
        for name, entry in entries:
            phrase = parse(entry)
            seconds = phrase.words[1] if len(phrase.words) > 1 else _ANY
            for first in phrase.words[0]:
                for start in ((first,) if seconds is _ANY else (first, second) for second in seconds):
                    self._by_start.setdefault(start, []).append((name, phrase))

    def find(self, found: Sequence[str]) -> Iterator[tuple[str, int, int]]:
        """Yield the name of each phrase that stands among the words, with its first index and the one behind it."""
        for index in range(len(found)):
            for name, end in self.at(found, index):
                yield name, index, end

    def at(self, found: Sequence[str], index: int) -> Iterator[tuple[str, int]]:
        """Yield the name of each phrase that begins with one word, with the index behind it."""
        for start in {tuple(found[index : index + 1]), tuple(found[index : index + 2])}:
            for name, phrase in self._by_start.get(start, ()):
                end = phrase.end_from(found, index)
                if end is not None:
                    yield name, end


def parse(entry: str) -> Phrase:
    """Read one entry such as "took you * long", "^stop" or "keep~ it up"."""
    at_start, at_end = entry.startswith("^"), entry.endswith("$")
    words = tuple(_place(word) for word in entry.removeprefix("^").removesuffix("$").split())
    if not words or words[0] is _ANY or words[-1] is _ANY:
        raise ValueError(entry)
    return Phrase(entry, words, at_start, at_end)


def _place(word: str) -> frozenset[str]:
    if word == "*":
        return _ANY
    return frozenset(form for choice in word.split("/") for form in _choice(choice))


def _choice(word: str) -> Iterable[str]:
    return forms(word[:-1]) if word.endswith("~") else (word,)
