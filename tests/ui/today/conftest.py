"""The first page over a real vault, with a plan that was said or none."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests import builders
from tests.builders import Clock
from trust_desktop.domain.tour import Tour
from trust_desktop.services import touring
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.today.today_page import TodayPage


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    theme.apply(qapp, "light", 1.0)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def session(tmp_path: Path, clock: Clock) -> Iterator[VaultSession]:
    """The cards of the first week were left long ago."""
    opened = builders.session_at(tmp_path, clock)
    touring.save(opened, Tour().leave())
    yield opened
    opened.close()


@pytest.fixture
def show(session: VaultSession, qtbot: QtBot) -> Callable[[], TodayPage]:
    """Open the page on what the vault holds by then."""
    vaults: list[OpenVault] = []  # nothing else would hold them

    def build() -> TodayPage:
        vaults.append(OpenVault(session))
        page = TodayPage(vaults[-1])
        qtbot.addWidget(page)
        page.resize(1072, 800)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return page

    return build
