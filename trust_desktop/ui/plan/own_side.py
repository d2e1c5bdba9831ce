"""The person's own side of the plan, drawn apart from what is asked of the partner."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.domain.plan import MOST_COMMITMENTS
from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import QuietButton
from trust_desktop.ui.common.card import Hairline
from trust_desktop.ui.common.labels import BodyLabel, HeadingLabel
from trust_desktop.ui.plan.action_card import ActionCard


class OwnSide(QWidget):
    """A heading, what the person will do, and the way to add to it while there is room."""

    add_requested = Signal()

    def __init__(self, cards: Sequence[ActionCard], *, begun: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Hairline())
        self._column.addWidget(HeadingLabel(self.tr("Your side")))
        self._column.addWidget(BodyLabel(self._sentence(there=bool(cards)), color="ink2"))
        for card in cards:
            self._column.addWidget(card)
        self.add = QuietButton(self._add_words(there=bool(cards), begun=begun), icon_name="plus", dense=True)
        self.add.clicked.connect(self.add_requested)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeading)
        self.add.setVisible(len(cards) < MOST_COMMITMENTS)
        theme.follow(self._retheme)

    def _sentence(self, *, there: bool) -> str:
        if there:
            return self.tr("What you do yourself. It is marked beside the four, and counts in nothing.")
        return self.tr(
            "Nothing of your own stands here. You may choose up to four things that you do yourself, "
            "so that it becomes easier for both of you."
        )

    def _add_words(self, *, there: bool, begun: bool) -> str:
        if begun:
            return self.tr("Go on with what you began to write")
        return self.tr("Add another of your own") if there else self.tr("Add something of your own")

    def _retheme(self) -> None:
        self._column.setSpacing(theme.px(12))
