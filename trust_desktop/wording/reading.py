"""A text as its sentences, each read once: while somebody types, only the sentence at hand is new."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from .features import Runs, runs
from .model import Read, model
from .network import Pooled, network
from .remarks import Kind
from .sentences import sentences
from .spelling import spelled
from .tokens import CAPS, Token, tokens

AT_HAND: Final = 256
"""Of so many sentences is kept what they are made of: those around the one at hand are read together with it.

What was found of them takes less room, and is kept of some thousand.
"""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence by itself; the places of `found` count from its own beginning."""

    text: str
    found: tuple[Token, ...]

    @property
    def words(self) -> tuple[tuple[int, str], ...]:
        """Return its words alone, each with its index among the tokens; worked out anew, as runs are, to take no room."""
        return tuple((at, token.plain) for at, token in enumerate(self.found) if token.is_word)

    @property
    def runs(self) -> Runs:
        """Return what a model sees of it."""
        return runs([token.plain for token in self.found])


@dataclass(frozen=True, slots=True)
class Placed:
    """A sentence and where it stands in its text, in code points."""

    start: int
    sentence: Sentence

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return where the tokens from `first` to before `last` stand in the text; never nothing."""
        found = self.sentence.found
        if found[last - 1].plain == CAPS:  # it has no length of its own, and a word follows it
            last += 1
        return self.start + found[first].start, self.start + found[last - 1].end


def placed_sentences(text: str) -> list[Placed]:
    return [Placed(start, sentence(text[start:end])) for start, end in sentences(text)]


@lru_cache(maxsize=512)
def sentence(text: str) -> Sentence:
    """Read one sentence, or take it as it was read before."""
    found = tuple(
        token._replace(plain=spelled(token.plain)) if _may_be_a_slip(text, token) else token
        for token in tokens(text)
    )
    return Sentence(text, found)


def _may_be_a_slip(text: str, token: Token) -> bool:
    """A capital in the midst of a sentence begins a name; names are left alone."""
    return token.is_word and (token.start == 0 or not text[token.start : token.end].istitle())


@lru_cache(maxsize=1_024)
def strength(model_name: str, texts: tuple[str, ...]) -> float:
    """Return how much some sentences, read as one text, are like those the model marks."""
    found = model(model_name)
    total = strength_of_runs(model_name, texts)
    if not found.has_network:
        return total
    beside = network(model_name)  # read from its file at the first look, not at the first sting
    if total <= found.network_gate:
        return total
    pooled = [_pooled(model_name, text, before) for before, text in zip((None, *texts), texts, strict=False)]
    logit, *of_kinds = beside.log_odds(pooled)
    return total + beside.share * logit + beside.share_of_kinds * max(of_kinds, default=0.0)


@lru_cache(maxsize=1_024)
def strength_of_runs(model_name: str, texts: tuple[str, ...]) -> float:
    """Return the same, but for what a network says of them."""
    found = model(model_name)
    total = found.strength([_read(model_name, text) for text in texts])
    if not found.kinds:
        return total
    return total + (max(_likeness(model_name, texts)) if total > found.gate else found.below_gate)


def kinds(model_name: str, text: str) -> dict[Kind, float]:
    """Return how much a sentence is like each kind."""
    found = model(model_name)
    likeness = _likeness(model_name, (text,))
    if found.has_network:
        beside = network(model_name)
        _logit, *of_network = beside.log_odds([_pooled(model_name, text, None)])
        likeness = [
            own + beside.share_of_kinds * other for own, other in zip(likeness, of_network, strict=True)
        ]
    return dict(zip(found.kinds, likeness, strict=True))


def _likeness(model_name: str, texts: tuple[str, ...]) -> list[float]:
    return model(model_name).likeness([_read_kinds(model_name, text) for text in texts])


@lru_cache(maxsize=AT_HAND)
def _read(model_name: str, text: str) -> Read:
    return model(model_name).read(sentence(text).runs)


@lru_cache(maxsize=AT_HAND)
def _read_kinds(model_name: str, text: str) -> Read:
    return model(model_name).read_kinds(sentence(text).runs)


@lru_cache(maxsize=AT_HAND)
def _pooled(model_name: str, text: str, before: str | None) -> Pooled:
    """Read a sentence with the one before it in mind, which is read by itself: a key is then never far from its effect."""
    behind = None if before is None else _pooled(model_name, before, None)
    return network(model_name).read((token.plain for token in sentence(text).found), behind)


def windows(placed: Sequence[Placed], model_name: str, most: int) -> Iterator[tuple[range, float]]:
    """Yield `stretches`, and how strong each is."""
    for each in stretches(len(placed), most):
        yield each, strength(model_name, texts_of(placed, each))


def stretches(count: int, most: int) -> Iterator[range]:
    """Yield which of so many sentences to read as one text: all of a short one, else every `most` in a row."""
    for first in range(min(count, max(1, count - most + 1))):
        yield range(first, min(first + most, count))


def texts_of(placed: Sequence[Placed], stretch: range) -> tuple[str, ...]:
    return tuple(each.sentence.text for each in placed[stretch.start : stretch.stop])


def strongest_run(weights: Sequence[float], spans: Sequence[tuple[int, int]], count: int) -> tuple[int, int]:
    """Return which of `count` tokens, the first and the one behind the last, weigh most together."""
    shares = [0.0] * count
    for weight, (first, last) in zip(weights, spans, strict=True):
        for at in range(first, last):
            shares[at] += weight / (last - first)
    best, best_span, total, start = float("-inf"), (0, count), 0.0, 0
    for at, share in enumerate(shares):
        if total <= 0:
            total, start = 0.0, at
        total += share
        if total > best:
            best, best_span = total, (start, at + 1)
    return best_span
