"""A real vault with a worker, a keyring that forgets at the end, and its window."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.keyrings import FaultyStore
from tests.support.processes import PATIENCE
from tests.support.vaults import PASSPHRASE, finished_vault, places_in
from trust_desktop.domain.vault import Protection
from trust_desktop.security.cost import FLOOR
from trust_desktop.services import vaults
from trust_desktop.ui.background import Background
from trust_desktop.ui.main_window import MainWindow
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.vault_forms.means import Means


@pytest.fixture
def store() -> FaultyStore:
    return FaultyStore()


@pytest.fixture
def means(tmp_path: Path, store: FaultyStore, qapp: QApplication) -> Iterator[Means]:
    background = Background()
    yield Means(places_in(tmp_path), store, background, slow_seconds=PATIENCE, cost=FLOOR)
    background.stop()


Home = Callable[..., MainWindow]


@pytest.fixture
def home(means: Means, qtbot: QtBot) -> Iterator[Home]:
    """Open a vault of one kind in its window."""
    opened: list[OpenVault] = []

    def window(protection: Protection = Protection.DEVICE, *, together: bool = False) -> MainWindow:
        number, _ = finished_vault(means.places, means.store, protection, recovery_with_passphrase=together)
        phrase = PASSPHRASE if protection.needs_passphrase else None
        vault = OpenVault(vaults.unlock(means.places, means.store, number, phrase))
        vault.means = means
        opened.append(vault)
        shown = MainWindow(vault)
        qtbot.addWidget(shown)
        with qtbot.waitActive(shown):
            shown.show()
            shown.activateWindow()
        return shown

    yield window
    for vault in opened:
        vault.close()


def slow(means: Means) -> Means:
    """The same, but a keyring that does not answer is soon said to be slow."""
    return replace(means, slow_seconds=0.3)
