"""The page of the talk in a window of its own."""

from collections.abc import Callable

import pytest

from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.talk.talk_page import TalkPage

Open = Callable[[], TalkPage]


@pytest.fixture
def open_page(vault: OpenVault, in_front: Callable[..., None]) -> Open:
    """Show the page; call it once the plan is as it should be."""

    def show() -> TalkPage:
        page = TalkPage(vault)
        in_front(page, 1000)
        page.setFocus()
        return page

    return show
