"""A linear model in a file of the package: how much a text reads like one that was marked, and as which kind.

Made by `python3 -m trust_desktop.dev words` from the project's own labelled sentences (docs/wording.md). Behind a line that
says how to read them stand, compressed: the numbers of all runs it knows (`features.py`), in order and as differences, byte
by byte of all; one byte each for how rare it is; and one signed byte each and class for what it weighs. Little-endian only.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import accumulate
from math import sqrt
from typing import Final, NamedTuple

from trust_desktop import resources
from trust_desktop.resources import FALLBACK_LANGUAGE

from .features import Runs
from .model_file import opened
from .remarks import Kind

MAGIC: Final = b"trust-desktop words 3\n"
KEY_BYTES: Final = 4
RARITY_STEP: Final = 16.0
"""A rarity of this many steps is an inverse document frequency of 1."""

_DRAWER: Final = 20
"""The upper twelve bits of a number say in which drawer it is looked for."""


class Read(NamedTuple):
    """The sums of a sentence's runs, and of those it has as the first or the last of several: mass, then weights."""

    inner: tuple[float, ...]
    opening: tuple[float, ...]
    closing: tuple[float, ...]


class Model:
    """A text whose strength is above the first of `borders` reads as marked; what the others are for, each task says.

    A strength is how much a text is like all that is marked, and where there are kinds how much like the nearest one.
    Below `gate` no kind can lift a text above the border, and `below_gate` stands for what it is like the nearest.
    With `has_network` the answer of `network.Network` is added where a text is stronger than `network_gate`.
    """

    def __init__(self, data: bytes) -> None:
        about, following = opened(data, MAGIC)
        self.made_from: str = about["made_from"]
        self.kinds: tuple[Kind, ...] = tuple(Kind(value) for value in about["kinds"])
        self.borders: tuple[float, ...] = tuple(about["borders"])
        self.gate: float = about["gate"]
        self.below_gate: float = about["below_gate"]
        self.has_network: bool = about["network_gate"] is not None
        self.network_gate: float = about["network_gate"] or 0.0
        self._edges: bool = about["edges"]
        self._biases: list[float] = about["biases"]
        self._steps: list[float] = about["steps"]
        count: int = about["runs"]
        self._keys = _keys([following(count) for _byte in range(KEY_BYTES)])
        drawers = range(1 << 8 * KEY_BYTES - _DRAWER)
        self._drawers = [bisect_left(self._keys, drawer << _DRAWER) for drawer in drawers] + [len(self._keys)]
        self._masses = [(byte / RARITY_STEP) ** 2 for byte in range(256)]
        self._rarity = following(count)
        self._tables = [array("b", following(count)) for _class in range(1 + len(self.kinds))]

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
        rows = map(self._row, sentence.inner)
        return [0.0 if row is None else float(self._tables[0][row]) for row in rows]

    def _read(self, sentence: Runs, tables: "Sequence[array[int]]") -> Read:
        parts = sentence if self._edges else (sentence.inner, (), ())
        return Read(*(self._sums(set(part), tables) for part in parts))

    def _sums(self, found: Iterable[int], tables: "Sequence[array[int]]") -> tuple[float, ...]:
        rows = [row for row in map(self._row, found) if row is not None]
        return (
            sum(map(self._masses.__getitem__, map(self._rarity.__getitem__, rows))),
            *(float(sum(map(table.__getitem__, rows))) for table in tables),
        )

    def _row(self, number: int) -> int | None:
        """Return where a run stands in the tables, None where nobody wrote it before."""
        drawer = number >> _DRAWER
        end = self._drawers[drawer + 1]
        row = bisect_left(self._keys, number, self._drawers[drawer], end)
        return row if row < end and self._keys[row] == number else None


def _keys(by_byte: Sequence[bytes]) -> "array[int]":
    """Return the numbers of the runs from their differences, byte by byte of all."""
    steps = bytearray(len(by_byte[0]) * KEY_BYTES)
    for byte, each in enumerate(by_byte):
        steps[byte::KEY_BYTES] = each
    return array("I", accumulate(memoryview(steps).cast("I")))


@cache
def model(name: str, language: str = FALLBACK_LANGUAGE) -> Model:
    """Return the model of this name; read once, at the first question."""
    return Model(resources.path("wording", language, f"{name}.model").read_bytes())
