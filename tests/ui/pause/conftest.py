"""The page of a pause over a real vault, with a clock a test can move."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests import builders
from tests.builders import Clock
from trust_desktop.domain.pause import Pause
from trust_desktop.services import pausing
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.pause.pause_page import PausePage

Show = Callable[[], PausePage]


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
def clock() -> Clock:
    return Clock()


@pytest.fixture
def session(tmp_path: Path, clock: Clock) -> Iterator[VaultSession]:
    opened = builders.session_at(tmp_path, clock)
    yield opened
    if not opened.closed:
        opened.close()


@pytest.fixture
def vault(session: VaultSession, qapp: QApplication) -> OpenVault:
    return OpenVault(session)


@pytest.fixture
def running(session: VaultSession) -> Pause:
    """A pause of twenty minutes from six o'clock on."""
    return pausing.start(session, timedelta(minutes=20), "I need 20 minutes. I’ll be back at 18:20.")


@pytest.fixture
def show(vault: OpenVault, qtbot: QtBot) -> Show:
    """Open the page on what the vault holds by then."""

    pages: list[PausePage] = []  # nothing else would hold them

    def build() -> PausePage:
        page = PausePage(vault)
        pages.append(page)
        qtbot.addWidget(page)
        page.resize(1072, 800)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return page

    return build
