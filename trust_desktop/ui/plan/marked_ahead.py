"""What is said where a day that is still to come is marked already: a clock that was wrong leaves such a mark."""

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from trust_desktop.ui.common.day_words import day_with_year


def marked_ahead(starts: date, today: date) -> str:
    """Why what is done now holds only after that day, and the way to have it sooner; nothing where today is the reason."""
    last = starts - timedelta(days=1)
    if last <= today:
        return ""
    words = QCoreApplication.translate(
        "MarkedAhead",
        "{last} is still to come and is marked already, so this holds from {starts} on: no mark changes its meaning. "
        "If the clock was wrong when you made it, take it away in the calendar with the key 0; then this holds sooner.",
    )
    return words.format(last=day_with_year(last), starts=day_with_year(starts))
