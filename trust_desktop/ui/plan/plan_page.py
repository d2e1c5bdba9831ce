"""The plan: how to begin one, when it was said, its actions, and what becomes of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from trust_desktop.domain.plan import Plan
from trust_desktop.override import override
from trust_desktop.services import planning
from trust_desktop.services.finding import InPlan
from trust_desktop.services.session import Change
from trust_desktop.ui.common.page import Page
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.plan.change_page import ChangePage
from trust_desktop.ui.plan.deeds import Deeds
from trust_desktop.ui.plan.front_page import FrontPage
from trust_desktop.ui.plan.history_page import HistoryPage
from trust_desktop.ui.plan.live_view import LiveView
from trust_desktop.ui.plan.parting_page import PartingPage
from trust_desktop.ui.plan.review_page import ReviewPage
from trust_desktop.ui.plan.ways import Ways

_SHOWS = Change.PLANS | Change.DRAFTS | Change.SETTINGS


class PlanPage(QWidget):
    """Several pages in one: the plan, and what is being done with it; `ways` leads from one to the other."""

    wizard_requested = Signal()
    help_requested = Signal()
    talk_requested = Signal()

    def __init__(self, vault: OpenVault, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vault = vault
        self._stale = True
        self._shown_on = vault.session.today
        self.page = FrontPage(vault)
        self.change, self.review = ChangePage(vault), ReviewPage()
        self.parting, self.history = PartingPage(vault), HistoryPage()
        self._stack = QStackedLayout(self)
        for page in (self.page, self.change, self.review, self.parting, self.history):
            self._stack.addWidget(page)
        self.deeds = Deeds(vault, self)
        self.ways = Ways(vault, self)
        self.page.wizard_requested.connect(self.wizard_requested)
        self.change.help_requested.connect(self.help_requested)
        vault.changed.connect(self._on_vault_changed)
        self.read_again()

    @property
    def shown(self) -> QWidget | None:
        """The one of its pages that is looked at."""
        return self._stack.currentWidget()

    @property
    def live(self) -> LiveView | None:
        return self.page.live

    def save_now(self) -> None:
        """Keep everything typed so far, at once; called before the vault is locked."""
        self.change.save_now()
        self.parting.save_now()

    def look_at(self, action_id: int) -> None:
        """Open the review of an action, if it is one of the plan's now."""
        self.ways.look_at(action_id)

    def adjust(self, action_id: int) -> None:
        """Open the change of an action, if it is one of the plan's now."""
        self.ways.adjust(action_id)

    def show_written(self, where: InPlan) -> None:
        """Go to words of a plan: on its page as long as they are its words, then where they can be read for ever."""
        self.ways.show_written(where)

    def turn_to(self, page: Page) -> None:
        """Show one of the pages; the first of them as it is now. What was being typed on another is kept."""
        self.save_now()
        self._stack.setCurrentWidget(page)
        if page is self.page and self._stale:
            self.read_again()

    def live_plan(self) -> Plan | None:
        return planning.live_plan(self._vault.session)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale or self._shown_on != self._vault.session.today:
            self.read_again()
        self.ways.follow()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        control = self._first_control()
        if self.page.isVisible():
            self.page.begin_at_top(control)
        else:
            control.setFocus(event.reason())

    def read_again(self) -> None:
        self._stale, self._shown_on = False, self._vault.session.today
        self.page.show_plan()
        live = self.page.live
        if live is not None:
            self.ways.connect_live(live)

    def _first_control(self) -> QWidget:
        page = self._stack.currentWidget()
        if page is self.page:
            return self.page.first_control
        if page is self.change and self.change.editing is not None:
            return self.change.editor.request
        if page is self.review and self.review.action is not None:
            return self.review.main
        if page is self.parting:
            return self.parting.words
        return self.history.back

    def _read_under_the_keyboard(self) -> None:
        """What had the keyboard may be made anew: it goes on at the first thing to do."""
        focus = QApplication.focusWidget()
        made_anew = focus is not None and self.page.isAncestorOf(focus) and focus is not self.page.history
        self.read_again()
        if made_anew:
            self.page.first_control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_vault_changed(self, change: Change) -> None:
        if not change & _SHOWS:
            return
        self._stale = True
        if not self.isVisible():
            return
        if self._stack.currentWidget() is self.page:
            self._read_under_the_keyboard()
        elif self._stack.currentWidget() is self.history:
            self.ways.show_history()
