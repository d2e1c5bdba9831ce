"""The steps of making a plan, in a window of their own."""

from collections.abc import Callable

import pytest

from tests.ui.plan_wizard.walking import Open
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.plan_wizard.wizard import PlanWizard


@pytest.fixture
def open_wizard(vault: OpenVault, in_front: Callable[..., None]) -> Open:
    def opened() -> PlanWizard:
        wizard = PlanWizard(vault)
        in_front(wizard, 1280)
        return wizard

    return opened
