"""Today: what is due, what is not said yet, what was left open; or the one next step."""

from functools import partial
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from trust_desktop.domain.errors import TrustError
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.override import override
from trust_desktop.services import today
from trust_desktop.services.following_through import ActionOnDay
from trust_desktop.services.session import Change
from trust_desktop.services.today import TodayView
from trust_desktop.ui.common.clipboard import PrivateClipboard
from trust_desktop.ui.common.columns import Columns
from trust_desktop.ui.common.day_words import full_day
from trust_desktop.ui.common.empty_state import EmptyState
from trust_desktop.ui.common.labels import LeadLabel
from trust_desktop.ui.common.not_written import nothing_changed
from trust_desktop.ui.common.page import Page
from trust_desktop.ui.common.tab_order import follow_layout
from trust_desktop.ui.missed_day.missed_paths import MissedPaths
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.today.due_card import DueCard
from trust_desktop.ui.today.lead_words import lead
from trust_desktop.ui.today.left_open import LeftOpen
from trust_desktop.ui.today.line_sources import quiet_lines
from trust_desktop.ui.today.mark_command import MarkCommand
from trust_desktop.ui.today.pause_strip import PauseStrip
from trust_desktop.ui.today.quiet_line import Asking, Matter, the_first
from trust_desktop.ui.today.reminders import Reminders
from trust_desktop.ui.today.tour_card import TourCard
from trust_desktop.ui.today.unlock_line import UnlockLine
from trust_desktop.ui.today.waiting import Waiting

_SEEN: Final = (
    Change.PLANS
    | Change.DAYS
    | Change.ACKNOWLEDGEMENTS
    | Change.DRAFTS
    | Change.SETTINGS
    | Change.PAUSES
    | Change.REFLECTIONS
    | Change.BACKUPS
)

MINUTE: Final = 60_000


class TodayPage(Page):
    """Reads again what it shows after each change, and when the day ends while it is open."""

    say_it_requested = Signal(object)
    open_day_requested = Signal(object)
    go_to_plan_requested = Signal()
    go_to_requested = Signal(object)
    """Carries the place a quiet line leads to."""
    way_back_requested = Signal()
    look_at_requested = Signal(int)
    adjust_requested = Signal(int)
    """Both carry an action."""
    write_requested = Signal(object)
    """Carries the mark of a missed day that words are to be written about."""

    def __init__(self, vault: OpenVault, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.vault = vault
        self._stale = False
        self.lead = LeadLabel()
        self.step = EmptyState("", "", "")
        self.clipboard = PrivateClipboard(self)
        self.due = DueCard(partial(MissedPaths, vault, self.clipboard))
        self.left_open, self.reminders = LeftOpen(), Reminders()
        self.waiting = Waiting()
        self._columns = Columns(aside_width=296, gap=40)
        self.pause = PauseStrip()
        for widget in (self.step, self.due, self.left_open):
            self._columns.main.addWidget(widget)
        self._columns.main.addStretch(1)
        self.tour = TourCard(vault)
        self._columns.aside.addWidget(self.tour)
        self._columns.aside.addWidget(self.waiting)
        self._columns.aside.addWidget(self.reminders)
        self._columns.aside.addStretch(1)
        self.unlocks = UnlockLine(vault.session)
        if self.unlocks.unusual:
            self.body.addWidget(self.unlocks)
        else:
            self._columns.aside.insertWidget(self._columns.aside.count() - 1, self.unlocks)
        self.body.addWidget(self.lead)
        self.body.addWidget(self.pause)
        self.body.addWidget(self._columns)
        self.body.addStretch(1)
        self._connect()
        self._refresh()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        if self._stale or self.vault.session.today != self._view.day:
            self._refresh()
        super().showEvent(event)

    def _connect(self) -> None:
        self.vault.changed.connect(self._on_changed)
        self.due.marked.connect(self._on_marked)
        self.due.fill_in.connect(self.open_day_requested)
        self.due.adjust_requested.connect(self.adjust_requested)
        self.due.write_requested.connect(self.write_requested)
        self.due.trouble.connect(self._on_trouble)
        self.reminders.trouble.connect(self._on_trouble)
        self.left_open.go_on.connect(lambda: self.say_it_requested.emit(frozenset()))
        self.waiting.say_it.connect(self.say_it_requested)
        self.step.pressed.connect(self.go_to_plan_requested)
        self.tour.go_to.connect(self.go_to_requested)
        self._minute = QTimer(self)
        self._minute.setInterval(MINUTE)
        self._minute.timeout.connect(self.check_day)
        self._minute.start()

    def save_now(self) -> None:
        """Take copied words off the clipboard; called before the vault is locked."""
        self.clipboard.clear_if_ours()

    def _on_changed(self, change: Change) -> None:
        if change & _SEEN and self.isVisible():
            self._refresh()
        elif change & _SEEN:
            self._stale = True

    def check_day(self) -> None:
        """Go on with the day when it ends, and with what a quiet line says of the time; asked each minute."""
        if self.vault.session.closed:
            return
        if self.vault.session.today != self._view.day:
            self._refresh()
        else:
            self._show_lines()

    def _on_marked(self, action: ActionOnDay, outcome: Outcome | None) -> None:
        self.due.show_reason("")
        try:
            command = MarkCommand(self.vault.session, action.action_id, action.title, self._view.day, outcome)
        except TrustError as problem:
            self._on_trouble(problem)
        else:
            self.vault.undo_stack.push(command)

    def _on_trouble(self, problem: TrustError | None) -> None:
        self.due.show_reason("" if problem is None else nothing_changed(problem))

    def _refresh(self) -> None:
        self._stale = False
        view = self._view = today.today(self.vault.session)
        QTimer.singleShot(0, self.tour, self.tour.look)
        self.set_title(full_day(view.day))
        self.unlocks.look()
        running = view.has_plan and not view.not_said_yet
        for part in (self.lead, self.due):
            part.setVisible(running)
        self.waiting.setVisible(running or bool(view.tray.unsaid or view.tray.could_mention))
        self.waiting.show_view(view)
        self.step.setVisible(not running)
        if running:
            self.lead.setText(lead(view))
            self.due.show_view(view)
        else:
            self._show_step(view)
        self.left_open.show_words(view.open_draft.text if view.open_draft else "")
        self._show_lines()
        follow_layout(self)

    def _show_lines(self) -> None:
        """Show the few lines that matter most; a running pause stands over the whole day."""
        done = self.vault.undo_stack.push
        go_to, look_at = self.go_to_requested.emit, self.look_at_requested.emit
        way_back = self.way_back_requested.emit
        asking = Asking(self.vault.session, self._view, go_to, done, look_at, way_back)
        lines = the_first(quiet_lines(asking))
        pauses = [line for line in lines if line.matter is Matter.PAUSE]
        self.pause.show_line(pauses[0] if pauses else None)
        self.reminders.show_lines([line for line in lines if line.matter is not Matter.PAUSE])

    def _show_step(self, view: TodayView) -> None:
        if view.not_said_yet:
            heading = self.tr("The plan is ready to be said")
            sentence = self.tr("Nothing is due before {partner} has heard it. Take the time that it needs.")
            name = view.partner or self.tr("your partner")
            self.step.set_words(heading, sentence.format(partner=name), self.tr("Say it"))
        elif view.draft_begun:
            heading = self.tr("A plan is begun")
            sentence = self.tr("All that you wrote is kept. Go on whenever you like.")
            self.step.set_words(heading, sentence, self.tr("Go on with the plan"))
        elif view.ended:
            heading = self.tr("The plan has ended")
            sentence = self.tr(
                "What was recorded stays, and can be read. Another can begin whenever you like."
            )
            self.step.set_words(heading, sentence, self.tr("Start another plan"))
        else:
            heading = self.tr("Here you will see each day")
            sentence = self.tr(
                "It begins with a plan: four clear things you ask for. You can stop and go on later."
            )
            self.step.set_words(heading, sentence, self.tr("Start a plan"))
