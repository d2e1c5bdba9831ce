"""The pause from leaving to coming back, what was written of it, and the small steps, for pictures."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from typing import Final

from PySide6.QtWidgets import QApplication, QWidget

from trust_desktop.domain.pause import LEAST
from trust_desktop.services import pausing
from trust_desktop.services.pausing import PauseText
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.lock_notice import LockNotice
from trust_desktop.ui.main_window import MainWindow
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.openings.openings_page import OpeningsPage
from trust_desktop.ui.pause.pause_page import PausePage
from trust_desktop.ui.preferences import STILL

USUAL: Final = (1280, 800)
TALL: Final = (1280, 1100)

Scene = tuple[str, QWidget, tuple[int, int]]
WindowOver = Callable[[VaultSession], AbstractContextManager[tuple[OpenVault, MainWindow]]]


def every_page(session: VaultSession, window_over: WindowOver) -> Iterator[Scene]:
    """Over the example's half year; its clock moves through one more evening."""
    began = session.now().replace(hour=21, minute=20)
    session.now = lambda: began
    QApplication.instance().setProperty(STILL, True)
    with window_over(session) as (_, window):
        window.go_to(Place.PAUSE)
        page = window.page(Place.PAUSE)
        assert isinstance(page, PausePage)
        yield "pause-begin", window, USUAL
        page.now.begin.button.click()
        yield "pause-leaving", window, USUAL
        _wait(session, began)
        page.now.refresh()
        yield "pause", window, USUAL
        page.rest(rested=True)
        yield "pause-resting", window, USUAL
        page.rest(rested=False)
        window.go_to(Place.TODAY)
        notice = LockNotice(window)
        yield "locks-soon", window, USUAL
        notice.hide()
        yield "today-pause", window, USUAL
        window.go_to(Place.PAUSE)
        page.now.timer.ask.click()
        yield "pause-more-time", window, USUAL
        page.now.more.leave.click()
        session.now = lambda: began + timedelta(minutes=20)
        page.now.look_at_the_clock()
        yield "pause-back", window, USUAL
        page.now.back.end.click()
        page.show_journal()
        yield "pauses-and-urges", window, TALL
        yield from _openings(window)
    QApplication.instance().setProperty(STILL, False)


def _wait(session: VaultSession, began: datetime) -> None:
    pause = pausing.start(session, LEAST, "I need 20 minutes. I’ll be back at 21:40.")
    for minutes, strength in ((0, 8), (5, 7), (10, 5)):
        moment = began + timedelta(minutes=minutes)
        session.now = lambda moment=moment: moment
        pausing.feel(session, pause.id, strength)
    pausing.write(session, pause.id, PauseText.INSTEAD, "Washed up, slowly. Stood on the balcony.")


def _openings(window: MainWindow) -> Iterator[Scene]:
    window.go_to(Place.OPENINGS)
    page = window.page(Place.OPENINGS)
    assert isinstance(page, OpeningsPage)
    yield "openings", window, USUAL
    page.choose.take.click()
    yield "openings-chosen", window, USUAL
