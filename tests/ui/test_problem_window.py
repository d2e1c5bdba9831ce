"""The window over an open vault that says what went wrong: all of it is in sight as it opens."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from trust_desktop.domain.errors import DiskFull
from trust_desktop.ui.problem_window import ProblemWindow

FOLDER = Path("/srv/daybook")


@pytest.mark.parametrize(
    ("problem", "folder"), [(DiskFull(), None), (DiskFull(), FOLDER), (RuntimeError(), FOLDER)]
)
def test_nothing_is_out_of_sight_as_it_opens(qtbot: QtBot, problem: Exception, folder: Path | None) -> None:
    behind = QWidget()
    qtbot.addWidget(behind)
    behind.resize(1180, 780)
    behind.show()
    window = ProblemWindow(problem, behind, folder)
    with qtbot.waitExposed(window):
        window.open()

    (area,) = window.findChildren(QScrollArea)
    assert area.verticalScrollBar().maximum() == 0  # nothing to move to, so nothing out of sight
