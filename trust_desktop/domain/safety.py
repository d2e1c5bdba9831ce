"""The private look: what a person said to each question, and help they wrote down themselves."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class Side(Enum):
    """Whose fear a question is about: the person's own, or their partner's."""

    YOU = "you"
    PARTNER = "partner"


class Reply(Enum):
    """Nothing has to be said; what was not touched is left open."""

    YES = "yes"
    NO = "no"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Answered:
    """One question in the words it was asked in, which may be other words later."""

    side: Side
    question: str
    reply: Reply


@dataclass(frozen=True, slots=True)
class KeptAnswers:
    """What a person asked to keep, with the moment they did."""

    id: int
    answers: tuple[Answered, ...]
    kept_at: datetime


@dataclass(frozen=True, slots=True)
class HelpEntry:
    """Somebody the person may turn to: a name, and all that is worth knowing then."""

    id: int
    name: str
    text: str
    added_at: datetime


def says_anything(answers: Iterable[Answered]) -> bool:
    """Return whether there is anything to keep."""
    return any(each.reply is not Reply.OPEN for each in answers)
