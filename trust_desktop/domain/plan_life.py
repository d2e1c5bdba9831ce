"""How a plan rests and ends, and how one of its actions does: from a day on, never backwards."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum


class ActionEnding(Enum):
    """Why an action is no longer asked for."""

    FINISHED = "finished"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class ActionEnd:
    """From `from_day` on the action is not due and takes no marks."""

    from_day: date
    how: ActionEnding


@dataclass(frozen=True, slots=True)
class Review:
    """On `day` an action was looked at again and kept as it is; `next_day` is when to do so once more."""

    id: int
    version: int
    day: date
    next_day: date


@dataclass(frozen=True, slots=True)
class PlanRest:
    """Days on which nothing is due: from `from_day` to before `back_day`, None while nobody has taken it up again.

    `words` are the person's own and private.
    """

    id: int
    from_day: date
    back_day: date | None
    words: str

    def covers(self, day: date) -> bool:
        return self.from_day <= day and (self.back_day is None or day < self.back_day)


@dataclass(frozen=True, slots=True)
class PlanEnd:
    """From `from_day` on nothing of the plan is due; `words` are the person's own and private."""

    from_day: date
    words: str
    ended_at: datetime


@dataclass(frozen=True, slots=True)
class Saying:
    """How the person means to tell the partner: where, when, and the calm words drafted for it."""

    place: str = ""
    time: str = ""
    message: str = ""
