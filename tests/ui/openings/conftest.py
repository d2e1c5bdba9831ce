"""The page of openings over a real vault."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests import builders
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.openings.openings_page import OpeningsPage

Show = Callable[[], OpeningsPage]


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    theme.apply(qapp, "light", 1.0)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    theme.apply(qapp, "light", 1.0)
    QLocale.setDefault(before)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[VaultSession]:
    opened = builders.session_at(tmp_path)
    yield opened
    if not opened.closed:
        opened.close()


@pytest.fixture
def vault(session: VaultSession, qapp: QApplication) -> OpenVault:
    return OpenVault(session)


@pytest.fixture
def show(vault: OpenVault, qtbot: QtBot) -> Show:
    pages: list[OpeningsPage] = []  # nothing else would hold them

    def build() -> OpeningsPage:
        page = OpeningsPage(vault)
        pages.append(page)
        qtbot.addWidget(page)
        page.resize(1072, 800)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return page

    return build
