"""Help & safety over a real vault."""

from collections.abc import Callable

import pytest

from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.safety.safety_page import SafetyPage


@pytest.fixture
def page(vault: OpenVault, in_front: Callable[..., None]) -> SafetyPage:
    page = SafetyPage(vault)
    in_front(page, 900, 600)
    page.setFocus()
    return page
