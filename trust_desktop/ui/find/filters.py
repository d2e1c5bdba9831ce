"""What narrows a search: one kind of text, a span of days, and whether to look at what is only for oneself."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.domain.finding import USUAL, FoundKind
from trust_desktop.ui import theme
from trust_desktop.ui.common.combo_box import ComboBox
from trust_desktop.ui.common.date_field import DateField
from trust_desktop.ui.common.fields import Field
from trust_desktop.ui.common.flow import FlowRow
from trust_desktop.ui.common.toggles import CheckBox
from trust_desktop.ui.find.found_words import kind_name

_ANY, _WEEKS, _YEAR, _BETWEEN = range(4)
_DAYS: Final = {_WEEKS: 27, _YEAR: 365}


class Filters(QWidget):
    """Nothing is narrowed at first, and nothing of it is kept."""

    changed = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.today = today
        self.kind, self.time = ComboBox(), ComboBox()
        self.first, self.last = DateField(), DateField()
        self.private = CheckBox(
            self.tr("Look also at what is only for you: why it matters, and words for a rest")
        )
        self._fill()
        row = FlowRow(gap=16, row_gap=12)
        spans = (Field(self.tr("From"), self.first), Field(self.tr("To"), self.last))
        for field in (Field(self.tr("Look in"), self.kind), Field(self.tr("When"), self.time)):
            row.flow.addWidget(field)
        self._span_row = FlowRow(gap=16, row_gap=12)
        for field in spans:
            self._span_row.flow.addWidget(field)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(row)
        self._column.addWidget(self._span_row)
        self._column.addWidget(self.private)
        self._connect()
        self._show_span()
        theme.follow(self._retheme)

    @property
    def any(self) -> bool:
        """Whether something is narrowed."""
        return self.kind.currentIndex() > 0 or self.time.currentIndex() > 0

    def clear(self) -> None:
        self.kind.setCurrentIndex(0)
        self.time.setCurrentIndex(0)

    def kinds(self) -> Collection[FoundKind]:
        chosen = self.kind.currentData()
        usual = USUAL if chosen is None else frozenset({FoundKind(chosen)})
        return usual | {FoundKind.PRIVATE} if self.private.isChecked() else usual

    def span(self) -> tuple[date, date]:
        """Return the first and the last day looked at."""
        chosen = self.time.currentIndex()
        if chosen == _BETWEEN:
            return min(self.first.day(), self.last.day()), max(self.first.day(), self.last.day())
        if chosen == _ANY:
            return date.min, date.max
        return self.today - timedelta(days=_DAYS[chosen]), date.max

    def show_today(self, today: date) -> None:
        """Count from another day; days that a person set stay."""
        if (self.first.day(), self.last.day()) == _offered(self.today):
            self._offer(today)
        self.today = today

    def _fill(self) -> None:
        self.kind.addItem(self.tr("Everything"), None)
        for kind in FoundKind:
            if kind is not FoundKind.PRIVATE:
                self.kind.addItem(kind_name(kind), kind.value)
        for words in (
            self.tr("At any time"),
            self.tr("In the last four weeks"),
            self.tr("In the last year"),
            self.tr("Between two days"),
        ):
            self.time.addItem(words)
        self._offer(self.today)

    def _offer(self, today: date) -> None:
        first, last = _offered(today)
        for field, day in ((self.first, first), (self.last, last)):
            with QSignalBlocker(field):
                field.set_day(day)

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(self.changed)
        self.time.currentIndexChanged.connect(self._show_span)
        self.time.currentIndexChanged.connect(self.changed)
        self.first.day_changed.connect(self.changed)
        self.last.day_changed.connect(self.changed)
        self.private.toggled.connect(self.changed)

    def _show_span(self) -> None:
        self._span_row.setVisible(self.time.currentIndex() == _BETWEEN)

    def _retheme(self) -> None:
        self._column.setSpacing(theme.space(12))


def _offered(today: date) -> tuple[date, date]:
    """Return the days that stand between two days at first."""
    return today - timedelta(days=_DAYS[_WEEKS]), today
