"""A page that asks once more before something that is not undone by a press: one sure button, all else leads back."""

from PySide6.QtCore import Signal

from trust_desktop.ui.common.buttons import QuietButton
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.sure_button import SureButton
from trust_desktop.ui.sheet import Sheet


class SureSheet(Sheet):
    """Enter and Esc lead back; `agreed` is sent once. `card` takes what is to be known before."""

    agreed = Signal()
    left = Signal()

    def __init__(self, title: str, lead: str, sure: str) -> None:
        super().__init__(title, lead)
        self.card = Card()
        self.back = QuietButton(self.tr("Back"))
        self.back.clicked.connect(self.left)
        self.sure = SureButton(sure)
        self.sure.clicked.connect(self._on_sure)
        self.column.addWidget(self.card)
        self.column.addWidget(self.sure.how())
        self.footer.addWidget(self.back)
        self.footer.addStretch(1)
        self.footer.addWidget(self.sure)
        self.default = self.back
        self.begin_at(self.back)
        self.on_escape = self.left.emit

    def _on_sure(self) -> None:
        self.sure.setEnabled(False)
        self.agreed.emit()
