"""What frightens or traps by its words alone, whatever a model thinks of it: harm that is threatened, and what is done in secret."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile
from typing import Final, NamedTuple

from trust_desktop import resources

from .harm import tells_in
from .phrases import PhraseBook
from .sentences import whole_sentences
from .words import COMMA, STOPS, Word, all_forms, words

_THREATENED: Final = "threatened"
_WATCHED: Final = "watched"
_UNNOTICED: Final = "unnoticed"
_THINGS: Final = "things"
_JOINING: Final = frozenset({"and", "or"})
_NEAR: Final = 8
"""So many words before a turn of phrase, and behind it, may turn it."""
_REACH: Final = 2
"""So many words behind one of watching may say who is watched: "follow me", "look at me"."""
_LIMIT: Final = 4
"""So many words behind a threat may say what the writer will do: "I am going to leave"."""
_OURS: Final = frozenset({"us", "my", "our"})
_YOURS: Final = frozenset({"you", "your"})


def threatens_harm(text: str) -> bool:
    """Return whether somebody says they will do harm, and tells of none: "or I will hurt the dog"."""
    found = [_threat_in(sentence) for sentence in _sentences(text)]
    return any(threat for threat, _told in found) and not any(told for _threat, told in found)


def is_in_secret(text: str) -> bool:
    """Return whether something is done without the other's knowledge, and no harm told: "I check your phone while you sleep"."""
    found = [_secret_in(sentence) for sentence in _sentences(text)]
    return any(secret for secret, _told in found) and not any(told for _secret, told in found)


def _sentences(text: str) -> Iterator[Sequence[Word]]:
    return (words(text[start:end]) for start, end in whole_sentences(text))


def _threat_in(found: Sequence[Word]) -> tuple[bool, bool]:
    """Return whether harm is threatened in a sentence, and whether harm is told of beside that."""
    said = [word.plain for word in found]
    hits = [
        range(first, behind)
        for name, first, behind in _lists().book.find(said)
        if name == _THREATENED and not _is_reported(said, first, behind)
    ]
    if not hits:
        return False, tells_in(found)
    threat = {at for hit in hits for at in hit}
    first = min(threat)
    # what follows by "and" is done by the same one: "slap you and kick the dog"
    threat |= {at for at in range(first + 1, len(said)) if said[at - 1] in _JOINING}
    return True, tells_in([word for at, word in enumerate(found) if at not in threat])


def _is_reported(said: Sequence[str], first: int, behind: int) -> bool:
    """Whether a word of saying or fearing stands right before it, or right behind: "you said I'll …", "I'm scared I'll …"."""
    lists = _lists()
    before = _since(said[max(first - _NEAR, 0) : first], lists.parting)
    after = _since(said[behind : behind + _NEAR][::-1], lists.parting)
    if not lists.feared.isdisjoint([*before, *after]):
        return True
    if any(
        said[at] in lists.reported and not _follows(said, at, first, behind)
        for at in range(first - len(before), first)
    ):
        return True
    return _is_reported_behind(after[::-1]) or _is_said_by_another(said, first, behind)


def _is_reported_behind(after: Sequence[str]) -> bool:
    """Whether it is said behind whose words they were; "I'll … when you scream" is a threat, "I'll …, he once said" none."""
    lists = _lists()
    at = next((at for at, word in enumerate(after) if word in lists.reported), None)
    return at is not None and lists.conditions.isdisjoint(after[: max(at - 1, 0)])


def _is_said_by_another(said: Sequence[str], first: int, behind: int) -> bool:
    """Whether a word of saying leads to it: "when he screams I'll …"; not "I swear I'll …", and not "if you tell I'll …"."""
    lists = _lists()
    at = _before_between(said, first)
    if at < 0 or said[at] not in lists.saying or _follows(said, at, first, behind):
        return False
    doer = _doer(said, at)
    return doer in lists.others or (not doer and said[at] != lists.saying[said[at]])


def _before_between(said: Sequence[str], first: int) -> int:
    """Return where the word stands that leads to it, over words of `between`; before the beginning where none does."""
    at = first - 1
    while at > 0 and said[at] in _lists().between:
        at -= 1
    return at


def _follows(said: Sequence[str], at: int, first: int, behind: int) -> bool:
    """Whether what is threatened follows from the saying: "if you say a word I'll …".

    It does not where the saying must have something said, "if you say I'll …", "once you told me I'll …", nor where what
    follows is a limit of the writer's own: "when you scream I'll …, I leave".
    """
    lists = _lists()
    if not _has_condition(said, at) or _doer(said, at) in lists.own:
        return False
    if said[at] in lists.quoting and _before_between(said, first) == at:
        return False
    return not _is_limit(said[behind + 1 if said[behind : behind + 1] == [COMMA] else behind :])


def _is_limit(behind: Sequence[str]) -> bool:
    """Whether the words behind a threat begin with what the writer does about it: "we go to my mother's"; "I'll get you" is none."""
    lists = _lists()
    then = list(takewhile(lambda word: word != COMMA and word not in STOPS, behind[:_LIMIT]))
    if not then or then[0] not in lists.limiting:
        return False
    return any(
        word in lists.limits or (word in lists.measures and _YOURS.isdisjoint(behind[at + 1 : at + 2]))
        for at, word in enumerate(then)
    )


def _has_condition(said: Sequence[str], at: int) -> bool:
    """Whether a clause begins with "if" or its kin shortly before: what is threatened then is what follows from it."""
    lists = _lists()
    return any(
        said[index] in lists.conditions and (index == 0 or said[index - 1] in {COMMA, *STOPS, *lists.parting})
        for index in range(max(at - _NEAR, 0), at)
    )


def _doer(said: Sequence[str], at: int) -> str:
    """Return the nearest word before in the same clause that says who does it; nothing where none does."""
    found = _doer_at(said, at)
    return "" if found is None else said[found]


def _doer_at(said: Sequence[str], at: int) -> int | None:
    lists = _lists()
    for index in range(at - 1, max(at - _NEAR, 0) - 1, -1):
        word = said[index]
        if word in lists.own or word in lists.others:
            return index
        if word in lists.parting or word in lists.conditions or word == COMMA or word in STOPS:
            break
    return None


def _secret_in(found: Sequence[Word]) -> tuple[bool, bool]:
    """Return whether something is done in secret in a sentence, and whether harm is told of beside that."""
    lists, said = _lists(), [word.plain for word in found]
    watches = any(word in lists.watching and not _is_suffered(said, at) for at, word in enumerate(said))
    enough = {
        _THINGS: True,
        _WATCHED: watches,
        _UNNOTICED: watches and not lists.private.isdisjoint(said),
        _THREATENED: False,
    }
    hits = [
        (first, behind)
        for name, first, behind in lists.book.find(said)
        if enough[name] and not _is_turned(_since(said[max(first - _NEAR, 0) : first], lists.beginning))
    ]
    covered = {at for first, behind in hits for at in range(first, behind)}
    return bool(hits), tells_in([word for at, word in enumerate(found) if at not in covered])


def _is_suffered(said: Sequence[str], at: int) -> bool:
    """Whether it is the writer who is watched: "if you follow me", "why he looks through my bag"; "I check my wife's phone" is not.

    What "you" do to somebody of mine or ours may be what is asked for, "you follow our daughter", unless it is told of; what
    is done to a thing of mine or ours is not, "you follow my car".
    """
    lists = _lists()
    behind = said[at + 1 : at + 1 + _REACH]
    if "me" in behind:
        return True
    doer = _doer_at(said, at)
    if _OURS.isdisjoint(behind) or doer is None or said[doer] in lists.own:
        return False
    if said[doer] in lists.owners:
        return _is_told_of(said, doer) if "us" in behind or _is_of_somebody(said, at) else True
    if said[doer] in lists.asked and _is_of_somebody(said, at):
        return _is_told_of(said, doer)
    return True


def _is_of_somebody(said: Sequence[str], at: int) -> bool:
    """Whether somebody of the writer's is watched, or what is theirs: "our little daughter", "my son's phone"; "my phone" is none."""
    owners = [
        at + 1 + near for near, word in enumerate(said[at + 1 : at + 1 + _REACH]) if word in {"my", "our"}
    ]
    return any(not _lists().people.isdisjoint(said[owner + 1 : owner + 1 + _REACH]) for owner in owners)


def _is_told_of(said: Sequence[str], doer: int) -> bool:
    """Whether a word such as "if" or "found out" leads to who does it."""
    before = [word for word in said[max(doer - _REACH, 0) : doer] if word != "out"]
    return bool(before) and before[-1] in _lists().found


def _since(words_before: Sequence[str], marks: frozenset[str]) -> Sequence[str]:
    """Return the words behind the last of the marks."""
    last = max((at for at, word in enumerate(words_before) if word in marks), default=-1)
    return words_before[last + 1 :]


def _is_turned(before: Sequence[str]) -> bool:
    return any(word in _lists().turned or word.endswith("n't") for word in before)


class _Lists(NamedTuple):
    book: PhraseBook
    watching: frozenset[str]
    private: frozenset[str]
    people: frozenset[str]
    turned: frozenset[str]
    found: frozenset[str]
    reported: frozenset[str]
    quoting: frozenset[str]
    feared: frozenset[str]
    limits: frozenset[str]
    measures: frozenset[str]
    limiting: frozenset[str]
    saying: dict[str, str]
    between: frozenset[str]
    parting: frozenset[str]
    beginning: frozenset[str]
    conditions: frozenset[str]
    own: frozenset[str]
    others: frozenset[str]
    asked: frozenset[str]
    owners: frozenset[str]


@cache
def _lists() -> _Lists:
    content = resources.content("guard")
    threatened, secret, clause = content[_THREATENED], content["secret"], content["clause"]
    entries = [(_THREATENED, phrase) for phrase in threatened["phrases"]]
    entries += [(name, phrase) for name in (_WATCHED, _UNNOTICED, _THINGS) for phrase in secret[name]]
    return _Lists(
        PhraseBook(entries),
        frozenset(all_forms(secret["watching"])),
        frozenset(secret["private"]),
        frozenset(form for one in secret["people"] for form in (one, f"{one}'s")),
        frozenset(secret["turned"]),
        frozenset(secret["found"]),
        frozenset(threatened["reported"]),
        frozenset(threatened["quoting"]),
        frozenset(threatened["feared"]),
        frozenset(all_forms(threatened["limits"])),
        frozenset(all_forms(threatened["measures"])),
        frozenset([*clause["own"], *clause["together"]]),
        all_forms(threatened["saying"]),
        frozenset(threatened["between"]),
        frozenset(clause["parting"]),
        frozenset([*clause["parting"], *clause["beginning"]]),
        frozenset(clause["conditions"]),
        frozenset(clause["own"]),
        frozenset([*clause["asked"], *clause["others"], *clause["owners"]]),
        frozenset(clause["asked"]),
        frozenset(clause["owners"]),
    )
