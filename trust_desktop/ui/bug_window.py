"""One calm window for a mistake of the program's own."""

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from trust_desktop import identity
from trust_desktop.ui import theme
from trust_desktop.ui.problems import ProblemPage


class BugWindow(QDialog):
    """Says what is still there; closing it changes nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(identity.NAME)
        page = ProblemPage(RuntimeError())
        page.left.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        self.resize(theme.em(40), theme.em(31))
        page.setFocus()


def show_bug(parent: QWidget) -> None:
    """At most one at a time: many mistakes in a row are still one sentence."""
    if parent.findChild(BugWindow) is None:
        window = BugWindow(parent)
        window.finished.connect(window.deleteLater)
        window.open()
