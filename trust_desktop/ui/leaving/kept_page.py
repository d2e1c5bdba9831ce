"""Why a vault could not be marked to be destroyed: it is a vault as before, and Hide stands over the page."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.domain.errors import VaultProblem
from trust_desktop.override import override
from trust_desktop.ui import theme
from trust_desktop.ui.corner import Corner, keep_free
from trust_desktop.ui.hide_key import HideKey
from trust_desktop.ui.problems import ProblemPage


class KeptPage(QWidget):
    """The vault is closed already: there is nothing to lock beside it."""

    left = Signal()
    hide_asked = Signal()

    def __init__(self, problem: VaultProblem, folder: Path) -> None:
        super().__init__()
        self._page = ProblemPage(problem, can_answer=False, folder=folder)
        self._page.left.connect(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._page)
        self._corner = Corner(self, lock=False)
        self._corner.hide_asked.connect(self.hide_asked)
        HideKey(self).pressed.connect(self.hide_asked)
        theme.follow(self._arrange)

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        self._page.setFocus(reason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        self._corner.arrange()
        keep_free(self._page, self._corner)
