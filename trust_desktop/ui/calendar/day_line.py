"""The chosen day in one row under the grid, where there is no room for it beside."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trust_desktop.services.following_through import DayCell
from trust_desktop.ui import theme
from trust_desktop.ui.calendar import spoken
from trust_desktop.ui.common.buttons import PrimaryButton
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.labels import SmallLabel, StrongLabel


class DayLine(Card):
    """Says what is on the day; the button opens it in the place of the grid."""

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=12, spacing=0)
        self.day, self.facts = StrongLabel(), SmallLabel()
        self.button = PrimaryButton(self.tr("Open day"))
        self.button.clicked.connect(self.opened)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.day)
        words.addWidget(self.facts)
        self._row = QHBoxLayout()
        self._row.addLayout(words, 1)
        self._row.addWidget(self.button)
        self.body.addLayout(self._row)
        theme.follow(self._retheme_line)

    def show_cell(self, cell: DayCell) -> None:
        facts = spoken.summary(cell)
        self.day.setText(spoken.summary_day(cell))
        self.facts.setText(facts)
        self.facts.setVisible(bool(facts))

    def _retheme_line(self) -> None:
        self._row.setSpacing(theme.space(12))
        side, above = theme.px(12), theme.px(7)
        self.body.setContentsMargins(side, above, above, above)
