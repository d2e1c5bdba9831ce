"""An open vault with someone who makes its backups, and a folder in the place of a drive."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import Clock
from tests.support.backup_vaults import a_drive, a_vault, opened
from tests.support.keyrings import FaultyStore
from trust_desktop.services.vaults import Places
from trust_desktop.ui import theme
from trust_desktop.ui.backups.keeper import BackupKeeper
from trust_desktop.ui.open_vault import OpenVault


@dataclass
class Kept:
    """The keeper and what it works with."""

    keeper: BackupKeeper
    vault: OpenVault
    places: Places
    store: FaultyStore
    code: str
    drive: Path
    clock: Clock

    def wait(self, qtbot: QtBot) -> None:
        """Until nothing is being made."""
        qtbot.waitUntil(lambda: not self.keeper.running)


@pytest.fixture
def kept(qapp: QApplication, tmp_path: Path) -> Iterator[Kept]:
    theme.apply(qapp, "light", 1.0)
    places, store, code = a_vault(tmp_path)
    clock = Clock()
    vault = OpenVault(opened(places, store, clock))
    keeper = BackupKeeper(vault, places, store, vault)
    vault.make_keeper = lambda: keeper
    yield Kept(keeper, vault, places, store, code, a_drive(tmp_path), clock)
    vault.close()
