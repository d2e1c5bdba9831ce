"""The way out with its words, above the page, where the list of steps is too narrow to hold them."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import GhostButton
from trust_desktop.ui.plan_wizard.step_page import LOW_TOP, ROOMY, TOP, column_margins

_CORNER: Final = 9
"""Width in em that the window's own corner takes from the row above a page."""


class LeaveAbove(GhostButton):
    """Stands opposite of Lock, over the wizard that is its parent."""

    def __init__(self, words: str, wizard: QWidget) -> None:
        super().__init__(words, wizard, icon_name="arrow-left")

    def place(self, wizard: QWidget, side: int) -> None:
        """Lie over the pages, which begin `side` pixels from the leading edge."""
        start, _end = column_margins(wizard.width() - side)
        start = side + max(0, start - theme.space(self.padding))
        room = wizard.width() - start - theme.em(_CORNER)
        width = max(self.minimumSizeHint().width(), min(self.sizeHint().width(), room))
        height = self.heightForWidth(width)
        above = theme.px(TOP if wizard.height() >= theme.em(ROOMY) else LOW_TOP)
        top = max(0, min(theme.space(19), above - height))
        mirrored = wizard.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.setGeometry(wizard.width() - start - width if mirrored else start, top, width, height)
        self.raise_()
