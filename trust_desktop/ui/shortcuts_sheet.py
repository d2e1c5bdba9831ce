"""Every shortcut on one sheet."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from trust_desktop.ui import theme, tokens
from trust_desktop.ui.common.buttons import QuietButton
from trust_desktop.ui.common.card import Hairline
from trust_desktop.ui.common.focus_ring import set_focus_radius
from trust_desktop.ui.common.labels import BodyLabel, HeadingLabel, StrongLabel, TitleLabel
from trust_desktop.ui.common.scroll import ScrollColumn
from trust_desktop.ui.dialog import Dialog


@dataclass(frozen=True)
class Group:
    """A heading and its rows of (keys, what they do)."""

    heading: str
    rows: tuple[tuple[str, str], ...]


def native(keys: str) -> str:
    """Keys as this system writes them."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


class ShortcutsSheet(Dialog):
    """Closed with Esc or its one button."""

    def __init__(self, groups: Sequence[Group], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Shortcuts"))
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.addWidget(TitleLabel(self.tr("Shortcuts")))
        self._grids: list[QGridLayout] = []
        for group in groups:
            self._add_group(group)
        self._column.addStretch(1)
        self.close_button = QuietButton(self.tr("Close"))
        self.close_button.clicked.connect(self.accept)
        self._outer = QVBoxLayout(self)
        self.reading = ScrollColumn(self._inside)
        self.reading.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # arrows and page keys read on
        self.reading.setAccessibleName(self.tr("Shortcuts"))
        set_focus_radius(self.reading, tokens.RADIUS_CONTROL)
        self._outer.addWidget(self.reading, 1)
        self._outer.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTrailing)
        self.reading.setFocus()
        theme.follow(self._retheme)

    def _add_group(self, group: Group) -> None:
        self._column.addWidget(HeadingLabel(group.heading))
        self._column.addWidget(Hairline())
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        for number, (keys, does) in enumerate(group.rows):
            grid.addWidget(StrongLabel(keys), number, 0)
            grid.addWidget(BodyLabel(does, color="ink2"), number, 1)
        self._grids.append(grid)
        self._column.addLayout(grid)

    def _retheme(self) -> None:
        margin = theme.space(24)
        self._outer.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(theme.space(12))
        for grid in self._grids:
            grid.setVerticalSpacing(theme.space(8))
            grid.setHorizontalSpacing(theme.space(24))
            grid.setColumnMinimumWidth(0, theme.em(10))
        self.resize(theme.em(36), min(theme.em(44), theme.px(640)))
