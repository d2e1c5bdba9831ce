"""Keys and what they do, in two columns that are the same for all groups under each other."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QWidget

from trust_desktop.ui import theme
from trust_desktop.ui.common.card import Hairline
from trust_desktop.ui.common.labels import BodyLabel, HeadingLabel, StrongLabel


@dataclass(frozen=True)
class Group:
    """A heading and its rows of (keys, what they do)."""

    heading: str
    rows: tuple[tuple[str, str], ...]


def native(keys: str) -> str:
    """Keys as this system writes them."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


class KeyRows(QWidget):
    """One grid for all groups, so that no group has columns of its own; without a heading there is no line either."""

    def __init__(self, groups: Sequence[Group], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self._headings: list[HeadingLabel] = []
        for group in groups:
            self._add_group(group)
        theme.follow(self._retheme)

    def _add_group(self, group: Group) -> None:
        row = self._grid.rowCount()
        if group.heading:
            heading = HeadingLabel(group.heading)
            self._headings.append(heading)
            self._grid.addWidget(heading, row, 0, 1, 2)
            self._grid.addWidget(Hairline(), row + 1, 0, 1, 2)
            row += 2
        for number, (keys, does) in enumerate(group.rows, start=row):
            self._grid.addWidget(StrongLabel(keys), number, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(BodyLabel(does, color="ink2"), number, 1, Qt.AlignmentFlag.AlignTop)

    def _retheme(self) -> None:
        self._grid.setVerticalSpacing(theme.space(8))
        self._grid.setHorizontalSpacing(theme.space(24))
        self._grid.setColumnMinimumWidth(0, theme.em(10))
        for heading in self._headings[1:]:
            heading.setContentsMargins(0, theme.space(16), 0, 0)
