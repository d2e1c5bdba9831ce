"""Text to read in peace: paragraphs and lists, without anything to tick."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trust_desktop.ui import theme
from trust_desktop.ui.common.labels import BodyLabel, HeadingLabel


class ListItem(QWidget):
    """A small dash of the list and its words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        dot = BodyLabel("·", color="ink3")
        dot.setSizePolicy(dot.sizePolicy().Policy.Fixed, dot.sizePolicy().Policy.Preferred)
        dot.setWordWrap(False)
        self._row.addWidget(dot, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(BodyLabel(text), 1)
        theme.follow(self._retheme)

    def _retheme(self) -> None:
        self._row.setSpacing(theme.px(8))


class Section(QWidget):
    """A heading, paragraphs, a list, and paragraphs after it; whatever is there of them."""

    def __init__(
        self, heading: str, before: Sequence[str] = (), items: Sequence[str] = (), after: Sequence[str] = ()
    ) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        if heading:
            self._column.addWidget(HeadingLabel(heading))
        for text in before:
            self._column.addWidget(BodyLabel(text))
        for text in items:
            self._column.addWidget(ListItem(text))
        for text in after:
            self._column.addWidget(BodyLabel(text, color="ink2"))
        theme.follow(self._retheme)

    def _retheme(self) -> None:
        self._column.setSpacing(theme.px(8))
