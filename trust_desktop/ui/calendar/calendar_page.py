"""The calendar page: it holds which day and month are shown, and joins grid, list, panel and vault."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trust_desktop.domain.cadence import week_of
from trust_desktop.domain.errors import TrustError
from trust_desktop.domain.follow_through import MarkKey, Outcome
from trust_desktop.override import override
from trust_desktop.services import following_through, plan_living, planning
from trust_desktop.services import settings as vault_settings
from trust_desktop.services.session import Change
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.calendar import dates
from trust_desktop.ui.calendar.day_line import DayLine
from trust_desktop.ui.calendar.day_panel import WIDTH, DayPanel
from trust_desktop.ui.calendar.day_writer import DayWriter
from trust_desktop.ui.calendar.keys import Asked
from trust_desktop.ui.calendar.list_card import ListCard
from trust_desktop.ui.calendar.list_model import ListModel
from trust_desktop.ui.calendar.marking import Marking
from trust_desktop.ui.calendar.month_card import MonthCard
from trust_desktop.ui.calendar.month_heading import MonthHeading
from trust_desktop.ui.calendar.month_model import MonthModel
from trust_desktop.ui.calendar.toolbar import Mode, MonthTurner, Toolbar
from trust_desktop.ui.calendar.why_not import nothing_cleared
from trust_desktop.ui.common.columns import ROOM
from trust_desktop.ui.common.page import Page
from trust_desktop.ui.open_vault import OpenVault

_SHOWN: Final = Change.PLANS | Change.DAYS | Change.ACKNOWLEDGEMENTS | Change.SETTINGS
_MONTHS: Final = {Asked.MONTH_BEFORE: -1, Asked.MONTH_AFTER: 1, Asked.YEAR_BEFORE: -12, Asked.YEAR_AFTER: 12}
_MINUTE_MS: Final = 60_000
_DAY_FOLLOWS_MS: Final = 30
_WEEK: Final = timedelta(days=7)


class CalendarPage(Page):
    """The day in the panel is the day selected in the grid and in the list."""

    say_it_requested = Signal(object)
    go_to_plan_requested = Signal()
    adjust_requested = Signal(int)
    """Carries the action that is to be changed."""

    def __init__(self, vault: OpenVault, parent: QWidget | None = None) -> None:
        super().__init__("", parent, scrolls=False)
        self._vault, self._writer = vault, DayWriter(vault)
        self._day = self._today = vault.session.today
        self._mode = Mode.MONTH
        self._stale, self._opened, self._legend = True, False, False
        self._model, self._list_model = MonthModel(self), ListModel(self)
        self.turner = MonthTurner()
        self._build_body()
        self._heading = MonthHeading(self.title_row, self.title, self.turner, self.toolbar)
        self._marking = Marking(self.panel, self._writer)
        self._connect_parts()
        self._connect_vault()
        self._read_plan()
        self._arrange()
        theme.follow(self._retheme_page)

    def _build_body(self) -> None:
        self.toolbar = Toolbar()
        self.sheet, self.list = MonthCard(self._model), ListCard(self._list_model)
        self.panel, self.line = DayPanel(self._writer), DayLine()
        self._left = QWidget()
        column = self._column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.sheet, self.list, self.line):
            column.addWidget(part)
        self._row = QHBoxLayout()
        self._row.addWidget(self._left, 1)
        self._row.addWidget(self.panel)
        self.body.addWidget(self.toolbar)
        self.body.addLayout(self._row, 1)

    def _connect_parts(self) -> None:
        self.turner.turned.connect(self._on_turned)
        self.toolbar.chosen.connect(self.set_mode)
        self.toolbar.today_pressed.connect(lambda: self._on_asked(Asked.TODAY))
        self.toolbar.fill_pressed.connect(self._on_fill)
        self.toolbar.legend_toggled.connect(self._on_legend_toggled)
        self.sheet.grid.day_wanted.connect(self.show_day)
        self.sheet.grid.doubleClicked.connect(lambda: self._on_asked(Asked.OPEN_DAY))
        self.list.days.row_wanted.connect(self._on_row_wanted)
        for part in (self.sheet.grid, self.list.days, self.panel):
            part.asked.connect(self._on_asked)
        self.panel.action_list.marked.connect(self._on_asked)
        self.panel.action_list.chose.connect(self._follow_choice)
        self.panel.say_it_pressed.connect(lambda: self._on_asked(Asked.SAY_IT))
        self.panel.back_pressed.connect(lambda: self._on_asked(Asked.BACK))
        self.panel.plan_pressed.connect(self.go_to_plan_requested)
        self.panel.action_list.paths.adjust_requested.connect(self.adjust_requested)
        self.line.opened.connect(lambda: self._on_asked(Asked.OPEN_DAY))

    def _connect_vault(self) -> None:
        self._vault.changed.connect(self._on_changed)
        # Whoever leafs through the months sees each at once, and the day beside it where they stop.
        self._day_follows = QTimer(self, singleShot=True, interval=_DAY_FOLLOWS_MS)
        self._day_follows.timeout.connect(self._on_day_follows)
        minute = QTimer(self, interval=_MINUTE_MS)
        minute.timeout.connect(self.look_at_the_clock)
        minute.start()

    @property
    def narrow(self) -> bool:
        """Whether the day has no room beside the grid."""
        margins = self.body.contentsMargins()
        return self.width() - margins.left() - margins.right() < theme.em(ROOM)

    def day(self) -> date:
        """The day that is selected."""
        return self._day

    def show_day(self, day: date) -> None:
        """Select a day, turning to its month; what is being typed about another one is saved first."""
        day = dates.within(day)
        if day == self._day and not self._stale:
            return
        self.panel.save_now()
        same_page = self._page_of(day) == self._page_of(self._day)
        self._day = day
        if not self.isVisible():
            self._stale = True
        elif self._stale or (self._mode is not Mode.MONTH and not same_page):
            self._read()
        elif same_page:
            self._read_day()
        else:
            self._read_days()
            self._select()
            self._day_follows.start()

    def write_about(self, key: MarkKey) -> None:
        """Open a day where what got in the way of an action is written down."""
        self.show_day(key.day)
        self._open_day()
        self.panel.action_list.choose(key.action_id)
        self.panel.action_list.write_reason()

    def set_mode(self, mode: Mode) -> None:
        self._mode = mode
        self.toolbar.modes.set_value(mode)
        self.turner.set_mode(mode)
        self._arrange()
        self._read()

    def save_now(self) -> None:
        """Save what is being typed and take copied words back; called before the vault is locked."""
        self.panel.action_list.clipboard.clear_if_ours()
        if not self._vault.session.closed:
            self.panel.save_now()

    def look_at_the_clock(self) -> None:
        """Go on with the day when it ends while the page is open; asked each minute."""
        session = self._vault.session
        if session.closed or session.today == self._today:
            return
        if self._day == self._today:
            self.show_day(session.today)
        elif self.isVisible():
            self._read()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange()
        if self._stale or self._today != self._vault.session.today:
            self._read()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not self._vault.session.closed:
            self.panel.save_now()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the days; a focus proxy would close the round of the Tab key here."""
        self._days_view().setFocus(event.reason())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _on_changed(self, change: Change) -> None:
        if not change & _SHOWN:
            return
        if change & (Change.PLANS | Change.SETTINGS):
            self._read_plan()
        if not self.isVisible():
            self._stale = True
        elif change == Change.DAYS and self._writer.writing == self._day and self._mode is Mode.MONTH:
            self._read_day()  # the other days of the month are what they were
        else:
            self._read()

    def _on_day_follows(self) -> None:
        if not self._vault.session.closed:
            self._read_day()

    def _on_turned(self, pages: int) -> None:
        if self._mode is Mode.WEEK:
            self.show_day(self._day + pages * _WEEK)
        else:
            self.show_day(dates.month_later(self._day, pages))

    def _on_legend_toggled(self, shown: bool) -> None:  # noqa: FBT001 - the shape of Qt's signal
        self._legend = shown
        self._arrange()

    def _on_row_wanted(self, day: date, action_id: int | None) -> None:
        self.show_day(day)
        if action_id is not None:
            self.panel.action_list.choose(action_id)

    def _on_fill(self) -> None:
        from trust_desktop.ui.calendar.fill_days import FillDays  # the month is painted without it

        dialog = FillDays(self._vault.session, self._first_weekday, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.confirmed.connect(self._on_filled)
        dialog.open()

    def _on_filled(self, keys: tuple[MarkKey, ...]) -> None:
        with self._saying_trouble():
            self._writer.fill(keys)

    def _on_asked(self, asked: Asked | Outcome) -> None:
        if asked not in _MONTHS:
            self._catch_up()
        match asked:
            case Outcome():
                self._mark(asked)
            case Asked.CLEAR:
                self._mark(None)
            case Asked.NOTE:
                self._open_day()
                self.panel.focus_note()
            case Asked.SAY_IT:
                self.panel.save_now()
                self.say_it_requested.emit(self._marking.to_say())
            case Asked.TODAY:
                self.show_day(self._vault.session.today)
            case Asked.OPEN_DAY:
                self._open_day()
            case Asked.BACK:
                self._close_day()
            case _:
                self.show_day(dates.month_later(self._day, _MONTHS[asked]))

    @contextmanager
    def _saying_trouble(self) -> Iterator[None]:
        try:
            yield
        except TrustError as problem:
            self.panel.show_trouble(problem)
        else:
            self.panel.show_trouble(None)

    def _mark(self, outcome: Outcome | None) -> None:
        """Mark, or clear if there is no outcome; where a key can do neither, say why."""
        done = True
        with self._saying_trouble():
            done = self._marking.mark(outcome) if outcome is not None else self._marking.clear()
        if done:
            return
        if outcome is not None and (self._marking.possible or self.narrow):
            self._open_day()
        why = self._marking.why_not(self._today, said=self.panel.ready)
        self.panel.say(nothing_cleared() if outcome is None else why)

    def _open_day(self) -> None:
        self._opened = True
        self._arrange()
        self.panel.focus_day()

    def _close_day(self) -> None:
        self.panel.save_now()
        self._opened = False
        self._arrange()
        self._days_view().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _days_view(self) -> QWidget:
        return self.list.days if self._mode is Mode.LIST else self.sheet.grid

    def _page_of(self, day: date) -> tuple[int, ...]:
        if self._mode is Mode.WEEK:
            return (week_of(day, self._first_weekday).toordinal(),)
        return (day.year, day.month)

    def _read_plan(self) -> None:
        session = self._vault.session
        plan = planning.live_plan(session)
        first = vault_settings.load(session).first_weekday
        self._first_weekday = dates.first_weekday_of_locale() if first is None else first
        self.toolbar.set_fill_possible(possible=plan is not None and plan.said is not None)
        self.panel.show_plan(plan, ended=plan is None and bool(plan_living.every_plan(session)))

    def _read(self) -> None:
        self._read_days()
        self._read_day()

    def _read_days(self) -> None:
        session = self._vault.session
        self._stale = False
        self._today = session.today
        view = following_through.month(session, self._day.year, self._day.month, self._first_weekday)
        week = week_of(self._day, self._first_weekday)
        self._model.show(view, week if self._mode is Mode.WEEK else None)
        self._fit_title()
        if self._mode is not Mode.MONTH:
            self._read_list(week)

    def _read_list(self, week: date) -> None:
        first, last = week, week + _WEEK - timedelta(days=1)
        if self._mode is Mode.LIST:
            first = self._day.replace(day=1)
            last = dates.month_later(first, 1) - timedelta(days=1)
        last = min(last, self._today)
        days = following_through.days(self._vault.session, first, last) if first <= last else ()
        self._list_model.show(days)
        self.list.show_nothing(nothing=not days)

    def _catch_up(self) -> None:
        """Read the day now if it has not followed its month yet: what is done next is meant for it."""
        if self._day_follows.isActive():
            self._read_day()

    def _read_day(self) -> None:
        self._day_follows.stop()
        view = following_through.day(self._vault.session, self._day)
        self._model.show_day(view)
        self._marking.take(view)
        self.panel.show_day(view, move_on=self._marking.moves_on)
        self._select()
        self._follow_choice()

    def _select(self) -> None:
        self.sheet.grid.select_day(self._day)
        cell = self._model.cell(self._day)
        if cell is not None:
            self.line.show_cell(cell)

    def _follow_choice(self) -> None:
        if self._mode is not Mode.MONTH:
            chosen = self.panel.action_list.chosen
            self.list.days.select_row(self._day, chosen.action_id if chosen is not None else None)

    def _arrange(self) -> None:
        """Lay grid, list and day beside or instead of each other, as the mode and the room ask for."""
        narrow = self.narrow
        covered = narrow and self._opened
        self._left.setVisible(not covered)
        self.toolbar.setVisible(not covered)
        self.toolbar.set_narrow(narrow=narrow)
        self.panel.setVisible(not narrow or self._opened)
        self.panel.back.setVisible(narrow)
        self.line.setVisible(narrow)
        self.sheet.setVisible(self._mode is not Mode.LIST)
        self.sheet.show_legend(shown=self._legend or (not narrow and self._mode is Mode.MONTH))
        self.sheet.set_week(week=self._mode is Mode.WEEK)
        self.list.setVisible(self._mode is not Mode.MONTH)
        self.panel.set_width(0 if narrow else theme.px(WIDTH))
        self._fit_title()

    def _fit_title(self) -> None:
        room = self.width() - 2 * theme.space(tokens.PAGE_MARGIN) - self._corner.width()
        self._heading.show(self._day, room)

    def _retheme_page(self) -> None:
        self._row.setSpacing(theme.space(20))
        self._column.setSpacing(theme.space(12))
        self._arrange()
