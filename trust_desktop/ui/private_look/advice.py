"""What a yes is answered with: plain sentences, and the way to the help list. It locks nobody out."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from trust_desktop.ui.common.buttons import HoneyButton
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.labels import BodyLabel, StrongLabel


class Advice(Card):
    """Hidden until it is needed; the moment it appears, a screen reader says it too."""

    help_requested = Signal()

    def __init__(self, title: str, sentences: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent, ground="honey_tint", line="honey_line", padding=20, spacing=10)
        self._spoken = "\n".join((title, *sentences))
        self.setAccessibleName(title)
        self.body.addWidget(StrongLabel(title))
        for sentence in sentences:
            self.body.addWidget(BodyLabel(sentence))
        self.go = HoneyButton(self.tr("Where to look for help"))
        self.go.clicked.connect(self.help_requested)
        self.body.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeading)
        self.hide()

    def tell(self, *, told: bool) -> None:
        if told and self.isHidden():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._spoken))
        self.setVisible(told)
