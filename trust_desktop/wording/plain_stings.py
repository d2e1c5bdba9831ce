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
from .words import COMMA

_AND: Final = "and"
_TEXTED: Final = {"u": "you", "ya": "you", "r": "are", "nvr": "never", "abt": "about", "urself": "yourself"}
_YOUR_AFTER: Final = frozenset({"it's", "its", "all", "is", "in", "of", "at", "on", "with", "from", "for"})
_QUOTE: Final = '"'
_APOSTROPHE: Final = "'"
_JUST_BEFORE: Final = 2


class PlainSting(NamedTuple):
    """A turn of phrase by its tokens, the first and the one behind the last; and what is taken out with it."""

    kind: Kind
    first: int
    last: int
    outer_first: int
    outer_last: int


class _Clause(NamedTuple):
    """Places of the words, without an "and" before them, and the words as they are usually written."""

    places: list[int]
    words: list[str]


class _Lists(NamedTuple):
    book: PhraseBook
    before: frozenset[tuple[str, ...]]
    leads: frozenset[tuple[str, ...]]
    behind: frozenset[tuple[str, ...]]
    stronger: frozenset[str]
    said: frozenset[str]
    own: frozenset[str]
    denied: frozenset[str]


@lru_cache(maxsize=512)
def plain_stings(text: str) -> tuple[PlainSting, ...]:
    """Return those of a sentence, at most one in a clause, in order."""
    return tuple(_found(sentence(text).found))


def is_plain_sting(text: str) -> bool:
    """Return whether a sentence says nothing else."""
    return len(plain_stings(text)) == sum(1 for _clause in _clauses(sentence(text).found))


def is_in_quotation(text: str, start: int) -> bool:
    """Return whether a quotation that began in an earlier sentence has not ended where this one begins."""
    straight = text.count(_QUOTE, 0, start) % 2 == 1
    return straight or text.count("\u201c", 0, start) > text.count("\u201d", 0, start)


def _found(tokens: Sequence[Token]) -> Iterator[PlainSting]:
    clauses = list(_clauses(tokens))
    for at, clause in enumerate(clauses):
        hit = _hit(clause)
        if hit is None or _is_quoted(tokens[: clause.places[0]]):
            continue
        before = clauses[at - 1].words if at else []
        behind = clauses[at + 1].words if at + 1 < len(clauses) else []
        if not _is_told(before, behind) and not _is_denied(tokens, clause, before):
            yield PlainSting(*hit, *_outer(tokens, clause))


def _clauses(tokens: Sequence[Token]) -> Iterator[_Clause]:
    places: list[int] = []
    for at in range(len(tokens) + 1):
        if places and (at == len(tokens) or tokens[at].plain == _AND or parts(tokens, at)):
            yield _Clause(places, _as_written([tokens[place].plain for place in places]))
            places = []
        if at < len(tokens) and tokens[at].is_word and tokens[at].plain != _AND:
            places.append(at)


def _as_written(words: Sequence[str]) -> list[str]:
    found = [_TEXTED.get(word, word) for word in words]
    for at, word in enumerate(found):
        if word == "ur":
            found[at] = "your" if _YOUR_AFTER.intersection(found[max(at - 1, 0) : at]) else "you're"
        elif word == "its" and at == 0:
            found[at] = "it's"
    return found


def _hit(clause: _Clause) -> tuple[Kind, int, int] | None:
    """Return what a clause is, all of it but for some words around it, by its first token and the one behind its last."""
    lists = _lists()
    begin = 1 if clause.words[0] in JOINING else 0
    while length := next((n for n in (1, 2) if tuple(clause.words[begin : begin + n]) in lists.before), 0):
        begin += length
    kept = [at for at in range(begin, len(clause.words)) if clause.words[at] not in lists.stronger]
    words = [clause.words[at] for at in kept]
    hits = [
        (behind, name)
        for name, behind in lists.book.at(words, 0)
        if behind == len(words) or tuple(words[behind:]) in lists.behind
    ]
    if not hits:
        return None
    behind, name = max(hits)
    return Kind(name), clause.places[kept[0]], clause.places[kept[behind - 1]] + 1


def _is_quoted(before: Sequence[Token]) -> bool:
    """Whether a quotation began before, and has not ended."""
    is_open, is_single, end = False, False, -1
    for token in before:
        if token.plain == _QUOTE:
            is_open = not is_open
        elif (
            token.plain == _APOSTROPHE
        ):  # one that stands behind a letter ends a quotation, or is no quotation mark
            is_single = token.start > end
        end = token.end
    return is_open or is_single


def _is_told(before: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether somebody else says or said it."""
    lists = _lists()
    said_before = not lists.said.isdisjoint(before[-_JUST_BEFORE:]) and lists.own.isdisjoint(before)
    said_behind = not lists.said.isdisjoint(behind) and lists.own.isdisjoint(behind[:1])
    return said_before or said_behind


def _is_denied(tokens: Sequence[Token], clause: _Clause, before: Sequence[str]) -> bool:
    """Whether it hangs on words that deny it, or feel it: "not because …", "it feels as though …", "it is not true: …"."""
    first = clause.places[0]
    hangs = clause.words[0] in JOINING or (first > 0 and tokens[first - 1].plain == ":")
    denied = any(word in _lists().denied or word.endswith("n't") for word in before)
    return hangs and denied and tuple(before) not in _lists().leads


def _outer(tokens: Sequence[Token], clause: _Clause) -> tuple[int, int]:
    """Return what goes when the clause goes: what leads to it, an "and" before it too, or behind it where nothing stands before."""
    first, last = led_by(tokens, clause.places[0]), clause.places[-1] + 1
    if first > 0 and tokens[first - 1].plain == _AND:
        return first - 1, last
    if last < len(tokens) and tokens[last].plain == _AND:
        return first, last + 1
    return first, last


def led_by(tokens: Sequence[Token], first: int) -> int:
    """Return where the words begin that only lead to a clause, "as I said," and its kin; its own first token without them.

    With such words a joining one before them goes too: "and, honestly,".
    """
    begin = first
    for clause in reversed([*_clauses(tokens[:first])]):
        bare = clause.words[1:] if clause.words[0] in JOINING else clause.words
        joined = any(token.plain == _AND for token in tokens[clause.places[-1] + 1 : begin])
        if joined or (bare and tuple(bare) not in _lists().leads):
            break
        begin = clause.places[0]
    comma = begin > 1 and tokens[begin - 1].plain == COMMA
    joint = begin - 2 if comma else begin - 1
    return joint if begin < first and joint >= 0 and tokens[joint].plain == _AND else begin


@cache
def _lists() -> _Lists:
    content = resources.content("plain_stings")
    around, turned = content["around"], content["turned"]
    return _Lists(
        PhraseBook((kind.value, phrase) for kind in PLAIN_KINDS for phrase in content[kind.value]["phrases"]),
        frozenset(tuple(entry.split()) for entry in around["before"]),
        frozenset(tuple(entry.split()) for entry in around["leads"]),
        frozenset(tuple(entry.split()) for entry in around["behind"]),
        frozenset(around["stronger"]),
        frozenset(turned["said"]),
        frozenset(turned["own"]),
        frozenset(turned["denied"]),
    )
