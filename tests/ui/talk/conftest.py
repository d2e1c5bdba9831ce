"""An open vault for the talk, and its page in a window of its own."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from tests.support.plan_vault import clock, session, usual_look, vault
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.talk.talk_page import TalkPage

__all__ = ["clock", "session", "usual_look", "vault"]

Open = Callable[[], TalkPage]


@pytest.fixture
def open_page(vault: OpenVault, qtbot: QtBot) -> Open:
    """Show the page; call it once the plan is as it should be."""

    def show() -> TalkPage:
        page = TalkPage(vault)
        qtbot.addWidget(page)
        page.resize(1000, 800)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        page.setFocus()
        return page

    return show
