"""The weeks that have a sheet, this one first; a few at a time."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import PlainButton
from trust_desktop.ui.common.day_words import short_day
from trust_desktop.ui.common.emptied import empty
from trust_desktop.ui.common.labels import HeadingLabel, SmallLabel
from trust_desktop.ui.common.rows import ListRow

PAGE: Final = 8


class WeeksList(QWidget):
    """`chosen` carries the first day of a week."""

    chosen = Signal(object)
    rebuilt = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = PAGE
        self._shown: tuple[object, ...] = ()
        self._weeks: tuple[date, ...] = ()
        self._current = self._open = self._today = date.min
        self.rows: dict[date, ListRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(HeadingLabel(self.tr("Sheets")))
        self._entries = QVBoxLayout()
        self._column.addLayout(self._entries)
        theme.follow(self._retheme)

    def show_weeks(self, weeks: Sequence[date], current: date, open_week: date, today: date) -> None:
        """`current` is the week of today's sheet, `open_week` the one that is shown."""
        self._weeks = tuple(week for week in weeks if week != current)
        self._current, self._open, self._today = current, open_week, today
        while open_week in self._weeks[self._wanted :]:
            self._wanted += PAGE
        self._rebuild()

    def _rebuild(self) -> None:
        wanted = (self._weeks, self._current, self._open, self._today, self._wanted)
        if wanted == self._shown:
            return
        self._shown = wanted
        held = next((week for week, row in self.rows.items() if row.hasFocus()), None)
        self._clear()
        self._add(self._current, self.tr("This week"))
        for week in self._weeks[: self._wanted]:
            self._add(week, self.tr("Week of {day}").format(day=short_day(week, self._today)))
        if not self._weeks:
            self._entries.addWidget(SmallLabel(self.tr("Each week’s sheet stays here to be read again.")))
        if len(self._weeks) > self._wanted:
            more = PlainButton(self.tr("Show earlier ones"), dense=True)
            more.clicked.connect(self._on_more)
            self._entries.addWidget(more, 0, Qt.AlignmentFlag.AlignLeading)
        if held in self.rows:
            self._go_to(held)
        self.rebuilt.emit()

    def _add(self, week: date, words: str) -> None:
        row = ListRow(words, icon_name="clipboard-list", selectable=True)
        row.setChecked(week == self._open)
        row.clicked.connect(partial(self._choose, week, row))
        self._entries.addWidget(row)
        self.rows[week] = row

    def _choose(self, week: date, row: ListRow) -> None:
        row.setChecked(week == self._open)  # the page says which one is open
        self.chosen.emit(week)

    def _on_more(self) -> None:
        self._wanted += PAGE
        self._rebuild()
        self._go_to(self._weeks[self._wanted - PAGE])

    def _go_to(self, week: date) -> None:
        row = self.rows[week]
        row.show()  # what is not shown yet takes no keyboard
        row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear(self) -> None:
        self.rows = {}
        empty(self._entries)

    def _retheme(self) -> None:
        self._entries.setSpacing(theme.space(2))
