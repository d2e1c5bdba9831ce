"""The page of a pause over a real vault."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from trust_desktop.domain.pause import Pause
from trust_desktop.services import pausing
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.pause.pause_page import PausePage

Show = Callable[[], PausePage]


@pytest.fixture
def running(session: VaultSession) -> Pause:
    """A pause of twenty minutes from six o'clock on."""
    return pausing.start(session, timedelta(minutes=20), "I need 20 minutes. I’ll be back at 18:20.")


@pytest.fixture
def show(vault: OpenVault, in_front: Callable[..., None]) -> Show:
    """Open the page on what the vault holds by then."""

    def build() -> PausePage:
        page = PausePage(vault)
        in_front(page)
        return page

    return build
