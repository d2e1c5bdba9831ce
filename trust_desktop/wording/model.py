"""A linear model in a file of the package: how much a text reads like one that was marked, and as which kind.

Made by `python3 -m trust_desktop.dev words` from the project's own labelled sentences (docs/wording.md). Every table
has one entry a bucket of `features.py`: one byte for how rare it is, one signed byte a class for what it weighs.
"""

import json
import zlib
from array import array
from collections.abc import Collection, Sequence
from functools import cache
from math import sqrt
from typing import Any, Final, NamedTuple

from trust_desktop import resources
from trust_desktop.resources import FALLBACK_LANGUAGE

from .features import BUCKETS, Runs
from .remarks import Kind

MAGIC: Final = b"trust-desktop words 1\n"
RARITY_STEP: Final = 16.0
"""A rarity of this many steps is an inverse document frequency of 1."""


class Read(NamedTuple):
    """The sums of a sentence's runs, and of those it has as the first or the last of several: mass, then weights."""

    inner: tuple[float, ...]
    opening: tuple[float, ...]
    closing: tuple[float, ...]


class Model:
    """A text whose strength is above the first of `borders` reads as marked; a second is for texts with a phrase.

    A strength is how much a text is like all that is marked, and where there are kinds how much like the nearest one.
    Below `gate` no kind can lift a text above the border.
    """

    def __init__(self, data: bytes) -> None:
        if not data.startswith(MAGIC):
            raise ValueError("magic")
        head, _, packed = data[len(MAGIC) :].partition(b"\n")
        about: dict[str, Any] = json.loads(head)
        body = zlib.decompress(packed)
        self.made_from: str = about["made_from"]
        self.kinds: tuple[Kind, ...] = tuple(Kind(value) for value in about["kinds"])
        self.borders: tuple[float, ...] = tuple(about["borders"])
        self.gate: float = about["gate"]
        self._edges: bool = about["edges"]
        self._biases: list[float] = about["biases"]
        self._steps: list[float] = about["steps"]
        mass = [(byte / RARITY_STEP) ** 2 for byte in range(256)]
        self._mass = array("f", map(mass.__getitem__, body[:BUCKETS]))
        self._tables = [array("b", body[at : at + BUCKETS]) for at in range(BUCKETS, len(body), BUCKETS)]

    def read(self, sentence: Runs) -> Read:
        """Return what a sentence weighs in all; what several weigh adds up."""
        return self._read(sentence, self._tables[:1])

    def read_kinds(self, sentence: Runs) -> Read:
        """Return what a sentence weighs for each kind."""
        return self._read(sentence, self._tables[1:])

    def strength(self, reads: Sequence[Read]) -> float:
        """Return how much some sentences together are like all marked ones."""
        return self._scaled(reads, 0)[0]

    def likeness(self, reads: Sequence[Read]) -> list[float]:
        """Return how much some sentences, by `read_kinds`, are like each kind of marked ones."""
        return self._scaled(reads, 1)

    def _scaled(self, reads: Sequence[Read], first: int) -> list[float]:
        parts = [each.inner for each in reads]
        if self._edges and len(reads) > 1:
            parts += [reads[0].opening, reads[-1].closing]
        mass, *weights = map(sum, zip(*parts, strict=True))
        root = sqrt(mass) or 1.0
        return [
            weight * step / root + bias
            for weight, step, bias in zip(weights, self._steps[first:], self._biases[first:], strict=False)
        ]

    def weights(self, sentence: Runs) -> list[float]:
        """Return what each run weighs, in the order of `features.places`."""
        return [float(self._tables[0][bucket]) for bucket in sentence.inner]

    def _read(self, sentence: Runs, tables: "Sequence[array[int]]") -> Read:
        parts = sentence if self._edges else (sentence.inner, (), ())
        return Read(*(self._sums(set(part), tables) for part in parts))

    def _sums(self, found: Collection[int], tables: "Sequence[array[int]]") -> tuple[float, ...]:
        return (
            sum(map(self._mass.__getitem__, found)),
            *(float(sum(map(table.__getitem__, found))) for table in tables),
        )


@cache
def model(name: str, language: str = FALLBACK_LANGUAGE) -> Model:
    """Return the model of this name; read once, at the first question."""
    return Model(resources.path("wording", language, f"{name}.model").read_bytes())
