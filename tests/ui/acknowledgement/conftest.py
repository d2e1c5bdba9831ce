"""A plan that was said, and the page to say thanks on."""

from collections.abc import Callable

import pytest

from tests import builders
from trust_desktop.domain.plan import Plan
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.acknowledgement.say_it_page import SayItPage
from trust_desktop.ui.open_vault import OpenVault


@pytest.fixture
def plan(session: VaultSession) -> Plan:
    return builders.a_live_plan(session)


@pytest.fixture
def vault(plan: Plan, vault: OpenVault) -> OpenVault:
    del plan
    return vault


@pytest.fixture
def page(vault: OpenVault, in_front: Callable[..., None]) -> SayItPage:
    shown = SayItPage(vault)
    in_front(shown)
    return shown
