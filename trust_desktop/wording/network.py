"""A small recurrent network in a file of the package: how likely sentences are to sting and in what way, read word by word.

Made by `python3 -m trust_desktop.dev words` (training/student.py says after whom); docs/wording.md says how well it does.
It runs on the standard library alone, fast enough while somebody types, since a row of weights is one long integer with a
field of 32 bits each: a vector times a matrix is then as many products as the vector has values (decision 24). What a
sentence begins with like one read shortly before is not read again. Little-endian only.
"""

from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import exp, tanh
from operator import mul
from typing import Final, NamedTuple

from trust_desktop import resources
from trust_desktop.resources import FALLBACK_LANGUAGE

from .model_file import opened
from .pieces import UNKNOWN, Pieces

MAGIC: Final = b"trust-desktop network 2\n"
MOST_PIECES: Final = 72
"""A longer sentence is read part by part: all its states at once would take too much room."""

ONE: Final = 32_767
"""States lie between -1 and 1, and are kept as integers of so many steps."""
_ONE_BITS: Final = 15
_FEATURE_BITS: Final = 3
"""A feature has so many bits less than a state: there are many of them, and their sum must stay within its field."""
_FIELD_BYTES: Final = 4
_OFFSET: Final = 1 << 31
"""Added to every field, so that none is below 0 and borrows from its neighbour."""
_LARGEST: Final = 127
"""No weight is larger, in its steps."""
_INDEXES: Final = 1 << 16
"""The upper half of a field is an index of the tables."""
_SATURATED: Final = 12.0
_INPUTS_KEPT: Final = 512
_READINGS_KEPT: Final = 8


class Pooled(NamedTuple):
    """What is kept of a sentence: of each state the largest, the sum over its pieces and the last; how many pieces."""

    largest: "array[int]"
    sums: "array[int]"
    last: "array[int]"
    pieces: int


@dataclass(frozen=True, slots=True)
class Shape:
    """How many pieces there are, values in the embedding of one, states, and units of the hidden layer."""

    pieces: int
    embedding: int
    states: int
    hidden: int

    @property
    def fields(self) -> int:
        """Return how many values a step needs: a gate and a candidate for each state."""
        return 2 * self.states

    @property
    def features(self) -> int:
        """Return how many values are pooled: three of every state."""
        return 3 * self.states


class Network:
    """A recurrent unit with one gate, whose states are pooled, and a hidden layer behind them."""

    def __init__(self, data: bytes) -> None:
        about, following = opened(data, MAGIC)
        self.made_from: str = about["made_from"]
        self.share: float = about["share"]
        """What the first of `log_odds` counts beside the strength of `model.Model`."""
        self.share_of_kinds: float = about["share_of_kinds"]
        """What those of kinds count beside its likeness of each, and the largest of them beside its strength."""
        self.pieces = Pieces(following(about["names"]).decode("utf-8").split("\n"))
        self._shape = Shape(**about["shape"])
        self._take(following)
        unit = about["recurrent_step"] / ONE
        self._ratio: float = about["embedding_step"] * about["input_step"] / unit
        biases = [round(bias / unit) for bias in about["biases"]]
        rounding = _LARGEST * self._shape.embedding
        # so much may a piece add to a field, whatever the states add, that it stays above 0 and below its neighbour
        self._room = _OFFSET - _LARGEST * ONE * self._shape.states - max(map(abs, biases)) - rounding
        self._gates, self._candidates = _tables(unit * _INDEXES)
        self._hidden_step: float = about["hidden_step"] * (1 << _FEATURE_BITS) / ONE
        self._hidden_biases: list[float] = about["hidden_biases"]
        self._outputs: list[list[float]] = about["outputs"]
        self._output_biases: list[float] = about["output_biases"]
        self._offset = _packed([_OFFSET + bias for bias in biases])
        self._hidden_offset = _packed([_OFFSET] * self._shape.hidden)
        self._input = lru_cache(_INPUTS_KEPT)(self._input_of)
        self._read: tuple[tuple[list[int], Sequence[int], list[list[int]]], ...] = ()

    def _take(self, following: Callable[[int], bytes]) -> None:
        shape = self._shape
        rows = (shape.pieces, shape.embedding, shape.states, shape.features)
        widths = (shape.embedding, shape.fields, shape.fields, shape.hidden)
        self._embeddings, *matrices = (
            memoryview(following(count)).cast("b") for count in map(mul, rows, widths)
        )
        self._input_rows, self._recurrent_rows, self._hidden_rows = map(_rows, matrices, widths[1:])

    def read(self, words: Iterable[str], before: Pooled | None = None) -> Pooled:
        """Read a sentence by its plain words and marks (`tokens.Token.plain`), with the one `before` it in mind."""
        pieces = self.pieces.of(words) or self.pieces.of([UNKNOWN])
        begin = before.last.tolist() if before else [0] * self._shape.states
        parts = []
        for at in range(0, len(pieces), MOST_PIECES):
            states = self._states(begin, pieces[at : at + MOST_PIECES])
            parts.append(list(zip(*states, strict=True)))
            begin = states[-1]
        return Pooled(
            array("h", map(max, zip(*(map(max, part) for part in parts), strict=True))),
            array("q", map(sum, zip(*(map(sum, part) for part in parts), strict=True))),
            array("h", begin),
            len(pieces),
        )

    def log_odds(self, sentences: Sequence[Pooled]) -> list[float]:
        """Return the log odds that some sentences together sting, then those of each kind, in the model's order."""
        units = self._units(sentences)
        return [
            sum(map(mul, output, units), bias)
            for output, bias in zip(self._outputs, self._output_biases, strict=True)
        ]

    def _units(self, sentences: Sequence[Pooled]) -> list[float]:
        """Return the hidden layer."""
        count = sum(each.pieces for each in sentences)
        features = [
            *map(max, zip(*(each.largest for each in sentences), strict=True)),
            *(sum(each) // count for each in zip(*(each.sums for each in sentences), strict=True)),
            *sentences[-1].largest,
        ]
        rows = map(mul, (each >> _FEATURE_BITS for each in features), self._hidden_rows)
        total = sum(rows, self._hidden_offset)
        return [
            max(0.0, (field - _OFFSET) * self._hidden_step + bias)
            for field, bias in zip(_fields(total, self._shape.hidden), self._hidden_biases, strict=True)
        ]

    def _states(self, begin: list[int], pieces: Sequence[int]) -> list[list[int]]:
        """Return the states behind each piece, as far as may be those of pieces read shortly before."""
        found: list[list[int]] = []
        for begun, before, known in self._read:
            same = _same(pieces, before)
            if same > len(found) and begun == begin:
                found = known[:same]
        now = found[-1] if found else begin
        for piece in pieces[len(found) :]:
            now = self._step(now, piece)
            found.append(now)
        self._read = (*self._read, (begin, pieces, found))[-_READINGS_KEPT:]
        return found

    def _step(self, before: list[int], piece: int) -> list[int]:
        total = sum(map(mul, before, self._recurrent_rows), self._input(piece))
        size = self._shape.fields * _FIELD_BYTES
        indexes = memoryview(total.to_bytes(size, "little")).cast("H")[1::2].tolist()
        gates = map(self._gates.__getitem__, indexes[: self._shape.states])
        candidates = map(self._candidates.__getitem__, indexes[self._shape.states :])
        return [
            new + (gate * (old - new) >> _ONE_BITS)
            for gate, new, old in zip(gates, candidates, before, strict=True)
        ]

    def _input_of(self, piece: int) -> int:
        """Return what a piece adds to the fields, with their offset and biases."""
        width = self._shape.embedding
        embedding = self._embeddings[piece * width : (piece + 1) * width]
        reach = _LARGEST * self._ratio * sum(map(abs, embedding))
        scale = self._ratio * min(1.0, self._room / (reach or 1.0))
        found: int = sum(
            map(mul, [round(value * scale) for value in embedding], self._input_rows), self._offset
        )
        return found


def _fields(total: int, count: int) -> memoryview:
    return memoryview(total.to_bytes(count * _FIELD_BYTES, "little")).cast("I")


def _same(one: Sequence[int], other: Sequence[int]) -> int:
    """Return how many pieces two readings begin with alike."""
    least = min(len(one), len(other))
    return next((at for at in range(least) if one[at] != other[at]), least)


def _rows(matrix: memoryview, fields: int) -> list[int]:
    """Return rows of signed weights, each as one integer."""
    lift = 128
    lifted = _packed([lift] * fields)
    return [
        _packed([weight + lift for weight in matrix[start : start + fields]]) - lifted
        for start in range(0, len(matrix), fields)
    ]


def _packed(values: Sequence[int]) -> int:
    return int.from_bytes(array("I", values).tobytes(), "little")


def _tables(step: float) -> "tuple[array[int], array[int]]":
    """Return the gate and the candidate for each index; from one to the next the value grows by `step`."""
    middle = _INDEXES // 2
    reach = min(middle, int(_SATURATED / step) + 1)
    rest = middle - reach
    values = array("d", ((at + 0.5) * step for at in range(-reach, reach)))
    gates = array("h", (round(ONE / (1 + exp(-value))) for value in values))
    candidates = array("h", (round(ONE * tanh(value)) for value in values))
    full = array("h", [ONE]) * rest
    return array("h", [0]) * rest + gates + full, array("h", [-ONE]) * rest + candidates + full


@cache
def network(name: str, language: str = FALLBACK_LANGUAGE) -> Network:
    """Return the network of this name; read once, at the first question."""
    return Network(resources.path("wording", language, f"{name}.network").read_bytes())
