"""The partner's answers to a plan that was said: dated, in their words, and never the last one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Final


class Answer(Enum):
    """What the partner may say to one action; a no costs nothing."""

    YES = "yes"
    WITH_CHANGE = "with_change"
    NOT_NOW = "not_now"
    NO = "no"


DECLINED: Final = frozenset({Answer.NOT_NOW, Answer.NO})
"""From the day of such an answer nothing is due, until another answer is given."""


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """One answer to one version of an action; `look_again` is the day to ask once more, None for no such day."""

    id: int
    action_id: int
    version: int
    answer: Answer
    words: str
    day: date
    look_again: date | None
    made_at: datetime


def answer_on(answers: Iterable[GivenAnswer], action_id: int, day: date) -> GivenAnswer | None:
    """Return the answer that holds on `day`: the latest given by then, of one day the one recorded last."""
    given = [each for each in answers if each.action_id == action_id and each.day <= day]
    return max(given, key=lambda each: (each.day, each.id), default=None)
