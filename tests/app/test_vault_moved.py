"""A vault moved away while it is open: one calm window says so, whichever page could not write."""

import shutil
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.builders import TODAY
from tests.support.vaults import opened_vault, places_in
from trust_desktop.domain.errors import VaultMoved
from trust_desktop.program import Program
from trust_desktop.security.key_store import MemoryStore
from trust_desktop.services import following_through
from trust_desktop.ui.preferences import Preferences
from trust_desktop.ui.problem_window import ProblemWindow


def test_it_is_said_once_and_nothing_crashes(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    places = places_in(tmp_path)
    session = opened_vault(places, MemoryStore())
    program = Program(qapp, Preferences(None), relauncher=lambda _number: None)
    qtbot.addWidget(program.shell)
    program.open_vault(session)
    program.shell.show()
    shutil.rmtree(places.data)
    for _ in range(2):
        try:
            following_through.set_note(session, TODAY, "a word")
        except VaultMoved:
            continue
        raise AssertionError
    qtbot.waitUntil(lambda: program.shell.findChild(ProblemWindow) is not None)
    (window,) = program.shell.findChildren(ProblemWindow)
    assert any("The vault was moved or deleted" in label.text() for label in window.findChildren(QLabel))
    window.reject()
    program.lock()
