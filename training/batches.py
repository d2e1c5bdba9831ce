"""Texts of like length together, so that little of a batch is empty; few lengths, since each is compiled by itself."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

import numpy as np

_LENGTHS: Final = (12, 16, 20, 24, 28, 32, 40, 56, 80)


def batches(lengths: Sequence[int], size: int, chance: np.random.Generator | None) -> Iterator[np.ndarray]:
    """Yield the places of so many texts each; with `chance` in another order and another company each time."""
    rounded = np.array([padded(length) for length in lengths])
    order = np.arange(len(lengths)) if chance is None else chance.permutation(len(lengths))
    found = [
        own[start : start + size]
        for length in np.unique(rounded)
        for own in (order[rounded[order] == length],)
        for start in range(0, len(own), size)
    ]
    if chance is not None:
        chance.shuffle(found)  # type: ignore[arg-type]
    yield from found


def padded(length: int) -> int:
    """Return the length a text is filled up to; longer than the longest it is cut."""
    return next((each for each in _LENGTHS if length <= each), _LENGTHS[-1])


def mean_of_kinds(losses: Any) -> Any:
    """Return of each text the mean loss of the kinds, which stand behind the first output; 0 where there are none."""
    return losses[:, 1:].sum(1) / max(1, losses.shape[1] - 1)
