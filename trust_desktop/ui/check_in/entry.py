"""One check-in of an earlier day: its numbers stay, its line may be changed or taken out."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.domain.check_in import CheckIn
from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import PlainButton, QuietButton
from trust_desktop.ui.common.card import Hairline
from trust_desktop.ui.common.day_words import day_with_year, full_day
from trust_desktop.ui.common.feeling_words import numbers_noted
from trust_desktop.ui.common.flow import FlowRow
from trust_desktop.ui.common.labels import QuoteLabel, SmallLabel, StrongLabel
from trust_desktop.ui.common.text_area import TextArea


class Entry(QWidget):
    """`change` asks to write, `line_kept` carries the words put in the place of the line, "" to take it out."""

    change = Signal()
    left = Signal()
    edited = Signal(str)
    line_kept = Signal(str)

    def __init__(self, check_in: CheckIn, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.check_in = check_in
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Hairline())
        self.when = full_day(check_in.day) if check_in.day.year == today.year else day_with_year(check_in.day)
        self._column.addWidget(StrongLabel(self.when))
        numbers = numbers_noted(check_in.noted)
        if numbers:
            self._column.addWidget(SmallLabel(numbers))
        self.field: TextArea | None = None
        self._first: QWidget = self
        self._written = ""
        self.reason = SmallLabel(color="honey_text")
        self.reason.hide()
        theme.follow(self._retheme)

    def first_control(self) -> QWidget:
        """Where the keyboard goes that is led here."""
        return self.field or self._first

    def show_line(self) -> None:
        """Show the line with what can be done about it."""
        line = self.check_in.noted.line
        row = FlowRow(gap=16)
        if line:
            self._column.addWidget(QuoteLabel(self.tr("“{words}”").format(words=line)))
            self._add(row, self.tr("Change these words"), self.change.emit)
            self._add(row, self.tr("Take these words out"), partial(self.line_kept.emit, ""))
        else:
            self._add(row, self.tr("Add a line"), self.change.emit)
        self._column.addWidget(row)

    def show_field(self, begun: str) -> None:
        """Let the line be written in its place; `begun` is what was written of it before."""
        self.field = TextArea(self.tr("Your line of {day}").format(day=self.when), rows=2)
        self._written = begun or self.check_in.noted.line
        self.field.set_text(self._written)
        self.field.changed.connect(self._on_edited)
        keep, leave = (
            QuietButton(self.tr("Keep these words")),
            PlainButton(self.tr("Leave them as they were")),
        )
        keep.clicked.connect(self._on_keep)
        leave.clicked.connect(self.left)
        row = FlowRow(gap=16)
        row.flow.addWidget(keep)
        row.flow.addWidget(leave)
        self._column.addWidget(self.field)
        self._column.addWidget(row)

    def show_reason(self, words: str) -> None:
        """Say below the line why it could not be put down; none when it could."""
        if self._column.indexOf(self.reason) < 0:
            self._column.addWidget(self.reason)
        self.reason.setText(words)
        self.reason.setVisible(bool(words))

    def _add(self, row: FlowRow, words: str, pressed: Callable[[], object]) -> None:
        button = PlainButton(words, dense=True)
        button.setAccessibleName(self.tr("{does}: {day}").format(does=words, day=self.when))
        button.clicked.connect(lambda _=False: pressed())
        row.flow.addWidget(button)
        self._first = button if self._first is self else self._first

    def _on_edited(self) -> None:
        if self.field is not None and self.field.text() != self._written:
            self._written = self.field.text()
            self.edited.emit(self._written)

    def _on_keep(self) -> None:
        if self.field is not None:
            self.line_kept.emit(self.field.text())

    def _retheme(self) -> None:
        self._column.setSpacing(theme.space(6))
