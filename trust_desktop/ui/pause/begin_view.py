"""Before a pause: what it is for, and the one button."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import PlainButton, PrimaryButton
from trust_desktop.ui.common.labels import BodyLabel, LeadLabel
from trust_desktop.ui.content import Content
from trust_desktop.ui.pause.soothing import Soothing


class BeginView(QWidget):
    """`begin` leads to the words for leaving, `journal` to what was written before."""

    begin = Signal()
    journal = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        content = Content("pause")
        self.lead = LeadLabel(content.text("begin", "heading"), color="ink")
        self.sentence = BodyLabel(content.text("begin", "lead"), color="ink2")
        self.button = PrimaryButton(self.tr("Take a pause"), icon_name="circle-pause")
        self.button.clicked.connect(self.begin)
        self.door = PlainButton(self.tr("Pauses and urges"), icon_name="book-open")
        self.door.clicked.connect(self.journal)
        self.soothing = Soothing(today)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.lead)
        self._column.addWidget(self.sentence)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addWidget(self.soothing)
        self._column.addWidget(self.door, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addStretch(1)
        theme.follow(self._retheme)

    def _retheme(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space(20))
