"""The counts themselves: three weeks or months, each as a drawing or as tables of words."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.services import looking_back
from trust_desktop.services.looking_back import Lately, Months
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.looking_back import words_of
from trust_desktop.ui.looking_back.month_row import MOST
from trust_desktop.ui.looking_back.months_card import MonthsCard
from trust_desktop.ui.looking_back.strip_card import StripCard
from trust_desktop.ui.looking_back.table_card import TableCard
from trust_desktop.ui.looking_back.toolbar import Span


class Counts(QWidget):
    """Reads only what it shows: three weeks, or the months that are turned to."""

    months_moved = Signal()
    plan_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.span, self.as_table = Span.LATELY, False
        self.strips, self.months, self.tables = StripCard(), MonthsCard(), TableCard()
        self.last_month = date.min
        self.strips.empty_pressed.connect(self.plan_wanted)
        self.months.moved.connect(self._on_moved)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for card in (self.strips, self.months, self.tables):
            self._column.addWidget(card)
        self._session: VaultSession | None = None
        theme.follow(self._retheme)

    def refresh(self, session: VaultSession, lately: Lately) -> None:
        self._session = session
        this_month = session.today.replace(day=1)
        if self.last_month == date.min or self.last_month > this_month:
            self.last_month = this_month
        drawn = not self.as_table
        self.strips.setVisible(drawn and self.span is Span.LATELY)
        self.months.setVisible(drawn and self.span is Span.MONTHS)
        self.tables.setVisible(self.as_table)
        if self.span is Span.LATELY:
            self._show_lately(lately)
        else:
            self._show_months(looking_back.months(session, self.last_month, MOST), this_month)

    def _show_lately(self, lately: Lately) -> None:
        if self.as_table:
            self.tables.show_tables(self.tr("The last 21 days"), words_of.lately(lately))
        else:
            self.strips.show_view(lately)

    def _show_months(self, months: Months, this_month: date) -> None:
        if self.as_table:
            tables = [words_of.month_counts(months, block) for block in months.plans]
            self.tables.show_tables(self.tr("By month"), tables)
        else:
            self.months.show_view(months, has_later=self.last_month < this_month)

    def _on_moved(self, back: int) -> None:
        if self._session is None:
            return
        number = self.last_month.year * 12 + self.last_month.month - 1 - back
        this_month = self._session.today.replace(day=1)
        self.last_month = min(this_month, date(number // 12, number % 12 + 1, 1))
        self.months_moved.emit()

    def _retheme(self) -> None:
        self._column.setSpacing(theme.space(16))
