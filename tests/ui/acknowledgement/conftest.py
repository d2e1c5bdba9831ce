"""An open vault with a plan that was said, and the page to say thanks on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests import builders
from trust_desktop.domain.plan import Plan
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.acknowledgement.say_it_page import SayItPage
from trust_desktop.ui.open_vault import OpenVault


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    theme.apply(qapp, "light", 1.0)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[VaultSession]:
    opened = builders.session_at(tmp_path)
    yield opened
    if not opened.closed:
        opened.close()


@pytest.fixture
def plan(session: VaultSession) -> Plan:
    return builders.a_live_plan(session)


@pytest.fixture
def vault(session: VaultSession, plan: Plan, qtbot: QtBot) -> OpenVault:
    del plan, qtbot
    return OpenVault(session)


@pytest.fixture
def page(vault: OpenVault, qtbot: QtBot) -> SayItPage:
    shown = SayItPage(vault)
    qtbot.addWidget(shown)
    shown.resize(1072, 800)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    return shown
