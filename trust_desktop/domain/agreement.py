"""Which words of an action the partner has heard, and which of them stand between the two now."""

from datetime import date, datetime, time

from .day import day_of
from .plan import Action, ActionVersion, Plan, Said
from .talk import DECLINED, Answer


def heard_version(action: Action, day: date, day_ends: time) -> ActionVersion | None:
    """Return the newest words there were on `day`, which is what could be heard on it; None before the first."""
    written = [version for version in action.versions if day_of(version.made_at, day_ends) <= day]
    return written[-1] if written else None


def told_version(plan: Plan, action: Action) -> ActionVersion | None:
    """Return the words that were told when the plan was; None before it was, or for what came into it later.

    Counted by the calendar and not by when the person's day ends: that is a setting, and nothing that was not heard may
    count as heard because it was changed. What was changed later on that day, when the telling was written down, was
    not told either.
    """
    if plan.said is None:
        return None
    told = [each for each in action.versions if _was_told(each, plan.said, plan.went_live_at)]
    return told[-1] if told else None


def _was_told(version: ActionVersion, said: Said, live: datetime) -> bool:
    if version.made_at <= live:
        return True
    by_then = said.recorded is None or version.made_at <= said.recorded
    return by_then and version.made_at.date() <= said.day


def standing_words(plan: Plan, action: Action) -> ActionVersion | None:
    """Return the words the partner said yes to, or has heard and not answered yet.

    None where they said no or not now, or have not heard of it: nothing stands between the two then. Words changed
    since without an answer are the person's alone, and do not count.
    """
    if plan.said is None:
        return None
    given = plan.answer_to(action)
    if given is None:
        return told_version(plan, action)
    if given.answer in DECLINED:
        return None
    number = given.version + (given.answer is Answer.WITH_CHANGE)
    answered = [version for version in action.versions if version.number <= number]
    return answered[-1] if answered else None
