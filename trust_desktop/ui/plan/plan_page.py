"""The plan: how to begin one, when it was said, its actions and how to change them."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from trust_desktop.domain.day import day_of
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.errors import RuleBroken
from trust_desktop.domain.follow_through import version_start
from trust_desktop.domain.plan import Action, ActionTerms, ActionVersion, Plan
from trust_desktop.override import override
from trust_desktop.services import following_through, planning
from trust_desktop.services.session import Change
from trust_desktop.ui.action_form.change_draft import begun_slots, forget_change
from trust_desktop.ui.action_form.slot_words import slot_title
from trust_desktop.ui.common.done import Done
from trust_desktop.ui.common.empty_state import EmptyState
from trust_desktop.ui.common.page import Page
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.plan.change_page import ChangePage
from trust_desktop.ui.plan.live_view import LiveView

_SHOWS = Change.PLANS | Change.DRAFTS | Change.SETTINGS


class PlanPage(QWidget):
    """Two pages in one: the plan, and one of its actions being changed."""

    wizard_requested = Signal()
    help_requested = Signal()
    talk_requested = Signal()

    def __init__(self, vault: OpenVault, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vault = vault
        self._stale = True
        self._shown_on: date | None = None
        self.live: LiveView | None = None
        self.page = Page(self.tr("Plan"))
        self.empty = EmptyState("", "", self.tr("Start a plan"))
        self.page.body.addWidget(self.empty)
        self.page.body.addStretch(1)
        self.change = ChangePage(vault)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.page)
        self._stack.addWidget(self.change)
        self.empty.pressed.connect(self.wizard_requested)
        self.change.kept.connect(self._on_change_kept)
        self.change.left.connect(self._on_change_left)
        self.change.help_requested.connect(self.help_requested)
        vault.changed.connect(self._on_vault_changed)
        self._refresh()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale or self._shown_on != self._vault.session.today:
            self._refresh()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._first_control().setFocus(event.reason())

    # --- showing

    def _on_vault_changed(self, change: Change) -> None:
        if not change & _SHOWS:
            return
        self._stale = True
        if self.isVisible() and self._stack.currentWidget() is self.page:
            self._refresh()

    def _refresh(self) -> None:
        session = self._vault.session
        plan = planning.live_plan(session)
        self._stale, self._shown_on = False, session.today
        self._show_plan(plan)
        self.empty.setVisible(plan is None)
        if plan is None:
            begun = planning.load_draft(session) is not None
            self.empty.set_words(*self._empty_words(begun=begun))

    def _first_control(self) -> QWidget:
        if self.live is None:
            return self.empty.button
        return self.live.cards[0].change if self.live.said_card is None else self.live.said_card.day

    def _show_plan(self, plan: Plan | None) -> None:
        old, self.live = self.live, None
        focus = QApplication.focusWidget()
        had_focus = old is not None and focus is not None and old.isAncestorOf(focus)
        if old is not None:
            self.page.body.removeWidget(old)
            old.hide()
            old.deleteLater()
        if plan is None:
            return
        session = self._vault.session
        live_since = day_of(plan.went_live_at, session.day_ends)
        begun = begun_slots(session, plan)
        self.live = LiveView(plan, live_since=live_since, today=session.today, begun=begun)
        self.live.said.connect(self._on_said)
        self.live.talk_requested.connect(self.talk_requested)
        self.live.change_requested.connect(self._open_change)
        self.live.erase_requested.connect(self._on_erase)
        self.live.own_words_changed.connect(self._on_own_words)
        self.page.body.insertWidget(1, self.live)
        self.live.show()  # at once, so that it can take the focus back
        if had_focus:
            self.live.cards[0].change.setFocus(Qt.FocusReason.OtherFocusReason)

    def _empty_words(self, *, begun: bool) -> tuple[str, str, str]:
        if begun:
            return (
                self.tr("Your plan is begun"),
                self.tr("Everything you typed is here, at the step where you left it."),
                self.tr("Go on with your plan"),
            )
        return (
            self.tr("No plan yet"),
            self.tr("Four small things your partner could do, that you would see, and could thank for."),
            self.tr("Start a plan"),
        )

    # --- what is done here

    def _on_said(self, day: date, way: Way) -> None:
        session = self._vault.session
        plan = planning.live_plan(session)
        if plan is None:
            return
        before = plan.said
        try:
            planning.record_said(session, plan.id, day, way)
        except RuleBroken as broken:
            if self.live is not None and self.live.said_card is not None:
                self.live.said_card.refuse(broken.rule)
            return
        self._vault.undo_stack.push(
            Done(
                self.tr("Your plan was said."),
                again=lambda: planning.record_said(session, plan.id, day, way),
                back=lambda: planning.put_back_said(session, plan.id, before),
            )
        )

    def _open_change(self, action: Action) -> None:
        session = self._vault.session
        plan = planning.live_plan(session)
        if plan is None:
            return
        shown = following_through.day(session, session.today).actions
        marked = any(each.action_id == action.id and each.outcome is not None for each in shown)
        starts = version_start(session.today, today_marked=marked)
        self._stack.setCurrentWidget(self.change)
        self.change.open_for(plan, action, starts=starts)

    def _close_change(self) -> None:
        action = self.change.action
        self.change.close_editor()
        self._stack.setCurrentWidget(self.page)
        if self._stale:
            self._refresh()
        if self.live is not None and action is not None:
            self.live.cards[action.slot - 1].change.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_change_left(self) -> None:
        plan, action = planning.live_plan(self._vault.session), self.change.action
        if plan is not None and action is not None:
            self.change.stop_keeping()
            forget_change(self._vault.session, plan, action.slot)
        self._close_change()

    def _on_change_kept(self, terms: ActionTerms) -> None:
        session = self._vault.session
        plan, action = planning.live_plan(session), self.change.action
        if plan is None or action is None:
            return
        slot = action.slot
        try:
            changed = planning.change_action(session, plan.id, slot, terms)
        except RuleBroken as broken:
            self.change.refuse(broken.rule)
            return
        self.change.stop_keeping()
        forget_change(session, changed, slot)
        version = changed.actions[slot - 1].newest.number
        self._vault.undo_stack.push(
            Done(
                self.tr("{action} was changed.").format(action=slot_title(slot)),
                again=lambda: planning.change_action(session, plan.id, slot, terms),
                back=lambda: planning.take_back_change(session, plan.id, slot, version),
            )
        )
        self._close_change()

    def _on_erase(self, action: Action, version: ActionVersion) -> None:
        session = self._vault.session
        erased = planning.erase_why(session, action.id, version.number)
        self._vault.undo_stack.push(
            Done(
                self.tr("The line was deleted."),
                again=lambda: planning.erase_why(session, action.id, version.number),
                back=lambda: planning.restore_why(session, erased),
            )
        )

    def _on_own_words(self, partner: str, fair_chance: str) -> None:
        session = self._vault.session
        plan = planning.live_plan(session)
        if plan is None:
            return
        put = partial(planning.set_own_words, session, plan.id)
        put(partner=partner, fair_chance=fair_chance)
        self._vault.undo_stack.push(
            Done(
                self.tr("The words were deleted."),
                again=lambda: put(partner=partner, fair_chance=fair_chance),
                back=lambda: put(partner=plan.partner, fair_chance=plan.fair_chance),
            )
        )
