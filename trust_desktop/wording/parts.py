"""Which of the six parts of a clear request are there, judged from its words and the fields beside it."""

from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any

from trust_desktop import resources
from trust_desktop.domain.cadence import Cadence, CadenceKind

from .times import longest_minutes, names_deadline, numbers, says_when, without_times
from .words import COMMA, STOPS, Word, all_forms, holds_any, plain, words

_NEAR = 12
"""A stop word governs what is joined on within so many words, and a clause is led on by its first."""

_SIDE_BY_SIDE = frozenset({"and", "then"})
_OTHERWISE = "or"
_JOINS = _SIDE_BY_SIDE | {_OTHERWISE}
_MODALS = frozenset({"will", "would", "could", "can"})


class Part(Enum):
    """What makes a request clear, in the order it is asked for; the values name its prompt in the content."""

    WHO = "who"
    ACT = "act"
    WITH_WHAT = "with_what"
    WHEN = "when"
    KNOWN_BY = "known_by"
    ONE_SITTING = "one_sitting"


def request_parts(text: str, *, cadence: Cadence | None = None, known_by: str = "") -> frozenset[Part]:
    """Return the parts that are there; none while nothing is written."""
    lists = _lists()
    found = words(text)
    if not any(word.plain not in STOPS and word.plain != COMMA for word in found):
        return frozenset()
    acts = _acts(found, lists)
    padded, spaced = plain(found), _spaced(found)
    present = {
        Part.WHO: _says_who(found, acts, lists),
        Part.ACT: bool(acts),
        Part.WITH_WHAT: _says_with_what(found, acts, lists),
        Part.WHEN: _cadence_says_when(cadence) or says_when(spaced),
        Part.KNOWN_BY: bool(words(known_by)) or holds_any(padded, lists.known) or names_deadline(spaced),
        Part.ONE_SITTING: bool(acts)
        and not holds_any(padded, lists.long)
        and longest_minutes(spaced) <= lists.most_minutes
        and _asked_at_once(found, acts) <= lists.most_acts,
    }
    return frozenset(part for part, there in present.items() if there)


@dataclass(frozen=True, slots=True)
class PartPrompt:
    """What is asked when a part is missing: `add` are words to take over, `lead` help to find one's own."""

    question: str
    add: str
    lead: str
    why: str


def part_prompt(part: Part, text: str) -> PartPrompt:
    """Return the question for a missing part, with words that fit the act the text asks for."""
    lists = _lists()
    prompt = resources.content("parts")["prompt"][part.value]
    found = words(text)
    asked = {lists.acts.get(found[index].plain) for index in _acts(found, lists)}
    fitting = (each["add"] for each in prompt.get("for", ()) if asked.intersection(each["acts"]))
    return PartPrompt(prompt["question"], next(fitting, prompt["add"]), prompt["lead"], prompt["why"])


@dataclass(frozen=True, slots=True)
class _Lists:
    acts: dict[str, str]
    in_three_words: frozenset[tuple[str, ...]]
    carrying: frozenset[str]
    things: frozenset[str]
    lying: frozenset[str]
    stops: frozenset[str]
    inner: frozenset[str]
    unasked: frozenset[str]
    kept_in_mind: frozenset[str]
    not_left_out: frozenset[str]
    told_of_behind: frozenset[str]
    leads: frozenset[str]
    no_verb_behind: frozenset[str]
    asked_before: frozenset[str]
    who: frozenset[str]
    leading: frozenset[str]
    empty: frozenset[str]
    when: frozenset[str]
    known: tuple[str, ...]
    long: tuple[str, ...]
    most_acts: int
    most_minutes: int


@cache
def _lists() -> _Lists:
    content: dict[str, Any] = resources.content("parts")
    verbs, sitting = content["verbs"], content["sitting"]
    inner = frozenset(all_forms(verbs["inner"]))
    return _Lists(
        acts=all_forms(verbs["observable"]),
        in_three_words=frozenset(tuple(phrase.split()) for phrase in verbs["in_three_words"]),
        carrying=frozenset(verbs["carry_their_what"]),
        things=frozenset(verbs["also_things"]),
        lying=frozenset(verbs["lying_somewhere"]),
        stops=frozenset(verbs["stops"]),
        inner=inner,
        unasked=inner | {"like", "me", "i"},
        kept_in_mind=frozenset(verbs["kept_in_mind"]),
        not_left_out=frozenset(verbs["not_left_out"]),
        told_of_behind=frozenset(verbs["told_of_behind"]),
        leads=frozenset({*verbs["leads"], *verbs["told_of_behind"], *content["when"]["words"]}),
        no_verb_behind=frozenset(verbs["no_verb_behind"]),
        asked_before=frozenset(verbs["asked_before"]),
        who=frozenset(content["who"]["words"]),
        leading=frozenset(content["who"]["before_the_verb"]),
        empty=frozenset(content["what"]["empty"]) | numbers(),
        when=frozenset(content["when"]["words"]),
        known=tuple(content["known"]["phrases"]),
        long=tuple(sitting["long"]),
        most_acts=sitting["acts"],
        most_minutes=sitting["minutes"],
    )


def _acts(found: tuple[Word, ...], lists: _Lists) -> tuple[int, ...]:
    """Return where an act is asked for: a verb one could watch that heads a clause or follows its person."""
    return tuple(
        index
        for index in range(len(found))
        if _is_act(found, index, lists) and _asked_for(found, index, lists)
    )


def _is_act(found: tuple[Word, ...], index: int, lists: _Lists) -> bool:
    word, following = found[index].plain, _plain_at(found, index + 1)
    if word in lists.acts:
        return word not in lists.things or following not in lists.lying
    return (word, following, _plain_at(found, index + 2)) in lists.in_three_words


def _asked_for(found: tuple[Word, ...], index: int, lists: _Lists) -> bool:
    before = index - 1
    while before >= 0 and found[before].plain in lists.leading - _JOINS:
        before -= 1
    if before < 0:
        return True
    word = found[before].plain
    if word in lists.stops or word == "your":
        return False
    if word in STOPS or word == COMMA or word in _JOINS:
        return not _stopped_before(found, before, lists)
    if word == "to" or word in _MODALS:
        return before == 0 or _passed_on(found, before, lists)
    if word in lists.who or _is_name(found, before):
        return not _told_of(found, before, lists)
    return _led_to(found, index, lists)


def _passed_on(found: tuple[Word, ...], joint: int, lists: _Lists) -> bool:
    """Whether the word before "to" or "will" lets the verb be asked for: "remember to call", "don't forget to call"."""
    word = found[joint - 1].plain
    if found[joint].plain != "to":
        return word not in lists.unasked and not _told_of(found, joint - 1, lists)
    if word in lists.not_left_out:
        return joint > 1 and found[joint - 2].plain in lists.stops
    if word in lists.kept_in_mind:
        return True
    return word not in lists.unasked and word not in lists.stops and word not in lists.told_of_behind


def _told_of(found: tuple[Word, ...], subject: int, lists: _Lists) -> bool:
    """Whether what somebody does is only the time or the reason: "when you both come home"."""
    before = subject - 1
    while before >= 0 and (found[before].plain in lists.who or found[before].plain == "my"):
        before -= 1
    return before >= 0 and found[before].plain in lists.told_of_behind


def _led_to(found: tuple[Word, ...], index: int, lists: _Lists) -> bool:
    """Whether a verb follows on a time without a comma: "at night lock the door", "when you come home call me"."""
    word, before = found[index].plain, found[index - 1].plain
    if lists.acts.get(word, word) != word or _plain_at(found, index + 1) not in lists.asked_before:
        return False
    if before in lists.no_verb_behind or (before.endswith("s") and before not in lists.when):
        return False
    begins = _clause_begins(found, index)
    return begins is not None and found[begins].plain in lists.leads


def _clause_begins(found: tuple[Word, ...], index: int) -> int | None:
    """Return where the clause begins that a word stands in; none where that is not near."""
    for at in range(index - 1, max(-1, index - 1 - _NEAR), -1):
        if found[at].plain in STOPS or found[at].plain == COMMA:
            return at + 1
    return 0 if index <= _NEAR else None


def _stopped_before(found: tuple[Word, ...], joint: int, lists: _Lists) -> bool:
    """Whether one more thing is joined on that is not wanted: "stop shouting and slamming doors", "don't call or text"."""
    begins = max(0, joint - _NEAR)
    if found[joint].plain == _OTHERWISE:
        begins = _clause_begins(found, joint) or begins
    elif not _plain_at(found, joint + 1).endswith("ing"):
        return False
    return any(word.plain in lists.stops for word in found[begins:joint])


def _is_name(found: tuple[Word, ...], index: int) -> bool:
    """A capital letter before a verb in the third person: "Sam texts me"."""
    return index >= 0 and found[index].written[:1].isupper() and _plain_at(found, index + 1).endswith("s")


def _plain_at(found: tuple[Word, ...], index: int) -> str:
    return found[index].plain if index < len(found) else ""


def _says_who(found: tuple[Word, ...], acts: tuple[int, ...], lists: _Lists) -> bool:
    """Whether somebody is named, or asked directly: "text me", "be nicer" and "stop lying" all are."""
    if any(word.plain in lists.who for word in found):
        return True
    first = next((word.plain for word in found if word.plain not in lists.leading), "")
    return first in lists.inner | lists.stops or any(
        _heads_its_clause(found, index, lists) or _is_name(found, index - 1) or _led_to(found, index, lists)
        for index in acts
    )


def _heads_its_clause(found: tuple[Word, ...], index: int, lists: _Lists) -> bool:
    before = index - 1
    while before >= 0 and found[before].plain in lists.leading:
        before -= 1
    return before < 0 or found[before].plain in STOPS or found[before].plain == COMMA


def _says_with_what(found: tuple[Word, ...], acts: tuple[int, ...], lists: _Lists) -> bool:
    if any(lists.acts.get(found[index].plain) in lists.carrying for index in acts):
        return True
    rest = found[acts[0] + 1 :] if acts else found
    return any(_is_thing(word, lists) for word in without_times(_spaced(rest)))


def _is_thing(word: str, lists: _Lists) -> bool:
    if not word[0].isalpha() or word in lists.empty or word in lists.inner:
        return False
    return not word.endswith("ly") and word not in lists.stops


def _cadence_says_when(cadence: Cadence | None) -> bool:
    return cadence is not None and cadence.complete and cadence.kind is not CadenceKind.WHENEVER


def _asked_at_once(found: tuple[Word, ...], acts: tuple[int, ...]) -> int:
    """Count acts that stand side by side, not those told of beside them ("when you leave work")."""
    joints = STOPS | _SIDE_BY_SIDE | {COMMA}
    return sum(index == acts[0] or found[index - 1].plain in joints for index in acts)


def _spaced(found: tuple[Word, ...]) -> str:
    return f" {' '.join(word.plain for word in found)} "
