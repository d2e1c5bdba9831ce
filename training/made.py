"""What a task leaves to be written, and how texts are judged by models that had not seen them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from training.labelled import Labelled, by_sitting
from training.linear import Fit, Gates

FOLDS: Final = 8
"""Sittings are left out in so many groups: one at a time would take an hour."""


@dataclass(frozen=True, slots=True)
class Made:
    """A model with its borders, the strength from which it speaks first, its gates, and the file of the network beside it."""

    fitted: Fit
    borders: tuple[float, ...]
    gates: Gates
    network: bytes | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """`make` makes it from all training texts."""

    name: str
    made_from: tuple[str, ...]
    make: Callable[[], Made]


def unseen(
    rows: Sequence[Labelled], fitted: Callable[[Sequence[Labelled]], Fit]
) -> tuple[list[Labelled], np.ndarray, np.ndarray]:
    """Return all texts with both totals of `Fit.totals`, each by a model that had not seen its sitting."""
    groups = list(by_sitting(rows).values())
    order: list[Labelled] = []
    found = []
    for fold in range(min(FOLDS, len(groups))):
        own = [row for group in groups[fold::FOLDS] for row in group]
        others = [row for at, group in enumerate(groups) if at % FOLDS != fold for row in group]
        found.append(fitted(others).totals([row.text for row in own]))
        order += own
    totals, nearest = (np.concatenate(each) for each in zip(*found, strict=True))
    return order, totals, nearest
