"""Steps that were done or put away: to read, and to take words out; nobody counts them."""

from collections.abc import Callable, Collection, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.domain.opening import Opening
from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import PlainButton
from trust_desktop.ui.common.card import Hairline
from trust_desktop.ui.common.day_words import short_day
from trust_desktop.ui.common.emptied import empty
from trust_desktop.ui.common.labels import HeadingLabel, QuoteLabel, SmallLabel


class Earlier(QWidget):
    """`erase_line` and `erase_text` carry the id of the step whose words are to be taken out."""

    erase_line = Signal(int)
    erase_text = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.addWidget(HeadingLabel(self.tr("Earlier")))
        self._rows = QVBoxLayout()
        self._column.addLayout(self._rows)
        theme.follow(self._retheme)

    def show_steps(self, steps: Sequence[Opening], ours: Collection[str], today: date) -> None:
        """`ours` are the texts that were suggested: those are nobody's own words, and put away they stay away."""
        empty(self._rows)
        shown = [step for step in steps if step.done_day is not None or step.text not in {"", *ours}]
        for step in shown:
            self._rows.addWidget(self._row(step, ours, today))
        self.setVisible(bool(shown))

    def _row(self, step: Opening, ours: Collection[str], today: date) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, theme.space(8))
        column.setSpacing(theme.space(4))
        column.addWidget(Hairline())
        when = self.tr("Put away")
        if step.done_day is not None:
            when = self.tr("Done, {day}").format(day=short_day(step.done_day, today))
        column.addWidget(SmallLabel(when))
        if step.text:
            column.addWidget(QuoteLabel(self.tr("“{step}”").format(step=step.text), color="ink"))
        if step.text and step.text not in ours:
            spoken = self.tr("Take out how you put this step: {step}").format(step=step.text)
            column.addWidget(
                self._door(spoken, partial(self.erase_text.emit, step.id)), 0, Qt.AlignmentFlag.AlignLeading
            )
        if step.words:
            column.addWidget(SmallLabel(step.words))
            spoken = self.tr("Take out what it was like: {step}").format(step=step.text or when)
            column.addWidget(
                self._door(spoken, partial(self.erase_line.emit, step.id)), 0, Qt.AlignmentFlag.AlignLeading
            )
        return row

    def _door(self, spoken: str, take_out: Callable[[], None]) -> PlainButton:
        door = PlainButton(self.tr("Take these words out"), dense=True)
        door.setAccessibleName(spoken)
        door.clicked.connect(lambda _=False: take_out())
        return door

    def _retheme(self) -> None:
        self._column.setContentsMargins(0, theme.space(16), 0, 0)
        self._column.setSpacing(theme.space(8))
        self._rows.setSpacing(theme.space(8))
