"""A page under Help & safety: a way back at its top, and a column that the keyboard reads."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from trust_desktop.override import override
from trust_desktop.ui.column import Column
from trust_desktop.ui.common.buttons import PlainButton
from trust_desktop.ui.common.labels import BodyLabel
from trust_desktop.ui.common.page import Page
from trust_desktop.ui.common.scroll import ScrollColumn


class ReadPage(Page):
    """`texts` takes what is read. The keyboard starts on the whole column, so that its keys scroll."""

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
        self.scroll = scroll

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        self.scroll.setFocus(reason)


class SubPage(ReadPage):
    """Esc and its first button lead back to the page with all of it."""

    left = Signal()

    def __init__(self, title: str, lead: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, lead, parent)
        self.back = PlainButton(self.tr("All of Help & safety"), icon_name="arrow-left", dense=True)
        self.back.clicked.connect(self.left)
        self.texts.insertWidget(0, self.back, 0, Qt.AlignmentFlag.AlignLeading)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
