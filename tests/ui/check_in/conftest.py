"""The check-in page over a real vault."""

from collections.abc import Callable

import pytest

from trust_desktop.ui.check_in.check_in_page import CheckInPage
from trust_desktop.ui.open_vault import OpenVault


@pytest.fixture
def show(open_again: Callable[[], OpenVault], in_front: Callable[..., None]) -> Callable[[], CheckInPage]:
    """Open the page on what the vault holds by then."""

    def build() -> CheckInPage:
        page = CheckInPage(open_again())
        in_front(page)
        return page

    return build
