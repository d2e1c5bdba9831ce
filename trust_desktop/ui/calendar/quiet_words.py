"""Why nothing is due of something on a day, in one quiet line: the plan rests, or the answer was *not now* or *no*."""

from PySide6.QtCore import QCoreApplication

from trust_desktop.services.following_through import ActionOnDay, DayView
from trust_desktop.ui.common.day_words import full_day
from trust_desktop.ui.common.declined_words import declined_words


def quiet_words(view: DayView) -> str:
    """Return the line, empty where there is nothing to say."""
    if view.resting:
        return QCoreApplication.translate("QuietWords", "The plan is at rest on this day, so nothing is due.")
    told = [declined_words([lane for lane in view.actions if lane.declined is not None and not lane.stopped])]
    told += [_ended(lane) for lane in view.actions if lane.stopped and lane.terms.openness is not None]
    return " ".join(words for words in told if words)


def _ended(lane: ActionOnDay) -> str:
    pattern = QCoreApplication.translate("QuietWords", "{action}: agreed until {day}, and it has ended.")
    ends = lane.terms.openness.ends if lane.terms.openness else lane.terms.review_day
    return pattern.format(action=lane.title, day=full_day(ends))
