"""The page to find words over a real vault."""

from collections.abc import Callable

import pytest

from trust_desktop.ui.find.find_page import FindPage
from trust_desktop.ui.open_vault import OpenVault


@pytest.fixture
def show(open_again: Callable[[], OpenVault], in_front: Callable[..., None]) -> Callable[[], FindPage]:
    """Open the page on what the vault holds by then."""

    def build() -> FindPage:
        page = FindPage(open_again())
        in_front(page)
        return page

    return build
