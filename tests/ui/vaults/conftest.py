"""The way into a vault over real folders and real encryption; the keyring forgets at the end, or never answers."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.processes import PATIENCE
from tests.support.vaults import made_places
from trust_desktop.override import override
from trust_desktop.security.cost import FLOOR
from trust_desktop.security.key_store import MemoryStore
from trust_desktop.services.vaults import KeyStore, Places
from trust_desktop.ui.background import Background
from trust_desktop.ui.shell import Shell
from trust_desktop.ui.vault_forms.means import Means
from trust_desktop.ui.vaults.first_run import FirstRun
from trust_desktop.ui.vaults.opening import Opening


class SlowStore(MemoryStore):
    """Answers reads only after `answer` is set, as a keyring does behind an unanswered prompt."""

    def __init__(self) -> None:
        super().__init__()
        self.answer = threading.Event()
        self.answer.set()

    @override
    def read(self, service: str, item: int) -> bytearray | None:
        self.answer.wait()
        return super().read(service, item)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return made_places(tmp_path)


@pytest.fixture
def store() -> Iterator[SlowStore]:
    store = SlowStore()
    yield store
    store.answer.set()


@pytest.fixture
def background(qapp: QApplication) -> Iterator[Background]:
    one = Background()
    yield one
    one.stop()


@pytest.fixture
def means(places: Places, store: KeyStore, background: Background) -> Means:
    return Means(places, store, background, slow_seconds=PATIENCE, cost=FLOOR)


def call_slow_at_once(page: Opening | FirstRun) -> None:
    """From now on the keyring is soon said to be slow; until then no busy machine can make it so."""
    page._means = replace(page._means, slow_seconds=0.3)


OpenWay = Callable[[], Opening]


@pytest.fixture
def way_in(means: Means, qtbot: QtBot) -> Iterator[OpenWay]:
    """Show the way in as it stands, in a window that has the keyboard."""
    shells: list[Shell] = []
    openings: list[Opening] = []
    sessions: list[object] = []

    def start() -> Opening:
        opening = Opening(means)
        opening.opened.connect(lambda session, _then: sessions.append(session))
        opening.start()
        shell = Shell()
        qtbot.addWidget(shell)
        shell.resize(1100, 800)
        shell.show_page(opening)
        with qtbot.waitActive(shell):
            shell.show()
            shell.activateWindow()
        opening.setFocus()
        shells.append(shell)
        openings.append(opening)
        return opening

    yield start
    for opening in openings:
        opening.abandon()
    for session in sessions:
        session.close()  # type: ignore[attr-defined]
