"""The sheet for the weekly talk over a real vault."""

from collections.abc import Callable

import pytest

from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.weekly_talk.weekly_talk_page import WeeklyTalkPage


@pytest.fixture
def show(open_again: Callable[[], OpenVault], in_front: Callable[..., None]) -> Callable[[], WeeklyTalkPage]:
    """Open the page on what the vault holds by then."""

    def build() -> WeeklyTalkPage:
        page = WeeklyTalkPage(open_again())
        in_front(page)
        return page

    return build
