"""Quiet lines about the plan: actions whose review day has come, and openness that has ended."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from trust_desktop.ui.common.day_words import full_day
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.today.quiet_line import Asking, Door, Matter, QuietLine


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
    if len(actions) == 1:
        pattern = QCoreApplication.translate(
            "PlanLines", "{action}: you wanted to look at it again on {day}. Until you do, it goes on."
        )
        words = pattern.format(action=actions[0].title, day=full_day(actions[0].terms.review_day))
    yield QuietLine(Matter.REVIEW, words, (_to_plan(asking),))


def openness_ended(asking: Asking) -> Iterator[QuietLine]:
    for action in asking.view.stopped:
        ends = action.terms.openness.ends if action.terms.openness else action.terms.review_day
        pattern = QCoreApplication.translate("PlanLines", "{action}: agreed until {day}, and it has ended.")
        words = pattern.format(action=action.title, day=full_day(ends))
        yield QuietLine(Matter.OPENNESS_ENDED, words, (_to_plan(asking),))


def _to_plan(asking: Asking) -> Door:
    words = QCoreApplication.translate("PlanLines", "Look at the plan")
    return Door(words, lambda: asking.go_to(Place.PLAN))
