"""Lengths and times of a pause in words; digits stand still."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from trust_desktop.domain.pause import Pause, Phase
from trust_desktop.ui.common.day_words import clock, full_day


def length_words(length: timedelta) -> str:
    """Such as "20 minutes", "2 hours"."""
    minutes = round(length.total_seconds() / 60)
    if minutes < 60 or minutes % 60:
        return QCoreApplication.translate("PauseTimes", "%Ln minute(s)", "", minutes)
    return QCoreApplication.translate("PauseTimes", "%Ln hour(s)", "", minutes // 60)


def time_words(moment: datetime, now: datetime) -> str:
    """Such as "21:40", "tomorrow at 09:40"; of another day with that day."""
    days = (moment.date() - now.date()).days
    if days == 0:
        return clock(moment)
    if days == 1:
        pattern = QCoreApplication.translate("PauseTimes", "tomorrow at {time}")
        return pattern.format(time=clock(moment))
    if days == -1:
        pattern = QCoreApplication.translate("PauseTimes", "yesterday at {time}")
        return pattern.format(time=clock(moment))
    pattern = QCoreApplication.translate("PauseTimes", "{day} at {time}")
    return pattern.format(day=full_day(moment.date()), time=clock(moment))


def back_words(moment: datetime, now: datetime) -> str:
    """Such as "Back at 21:40"."""
    days = (moment.date() - now.date()).days
    if days == 0:
        return QCoreApplication.translate("PauseTimes", "Back at {time}").format(time=clock(moment))
    if days == 1:
        return QCoreApplication.translate("PauseTimes", "Back tomorrow at {time}").format(time=clock(moment))
    return QCoreApplication.translate("PauseTimes", "Back {when}").format(when=time_words(moment, now))


def stands_words(pause: Pause, left: datetime, returns: datetime, now: datetime) -> str:
    """How a pause stands, in one calm line; `left` and `returns` as the clock on the wall shows them."""
    times = {"left": time_words(left, now), "time": time_words(returns, now), "now": clock(now)}
    match pause.phase(now):
        case Phase.CLOCK_SET_BACK:
            pattern = QCoreApplication.translate(
                "PauseTimes", "The clock of this computer was set back. What counts is the time you said."
            )
        case Phase.TIME_HAS_COME if now - pause.returns_at < timedelta(minutes=2):
            pattern = QCoreApplication.translate("PauseTimes", "The time you said has come.")
        case Phase.TIME_HAS_COME if now.date() == returns.date():
            pattern = QCoreApplication.translate(
                "PauseTimes", "You said {time}, and it is {now}. You can still come back softly."
            )
        case Phase.TIME_HAS_COME:
            pattern = QCoreApplication.translate(
                "PauseTimes", "The time you said has passed. You can still come back softly."
            )
        case _:
            pattern = QCoreApplication.translate(
                "PauseTimes", "You left at {left}. Nothing needs an answer before then."
            )
            if left.date() != now.date():
                pattern = QCoreApplication.translate(
                    "PauseTimes", "You left {left}. Nothing needs an answer before then."
                )
    return pattern.format(**times)
