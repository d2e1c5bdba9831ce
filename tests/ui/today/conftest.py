"""The first page over a real vault, with a plan that was said or none."""

from collections.abc import Callable

import pytest

from trust_desktop.domain.tour import Tour
from trust_desktop.services import touring
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.today.today_page import TodayPage


@pytest.fixture
def session(session: VaultSession) -> VaultSession:
    """The cards of the first week were left long ago."""
    touring.save(session, Tour().leave())
    return session


@pytest.fixture
def show(open_again: Callable[[], OpenVault], in_front: Callable[..., None]) -> Callable[[], TodayPage]:
    """Open the page on what the vault holds by then."""

    def build() -> TodayPage:
        page = TodayPage(open_again())
        in_front(page)
        return page

    return build
