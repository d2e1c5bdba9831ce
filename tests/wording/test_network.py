"""The network reads as its weights say: the packed integers give what plain sums of products give."""

import json
import random
import zlib
from itertools import accumulate
from math import exp, isfinite, tanh

import pytest

from trust_desktop.wording.network import MAGIC, ONE, Network, Pooled
from trust_desktop.wording.pieces import UNKNOWN, Pieces

NAMES = [UNKNOWN, "thank", "##s", "you", "don't", "'", "t", "ne", "##ver", "listen", "again", ".", "cafe"]
SENTENCE = ["thanks", "you", "never", "listen", "again", "."]
OUTPUTS = 3
SMALL, REAL = (5, 4, 3), (64, 128, 48)
"""Values of an embedding, states and units of the hidden layer."""


class Weights:
    """Weights by chance, as they stand in a file, and read in the plainest way."""

    def __init__(self, sizes: tuple[int, int, int] = SMALL, *, largest: bool = False) -> None:
        self.chance = random.Random(4)
        self.largest = largest
        self.embedding, self.states, self.hidden_units = sizes
        self.embeddings = self.rows(len(NAMES), self.embedding)
        gates = 2 * self.states
        self.given = self.rows(self.embedding, gates, shut=True)
        self.recurrent = self.rows(self.states, gates, shut=True)
        self.biases = self.some(gates)
        self.hidden = self.rows(3 * self.states, self.hidden_units)
        self.hidden_biases = self.some(self.hidden_units)
        self.outputs = [self.some(self.hidden_units) for _at in range(OUTPUTS)]
        self.output_biases = self.some(OUTPUTS)
        tame = SMALL[1] / self.states  # much larger ones make a chaos of many states, in which rounding grows
        self.recurrent_step, self.hidden_step = 0.015 * tame, 0.01 * tame**2

    def rows(self, count: int, width: int, *, shut: bool = False) -> list[list[int]]:
        """Return weights by chance, or the largest; with `shut` those keep the gate shut, so that states are 1 at once."""
        if self.largest:
            low = width // 2 if shut else 0
            return [[-127] * low + [127] * (width - low) for _row in range(count)]
        return [[self.chance.randint(-127, 127) for _at in range(width)] for _row in range(count)]

    def some(self, count: int) -> list[float]:
        return [round(self.chance.uniform(-1, 1), 5) for _at in range(count)]

    def data(self) -> bytes:
        names = "\n".join(NAMES).encode()
        about = {
            "made_from": "chance",
            "share": 0.25,
            "share_of_kinds": 0.1,
            "shape": {
                "pieces": len(NAMES),
                "embedding": self.embedding,
                "states": self.states,
                "hidden": self.hidden_units,
            },
            "names": len(names),
            "embedding_step": 0.01,
            "input_step": 0.02,
            "recurrent_step": self.recurrent_step,
            "biases": self.biases,
            "hidden_step": self.hidden_step,
            "hidden_biases": self.hidden_biases,
            "outputs": self.outputs,
            "output_biases": self.output_biases,
        }
        matrices = [self.embeddings, self.given, self.recurrent, self.hidden]
        body = names + bytes(value & 255 for matrix in matrices for row in matrix for value in row)
        return MAGIC + json.dumps(about).encode() + b"\n" + zlib.compress(body)

    def answers(self, sentences: list[list[str]]) -> list[float]:
        numbered = [Pieces(NAMES).of(words) for words in sentences]
        read = [
            self.read(pieces, self.read(before)[-1] if before else None)
            for before, pieces in zip(([], *numbered), numbered, strict=False)
        ]
        every = [state for states in read for state in states]
        features = [
            *map(max, zip(*every, strict=True)),
            *(sum(each) / len(every) for each in zip(*every, strict=True)),
            *map(max, zip(*read[-1], strict=True)),
        ]
        hidden = through(self.hidden, features, self.hidden_step)
        units = [max(0.0, value + bias) for value, bias in zip(hidden, self.hidden_biases, strict=True)]
        return [
            bias + sum(weight * unit for weight, unit in zip(output, units, strict=True))
            for output, bias in zip(self.outputs, self.output_biases, strict=True)
        ]

    def read(self, pieces: list[int], begin: list[float] | None = None) -> list[list[float]]:
        now, found = begin or [0.0] * self.states, []
        for piece in pieces:
            seen = through(self.given, [value * 0.01 for value in self.embeddings[piece]], 0.02)
            kept = through(self.recurrent, now, self.recurrent_step)
            added = [sum(each) for each in zip(seen, kept, self.biases, strict=True)]
            gates = [1 / (1 + exp(-max(value, -500.0))) for value in added[: self.states]]
            candidates = [tanh(value) for value in added[self.states :]]
            now = [g * old + (1 - g) * new for g, old, new in zip(gates, now, candidates, strict=True)]
            found.append(now)
        return found


def through(rows: list[list[int]], values: list[float], step: float) -> list[float]:
    return [
        step * sum(v * row[at] for v, row in zip(values, rows, strict=True)) for at in range(len(rows[0]))
    ]


def answers(network: Network, sentences: list[list[str]]) -> list[float]:
    alone = [network.read(words) for words in sentences]
    read = [network.read(words, before) for before, words in zip((None, *alone), sentences, strict=False)]
    return network.log_odds(read)


@pytest.mark.parametrize(("sizes", "largest"), [(SMALL, False), (SMALL, True), (REAL, False), (REAL, True)])
@pytest.mark.parametrize("sentences", [[SENTENCE], [["again"]], [SENTENCE, ["don't", "."], ["you", "xyz"]]])
def test_packed_integers_give_what_plain_sums_give(
    sentences: list[list[str]], sizes: tuple[int, int, int], *, largest: bool
) -> None:
    """With the largest weights in all places no sum leaves its field: it would come back with the other sign."""
    weights = Weights(sizes, largest=largest)
    expected = weights.answers(sentences)
    assert answers(Network(weights.data()), sentences) == pytest.approx(expected, abs=0.05, rel=0.02)


def test_a_word_more_or_less_gives_what_a_fresh_reading_gives() -> None:
    data = Weights().data()
    network = Network(data)
    typed = [SENTENCE[:count] for count in range(1, 7)] + [SENTENCE[start:] for start in range(6)]
    for words in [*typed, [*SENTENCE[:3], "you", *SENTENCE[3:]], SENTENCE]:
        assert network.read(words) == Network(data).read(words)
        before = Network(data).read(typed[3])
        assert network.read(words, before) == Network(data).read(words, before)


def test_what_several_sentences_say_depends_on_which_is_last() -> None:
    network = Network(Weights().data())
    one, other = network.read(SENTENCE), network.read(["don't", "again"])
    assert network.log_odds([one, other]) != network.log_odds([other, one])


@pytest.mark.parametrize("words", [[], [""], ["\ud800"], ["x" * 10_000], ["'''"], ["don't"] * 5_000])
def test_nothing_raises_and_states_stay_within_bounds(words: list[str]) -> None:
    network = Network(Weights(REAL, largest=True).data())
    read = network.read(words)
    assert isinstance(read, Pooled)
    assert read.pieces >= 1
    assert all(-ONE <= each <= ONE for each in read.largest)
    assert all(abs(each) <= ONE * read.pieces for each in read.sums)
    assert all(map(isfinite, network.log_odds([read] * 4)))


def test_a_sentence_without_end_is_read_part_by_part() -> None:
    network = Network(Weights().data())
    long = ["you", "never"] * 90
    cut = [long[at : at + 48] for at in range(0, 180, 48)]  # 48 words are 72 pieces
    parts = list(
        accumulate(cut[1:], lambda before, words: network.read(words, before), initial=network.read(cut[0]))
    )
    read = network.read(long)
    assert read.pieces == sum(each.pieces for each in parts)
    assert read.sums.tolist() == [sum(each) for each in zip(*(each.sums for each in parts), strict=True)]
    assert read.largest.tolist() == [
        max(each) for each in zip(*(each.largest for each in parts), strict=True)
    ]


def test_a_file_that_is_cut_short_is_refused() -> None:
    weights = Weights()
    weights.hidden.pop()
    with pytest.raises(ValueError, match="size"):
        Network(weights.data())


def test_a_file_of_another_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="magic"):
        Network(b"trust-desktop words 3\n")


def test_words_are_cut_into_the_longest_pieces_known() -> None:
    pieces = Pieces(NAMES)
    named = [
        [NAMES[at] for at in pieces.of([word])] for word in ("thanks", "never", "don't", "t't", "neq", "")
    ]
    assert named == [["thank", "##s"], ["ne", "##ver"], ["don't"], ["t", "'", "t"], [UNKNOWN], []]
    assert pieces.of(["thanks", "thanks"]) == pieces.of(["thanks"]) * 2
