"""Looking back: guess, then see; three weeks or months, as a drawing or as a table; and the doors to the rest."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from trust_desktop.domain.errors import TrustError
from trust_desktop.override import override
from trust_desktop.services import checking_in, looking_back
from trust_desktop.services.looking_back import Lately, ToGuess
from trust_desktop.services.session import Change
from trust_desktop.ui.common.columns import Columns
from trust_desktop.ui.common.done import Done
from trust_desktop.ui.common.draft_keeper import DraftKeeper
from trust_desktop.ui.common.not_written import not_written
from trust_desktop.ui.common.page import Page
from trust_desktop.ui.common.tab_order import follow_layout
from trust_desktop.ui.day_watch import DayWatch
from trust_desktop.ui.looking_back import guess_draft, words_of
from trust_desktop.ui.looking_back.chart_card import ChartCard
from trust_desktop.ui.looking_back.counts import Counts
from trust_desktop.ui.looking_back.doors import Doors
from trust_desktop.ui.looking_back.guess_card import GuessCard
from trust_desktop.ui.looking_back.month_row import MOST
from trust_desktop.ui.looking_back.soon_card import SoonCard
from trust_desktop.ui.looking_back.table_card import TableCard
from trust_desktop.ui.looking_back.toolbar import Span, Toolbar
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.open_vault import OpenVault

_SEEN: Final = Change.PLANS | Change.DAYS | Change.ACKNOWLEDGEMENTS | Change.REFLECTIONS | Change.SETTINGS
_CHECK_IN_WEEKS: Final = 26


class LookingBackPage(Page):
    """No count is read or shown before this week's guess, or before *just show me*."""

    door_opened = Signal(object)
    """Carries a place."""

    def __init__(
        self, vault: OpenVault, places: Collection[Place] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Looking back"))
        self.vault = vault
        self._stale, self._day = False, date.min
        self.toolbar, self.guess, self.counts = Toolbar(), GuessCard(), Counts()
        self.soon, self.chart, self.check_ins = SoonCard(), ChartCard(), TableCard()
        self.doors = Doors(places)
        self.soon.hide()
        self._columns = Columns(aside_width=296, gap=40)
        self._columns.main.addWidget(self.guess)
        self._columns.main.addWidget(self.chart)
        self._columns.main.addWidget(self.check_ins)
        self._columns.main.addStretch(1)
        self._columns.aside.addWidget(self.doors)
        self._columns.aside.addStretch(1)
        for widget in (self.toolbar, self.counts, self.soon, self._columns):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.keeper = DraftKeeper(self._save, self)
        self.keeper.saved.connect(self.guess.clear_reason)
        self.keeper.not_saved.connect(lambda problem: self.guess.show_reason(self._reason(problem)))
        self._connect()
        self._refresh()

    def save_now(self) -> None:
        self.keeper.save_now()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        if self._stale or self.vault.session.today != self._day:
            self._refresh()
        super().showEvent(event)

    def _connect(self) -> None:
        self.vault.changed.connect(self._on_changed)
        self.guess.guessed.connect(self._on_guessed)
        self.guess.edited.connect(self.keeper.touch)
        self.day_watch = DayWatch(self.vault.session, self)
        self.day_watch.turned.connect(self._on_day_turned)
        self.toolbar.span_chosen.connect(self._on_span)
        self.toolbar.table_wanted.connect(self._on_table)
        self.toolbar.print_wanted.connect(self._on_print)
        self.counts.months_moved.connect(self._refresh)
        self.counts.plan_wanted.connect(lambda: self.door_opened.emit(Place.PLAN))
        self.chart.check_in.connect(lambda: self.door_opened.emit(Place.CHECK_IN))
        self.doors.opened.connect(self.door_opened)
        self.doors.soon_wanted.connect(self._on_soon)
        self.soon.closed.connect(self._on_soon_closed)

    def _on_changed(self, change: Change) -> None:
        if not change & _SEEN or self.vault.session.closed:
            return
        if self.isVisible():
            self._refresh()
        else:
            self._stale = True

    def _on_day_turned(self) -> None:
        """Ask and count up to the day it is now; numbers being guessed stay."""
        self.keeper.save_now()
        self._refresh()

    def _on_span(self, span: Span) -> None:
        self.counts.span = span
        self._refresh()

    def _on_table(self, as_table: bool) -> None:  # noqa: FBT001 - the shape of Qt's signal
        self.counts.as_table = as_table
        self._refresh()

    def _on_guessed(self, numbers: Mapping[int, int | None]) -> None:
        """Keep the guess before anything is counted."""
        session, week = self.vault.session, looking_back.week_of_guess(self.vault.session)
        self.keeper.forget()
        try:
            guess_draft.keep(session, {})
            looking_back.guess(session, numbers, week)
        except TrustError as problem:
            self.keeper.touch()
            self.guess.show_reason(self._reason(problem))
            return
        if any(number is not None for number in numbers.values()):
            command = Done(
                self.tr("Your guess is kept."),
                back=lambda: looking_back.take_guess_back(session, week),
                again=lambda: looking_back.guess(session, numbers, week),
            )
            self.vault.undo_stack.push(command)
        self.toolbar.span.setFocus()

    def _on_soon(self) -> None:
        self.soon.setVisible(self.soon.isHidden())
        self._refresh()
        if not self.soon.isHidden():
            self.soon.close_button.setFocus()

    def _on_soon_closed(self) -> None:
        self.soon.hide()
        self.doors.soon.setFocus()

    def _on_print(self) -> None:
        from trust_desktop.ui.looking_back.sheet import document
        from trust_desktop.ui.printing import show_print

        session = self.vault.session
        start = session.today - timedelta(weeks=_CHECK_IN_WEEKS)
        found = checking_in.between(session, start, session.today)
        months = looking_back.months(session, self.counts.last_month, MOST)
        show_print(document(looking_back.lately(session), months, found), self)

    def _refresh(self) -> None:
        self._stale = False
        session = self.vault.session
        self._day = session.today
        asked = looking_back.to_guess(session)
        self._show_parts(asked)
        if asked is None:
            lately = looking_back.lately(session)
            self.counts.refresh(session, lately)
            self.doors.show_soon(lately.soon)
            self._show_soon(lately)
        else:
            self._ask(asked)
            self.doors.show_soon(None)
        self._show_check_ins()
        follow_layout(self)

    def _ask(self, asked: ToGuess) -> None:
        """Ask for these; numbers just chosen stay, whether they are kept yet or not."""
        chosen = self.guess.numbers() if self.keeper.pending else guess_draft.load(self.vault.session)
        waits = self.keeper.pending
        self.guess.show_asked(asked, {each: number for each, number in chosen.items() if number is not None})
        if not waits:
            self.keeper.forget()

    def _show_parts(self, asked: ToGuess | None) -> None:
        self.guess.setVisible(asked is not None)
        self.toolbar.setVisible(asked is None)
        self.counts.setVisible(asked is None)
        if asked is not None:
            self.soon.hide()

    def _show_soon(self, lately: Lately) -> None:
        if not self.soon.isHidden():
            session = self.vault.session
            self.soon.show_view(lately, looking_back.months(session, session.today, MOST))

    def _show_check_ins(self) -> None:
        """Half a year of them, up to today or to the months that are turned to."""
        session, end = self.vault.session, self.vault.session.today
        if self.counts.span is Span.MONTHS:
            end = min(end, (self.counts.last_month + timedelta(days=31)).replace(day=1) - timedelta(days=1))
        start = end - timedelta(weeks=_CHECK_IN_WEEKS)
        found = checking_in.between(session, start, end)
        as_table = self.counts.as_table and bool(found)
        self.chart.setVisible(not as_table)
        self.check_ins.setVisible(as_table)
        if as_table:
            self.check_ins.show_tables(self.tr("Check-ins"), [words_of.check_ins(found)])
        else:
            self.chart.show_check_ins(found, start, end)

    def _save(self) -> None:
        if not self.vault.session.closed and not self.guess.isHidden():
            guess_draft.keep(self.vault.session, self.guess.numbers())

    def _reason(self, problem: TrustError) -> str:
        return not_written(problem, self.tr("Your guess is still here."))
