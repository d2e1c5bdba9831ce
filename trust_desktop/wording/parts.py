"""Which of the six parts of a clear request are there, judged from its words and the fields beside it."""

import re
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any

from trust_desktop import resources
from trust_desktop.domain.cadence import Cadence, CadenceKind

from .words import COMMA, STOPS, Word, all_forms, holds_any, plain, words

_NEAR = 12
"""A stop word governs what is joined on within so many words."""

_JOINS = frozenset({"and", "then"})
_TIME = re.compile(r" (?:\d{1,2}[:.]\d{2}|at \d{1,2}|by \d{1,2}|\d{1,2} ?(?:am|pm)|\d{1,2} o'clock) ")
_DEADLINE = re.compile(r" by (?:\d{1,2}|noon|midday|midnight)(?=[ :.])")
_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12,
}  # fmt: skip
_SPAN = re.compile(rf" (\d+|{'|'.join(_NUMBERS)}) (minute|hour|day|week|month|year)s? ")
_MINUTES = {"minute": 1, "hour": 60, "day": 1440, "week": 10080, "month": 43200, "year": 525600}
_LASTING = frozenset({"for", "of", "spend", "least", "about", "whole", "entire"})


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
    padded = plain(found)
    present = {
        Part.WHO: _says_who(found, acts, lists),
        Part.ACT: bool(acts),
        Part.WITH_WHAT: _says_with_what(found, acts, lists),
        Part.WHEN: _cadence_says_when(cadence) or _says_when(padded, lists),
        Part.KNOWN_BY: bool(words(known_by)) or _says_how_known(padded, lists),
        Part.ONE_SITTING: bool(acts) and _fits_one_sitting(found, acts, padded, lists),
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
    asked = {lists.acts[found[index].plain] for index in _acts(found, lists)}
    fitting = (each["add"] for each in prompt.get("for", ()) if asked.intersection(each["acts"]))
    return PartPrompt(prompt["question"], next(fitting, prompt["add"]), prompt["lead"], prompt["why"])


@dataclass(frozen=True, slots=True)
class _Lists:
    acts: dict[str, str]
    carrying: frozenset[str]
    things: frozenset[str]
    lying: frozenset[str]
    stops: frozenset[str]
    inner: frozenset[str]
    who: frozenset[str]
    leading: frozenset[str]
    empty: frozenset[str]
    when: frozenset[str]
    vague: tuple[str, ...]
    known: tuple[str, ...]
    long: tuple[str, ...]
    most_acts: int
    most_minutes: int


@cache
def _lists() -> _Lists:
    content: dict[str, Any] = resources.content("parts")
    verbs, sitting = content["verbs"], content["sitting"]
    return _Lists(
        acts=all_forms(verbs["observable"]),
        carrying=frozenset(verbs["carry_their_what"]),
        things=frozenset(verbs["also_things"]),
        lying=frozenset(verbs["lying_somewhere"]),
        stops=frozenset(verbs["stops"]),
        inner=frozenset(all_forms(verbs["inner"])),
        who=frozenset(content["who"]["words"]),
        leading=frozenset(content["who"]["before_the_verb"]),
        empty=frozenset(content["what"]["empty"]),
        when=frozenset(content["when"]["words"]),
        vague=tuple(content["when"]["vague"]),
        known=tuple(content["known"]["phrases"]),
        long=tuple(sitting["long"]),
        most_acts=sitting["acts"],
        most_minutes=sitting["minutes"],
    )


def _acts(found: tuple[Word, ...], lists: _Lists) -> tuple[int, ...]:
    """Return where an act is asked for: a verb one could watch that heads a clause or follows its person."""
    return tuple(
        index
        for index, word in enumerate(found)
        if word.plain in lists.acts and _asked_for(found, index, lists)
    )


def _asked_for(found: tuple[Word, ...], index: int, lists: _Lists) -> bool:
    if found[index].plain in lists.things and _plain_at(found, index + 1) in lists.lying:
        return False
    before = index - 1
    while before >= 0 and found[before].plain in lists.leading - _JOINS:
        before -= 1
    if before < 0:
        return True
    word = found[before]
    if word.plain in lists.stops:
        return False
    if word.plain in STOPS or word.plain == COMMA or word.plain in _JOINS:
        return not _stopped_before(found, before, lists)
    if word.plain in {"to", "will", "would", "could", "can"}:
        return before == 0 or found[before - 1].plain not in lists.inner | {"like", "me", "i"}
    return word.plain in lists.who or _is_name(found, before)


def _stopped_before(found: tuple[Word, ...], joint: int, lists: _Lists) -> bool:
    """Whether "and" joins one more thing not wanted: "stop shouting and slamming doors"."""
    following = _plain_at(found, joint + 1)
    return following.endswith("ing") and any(
        word.plain in lists.stops for word in found[max(0, joint - _NEAR) : joint]
    )


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
        _heads_its_clause(found, index, lists) or _is_name(found, index - 1) for index in acts
    )


def _heads_its_clause(found: tuple[Word, ...], index: int, lists: _Lists) -> bool:
    before = index - 1
    while before >= 0 and found[before].plain in lists.leading:
        before -= 1
    return before < 0 or found[before].plain in STOPS or found[before].plain == COMMA


def _says_with_what(found: tuple[Word, ...], acts: tuple[int, ...], lists: _Lists) -> bool:
    if any(lists.acts[found[index].plain] in lists.carrying for index in acts):
        return True
    rest = found[acts[0] + 1 :] if acts else found
    return any(_is_thing(word.plain, lists) for word in rest)


def _is_thing(word: str, lists: _Lists) -> bool:
    if not word[0].isalpha() or word in lists.empty or word in lists.when or word in lists.inner:
        return False
    return not word.endswith("ly") and word not in lists.stops


def _cadence_says_when(cadence: Cadence | None) -> bool:
    return cadence is not None and cadence.complete and cadence.kind is not CadenceKind.WHENEVER


def _says_when(padded: str, lists: _Lists) -> bool:
    for phrase in lists.vague:
        padded = padded.replace(f" {phrase} ", " ")
    return bool(_TIME.search(padded)) or any(word in lists.when for word in padded.split())


def _says_how_known(padded: str, lists: _Lists) -> bool:
    return holds_any(padded, lists.known) or bool(_DEADLINE.search(padded))


def _fits_one_sitting(found: tuple[Word, ...], acts: tuple[int, ...], padded: str, lists: _Lists) -> bool:
    if holds_any(padded, lists.long) or _longest_minutes(padded) > lists.most_minutes:
        return False
    asked = [index for index in acts if _joined_or_first(found, index, acts)]
    return len(asked) <= lists.most_acts


def _joined_or_first(found: tuple[Word, ...], index: int, acts: tuple[int, ...]) -> bool:
    """Count acts that stand side by side, not those told of beside them ("when you leave work")."""
    if index == acts[0]:
        return True
    before = found[index - 1].plain
    return before in STOPS or before == COMMA or before in _JOINS


def _longest_minutes(padded: str) -> int:
    """Return the longest span asked for; "every two weeks" and "a day" after a count are how often."""
    longest = 0
    for match in _SPAN.finditer(padded):
        before = padded[: match.start()].rsplit(" ", 1)[-1]
        if before in _LASTING:
            count = _NUMBERS.get(match[1]) or int(match[1][:9])
            longest = max(longest, count * _MINUTES[match[2]])
    return longest
