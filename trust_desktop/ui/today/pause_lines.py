"""The line of a pause that is running, wherever else the day stands."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from trust_desktop.domain.pause import Phase
from trust_desktop.services import pausing
from trust_desktop.services.session import on_the_clock
from trust_desktop.ui.common.day_words import clock, full_day
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.today.quiet_line import Asking, Door, Matter, QuietLine


def running_pause(asking: Asking) -> Iterator[QuietLine]:
    pause = pausing.running(asking.session)
    if pause is None:
        return
    now = asking.session.now()
    here = on_the_clock(asking.session, now)
    returns = on_the_clock(asking.session, pause.returns_at)
    translate = QCoreApplication.translate
    if returns.date() > here.date():
        pattern = translate("PauseLines", "You said you would be back tomorrow at {time}.")
    elif returns.date() < here.date():
        pattern = translate("PauseLines", "You said you would be back on {day} at {time}.")
    elif pause.phase(now) is Phase.TIME_HAS_COME:
        pattern = translate("PauseLines", "You said you would be back at {time}. The time has come.")
    else:
        pattern = translate("PauseLines", "You said you would be back at {time}.")
    words = pattern.format(time=clock(returns), day=full_day(returns.date()))
    door = Door(translate("PauseLines", "Open the pause"), lambda: asking.go_to(Place.PAUSE))
    yield QuietLine(Matter.PAUSE, words, (door,))
