"""Where the data folder is: its whole path, to read, to hear and to copy."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.override import override
from trust_desktop.ui import theme
from trust_desktop.ui.common.labels import StrongLabel
from trust_desktop.ui.common.text_area import TextArea


class PathArea(TextArea):
    """A path from left to right on any page; it wraps anywhere, and what is copied of it is the path and no more."""

    def __init__(self, name: str, path: Path) -> None:
        super().__init__(name, rows=1)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        option = self.document().defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDefaultTextOption(option)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.set_text(str(path.absolute()))

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        copied = QMimeData()
        copied.setText(self.textCursor().selection().toPlainText())
        return copied


class DataFolder(QWidget):
    """Stands on a page that says to look into the data folder, or to copy it."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        name = self.tr("Where the data folder is")
        self.path = PathArea(name, folder)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(StrongLabel(name))
        self._column.addWidget(self.path)
        theme.follow(self._retheme)

    def _retheme(self) -> None:
        self._column.setSpacing(theme.space(8))
