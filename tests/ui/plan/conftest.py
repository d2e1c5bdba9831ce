"""What every test here begins with."""

import pytest
from pytestqt.qtbot import QtBot

from tests.builders import a_live_plan
from tests.support.plan_vault import clock, session, usual_look, vault
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.plan.plan_page import PlanPage

__all__ = ["clock", "page", "session", "usual_look", "vault"]


@pytest.fixture
def page(qtbot: QtBot, vault: OpenVault, session: VaultSession) -> PlanPage:
    """The plan page over a plan that was said three weeks ago."""
    a_live_plan(session)
    made = PlanPage(vault)
    qtbot.addWidget(made)
    made.resize(1000, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made
