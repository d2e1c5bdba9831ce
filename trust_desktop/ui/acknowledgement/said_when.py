"""Asks on which day it was said, before words become history."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trust_desktop.ui.common.buttons import GhostButton, PrimaryButton
from trust_desktop.ui.common.date_field import DateField
from trust_desktop.ui.common.flow import FlowLayout
from trust_desktop.ui.common.labels import StrongLabel
from trust_desktop.ui.common.wrapping import let_wrap


class SaidWhen(QWidget):
    """Today unless another day is picked; never a day to come."""

    said = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, gap=12, row_gap=12)
        self.label = StrongLabel(self.tr("On which day?"))
        self.label.setWordWrap(False)
        self.day = DateField()
        self.day.setAccessibleName(self.tr("The day you said it"))
        self.label.setBuddy(self.day)
        self.keep = PrimaryButton(self.tr("Keep it as said"))
        self.back = GhostButton(self.tr("Not yet"))
        for widget in (self.label, self.day, self.keep, self.back):
            flow.addWidget(widget)
        self.keep.clicked.connect(lambda: self.said.emit(self.day.day()))
        self.back.clicked.connect(self.left)
        let_wrap(self)

    def ask(self, today: date) -> None:
        self.day.set_range(None, today)
        self.day.set_day(today)
        self.show()
        self.day.setFocus()
