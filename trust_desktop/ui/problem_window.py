"""One calm window over an open vault, for what no page of its own could say: a full disk, or a mistake of ours."""

from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.domain.errors import VaultProblem
from trust_desktop.ui import theme
from trust_desktop.ui.dialog import Dialog
from trust_desktop.ui.problems import ProblemPage

_TALL, _WITH_FOLDER = 31, 37
"""Heights, in letters, at which all of it is in sight."""


class ProblemWindow(Dialog):
    """Says what is still there; closing it changes nothing."""

    def __init__(
        self, problem: BaseException | None, parent: QWidget | None = None, folder: Path | None = None
    ) -> None:
        super().__init__(parent)
        expected = problem if isinstance(problem, VaultProblem) else RuntimeError()
        page = ProblemPage(expected, can_answer=False, folder=folder)
        page.left.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        tall = _TALL if folder is None else _WITH_FOLDER
        self.resize(theme.em(40), min(theme.em(tall), self.screen().availableGeometry().height()))
        page.setFocus()


def show_problem(parent: QWidget, problem: BaseException | None, folder: Path | None = None) -> None:
    """At most one at a time: many problems in a row are still one sentence."""
    if parent.findChild(ProblemWindow) is None:
        window = ProblemWindow(problem, parent, folder)
        window.finished.connect(window.deleteLater)
        window.open()
