"""One calm sentence for a key that marks nothing here."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from trust_desktop.services.following_through import DayView


def nothing_marked(view: DayView, today: date, *, said: bool) -> str:
    """Why a day takes no mark, or no further one by key alone; `said` tells whether the plan was."""
    if not view.lanes:
        return QCoreApplication.translate(
            "CalendarWhyNot", "There is nothing to mark before there is a plan."
        )
    if not said:
        return QCoreApplication.translate("CalendarWhyNot", "Days can be marked once the plan is said.")
    if view.day > today:
        return QCoreApplication.translate("CalendarWhyNot", "This day is still to come.")
    if not can_be_marked(view):
        return QCoreApplication.translate("CalendarWhyNot", "Nothing was asked for on this day.")
    return _why_none_is_chosen(view)


def _why_none_is_chosen(view: DayView) -> str:
    if view.resting:
        return QCoreApplication.translate(
            "CalendarWhyNot", "The plan is at rest on this day. Choose what you want to mark."
        )
    if any(action.due for action in view.lanes):
        return QCoreApplication.translate(
            "CalendarWhyNot", "What was due is marked. Choose an action to change it."
        )
    return QCoreApplication.translate(
        "CalendarWhyNot", "Nothing was due on this day. Choose what you want to mark."
    )


def nothing_cleared() -> str:
    return QCoreApplication.translate("CalendarWhyNot", "There is no mark to take away.")


def can_be_marked(view: DayView) -> bool:
    return any(action.can_mark for action in view.lanes)
