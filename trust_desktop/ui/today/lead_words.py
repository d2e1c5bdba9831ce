"""The page's one plain statement: what is kept, what is open, and that there is time."""

from PySide6.QtCore import QCoreApplication

from trust_desktop.domain.acknowledgement import THANKED
from trust_desktop.services.today import TodayView


def lead(view: TodayView) -> str:
    """Counts only what the partner is asked for today; there are at most four, so every number is a word."""
    due = view.due
    if view.resting and not due:
        return QCoreApplication.translate("TodayLead", "The plan is at rest, and nothing is due.")
    if not due and view.own_due:
        return QCoreApplication.translate("TodayLead", "Only your own side is due today.")
    kept = sum(action.outcome in THANKED for action in due)
    still_open = sum(action.outcome is None for action in due)
    if not due:
        return QCoreApplication.translate("TodayLead", "Nothing is due today.")
    if not still_open:
        return _all_recorded(kept, len(due))
    if not kept:
        return _open(still_open, alone=True)
    pattern = QCoreApplication.translate("TodayLead", "{kept} {open}")
    return pattern.format(kept=_kept(kept), open=_open(still_open, alone=False))


def _all_recorded(kept: int, due: int) -> str:
    if kept == due:
        return QCoreApplication.translate("TodayLead", "{kept} Nothing else is due today.").format(
            kept=_kept(kept)
        )
    return QCoreApplication.translate("TodayLead", "Today is written down.")


def _kept(count: int) -> str:
    return (
        QCoreApplication.translate("TodayLead", "One thing is kept."),
        QCoreApplication.translate("TodayLead", "Two things are kept."),
        QCoreApplication.translate("TodayLead", "Three things are kept."),
        QCoreApplication.translate("TodayLead", "Four things are kept."),
    )[count - 1]


def _open(count: int, *, alone: bool) -> str:
    if alone:
        return (
            QCoreApplication.translate("TodayLead", "One thing is open today, and there is time."),
            QCoreApplication.translate("TodayLead", "Two things are open today, and there is time."),
            QCoreApplication.translate("TodayLead", "Three things are open today, and there is time."),
            QCoreApplication.translate("TodayLead", "Four things are open today, and there is time."),
        )[count - 1]
    return (
        QCoreApplication.translate("TodayLead", "One is still open, and there is time."),
        QCoreApplication.translate("TodayLead", "Two are still open, and there is time."),
        QCoreApplication.translate("TodayLead", "Three are still open, and there is time."),
    )[count - 1]
