"""Today: what is due, what is not said yet, what was left open; or the one next step."""

from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from trust_desktop.domain.errors import DiskFull, TrustError
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.override import override
from trust_desktop.services import following_through, today
from trust_desktop.services.following_through import ActionOnDay
from trust_desktop.services.session import Change
from trust_desktop.services.today import TodayView
from trust_desktop.ui.common.columns import Columns
from trust_desktop.ui.common.day_words import full_day
from trust_desktop.ui.common.empty_state import EmptyState
from trust_desktop.ui.common.labels import LeadLabel
from trust_desktop.ui.common.page import Page
from trust_desktop.ui.common.tab_order import follow_layout
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.today.due_card import DueCard
from trust_desktop.ui.today.lead_words import lead
from trust_desktop.ui.today.left_open import LeftOpen
from trust_desktop.ui.today.mark_command import MarkCommand
from trust_desktop.ui.today.reminders import Reminders
from trust_desktop.ui.today.waiting import Waiting

_SEEN: Final = Change.PLANS | Change.DAYS | Change.ACKNOWLEDGEMENTS | Change.DRAFTS | Change.SETTINGS

MINUTE: Final = 60_000


class TodayPage(Page):
    """Reads again what it shows after each change, and when the day ends while it is open."""

    say_it_requested = Signal(object)
    open_day_requested = Signal(object)
    go_to_plan_requested = Signal()

    def __init__(self, vault: OpenVault, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.vault = vault
        self._stale = False
        self.lead = LeadLabel()
        self.step = EmptyState("", "", "")
        self.due, self.left_open, self.reminders = DueCard(), LeftOpen(), Reminders()
        self.waiting = Waiting()
        self._columns = Columns(aside_width=296, gap=40)
        for widget in (self.due, self.left_open, self.reminders):
            self._columns.main.addWidget(widget)
        self._columns.main.addStretch(1)
        self._columns.aside.addWidget(self.waiting)
        self._columns.aside.addStretch(1)
        self.body.addWidget(self.lead)
        self.body.addWidget(self.step)
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
        self.left_open.go_on.connect(lambda: self.say_it_requested.emit(frozenset()))
        self.waiting.say_it.connect(self.say_it_requested)
        self.step.pressed.connect(self.go_to_plan_requested)
        self.reminders.go_to_plan.connect(self.go_to_plan_requested)
        self._minute = QTimer(self)
        self._minute.setInterval(MINUTE)
        self._minute.timeout.connect(self.check_day)
        self._minute.start()

    def _on_changed(self, change: Change) -> None:
        if change & _SEEN and self.isVisible():
            self._refresh()
        elif change & _SEEN:
            self._stale = True

    def check_day(self) -> None:
        if not self.vault.session.closed and self.vault.session.today != self._view.day:
            self._refresh()

    def _on_marked(self, action: ActionOnDay, outcome: Outcome | None) -> None:
        self.due.show_reason("")
        try:
            command = MarkCommand(self.vault.session, action.action_id, action.title, self._view.day, outcome)
        except DiskFull:
            self.due.show_reason(self.tr("There is no room left on the disk. Nothing was marked."))
        except TrustError:
            self.due.show_reason(self.tr("The vault could not be written. Nothing was marked."))
        else:
            self.vault.undo_stack.push(command)

    def _refresh(self) -> None:
        self._stale = False
        view = self._view = today.today(self.vault.session)
        self.set_title(full_day(view.day))
        running = view.has_plan and not view.not_said_yet
        self.lead.setVisible(running)
        self._columns.setVisible(running)
        self.step.setVisible(not running)
        if not running:
            self._show_step(view)
            return
        self.lead.setText(lead(view.due))
        self.due.show_view(view)
        self.reminders.show_lines(view.review, following_through.day(self.vault.session, view.day).actions)
        self.left_open.show_words(view.open_draft.text if view.open_draft else "")
        self.waiting.show_view(view)
        follow_layout(self)

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
        else:
            heading = self.tr("Here you will see each day")
            sentence = self.tr(
                "It begins with a plan: four clear things you ask for. You can stop and go on later."
            )
            self.step.set_words(heading, sentence, self.tr("Start a plan"))
