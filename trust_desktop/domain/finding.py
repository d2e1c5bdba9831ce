"""What may be looked for among a person's own words, and how what they type is understood."""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import islice
from typing import Final, NamedTuple

LONGEST: Final = 200
"""Characters of what was typed that are looked for; nobody remembers a longer passage word by word."""

MOST_WORDS: Final = 12

_OPENS: Final = '"“”„«»'
"""Any of these begins a passage, and any of them ends it: which is which differs between languages."""


class FoundKind(Enum):
    """What a person chooses from when they narrow a search."""

    PLAN = "plan"
    ANSWER = "answer"
    DAY = "day"
    SAID = "said"
    CHECK_IN = "check_in"
    WEEKLY_TALK = "weekly_talk"
    STORY = "story"
    PRIVATE = "private"
    """What the app has promised to keep to the person; only looked through when they ask for it."""


USUAL: Final = frozenset(FoundKind) - {FoundKind.PRIVATE}


class FoundPart(Enum):
    """Every text that is looked through, by the name it has in the index."""

    FAIR_CHANCE = "fair_chance"
    ACTION = "action"
    KNOWN_BY = "known_by"
    PURPOSE = "purpose"
    MESSAGE = "message"
    ANSWER = "answer"
    NOTE = "note"
    REASON = "reason"
    SAID = "said"
    CHECK_IN = "check_in"
    APPRECIATIONS = "appreciations"
    WENT_WELL = "went_well"
    FEEL = "feel"
    ABOUT = "about"
    NEED = "need"
    WISH = "wish"
    STORY = "story"
    WHY = "why"
    REST = "rest"
    ENDING = "ending"

    @property
    def kind(self) -> FoundKind:
        return _KINDS[self]


_KINDS: Final = {
    FoundPart.FAIR_CHANCE: FoundKind.PLAN,
    FoundPart.ACTION: FoundKind.PLAN,
    FoundPart.KNOWN_BY: FoundKind.PLAN,
    FoundPart.PURPOSE: FoundKind.PLAN,
    FoundPart.MESSAGE: FoundKind.PLAN,
    FoundPart.ANSWER: FoundKind.ANSWER,
    FoundPart.NOTE: FoundKind.DAY,
    FoundPart.REASON: FoundKind.DAY,
    FoundPart.SAID: FoundKind.SAID,
    FoundPart.CHECK_IN: FoundKind.CHECK_IN,
    FoundPart.APPRECIATIONS: FoundKind.WEEKLY_TALK,
    FoundPart.WENT_WELL: FoundKind.WEEKLY_TALK,
    FoundPart.FEEL: FoundKind.WEEKLY_TALK,
    FoundPart.ABOUT: FoundKind.WEEKLY_TALK,
    FoundPart.NEED: FoundKind.WEEKLY_TALK,
    FoundPart.WISH: FoundKind.WEEKLY_TALK,
    FoundPart.STORY: FoundKind.STORY,
    FoundPart.WHY: FoundKind.PRIVATE,
    FoundPart.REST: FoundKind.PRIVATE,
    FoundPart.ENDING: FoundKind.PRIVATE,
}


class Wanted(NamedTuple):
    """Words that have to stand side by side; with `begins` the last of them may go on."""

    words: str
    begins: bool


class Piece(NamedTuple):
    """A stretch of a found text; `marked` is what was looked for."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Found:
    """One text in which everything wanted stands.

    `day` is also what names a note, a reason or a sheet; `story` is the part of a story, `number` the id of what else
    a text belongs to, `version` that of an action. Each is empty or 0 where the text has none.
    """

    id: int
    part: FoundPart
    day: date
    story: str
    number: int
    version: int
    pieces: tuple[Piece, ...]


def wanted(typed: str) -> tuple[Wanted, ...]:
    """Return what is looked for: each word by its beginning, and passages in quotes as they stand.

    A single letter is a word of its own; a passage whose end is not typed yet may go on.
    """
    found: list[Wanted] = []
    stretch, quoted = "", False
    for letter in _clean(typed):
        if letter in _OPENS:
            found += _whole(stretch, begins=False) if quoted else _each(stretch)
            stretch, quoted = "", not quoted
        else:
            stretch += letter
    found += _whole(stretch, begins=True) if quoted else _each(stretch)
    return tuple(islice(found, MOST_WORDS))


def _clean(typed: str) -> str:
    """Half a character, as a broken paste may leave, and what cannot be seen are no words."""
    whole = typed[:LONGEST].encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return "".join(letter if letter.isprintable() else " " for letter in whole)


def _each(stretch: str) -> list[Wanted]:
    return [Wanted(word, begins=len(word) > 1) for word in stretch.split() if _says_something(word)]


def _whole(stretch: str, *, begins: bool) -> list[Wanted]:
    words = stretch.split()
    if begins and words and len(words[-1]) == 1:  # too little to tell how a word goes on
        words, begins = words[:-1] or words, False
    whole = " ".join(words)
    return [Wanted(whole, begins)] if _says_something(whole) else []


def _says_something(words: str) -> bool:
    return any(letter.isalnum() for letter in words)
