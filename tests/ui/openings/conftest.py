"""The page of openings over a real vault."""

from collections.abc import Callable

import pytest

from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.openings.openings_page import OpeningsPage

Show = Callable[[], OpeningsPage]


@pytest.fixture
def show(vault: OpenVault, in_front: Callable[..., None]) -> Show:
    """Open the page on what the vault holds by then."""

    def build() -> OpeningsPage:
        page = OpeningsPage(vault)
        in_front(page)
        return page

    return build
