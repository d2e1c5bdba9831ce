"""What every test here begins with."""

import pytest
from pytestqt.qtbot import QtBot

from tests.support.plan_vault import clock, session, usual_look, vault
from tests.ui.plan_wizard.walking import Open
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.plan_wizard.wizard import PlanWizard

__all__ = ["clock", "session", "usual_look", "vault"]


@pytest.fixture
def open_wizard(qtbot: QtBot, vault: OpenVault) -> Open:
    def opened() -> PlanWizard:
        wizard = PlanWizard(vault)
        qtbot.addWidget(wizard)
        wizard.resize(1280, 800)
        with qtbot.waitActive(wizard):
            wizard.show()
            wizard.activateWindow()
        return wizard

    return opened
