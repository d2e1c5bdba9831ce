"""What stings wherever it is said straight out, whatever stands beside it: "you never listen", "you disgust me"."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

from trust_desktop import resources

from .phrases import PhraseBook
from .reading import sentence
from .remarks import PLAIN_KINDS, Kind
from .rewriting import JOINING, parts
from .tokens import Token

MOST_OF_A_CLAUSE: Final = 0.5
"""More than this of a clause it must be: "you never listen to me", not "you never listen to the radio any more"."""

_AND: Final = "and"
_SO: Final = "so"
_SUBJECTS: Final = frozenset(
    {"i", "you", "we", "he", "she", "it", "they", "that", "the", "my", "your", "please", "thank", "thanks"}
)
_LEADS: Final = JOINING | {
    "well", "oh", "then", "also", "again", "anyway", "honestly", "seriously", "frankly", "actually", "really", "god", "no", "yes",
    "yeah", "ok", "okay", "sorry", "like", "still",
    "tbh", "fr", "omg", "literally",
}  # fmt: skip
"""Words that may come before it in its clause; behind any other it may be denied, asked, felt or said by somebody else."""
_SAID: Final = frozenset({
    "say", "says", "said", "saying", "tell", "tells", "told", "telling", "think", "thinks", "thought", "shout", "shouts", "shouted",
    "write", "wrote", "hear", "heard", "call", "called",
})  # fmt: skip
_AS_TEXTED: Final = {
    "u": "you",
    "ya": "you",
    "ur": "you're",
    "urself": "yourself",
    "abt": "about",
    "luv": "love",
}
_JUST_BEFORE: Final = 2
_QUOTE: Final = '"'
_QUOTES: Final = frozenset({_QUOTE, "'"})


class PlainSting(NamedTuple):
    """A turn of phrase by its tokens: the first, and the one behind the last."""

    kind: Kind
    first: int
    last: int


@lru_cache(maxsize=2_048)
def plain_stings(text: str) -> tuple[PlainSting, ...]:
    """Return those of a sentence, at most one in a clause, in order."""
    return tuple(_found(sentence(text).found))


def is_plain_sting(text: str) -> bool:
    """Return whether a sentence says little else."""
    known = sum(sting.last - sting.first for sting in plain_stings(text))
    return known > MOST_OF_A_CLAUSE * len(sentence(text).found)


def _found(tokens: Sequence[Token]) -> Iterator[PlainSting]:
    before: list[str] = []
    for places in _clauses(tokens):
        words = [_AS_TEXTED.get(tokens[at].plain, tokens[at].plain) for at in places]
        leads = next((at for at, word in enumerate(words) if word not in _LEADS), len(words))
        if not _SAID.intersection(before[-_JUST_BEFORE:]) and not _is_quoted(tokens, places[0]):
            rest = words[leads:]
            hits = [(behind, name) for name, first, behind in _book().find(rest) if first == 0]
            behind, name = max(hits, default=(0, ""))
            if behind > MOST_OF_A_CLAUSE * len(rest):
                yield PlainSting(Kind(name), places[leads], places[leads + behind - 1] + 1)
        before = words


def _clauses(tokens: Sequence[Token]) -> Iterator[list[int]]:
    """Yield the places of the words of each clause that has any."""
    places: list[int] = []
    for at, token in enumerate(tokens):
        if places and _begins(tokens, at):
            yield places
            places = []
        if token.is_word and token.plain != _AND:
            places.append(at)
    if places:
        yield places


def _begins(tokens: Sequence[Token], at: int) -> bool:
    """Whether a clause begins at a token; "so" alone makes another word stronger: "you are so selfish"."""
    word = tokens[at].plain
    if word == _SO:
        return at + 1 < len(tokens) and tokens[at + 1].plain in _SUBJECTS
    return word == _AND or parts(tokens, at)


def _is_quoted(tokens: Sequence[Token], place: int) -> bool:
    """Whether a quotation begins just before this token, or began earlier and has not ended."""
    before = [token.plain for token in tokens[:place]]
    return not _QUOTES.isdisjoint(before[-1:]) or before.count(_QUOTE) % 2 == 1


@cache
def _book() -> PhraseBook:
    content = resources.content("plain_stings")
    return PhraseBook(
        (kind.value, phrase) for kind in PLAIN_KINDS for phrase in content[kind.value]["phrases"]
    )
