"""Words of the person's own as they stand in the history, and the way to delete them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.ui import theme
from trust_desktop.ui.action_form.quoted import Quoted
from trust_desktop.ui.common.buttons import PlainButton
from trust_desktop.ui.common.labels import SmallLabel


class PrivateWords(QWidget):
    """`spoken` names the button for somebody who does not see what it stands under."""

    erase_requested = Signal()

    def __init__(self, heading: str, words: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        if heading:
            self._column.addWidget(SmallLabel(heading))
        self._column.addWidget(Quoted(words))
        self.erase = PlainButton(self.tr("Delete these words"), dense=True)
        self.erase.setAccessibleName(spoken)
        self.erase.clicked.connect(self.erase_requested)
        self._column.addWidget(self.erase, 0, Qt.AlignmentFlag.AlignLeading)
        theme.follow(self._retheme)

    def _retheme(self) -> None:
        self._column.setSpacing(theme.px(4))
