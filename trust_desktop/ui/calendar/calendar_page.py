"""The calendar page: it holds which day and month are shown, and joins grid, list, panel and vault."""

from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trust_desktop.domain.follow_through import MarkKey, Outcome
from trust_desktop.override import override
from trust_desktop.services import following_through, planning
from trust_desktop.services import settings as vault_settings
from trust_desktop.services.session import Change
from trust_desktop.ui import theme
from trust_desktop.ui.calendar import dates
from trust_desktop.ui.calendar.day_line import DayLine
from trust_desktop.ui.calendar.day_panel import WIDTH, DayPanel
from trust_desktop.ui.calendar.day_writer import DayWriter
from trust_desktop.ui.calendar.keys import Asked
from trust_desktop.ui.calendar.month_card import MonthCard
from trust_desktop.ui.calendar.month_model import MonthModel
from trust_desktop.ui.calendar.toolbar import Mode, MonthTurner, Toolbar
from trust_desktop.ui.common.columns import ROOM
from trust_desktop.ui.common.page import Page
from trust_desktop.ui.open_vault import OpenVault

_SHOWN = Change.PLANS | Change.DAYS | Change.ACKNOWLEDGEMENTS | Change.SETTINGS
_MONTHS = {Asked.MONTH_BEFORE: -1, Asked.MONTH_AFTER: 1, Asked.YEAR_BEFORE: -12, Asked.YEAR_AFTER: 12}
_MINUTE_MS = 60_000


class CalendarPage(Page):
    """The day shown in the panel is the day selected in the grid and in the list."""

    say_it_requested = Signal(object)
    go_to_plan_requested = Signal()

    def __init__(self, vault: OpenVault, parent: QWidget | None = None) -> None:
        super().__init__("", parent, scrolls=False)
        self._vault, self._writer = vault, DayWriter(vault)
        self._day = self._today = vault.session.today
        self._mode = Mode.MONTH
        self._stale = True
        self._opened = False
        self._moves_on = True
        self._last_marked: MarkKey | None = None
        self._model = MonthModel(self)
        self._build_title()
        self._build_body()
        self._connect()
        self._read_plan()
        theme.follow(self._retheme_page)

    def _build_title(self) -> None:
        self.turner = MonthTurner()
        self.title.setWordWrap(False)
        self.title_row.setStretch(0, 0)
        self.title_row.addWidget(self.turner)
        self.title_row.addStretch(1)

    def _build_body(self) -> None:
        self.toolbar = Toolbar()
        self.sheet = MonthCard(self._model)
        self.panel = DayPanel()
        self.line = DayLine()
        left = self._left = QWidget()
        column = self._column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sheet, 1)
        column.addWidget(self.line)
        self._row = QHBoxLayout()
        self._row.addWidget(left, 1)
        self._row.addWidget(self.panel)
        self.body.addWidget(self.toolbar)
        self.body.addLayout(self._row, 1)
        self.setFocusProxy(self.sheet.grid)

    def _connect(self) -> None:
        self.turner.turned.connect(self._on_turned)
        self.toolbar.today_pressed.connect(lambda: self._on_asked(Asked.TODAY))
        self.toolbar.legend_toggled.connect(self._on_legend_toggled)
        self.sheet.grid.day_wanted.connect(self.show_day)
        self.sheet.grid.asked.connect(self._on_asked)
        self.sheet.grid.doubleClicked.connect(lambda: self._on_asked(Asked.OPEN_DAY))
        self.panel.asked.connect(self._on_asked)
        self.panel.action_list.marked.connect(self._mark)
        self.panel.action_list.reason_typed.connect(self._writer.reason)
        self.panel.note_typed.connect(self._writer.note)
        self.panel.say_it_pressed.connect(lambda: self._on_asked(Asked.SAY_IT))
        self.panel.back_pressed.connect(lambda: self._on_asked(Asked.BACK))
        self.panel.plan_pressed.connect(self.go_to_plan_requested)
        self.line.opened.connect(lambda: self._on_asked(Asked.OPEN_DAY))
        self._vault.changed.connect(self._on_changed)
        minute = QTimer(self, interval=_MINUTE_MS)
        minute.timeout.connect(self._on_minute)
        minute.start()

    @property
    def narrow(self) -> bool:
        """Whether the day has no room beside the grid."""
        return self.body.contentsRect().width() < theme.em(ROOM)

    def day(self) -> date:
        """The day that is selected."""
        return self._day

    def show_day(self, day: date) -> None:
        """Select a day, turning to its month; what is being typed about another one is saved first."""
        day = dates.within(day)
        if day == self._day and not self._stale:
            return
        self.panel.save_now()
        turned = (day.year, day.month) != (self._day.year, self._day.month)
        if day != self._day:
            self._last_marked = None
        self._day = day
        if not self.isVisible():
            self._stale = True
        elif turned or self._stale or self._mode is Mode.WEEK:
            self._read()
        else:
            self._read_day()

    def save_now(self) -> None:
        """Save what is being typed; called before the vault is locked."""
        if not self._vault.session.closed:
            self.panel.save_now()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale or self._today != self._vault.session.today:
            self._read()
        self._reflow()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.save_now()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reflow()

    def _on_changed(self, change: Change) -> None:
        if not change & _SHOWN:
            return
        if change & (Change.PLANS | Change.SETTINGS):
            self._read_plan()
        if self.isVisible():
            self._read()
        else:
            self._stale = True

    def _on_minute(self) -> None:
        session = self._vault.session
        if session.closed or session.today == self._today:
            return
        if self._day == self._today:
            self.panel.save_now()
            self._day = session.today
        if self.isVisible():
            self._read()
        else:
            self._stale = True

    def _read_plan(self) -> None:
        session = self._vault.session
        plan = planning.live_plan(session)
        first = vault_settings.load(session).first_weekday
        self._first_weekday = dates.first_weekday_of_locale() if first is None else first
        partner = plan.partner if plan is not None else ""
        self.toolbar.set_fill_possible(possible=plan is not None and plan.said is not None)
        heading = sentence = button = ""
        if plan is None:
            heading = self.tr("Nothing to mark yet")
            sentence = self.tr("Days can be marked once there is a plan with four actions.")
            button = self.tr("Go to the plan")
        elif plan.said is None:
            heading = self.tr("Nothing is due yet")
            sentence = self.tr("Days begin to count on the day you tell {partner} about the plan.")
            sentence = sentence.format(partner=partner or self.tr("your partner"))
            button = self.tr("Go to the plan")
        self.panel.show_words(partner or self.tr("your partner"), heading, sentence, button)

    def _read(self) -> None:
        session = self._vault.session
        self._stale = False
        self._today = session.today
        view = following_through.month(session, self._day.year, self._day.month, self._first_weekday)
        self._model.show(view, self._week())
        self.set_title(dates.month_title(self._day))
        self._read_day()

    def _week(self) -> date | None:
        return dates.week_start(self._day, self._first_weekday) if self._mode is Mode.WEEK else None

    def _read_day(self) -> None:
        self._shown = following_through.day(self._vault.session, self._day)
        self.panel.show_day(self._shown, move_on=self._moves_on)
        self.sheet.grid.select_day(self._day)
        cell = self._model.cell(self._day)
        if cell is not None:
            self.line.show_cell(cell)

    def _on_turned(self, pages: int) -> None:
        self.show_day(dates.month_later(self._day, pages))

    def _on_legend_toggled(self, shown: bool) -> None:  # noqa: FBT001 - the shape of Qt's signal
        self.sheet.show_legend(shown=shown)

    def _on_asked(self, asked: Asked | Outcome) -> None:
        match asked:
            case Outcome():
                self._mark(asked)
            case Asked.CLEAR:
                self._clear()
            case Asked.NOTE:
                self._open_day()
                self.panel.focus_note()
            case Asked.SAY_IT:
                self._say_it()
            case Asked.TODAY:
                self.show_day(self._vault.session.today)
            case Asked.OPEN_DAY:
                self._open_day()
                self.panel.focus_day()
            case Asked.BACK:
                self._close_day()
            case _:
                self.show_day(dates.month_later(self._day, _MONTHS[asked]))

    def _mark(self, outcome: Outcome) -> None:
        self.panel.save_now()
        action = self.panel.action_list.chosen
        if action is None or not action.can_mark:
            self._open_day()
            self.panel.focus_day()
            return
        # In the panel a reason may follow; from the grid one goes through the actions without stopping.
        focus = self.focusWidget()
        inside = focus is not None and self.panel.isAncestorOf(focus)
        self._moves_on = not (inside and outcome is Outcome.COULD_NOT)
        self._last_marked = MarkKey(action.action_id, self._day)
        try:
            self._writer.mark(action, self._day, outcome)
        finally:
            self._moves_on = True

    def _clear(self) -> None:
        self.panel.save_now()
        chosen = self.panel.action_list.chosen
        if chosen is None or chosen.outcome is None:
            # The choice has gone on after the last mark: it is that one which is taken away again.
            marked = (action for action in self._shown.actions if action.outcome is not None)
            chosen = next((a for a in marked if MarkKey(a.action_id, self._day) == self._last_marked), None)
        if chosen is not None:
            self._writer.mark(chosen, self._day, None)

    def _say_it(self) -> None:
        self.panel.save_now()
        actions = self._shown.actions
        keys = [MarkKey(action.action_id, self._day) for action in actions if action.unsaid]
        keys = keys or [MarkKey(action.action_id, self._day) for action in actions if action.mention]
        self.say_it_requested.emit(frozenset(keys))

    def _open_day(self) -> None:
        self._opened = True
        self._reflow()

    def _close_day(self) -> None:
        self.panel.save_now()
        self._opened = False
        self._reflow()
        self.sheet.grid.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _reflow(self) -> None:
        narrow = self.narrow
        self._left.setVisible(not (narrow and self._opened))
        self.panel.setVisible(not narrow or self._opened)
        self.panel.back.setVisible(narrow)
        self.line.setVisible(narrow)
        self.toolbar.set_narrow(narrow=narrow)
        self.toolbar.setVisible(not (narrow and self._opened))
        if narrow:
            self.panel.setMinimumWidth(0)
            self.panel.setMaximumWidth(16_777_215)
        else:
            self.panel.setFixedWidth(theme.px(WIDTH))

    def _retheme_page(self) -> None:
        self._row.setSpacing(theme.px(20))
        self._column.setSpacing(theme.px(12))
        self._reflow()
