"""Help & safety over a real vault."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests import builders
from tests.builders import Clock
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.safety.safety_page import SafetyPage


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    theme.apply(qapp, "light", 1.0)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[VaultSession]:
    opened = builders.session_at(tmp_path, Clock())
    yield opened
    opened.close()


@pytest.fixture
def vault(session: VaultSession) -> OpenVault:
    return OpenVault(session)


@pytest.fixture
def page(qtbot: QtBot, vault: OpenVault) -> SafetyPage:
    page = SafetyPage(vault)
    qtbot.addWidget(page)
    page.resize(900, 600)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.setFocus()
    return page
