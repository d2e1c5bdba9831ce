"""Quiet lines about the plan: what was often not kept, openness that has ended, and what is to be looked at again."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QCoreApplication

from trust_desktop.services import suggesting
from trust_desktop.services.following_through import ActionOnDay
from trust_desktop.ui.common.day_words import full_day
from trust_desktop.ui.common.done import Done
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.today.quiet_line import Asking, Door, Matter, QuietLine


def often_missed(asking: Asking) -> Iterator[QuietLine]:
    """One action at a time: it is a suggestion, not a list."""
    for action in asking.view.often_missed[:1]:
        pattern = QCoreApplication.translate(
            "PlanLines", "{action}: three of the last four days were not kept. It may ask for something else."
        )
        later = QCoreApplication.translate("PlanLines", "Not now")
        spoken = QCoreApplication.translate("PlanLines", "Not now: put looking at {action} off")
        doors = (
            _to_review(asking, action),
            Door(later, partial(_put_off, asking, action), spoken.format(action=action.title)),
        )
        yield QuietLine(Matter.OFTEN_MISSED, pattern.format(action=action.title), doors)


def review(asking: Asking) -> Iterator[QuietLine]:
    """One line however many actions there are to look at again."""
    actions = asking.view.review
    if not actions:
        return
    words = QCoreApplication.translate(
        "PlanLines",
        "%Ln of your actions have come to the day for looking at them again. Until you do, they go on.",
        "",
        len(actions),
    )
    if len(actions) > 1:
        yield QuietLine(Matter.REVIEW, words, (_to_plan(asking),))
        return
    pattern = QCoreApplication.translate(
        "PlanLines", "{action}: you wanted to look at it again on {day}. Until you do, it goes on."
    )
    words = pattern.format(action=actions[0].title, day=full_day(actions[0].terms.review_day))
    yield QuietLine(Matter.REVIEW, words, (_to_review(asking, actions[0]),))


def openness_ended(asking: Asking) -> Iterator[QuietLine]:
    """Nothing of it is asked for any more; to renew it takes the two of them."""
    for action in asking.view.stopped:
        ends = action.terms.openness.ends if action.terms.openness else action.terms.review_day
        pattern = QCoreApplication.translate("PlanLines", "{action}: agreed until {day}, and it has ended.")
        words = pattern.format(action=action.title, day=full_day(ends))
        renew = QCoreApplication.translate("PlanLines", "Renew together")
        spoken = QCoreApplication.translate("PlanLines", "Renew together: {action}")
        door = Door(renew, partial(asking.look_at, action.action_id), spoken.format(action=action.title))
        yield QuietLine(Matter.OPENNESS_ENDED, words, (door,))


def _put_off(asking: Asking, action: ActionOnDay) -> None:
    session = asking.session
    before = suggesting.put_review_off(session, action.action_id)
    pattern = QCoreApplication.translate("PlanLines", "{action}: looking at it was put off.")
    again = partial(suggesting.put_review_off, session, action.action_id)
    back = partial(suggesting.put_back_review, session, action.action_id, before)
    asking.done(Done(pattern.format(action=action.title), again=again, back=back))


def _to_review(asking: Asking, action: ActionOnDay) -> Door:
    words = QCoreApplication.translate("PlanLines", "Look at it again")
    spoken = QCoreApplication.translate("PlanLines", "Look at it again: {action}")
    return Door(words, partial(asking.look_at, action.action_id), spoken.format(action=action.title))


def _to_plan(asking: Asking) -> Door:
    words = QCoreApplication.translate("PlanLines", "Look at the plan")
    return Door(words, lambda: asking.go_to(Place.PLAN))
