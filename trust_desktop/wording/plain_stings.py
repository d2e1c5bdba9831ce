"""What stings wherever it is said straight out, whatever stands beside it: "you never listen", "you disgust me"."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import takewhile
from typing import Final, NamedTuple

from trust_desktop import resources

from .phrases import PhraseBook
from .reading import sentence
from .remarks import PLAIN_KINDS, Kind
from .rewriting import AND, HANGING, JOINING, before_of, hyphened, is_no_sentence, is_of_the_same, parts
from .tokens import CAPS, Token
from .words import COMMA

_TEXTED: Final = {"u": "you", "ya": "you", "r": "are", "nvr": "never", "abt": "about", "urself": "yourself"}
_YOUR_AFTER: Final = frozenset({"it's", "its", "all", "is", "in", "of", "at", "on", "with", "from", "for"})
_BECAUSE: Final = "because"
_OR: Final = "or"
_QUOTE: Final = '"'
_APOSTROPHE: Final = "'"
_TO: Final = "to"
_YOU: Final = "you"
_ALWAYS: Final = "always"
_ADVERBS: Final = frozenset({"never", _ALWAYS})
_BARE: Final = frozenset({"never", "always", "don't", "only"})
"""Behind one of these a verb stands in its bare form, and behind an "and" there may be another: "you never listen and help"."""
_SAYS: Final = 2
_WANTS_TO_SAY: Final = 4
"""So many words before one of saying tell who says it: "as I always said", "I just wanted to say"."""


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
    verbs: frozenset[str]
    adjectives: frozenset[str]
    before: frozenset[tuple[str, ...]]
    leads: frozenset[tuple[str, ...]]
    behind: frozenset[tuple[str, ...]]
    stronger: frozenset[str]
    said: frozenset[str]
    own: frozenset[str]
    denied: frozenset[str]
    glad: PhraseBook
    joyless: frozenset[str]
    playful: PhraseBook
    asked: frozenset[tuple[str, ...]]


@lru_cache(maxsize=512)
def plain_stings(text: str) -> tuple[PlainSting, ...]:
    """Return those of a sentence, at most one in a clause, in order."""
    return tuple(_found(hyphened(text, sentence(text).found)))


def is_plain_sting(text: str) -> bool:
    """Return whether a sentence says nothing else."""
    return len(plain_stings(text)) == sum(1 for _clause in _clauses(hyphened(text, sentence(text).found)))


def is_in_quotation(text: str, start: int) -> bool:
    """Return whether a quotation that began in an earlier sentence has not ended where this one begins."""
    straight = text.count(_QUOTE, 0, start) % 2 == 1
    return straight or text.count("\u201c", 0, start) > text.count("\u201d", 0, start)


def _found(tokens: Sequence[Token]) -> Iterator[PlainSting]:
    clauses = list(_clauses(tokens))
    hits = list(map(_hit, clauses))
    if not any(hits):
        return
    quoted = _quoted(tokens)
    for at, (clause, hit) in enumerate(zip(clauses, hits, strict=True)):
        if hit is None or quoted[clause.places[0]]:
            continue
        before = clauses[at - 1].words if at else []
        behind = clauses[at + 1].words if at + 1 < len(clauses) else []
        kind, first, last = hit
        if not _is_turned(tokens, clause, (first, last), before, behind):
            backwards = (clauses[earlier] for earlier in range(at - 1, -1, -1))
            later = takewhile(lambda n: hits[n] is None, range(at + 1, len(clauses)))
            outer_first = _begin(tokens, backwards, clause.places[0])
            said = kind, _words(clause, first, last)
            outer_last = _end(tokens, (clauses[n] for n in later), clause.places[-1] + 1, said)
            yield PlainSting(*hit, outer_first, outer_last)


def _clauses(tokens: Sequence[Token]) -> Iterator[_Clause]:
    places: list[int] = []
    for at in range(len(tokens) + 1):
        if places and (at == len(tokens) or tokens[at].plain == AND or parts(tokens, at)):
            yield _Clause(places, _as_written([tokens[place].plain for place in places]))
            places = []
        if at < len(tokens) and tokens[at].is_word and tokens[at].plain != AND:
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
    every = range(begin, len(clause.words))
    # "you never gave a damn" is made of a word that elsewhere only makes it stronger
    for kept in ([at for at in every if clause.words[at] not in lists.stronger], every):
        words = [clause.words[at] for at in kept]
        hits = [
            (behind, name)
            for name, behind in lists.book.at(words, 0)
            if behind == len(words) or tuple(words[behind:]) in lists.behind
        ]
        if hits:
            behind, name = max(hits)
            return Kind(name), clause.places[kept[0]], clause.places[kept[behind - 1]] + 1
    return None


def _words(clause: _Clause, first: int, last: int) -> list[str]:
    return [word for place, word in zip(clause.places, clause.words, strict=True) if first <= place < last]


def _quoted(tokens: Sequence[Token]) -> list[bool]:
    """Return of each token whether a quotation began before it, and has not ended."""
    quoted = []
    is_open, is_single, end = False, False, -1
    for token in tokens:
        quoted.append(is_open or is_single)
        if token.plain == _QUOTE:
            is_open = not is_open
        elif (
            token.plain == _APOSTROPHE
        ):  # one that stands behind a letter ends a quotation, or is no quotation mark
            is_single = token.start > end
        end = token.end
    return quoted


def _is_turned(
    tokens: Sequence[Token],
    clause: _Clause,
    hit: tuple[int, int],
    before: Sequence[str],
    behind: Sequence[str],
) -> bool:
    """Whether what is around the words of the hit, its first token and the one behind its last, gives them another meaning."""
    lists = _lists()
    first, last = hit
    is_own = not lists.own.isdisjoint(clause.words[: clause.places.index(first)])  # "I think you're selfish"
    told = not is_own and _is_told(tokens, clause, before, behind)
    return told or _is_denied(tokens, clause, before) or _teases(_words(clause, first, last), before)


def _teases(words: Sequence[str], before: Sequence[str]) -> bool:
    """Whether it is a playful reproach of somebody who is glad: "I'm blushing, and it's all your fault"."""
    lists = _lists()
    weighed, playful = ([word for word in each if word not in lists.stronger] for each in (before, words))
    glad = (_is_glad(weighed, first, last) for _name, first, last in lists.glad.find(weighed))
    return any(lists.playful.at(playful, 0)) and any(glad)


def _is_glad(words: Sequence[str], first: int, last: int) -> bool:
    """Whether nothing denies what one of `glad` says: "nothing makes me smile", "you make me smile no more".

    A phrase that names who smiles, or who never fails, is denied by nothing before it: "I don't know why I'm smiling".
    """
    lists = _lists()
    around = [*words[:first], *words[last : last + 1]]
    denied = any(word in lists.joyless or word.endswith("n't") for word in around)
    return words[first] in lists.own or not denied


def _is_told(tokens: Sequence[Token], clause: _Clause, before: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether somebody else says or said it."""
    lists = _lists()
    follows = tokens[before_of(tokens, clause.places[0])].plain != AND and clause.words[0] not in JOINING
    said_before = follows and tuple(before) not in lists.leads and _others_say(before)
    end = clause.places[-1] + 1
    joined = any(token.plain == AND for token in tokens[end : end + 2])  # "… and shout at the kids"
    said_behind = not joined and not lists.said.isdisjoint(behind) and lists.own.isdisjoint(behind[:1])
    return said_before or said_behind


def _others_say(words: Sequence[str]) -> bool:
    """Whether a word of saying stands there, and none of the writer's own right before it, or "you" behind it."""
    lists = _lists()
    for at, word in enumerate(words):
        if word in lists.said and at > 0:  # "tell me, …" asks for words
            reach = _WANTS_TO_SAY if words[at - 1 : at] == [_TO] else _SAYS
            if lists.own.isdisjoint([*words[max(at - reach, 0) : at], *words[at + 1 : at + 2]]):
                return True
    return False


def _is_denied(tokens: Sequence[Token], clause: _Clause, before: Sequence[str]) -> bool:
    """Whether it hangs on words that deny it, or feel it: "not because …", "it feels as though …", "it is not true: …"."""
    lists = _lists()
    mark = before_of(tokens, clause.places[0])
    hangs = clause.words[0] in JOINING or (mark >= 0 and tokens[mark].plain == ":")
    denied = any(word in lists.denied or word.endswith("n't") for word in before)
    asked = clause.words[0] == _BECAUSE and any(tuple(before[-length:]) in lists.asked for length in (1, 2))
    return ((hangs and denied) or asked) and tuple(before) not in lists.leads


def _begin(tokens: Sequence[Token], backwards: Iterable[_Clause], first: int) -> int:
    """Return where the words begin that lead to the clause at `first`, with an "and" before them."""
    begin = _led(tokens, backwards, first)
    joint = before_of(tokens, begin)
    return joint if joint >= 0 and tokens[joint].plain == AND else begin


def _end(
    tokens: Sequence[Token], following: Iterable[_Clause], last: int, said: tuple[Kind, list[str]]
) -> int:
    """Return where the parts end that say nothing without the one `said`, which ends at `last`: "and lazy", "unless I ask"."""
    for clause in following:
        between = {token.plain for token in tokens[last : clause.places[0]]} - {CAPS}
        if between - {COMMA, AND} or not _says_nothing(clause.words, said, is_joined=AND in between):
            break
        last = clause.places[-1] + 1
    return last


def _says_nothing(words: Sequence[str], said: tuple[Kind, list[str]], *, is_joined: bool) -> bool:
    if words[0] in HANGING or tuple(words) in _lists().behind:
        return True
    if words[0] == _OR:
        return is_of_the_same(words[1:], _OR)
    return is_joined and _is_more(words, *said)


def _is_more(words: Sequence[str], kind: Kind, said: Sequence[str]) -> bool:
    """Whether words behind "and" are plainly more of the sting, or nothing that could stand alone; else they stay.

    More is what "you" in front would make a sting as well, and a verb like the one before: "you never listen and shout".
    """
    lists = _lists()
    weighed = [word for word in words if word not in lists.stronger]
    heads = [[_YOU], ["you're"], *([_YOU, word] for word in {_ALWAYS, *_BARE.intersection(said)})]
    if any(_hit(_Clause([*range(len(head + weighed))], head + weighed)) for head in heads):
        return True
    if kind is Kind.SWEEPING and said[0] == _YOU and weighed and weighed[0] in lists.verbs:
        return True
    says_little = not weighed or is_no_sentence(weighed, lists.adjectives)
    return is_of_the_same(words, AND) and (says_little or words[0] in _ADVERBS)


def led_by(tokens: Sequence[Token], first: int) -> int:
    """Return where the words begin that only lead to a clause, "as I said," and its kin; its own first token without them.

    With such words a joining one before them goes too: "and, honestly,".
    """
    return _led(tokens, reversed([*_clauses(tokens[:first])]), first)


def _led(tokens: Sequence[Token], backwards: Iterable[_Clause], first: int) -> int:
    begin = first
    for clause in backwards:
        bare = clause.words[1:] if clause.words[0] in JOINING else clause.words
        joined = any(token.plain == AND for token in tokens[clause.places[-1] + 1 : begin])
        if joined or (bare and tuple(bare) not in _lists().leads):
            break
        begin = clause.places[0]
    joint = before_of(tokens, begin)
    if joint > 0 and tokens[joint].plain == COMMA:
        joint -= 1
    return joint if begin < first and joint >= 0 and tokens[joint].plain == AND else begin


@cache
def _lists() -> _Lists:
    content = resources.content("plain_stings")
    around, turned = content["around"], content["turned"]
    return _Lists(
        PhraseBook((kind.value, phrase) for kind in PLAIN_KINDS for phrase in content[kind.value]["phrases"]),
        frozenset(around["verbs"]),
        frozenset(around["adjectives"]),
        frozenset(tuple(entry.split()) for entry in around["before"]),
        frozenset(tuple(entry.split()) for entry in around["leads"]),
        frozenset(tuple(entry.split()) for entry in around["behind"]),
        frozenset(around["stronger"]),
        frozenset(turned["said"]),
        frozenset(turned["own"]),
        frozenset(turned["denied"]),
        PhraseBook(("glad", phrase) for phrase in turned["glad"]),
        frozenset(turned["joyless"]),
        PhraseBook(("playful", phrase) for phrase in turned["playful"]),
        frozenset(tuple(entry.split()) for entry in turned["asked"]),
    )
