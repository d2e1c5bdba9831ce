"""What leaves a request unclear: turns of phrase first, and a model for the rest; with a rewrite to edit."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from trust_desktop import resources

from .by_bits import whole
from .features import places
from .harm import near_to_harm
from .model import model
from .phrases import PhraseBook
from .plain_traps import threatens_harm
from .reading import Placed, kinds, placed_sentences, strength, strongest_run, windows
from .remarks import REQUEST_KINDS, Kind, Remark
from .rewriting import clause_around, replaced, without

MODEL: Final = "requests"
TOGETHER: Final = 3
BESIDE: Final = 0.6
"""A turn of phrase is named beside the main kind only where its kind is at least this near to it."""
_TAKEN_OUT: Final = frozenset({Kind.THREAT, Kind.SEVERAL_ASKS})
_SWAPPED: Final = frozenset({Kind.ABSOLUTE, Kind.NO_MEASURE})
"""Where a measure is what is missing; one put into "stop lying to me all the time" would ask for lies on Sundays."""


def review_request(text: str) -> tuple[Remark, ...]:
    """Return what keeps somebody else from ticking the request off; nothing where words draw a line against harm, or nearly do.

    A threat of the writer's own draws none.
    """
    alone = whole(near_to_harm(text, asked=True)) and not threatens_harm(text)
    return () if alone else unclear(text)


def unclear(text: str) -> tuple[Remark, ...]:
    """Return the same of any text, whatever it tells of."""
    found = [remark for placed in _unclear(placed_sentences(text)) for remark in _remarks(text, placed)]
    return tuple(sorted(found, key=lambda remark: remark.start))


def _unclear(placed: list[Placed]) -> Iterator[Placed]:
    """Yield the sentence of each unclear stretch that is the least clear, each sentence once."""
    seen = set()
    for window, together in windows(placed, MODEL, TOGETHER):
        if together > model(MODEL).borders[0]:
            at = max(window, key=lambda at: strength(MODEL, (placed[at].sentence.text,)))
            if at not in seen:
                seen.add(at)
                yield placed[at]


def _remarks(text: str, placed: Placed) -> Iterator[Remark]:
    sentence = placed.sentence
    count = len(sentence.found)
    likeness = kinds(MODEL, sentence.text)
    main = max(likeness, key=lambda kind: likeness[kind])
    spans = {kind: (first, last) for kind, first, last in _phrases(placed)}
    if main not in spans:
        spans[main] = strongest_run(model(MODEL).weights(sentence.runs), places(count), count)
    for kind, (first, last) in spans.items():
        if likeness[kind] >= likeness[main] - BESIDE:
            yield _remark(text, placed, kind, first, last)


def _phrases(placed: Placed) -> Iterator[tuple[Kind, int, int]]:
    words = placed.sentence.words
    for name, first, last in _lists().book.find([word for _at, word in words]):
        yield Kind(name), words[first][0], words[last - 1][0] + 1


def _remark(text: str, placed: Placed, kind: Kind, first: int, last: int) -> Remark:
    start, end = placed.span(first, last)
    return Remark(
        kind,
        start,
        end,
        f"{kind.value}.reason",
        f"{kind.value}.gentler",
        _rewrite(text, placed, kind, first, last),
    )


def _rewrite(text: str, placed: Placed, kind: Kind, first: int, last: int) -> str | None:
    """Return the text with the change made: words swapped or left out, else another request in place of this sentence."""
    if kind in _TAKEN_OUT:
        outer_first, outer_last = clause_around(placed.sentence.found, first, last)
        return without(text, *placed.span(outer_first, outer_last))
    words = placed.sentence.words
    said = [word for _at, word in words]
    if kind in _SWAPPED and not _asks_to_stop(placed):
        for name, begin, behind in sorted(_lists().swaps.find(said), key=lambda hit: hit[1] - hit[2]):
            start, end = placed.span(words[begin][0], words[behind - 1][0] + 1)
            return replaced(text, start, end, name) if name else without(text, start, end)
    about = next((idea.words for idea in _lists().ideas if not idea.about.isdisjoint(said)), None)
    return about and replaced(text, *placed.span(words[0][0], words[-1][0] + 1), about)


def _asks_to_stop(placed: Placed) -> bool:
    return any(kind is Kind.STOP_FORM for kind, _first, _last in _phrases(placed))


@dataclass(frozen=True, slots=True)
class _Idea:
    about: frozenset[str]
    words: str


@dataclass(frozen=True, slots=True)
class _Lists:
    book: PhraseBook
    swaps: PhraseBook
    ideas: tuple[_Idea, ...]


@cache
def _lists() -> _Lists:
    content: dict[str, Any] = resources.content("requests")
    phrases = (
        (kind.value, phrase)
        for kind in REQUEST_KINDS
        if kind.value in content
        for phrase in content[kind.value]["phrases"]
    )
    rewrites = content["rewrites"]
    return _Lists(
        PhraseBook(phrases),
        PhraseBook((swap["with"], swap["words"]) for swap in rewrites["swap"]),
        tuple(_Idea(frozenset(idea["about"]), idea["words"]) for idea in rewrites["idea"]),
    )
