"""The student: a network small enough to ship, that learns from the labelled texts and from made ones as the teacher labels them.

A text is read by a recurrent unit with an update gate alone, as in Ravanelli and others, "Light Gated Recurrent Units
for Speech Recognition", 2018 (arXiv:1803.10225), but with tanh and no batch normalisation. Of all states the
largest and the mean are pooled, of the last sentence the largest once more. That a small recurrent network learns a large
one's log odds on made texts is after Tang and others, "Distilling Task-Specific Knowledge from BERT into Simple Neural
Networks", 2019 (arXiv:1903.12136).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Any, Final

import jax
import jax.numpy as jnp
import numpy as np
import optax

from training.batches import batches, mean_of_kinds, padded
from training.encoder import Dropout, Tree
from training.rates import warmed_up
from trust_desktop.wording.network import MOST_PIECES, Shape

_BATCH: Final = 256
_WARM_UP: Final = 0.05
_DECAY: Final = 0.01
_EMBEDDING_DROPOUT: Final = 0.1
_DROPOUT: Final = 0.1
_KINDS_COUNT: Final = 0.3
_TAUGHT_COUNTS: Final = 0.4
_TAUGHT_KINDS_COUNT: Final = 0.1
_SUREST: Final = 4.0
"""How sure the teacher is beyond this says nothing more."""
_FAR: Final = -10.0
_EMBEDDING_SPREAD: Final = 0.5

Numbered = Sequence[Sequence[int]]
"""A text as the numbers of its pieces, sentence by sentence."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """Texts with their targets (texts × outputs) and how much each counts; how often to read them, and how fast to learn.

    Where `taught`, the targets are the teacher's log odds; elsewhere labels, 0 or 1.
    """

    texts: Sequence[Numbered]
    targets: np.ndarray
    taught: np.ndarray
    counts: np.ndarray
    epochs: int
    rate: float


def begin(shape: Shape, outputs: int, embeddings: np.ndarray) -> Tree:
    """Return first weights by chance, those of the pieces from `embeddings` (pieces × any width) by their main axes."""
    chance = np.random.default_rng(2)
    centred = embeddings - embeddings.mean(0)
    _left, _sizes, axes = np.linalg.svd(centred, full_matrices=False)
    small = centred @ axes[: shape.embedding].T
    gates = 2 * shape.states
    return {
        "embeddings": (small / small.std() * _EMBEDDING_SPREAD).astype(np.float32),
        "input": _dense(chance, shape.embedding, gates),
        "recurrent": _by_chance(chance, shape.states, gates),
        "hidden": _dense(chance, shape.features, shape.hidden),
        "output": _dense(chance, shape.hidden, outputs),
    }


def _dense(chance: np.random.Generator, rows: int, columns: int) -> Tree:
    return {"weight": _by_chance(chance, rows, columns), "bias": np.zeros(columns, np.float32)}


def _by_chance(chance: np.random.Generator, rows: int, columns: int) -> np.ndarray:
    return chance.uniform(-1, 1, (rows, columns)).astype(np.float32) / np.sqrt(rows, dtype=np.float32)


def learn(params: Tree, lesson: Lesson) -> Tree:
    """Return the weights that the lesson leads to from `params`."""
    lengths = _lengths(lesson.texts)
    steps = lesson.epochs * sum(1 for _each in batches(lengths, _BATCH, None))
    optimizer = _optimizer(lesson.rate, steps)
    state = optimizer.init(params)

    @jax.jit
    def step(params: Tree, state: Any, given: Any, targets: Any, taught: Any, counts: Any, key: Any) -> Any:
        loss, slope = jax.value_and_grad(_loss)(params, given, targets, taught, counts, key)
        changes, state = optimizer.update(slope, state, params)
        return optax.apply_updates(params, changes), state, loss

    chance, key, began = np.random.default_rng(3), jax.random.key(4, impl="rbg"), perf_counter()
    for epoch in range(lesson.epochs):
        losses = []
        for places in batches(lengths, _BATCH, chance):
            key, own = jax.random.split(key)
            rows = np.resize(places, _BATCH)
            counts = np.where(np.arange(_BATCH) < len(places), lesson.counts[rows], 0)
            given = table([lesson.texts[at] for at in rows])
            params, state, loss = step(
                params, state, given, lesson.targets[rows], lesson.taught[rows], counts, own
            )
            losses.append(loss)
        took = perf_counter() - began
        print(
            f"student: epoch {epoch + 1} of {lesson.epochs}, loss {np.mean(losses):.4f}, {took:.0f} s",
            flush=True,
        )
    return params


def logits(params: Tree, texts: Sequence[Numbered]) -> np.ndarray:
    """Return the log odds of each text (texts × outputs)."""
    found = np.zeros((len(texts), params["output"]["bias"].shape[0]), np.float32)
    for places in batches(_lengths(texts), _BATCH, None):
        given = table([texts[at] for at in np.resize(places, _BATCH)])
        found[places] = _logits(params, given)[: len(places)]
    return found


def _lengths(texts: Sequence[Numbered]) -> list[int]:
    return [min(sum(map(len, text)), MOST_PIECES) for text in texts]


def table(texts: Sequence[Numbered]) -> dict[str, np.ndarray]:
    """Return pieces and their marks (pieces × texts): is there one, is it of the last sentence."""
    cut = [_cut(text) for text in texts]
    length = padded(max(sum(map(len, text)) for text in cut))
    found = {name: np.zeros((length, len(cut)), np.float32) for name in ("mask", "closing")}
    found["pieces"] = np.zeros((length, len(cut)), np.int32)
    for row, text in enumerate(cut):
        at = 0
        for number, sentence in enumerate(text):
            end = at + len(sentence)
            found["pieces"][at:end, row], found["mask"][at:end, row] = sentence, 1
            if number == len(text) - 1:
                found["closing"][at:end, row] = 1
            at = end
    return found


def _cut(text: Numbered) -> list[Sequence[int]]:
    """Return the text up to the most pieces, without what is empty."""
    found, left = [], MOST_PIECES
    for sentence in text:
        if sentence and left > 0:
            found.append(sentence[:left])
            left -= len(sentence)
    return found


def _outputs(params: Tree, given: Tree, embedding_dropout: Dropout, dropout: Dropout) -> jax.Array:
    embedded = embedding_dropout(params["embeddings"][given["pieces"]])
    states = _states(params, embedded)
    mask, closing = given["mask"][..., None], given["closing"][..., None]
    pooled = [
        jnp.where(mask > 0, states, _FAR).max(0),
        (states * mask).sum(0) / jnp.maximum(mask.sum(0), 1),
        jnp.where(closing > 0, states, _FAR).max(0),
    ]
    features = dropout(jnp.maximum(jnp.concatenate(pooled, axis=-1), -1))
    hidden = jax.nn.relu(features @ params["hidden"]["weight"] + params["hidden"]["bias"])
    found: jax.Array = hidden @ params["output"]["weight"] + params["output"]["bias"]
    return found


def _states(params: Tree, embedded: jax.Array) -> jax.Array:
    """Return the states (pieces × texts × states)."""
    given = embedded @ params["input"]["weight"] + params["input"]["bias"]
    count = params["recurrent"].shape[0]

    def step(before: jax.Array, given_now: jax.Array) -> tuple[jax.Array, jax.Array]:
        both = given_now + before @ params["recurrent"]
        gate, candidate = jax.nn.sigmoid(both[:, :count]), jnp.tanh(both[:, count:])
        after = gate * before + (1 - gate) * candidate
        return after, after

    _end, states = jax.lax.scan(step, jnp.zeros((embedded.shape[1], count)), given)
    return states


@jax.jit
def _logits(params: Tree, given: Tree) -> jax.Array:
    return _outputs(params, given, Dropout(), Dropout())


def _loss(
    params: Tree, given: Tree, targets: jax.Array, taught: jax.Array, counts: jax.Array, key: jax.Array
) -> jax.Array:
    one, other = jax.random.split(key)
    found = _outputs(params, given, Dropout(_EMBEDDING_DROPOUT, one), Dropout(_DROPOUT, other))
    wrong = optax.sigmoid_binary_cross_entropy(found, targets)
    labelled = wrong[:, 0] + _KINDS_COUNT * mean_of_kinds(wrong)
    apart = (found - jnp.clip(targets, -_SUREST, _SUREST)) ** 2
    as_taught = _TAUGHT_COUNTS * (apart[:, 0] + _TAUGHT_KINDS_COUNT * mean_of_kinds(apart))
    return (jnp.where(taught, as_taught, labelled) * counts).sum() / counts.sum()


def _optimizer(rate: float, steps: int) -> Any:
    def one(rate: float, decay: float) -> Any:
        return optax.adamw(warmed_up(rate, _WARM_UP, steps), weight_decay=decay)

    def groups(params: Tree) -> Tree:
        return {
            name: jax.tree.map(
                lambda _each, own=name: "embeddings" if own == "embeddings" else "others", part
            )
            for name, part in params.items()
        }

    return optax.chain(
        optax.clip_by_global_norm(1.0),
        optax.partition({"embeddings": one(rate / 2, 0.0), "others": one(rate, _DECAY)}, groups),
    )
