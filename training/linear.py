"""Fit the linear models, and write them in the form that `trust_desktop/wording/model.py` reads."""

import json
import zlib
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from scipy import sparse
from sklearn.svm import LinearSVC

from trust_desktop.wording.model import KEY_BYTES, MAGIC, RARITY_STEP
from trust_desktop.wording.reading import placed_sentences
from trust_desktop.wording.remarks import Kind

Matrix = Any
_KIND_COUNTS: Final = 4.0
"""One kind stands against all plain texts, which are many more."""


@dataclass(frozen=True, slots=True)
class Instance:
    """One text to learn from: its kinds, none where it is plain, and how much it counts beside others."""

    text: str
    kinds: tuple[Kind, ...]
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Fit:
    """Weights by run (`keys`, in order): the first row of marked against plain, one more for each kind against plain."""

    edges: bool
    keys: np.ndarray
    rarity: np.ndarray
    kinds: tuple[Kind, ...]
    weights: np.ndarray
    biases: np.ndarray

    def totals(self, texts: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
        """Return for each text what `Model.strength` will return and the largest of `Model.likeness`, but for rounding."""
        counts = matrix(texts, self.keys, edges=self.edges)
        found = (counts @ self.weights.T) / _mass(counts, self.rarity)[:, None] + self.biases
        return found[:, 0], found[:, 1:].max(axis=1) if self.kinds else np.zeros(len(texts))

    def strengths(self, texts: Sequence[str]) -> np.ndarray:
        return np.add(*self.totals(texts))


@dataclass(frozen=True, slots=True)
class Settings:
    """How strictly to fit: a larger freedom follows the texts more closely. `edges` reads how a text opens and closes.

    A run of words in fewer than `least_seen` sentences is left out: it says little of others.
    """

    freedom: float = 0.5
    kind_freedom: float = 1.0
    edges: bool = False
    least_seen: int = 2


def fit(texts: Sequence[Instance], kinds: Sequence[Kind], settings: Settings) -> Fit:
    everything, ends = numbers([each.text for each in texts], edges=settings.edges)
    keys, seen = np.unique(everything, return_counts=True)
    keys, seen = keys[seen >= settings.least_seen], seen[seen >= settings.least_seen]
    counts = _counted(everything, ends, keys)
    rarity = np.log((1 + len(texts)) / (1 + seen)) + 1
    rarity = np.minimum(np.round(rarity * RARITY_STEP), 255) / RARITY_STEP
    rows = scaled(counts, rarity)
    weight = np.array([each.weight for each in texts])
    marked = np.array([bool(each.kinds) for each in texts])
    fitted = [LinearSVC(C=settings.freedom, random_state=0).fit(rows, marked, sample_weight=weight)]
    for kind in kinds:
        own = np.array([each.kinds[:1] == (kind,) for each in texts])
        beside = own | ~marked
        named = LinearSVC(C=settings.kind_freedom, random_state=0)
        fitted.append(
            named.fit(
                rows[beside], own[beside], sample_weight=(weight * np.where(own, _KIND_COUNTS, 1))[beside]
            )
        )
    return Fit(
        settings.edges,
        keys,
        rarity,
        tuple(kinds),
        np.vstack([each.coef_[0] for each in fitted]) * rarity,
        np.array([each.intercept_[0] for each in fitted]),
    )


def matrix(texts: Sequence[str], keys: np.ndarray, *, edges: bool) -> Matrix:
    """Return how many sentences of each text hold each run; with `edges` the first and last once more, as such."""
    return _counted(*numbers(texts, edges=edges), keys)


def numbers(texts: Sequence[str], *, edges: bool) -> tuple[np.ndarray, np.ndarray]:
    """Return the numbers of all runs of all texts, and where those of each text end."""
    found = array("I")
    ends = [0]
    for text in texts:
        read = [placed.sentence.runs for placed in placed_sentences(text)]
        for each in read:
            found.extend(set(each.inner))
        if edges and len(read) > 1:
            found.extend({*read[0].opening})
            found.extend({*read[-1].closing})
        ends.append(len(found))
    return np.array(found, dtype=np.uint32), np.array(ends)


def _counted(found: np.ndarray, ends: np.ndarray, keys: np.ndarray) -> Matrix:
    rows = np.repeat(np.arange(len(ends) - 1), np.diff(ends))
    columns = np.minimum(np.searchsorted(keys, found), len(keys) - 1)
    known = keys[columns] == found
    values = np.ones(int(known.sum()))
    counts = sparse.csr_matrix((values, (rows[known], columns[known])), shape=(len(ends) - 1, len(keys)))
    counts.sum_duplicates()
    return counts


def scaled(counts: Matrix, rarity: np.ndarray) -> Matrix:
    """Return rows scaled by their rarity as `Model.strength` scales them."""
    return sparse.diags(1 / _mass(counts, rarity)) @ counts @ sparse.diags(rarity)


def _mass(counts: Matrix, rarity: np.ndarray) -> np.ndarray:
    mass = np.sqrt(counts @ (rarity**2))
    mass[mass == 0] = 1
    return mass


@dataclass(frozen=True, slots=True)
class Gates:
    """From which total the kinds are asked, what stands for them below, and from which sum the network is; see `Model`."""

    kinds: float = 0.0
    below: float = 0.0
    network: float | None = None


def write(fitted: Fit, path: Path, made_from: str, borders: Sequence[float], gates: Gates) -> None:
    """Write one signed byte a weight: what is lost is far below what one sentence more or less changes."""
    steps = [round(float(np.abs(row).max()) / 127, 9) for row in fitted.weights]
    about = {
        "made_from": made_from,
        "kinds": [kind.value for kind in fitted.kinds],
        "borders": [round(border, 4) for border in borders],
        "gate": round(gates.kinds, 4),
        "below_gate": round(gates.below, 4),
        "network_gate": None if gates.network is None else round(gates.network, 4),
        "edges": fitted.edges,
        "runs": len(fitted.keys),
        "biases": [round(float(bias), 6) for bias in fitted.biases],
        "steps": steps,
    }
    rarity = np.round(fitted.rarity * RARITY_STEP).astype(np.uint8)
    weights = np.round(fitted.weights / np.array(steps)[:, None]).astype(np.int8)
    path.parent.mkdir(parents=True, exist_ok=True)
    steps_between = np.diff(fitted.keys, prepend=np.uint32(0)).astype("<u4")
    by_byte = steps_between.view(np.uint8).reshape(-1, KEY_BYTES).T
    packed = zlib.compress(by_byte.tobytes() + rarity.tobytes() + weights.tobytes(), 9)
    path.write_bytes(MAGIC + json.dumps(about).encode("ascii") + b"\n" + packed)
