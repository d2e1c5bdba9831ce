"""Where words for the partner carry a sting: turns of phrase first, and a model for the rest."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final, NamedTuple

from trust_desktop import resources

from .by_bits import Bits, whole
from .features import places
from .harm import near_to_harm
from .model import model
from .phrases import PhraseBook
from .plain_stings import is_in_quotation, led_by, plain_stings
from .reading import (
    Placed,
    kinds,
    placed_sentences,
    sentence,
    strength,
    strength_of_runs,
    stretches,
    strongest_run,
    texts_of,
)
from .remarks import MESSAGE_KINDS, Kind, Remark
from .rewriting import clause_around, hyphened, without

MODEL: Final = "messages"
MOST_OF_A_CLAUSE: Final = 0.5
LEAST_WORDS: Final = 2
"""One word alone is a text that has only begun."""
TOGETHER: Final = 4
"""As many sentences are read as one text; of a longer text every four in a row."""
OF_ONE: Final = 3
"""Which of the model's borders holds where a text is one sentence; the first holds for longer ones."""
MOST_CHANGES: Final = 100
"""As many changes are offered at once: each holds the whole text, and with one made the text is looked at anew."""
BY_ITSELF: Final = 1.5
"""In a longer text one sentence stings whatever stands beside it from so much above the border."""


def review_message(text: str) -> tuple[Remark, ...]:
    """Return what stings, in the order of the text; nothing where the text tells of harm or draws a line against it."""
    return whole(message_review(text))


def message_review(text: str, written: str | None = None) -> Bits[tuple[Remark, ...]]:
    """Return the same, by bits: a long text that was never read takes a tenth of a second and more.

    `written` is what stands there in full where `text`, of the same length, has parts in it that are not to be looked at.
    """
    texts = _Texts(text, text if written is None else written)
    if (yield from near_to_harm(text)):
        return ()
    placed = placed_sentences(text)
    count = len(placed)
    border = model(MODEL).borders[OF_ONE if count == 1 else 0]
    read: list[tuple[range, float]] = []
    own: list[float] = []
    strongest = [float("-inf")] * count
    found: list[list[Remark]] = []
    offered = 0
    # all that is asked of a sentence is asked at once: what it is made of is not kept for long
    for stretch in stretches(count, TOGETHER):
        for each in placed[len(own) : stretch.stop]:
            own.append(_own(each))
            yield
        together = strength(MODEL, texts_of(placed, stretch))
        read.append((stretch, together))
        for at in stretch:
            by_itself = own[at] - BY_ITSELF if count > TOGETHER else together
            strongest[at] = max(strongest[at], together, by_itself)
        for at in range(len(found), count if stretch.stop == count else stretch.start + 1):
            found.append([*_remarks(texts, placed[at], strongest[at], border, is_whole=count == 1)])
            offered += len(found[-1])
            if offered >= MOST_CHANGES:
                texts = _Texts(text, None)
        yield
    for stretch, together in read:
        if together <= border or any(found[at] for at in stretch):
            continue
        if sum(len(placed[at].sentence.words) for at in stretch) >= LEAST_WORDS:
            at = max(stretch, key=own.__getitem__)
            found[at].append(_by_model(texts, placed[at]))
    return tuple(sorted((remark for each in found for remark in each), key=lambda remark: remark.start))


class _Texts(NamedTuple):
    """What is looked at, and what stands there in full, of the same length; None where no change is offered any more."""

    looked_at: str
    written: str | None


def _own(placed: Placed) -> float:
    return strength(MODEL, (placed.sentence.text,))


def _remarks(
    texts: _Texts, placed: Placed, strongest: float, border: float, *, is_whole: bool
) -> Iterator[Remark]:
    phrase_helps, with_clause = model(MODEL).borders[1:OF_ONE]
    named = set()
    for sting in plain_stings(placed.sentence.text):
        if sting.kind not in named and not is_in_quotation(texts.looked_at, placed.start):
            named.add(sting.kind)
            yield _remark(texts, placed, *sting)
    own = _own(placed)
    by_runs = strength_of_runs(MODEL, (placed.sentence.text,))
    for phrase in _phrases(placed.sentence.text):
        enough = (phrase.is_clause and by_runs > with_clause) or (phrase.is_all and is_whole)
        if (enough or strongest > border - phrase_helps) and phrase.kind not in named:
            named.add(phrase.kind)
            yield _remark(texts, placed, phrase.kind, phrase.first, phrase.last)
    if not named and min(strongest, own) > border:
        yield _by_model(texts, placed)


class _Phrase(NamedTuple):
    """A turn of phrase by its tokens.

    `is_clause` where it is most of its clause: then little can turn its meaning; `is_all` where it is all that is said.
    """

    kind: Kind
    first: int
    last: int
    is_clause: bool
    is_all: bool


@lru_cache(maxsize=512)
def _phrases(text: str) -> tuple[_Phrase, ...]:
    """Return the turns of phrase of a sentence; of those that overlap the longest."""
    read = sentence(text)
    words = read.words
    tokens = hyphened(text, read.found)
    places_of = [at for at, _word in words]
    found = sorted(_book().find([word for _at, word in words]), key=lambda hit: (hit[1] - hit[2], hit[1]))
    taken: set[int] = set()
    kept = []
    for name, begin, behind in found:
        if taken.isdisjoint(range(begin, behind)):
            taken.update(range(begin, behind))
            first, last = words[begin][0], words[behind - 1][0] + 1
            outer_first, outer_last = clause_around(tokens, first, last)
            around = bisect_left(places_of, outer_last) - bisect_left(places_of, outer_first)
            count = behind - begin
            is_all = LEAST_WORDS <= count == len(words)
            kept.append(_Phrase(Kind(name), first, last, count >= MOST_OF_A_CLAUSE * around, is_all))
    return tuple(kept)


def _by_model(texts: _Texts, placed: Placed) -> Remark:
    return _remark(texts, placed, *_likest(placed.sentence.text))


@lru_cache(maxsize=512)
def _likest(text: str) -> tuple[Kind, int, int]:
    """Return which kind a sentence is most like, and which of its tokens weigh most."""
    read = sentence(text)
    count = len(read.found)
    likeness = kinds(MODEL, text)
    first, last = strongest_run(model(MODEL).weights(read.runs), places(count), count)
    return max(likeness, key=lambda kind: likeness[kind]), first, last


def _remark(
    texts: _Texts,
    placed: Placed,
    kind: Kind,
    first: int,
    last: int,
    outer_first: int | None = None,
    outer_last: int | None = None,
) -> Remark:
    """Mark some tokens; what can be taken out is their clause, where nothing else is given."""
    found = hyphened(placed.sentence.text, placed.sentence.found)
    start, end = placed.span(first, last)
    if outer_first is None or outer_last is None:
        outer_first, outer_last = clause_around(found, first, last)
        outer_first = led_by(found, outer_first)
    taken = placed.span(outer_first, outer_last)
    return Remark(
        kind,
        start,
        end,
        f"{kind.value}.reason",
        f"{kind.value}.gentler",
        without(texts.written, *taken) if texts.written is not None else None,
        taken=taken,
    )


@cache
def _book() -> PhraseBook:
    content = resources.content("stings")
    return PhraseBook(
        (kind.value, phrase) for kind in MESSAGE_KINDS for phrase in content[kind.value]["phrases"]
    )
