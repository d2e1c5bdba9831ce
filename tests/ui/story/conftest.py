"""The page of the story over a real vault."""

from collections.abc import Callable

import pytest

from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.story.story_page import StoryPage


@pytest.fixture
def show(open_again: Callable[[], OpenVault], in_front: Callable[..., None]) -> Callable[[], StoryPage]:
    """Open the page on what the vault holds by then."""

    def build() -> StoryPage:
        page = StoryPage(open_again())
        in_front(page)
        return page

    return build
