"""The program over real folders and real encryption; where it would start afresh, it is counted."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.vaults import made_places, opened_vault
from trust_desktop.program import Program
from trust_desktop.security.key_store import MemoryStore
from trust_desktop.services.session import VaultSession
from trust_desktop.services.vaults import Places
from trust_desktop.ui import theme
from trust_desktop.ui.instance import Instance
from trust_desktop.ui.preferences import Preferences


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return made_places(tmp_path)


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def again() -> list[int | None]:
    """Numbers with which a fresh process was asked for."""
    return []


@pytest.fixture
def program(
    qapp: QApplication, qtbot: QtBot, places: Places, again: list[int | None], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Program]:
    monkeypatch.setattr("trust_desktop.ui.system_signals.listen", lambda *_: None)  # pytest has its own
    theme.apply(qapp, "light", 1.0)
    instance = Instance(places.runtime, places.data)
    assert instance.claim()
    one = Program(qapp, Preferences(places.data), instance, lambda number, **_: again.append(number))
    qtbot.addWidget(one.shell)
    yield one
    one.let_go()
    theme.apply(qapp, "light", 1.0)


@pytest.fixture
def session(places: Places, store: MemoryStore) -> VaultSession:
    return opened_vault(places, store)
