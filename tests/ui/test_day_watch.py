"""The day ends while a page is open."""

from pytestqt.qtbot import QtBot

from tests.builders import Clock
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.common.page import Page
from trust_desktop.ui.day_watch import MINUTE, DayWatch


def test_it_tells_once_and_only_a_page_that_can_be_seen(
    session: VaultSession, clock: Clock, qtbot: QtBot
) -> None:
    page = Page("A page")
    qtbot.addWidget(page)
    watch = DayWatch(session, page)
    heard: list[bool] = []
    watch.turned.connect(lambda: heard.append(True))
    assert (watch.isActive(), watch.interval()) == (True, MINUTE)
    clock.forward(days=1)
    watch.look()
    assert heard == []
    page.show()
    watch.look()
    assert heard == []  # it read the new day when it was shown
    clock.forward(days=1)
    watch.look()
    watch.look()
    assert heard == [True]
    session.close()
    clock.forward(days=1)
    watch.look()
    assert heard == [True]
