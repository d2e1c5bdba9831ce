"""A column of a page that grows no wider than a line can be read."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trust_desktop.ui import theme

WIDTH = 44
"""Widest column, in em."""


class Column(QWidget):
    """`inside` takes the widgets. Beside it lies a stretch: only so does Qt ask for its height at its real width."""

    def __init__(self) -> None:
        super().__init__()
        self._middle = QWidget()
        self.inside = QVBoxLayout(self._middle)
        self.inside.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._middle, 1000)
        row.addStretch(1)
        theme.follow(self._retheme)

    def _retheme(self) -> None:
        self._middle.setMaximumWidth(theme.em(WIDTH))
        self.inside.setSpacing(theme.px(16))
