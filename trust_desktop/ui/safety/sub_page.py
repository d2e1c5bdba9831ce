"""A page under Help & safety: a way back at its top, and a column that the keyboard reads."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trust_desktop.override import override
from trust_desktop.ui.column import Column
from trust_desktop.ui.common.buttons import PlainButton, QuietButton
from trust_desktop.ui.common.labels import BodyLabel
from trust_desktop.ui.common.page import Page
from trust_desktop.ui.common.scroll import ScrollColumn
from trust_desktop.ui.common.tab_order import follow_layout


class ReadPage(Page):
    """`texts` takes what is read. The keyboard starts on the whole column, so that its keys scroll."""

    back_requested = Signal()

    def __init__(self, title: str, lead: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._column = Column()
        self.texts = self._column.inside
        self.body.addWidget(self._column)
        self.body.addStretch(1)
        if lead:
            self.texts.addWidget(BodyLabel(lead, color="ink2"))
        scroll = self.findChild(ScrollColumn)
        assert scroll is not None
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        scroll.setAccessibleName(title)
        self.reading = scroll
        self.way_back: QuietButton | None = None

    def offer_way_back(self, *, offered: bool) -> None:
        """Show or take away the button that leads back to the plan being written."""
        if offered and self.way_back is None:
            self.way_back = QuietButton(self.tr("Back to your plan"))
            self.way_back.clicked.connect(self.back_requested)
            self.texts.insertWidget(0, self.way_back, 0, Qt.AlignmentFlag.AlignLeading)
            follow_layout(self)
        if self.way_back is not None:
            self.way_back.setVisible(offered)

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        self.reading.setFocus(reason)


class SubPage(ReadPage):
    """Esc and its first button lead back to the page with all of it."""

    left = Signal()

    def __init__(self, title: str, lead: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, lead, parent)
        self.back = PlainButton(self.tr("All of Help & safety"), icon_name="arrow-left", dense=True)
        self.back.clicked.connect(self.left)
        self.on_escape = self.left.emit
        self.texts.insertWidget(0, self.back, 0, Qt.AlignmentFlag.AlignLeading)
