"""Which words of an action the partner has heard, and which of them stand between the two now."""

from datetime import date, time

from .day import day_of
from .plan import Action, ActionVersion, Plan
from .talk import DECLINED, Answer


def heard_version(action: Action, day: date, day_ends: time) -> ActionVersion | None:
    """Return the newest words there were on `day`, which is what could be heard on it; None before the first."""
    written = [version for version in action.versions if day_of(version.made_at, day_ends) <= day]
    return written[-1] if written else None


def standing_words(plan: Plan, action: Action, day_ends: time) -> ActionVersion | None:
    """Return the words the partner said yes to, or has heard and not answered yet.

    None where they said no or not now, or have not heard of it: nothing stands between the two then. Words changed
    since without an answer are the person's alone, and do not count.
    """
    if plan.said is None:
        return None
    given = plan.answer_to(action)
    if given is None:
        return heard_version(action, plan.said.day, day_ends)
    if given.answer in DECLINED:
        return None
    number = given.version + (given.answer is Answer.WITH_CHANGE)
    answered = [version for version in action.versions if version.number <= number]
    return answered[-1] if answered else None
