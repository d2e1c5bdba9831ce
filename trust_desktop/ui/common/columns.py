"""Two columns that become one under the other when there is no longer room for both."""

from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trust_desktop.override import override
from trust_desktop.ui import theme

ROOM: Final = 60
"""Width of content, in em, that two columns need."""


class Columns(QWidget):
    """`main` and `aside` are columns to fill; `aside_width` is a length of the look.

    With `aside_leads` the narrow column stands first in a row; under each other the main one is first.
    """

    def __init__(
        self, parent: QWidget | None = None, *, aside_width: int, gap: int, aside_leads: bool = False
    ) -> None:
        super().__init__(parent)
        self._aside_width, self._gap, self._aside_leads = aside_width, gap, aside_leads
        self._main, self._aside = QWidget(), QWidget()
        self.main, self.aside = QVBoxLayout(self._main), QVBoxLayout(self._aside)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for column in (self.main, self.aside):
            column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._aside, self._main) if aside_leads else (self._main, self._aside):
            self._row.addWidget(widget, 1 if widget is self._main else 0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.follow(self._retheme)

    @property
    def side_by_side(self) -> bool:
        return self.width() >= theme.em(ROOM)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        if self.side_by_side:
            self._aside.setFixedWidth(theme.px(self._aside_width))
            self._row.setDirection(QBoxLayout.Direction.LeftToRight)
            return
        self._aside.setMinimumWidth(0)
        self._aside.setMaximumWidth(16_777_215)
        down, up = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.BottomToTop
        self._row.setDirection(up if self._aside_leads else down)

    def _retheme(self) -> None:
        self._row.setSpacing(theme.px(self._gap))
        self.main.setSpacing(theme.px(16))
        self._turn()
