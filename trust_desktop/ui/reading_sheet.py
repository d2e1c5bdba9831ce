"""A sheet over the window that is only read: the keyboard scrolls it, and Esc or its button closes it."""

from math import inf

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trust_desktop.ui import theme, tokens
from trust_desktop.ui.common.buttons import QuietButton
from trust_desktop.ui.common.focus_ring import set_focus_radius
from trust_desktop.ui.common.labels import TitleLabel
from trust_desktop.ui.common.scroll import ScrollColumn
from trust_desktop.ui.dialog import Dialog


class ReadingSheet(Dialog):
    """`column` takes what is read, `foot` the buttons before the one that closes."""

    read_together = False
    """Whether two people sit before it, of whom neither touches anything for a while."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = TitleLabel()
        self._inside = QWidget()
        self.column = QVBoxLayout(self._inside)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self._title)
        self.close_button = QuietButton()
        self.close_button.clicked.connect(self.accept)
        self.reading = ScrollColumn(self._inside)
        self.reading.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # arrows and page keys read on
        set_focus_radius(self.reading, tokens.RADIUS_CONTROL)
        self._outer = QVBoxLayout(self)
        self._outer.addWidget(self.reading, 1)
        self.foot = QHBoxLayout()
        self.foot.addStretch(1)
        self.foot.addWidget(self.close_button)
        self._outer.addLayout(self.foot)
        self.set_title(title)
        self.reading.setFocus()
        theme.follow(self._retheme)

    def set_title(self, title: str) -> None:
        self._title.setText(title)
        self.setAccessibleName(title)
        self.reading.setAccessibleName(title)

    def add_above_foot(self, words: QWidget) -> None:
        """What belongs to the buttons stays in sight with them."""
        self._outer.insertWidget(self._outer.count() - 1, words)

    def stays_open(self) -> float:
        """Return for how many seconds more it asks to be left open while nobody touches the window."""
        return inf if self.read_together else 0.0

    def _retheme(self) -> None:
        margin = theme.space(tokens.PAGE_MARGIN)
        self._outer.setContentsMargins(margin, margin, margin, margin)
        self._outer.setSpacing(theme.space(16))
        self.column.setSpacing(theme.space(12))
        self.foot.setSpacing(theme.space(12))
        self.resize(self._room())

    def _room(self) -> QSize:
        wanted = QSize(theme.em(44), theme.em(44))
        below = self.parentWidget()
        return wanted.boundedTo(below.window().size() * 0.9) if below is not None else wanted
