"""The plan page over a plan that was said."""

from collections.abc import Callable

import pytest

from tests.builders import a_live_plan
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.plan.plan_page import PlanPage


@pytest.fixture
def page(vault: OpenVault, session: VaultSession, in_front: Callable[..., None]) -> PlanPage:
    """It was said three weeks ago."""
    a_live_plan(session)
    made = PlanPage(vault)
    in_front(made, 1000)
    return made
