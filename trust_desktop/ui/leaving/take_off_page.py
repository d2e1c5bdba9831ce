"""A vault that is gone: whether to stop looking for it."""

from PySide6.QtCore import QLocale, Signal

from trust_desktop.ui.common.buttons import QuietButton
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.labels import BodyLabel
from trust_desktop.ui.content import Content
from trust_desktop.ui.leaving.sure_button import SureButton
from trust_desktop.ui.sheet import Sheet


class TakeOffPage(Sheet):
    """Enter and Esc lead back."""

    agreed = Signal()
    left = Signal()

    def __init__(self, number: int) -> None:
        words = Content("leaving")
        super().__init__(
            words.text("take_off", "title"),
            words.text("take_off", "lead", number=QLocale().toString(number)),
        )
        card = Card()
        card.body.addWidget(BodyLabel(words.text("take_off", "careful")))
        self.column.addWidget(card)
        self.back = QuietButton(self.tr("Back"))
        self.back.clicked.connect(self.left)
        self.sure = SureButton(self.tr("Take it off the list"))
        self.sure.clicked.connect(self._on_sure)
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
