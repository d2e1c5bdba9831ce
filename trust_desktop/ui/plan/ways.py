"""The ways between the plan's pages, and what is done at the end of each."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from trust_desktop.domain.delivery import Way
from trust_desktop.domain.draft import ActionDraft
from trust_desktop.domain.errors import TrustError
from trust_desktop.domain.plan import Action, ActionVersion, Plan
from trust_desktop.services import changing, plan_living
from trust_desktop.services.erasing import Kind, Where
from trust_desktop.services.finding import InPlan
from trust_desktop.ui.action_form.change_draft import forget_change
from trust_desktop.ui.common.clearing import left_over
from trust_desktop.ui.common.not_written import nothing_changed
from trust_desktop.ui.common.tab_order import follow_layout
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.plan.begun import begun_in
from trust_desktop.ui.plan.editing import Editing, another_for, change_of, week_start
from trust_desktop.ui.plan.live_view import LiveView
from trust_desktop.ui.plan.parting_page import Parting

if TYPE_CHECKING:
    from trust_desktop.ui.plan.plan_page import PlanPage


class Ways(QObject):
    """Belongs to the plan page, whose pages it turns."""

    def __init__(self, vault: OpenVault, owner: "PlanPage") -> None:
        super().__init__(owner)
        self._session, self._owner, self._deeds = vault.session, owner, owner.deeds
        owner.page.history_requested.connect(self.open_history)
        owner.change.kept.connect(self._on_kept)
        owner.change.left.connect(self._on_change_left)
        owner.review.kept.connect(self._on_review_kept)
        owner.review.change_wanted.connect(self._on_review_change)
        owner.review.finished.connect(self._on_finished)
        owner.review.another_wanted.connect(self._on_review_another)
        owner.review.left.connect(self.back)
        owner.parting.done.connect(self._on_parted)
        owner.parting.left.connect(self._on_parting_left)
        owner.history.erase_requested.connect(lambda where: self._deeds.erase(where, owner.history.refuse))
        owner.history.left.connect(self.back)

    def connect_live(self, live: LiveView) -> None:
        live.said.connect(self._on_said)
        live.talk_requested.connect(self._owner.talk_requested)
        live.change_requested.connect(self.open_change)
        live.look_requested.connect(lambda action: self.look_at(action.id))
        live.another_requested.connect(lambda slot, mine: self.open_another(slot, mine=mine))
        live.erase_requested.connect(self._on_erase)
        live.unfolded.connect(lambda: follow_layout(self._owner.page))
        live.own_words_erased.connect(self._on_own_words)
        live.taken_up.connect(self._on_taken_up)
        live.rest_words_erased.connect(self._on_rest_words)
        live.rest_requested.connect(lambda: self.open_parting(Parting.REST))
        live.end_requested.connect(lambda: self.open_parting(Parting.END))

    # --- coming back to a page
    def follow(self) -> None:
        """What a page was opened for may have changed on another: a day was marked, an action is another by now."""
        owner, plan = self._owner, self._owner.live_plan()
        shown = owner.shown
        if shown is owner.parting:
            if plan is None:
                self.back()
            else:
                owner.parting.say_when(starts=self._starts(plan), today=self._session.today)
        elif shown is owner.review and owner.review.action is not None:
            action = self._standing(owner.review.action.id)
            if action is None:
                self.back()
            elif (action, plan_living.starts(self._session, action)) != owner.review.opened_for:
                self.look_at(action.id)
        elif shown is owner.change and owner.change.editing is not None:
            self._follow_change(owner.change.editing)

    def _follow_change(self, editing: Editing) -> None:
        """Words typed so far go on; of an action that has ended, or another in its place, they wait with the plan."""
        self._owner.change.save_now()
        if self._owner.change.unsaved:
            return
        plan, stood = self._owner.live_plan(), editing.action
        action = self._standing(stood.id) if stood is not None else None
        if plan is None or (stood is not None and action is None):
            self.close_change()
            return
        lanes = [each for each in plan.lanes if (each.slot, each.mine) == (editing.slot, editing.mine)]
        starts = plan_living.starts(self._session, *([action] if action and not editing.another else lanes))
        if (action, starts, self._session.today) == (stood, editing.starts, editing.today):
            return
        if editing.another:
            self.open_another(editing.slot, mine=editing.mine)
        elif action is not None:
            self.open_change(action)

    def _starts(self, plan: Plan) -> date:
        return plan_living.starts(self._session, *plan.lanes)

    # --- opening a page

    def open_change(self, action: Action) -> None:
        plan = self._owner.live_plan()
        if plan is not None:
            starts = plan_living.starts(self._session, action)
            self._open_editor(change_of(self._session, plan, action, starts), week_start(plan))

    def open_another(self, slot: int, *, mine: bool) -> None:
        plan = self._owner.live_plan()
        if plan is None:
            return
        lanes = [each for each in plan.lanes if (each.slot, each.mine) == (slot, mine)]
        starts = plan_living.starts(self._session, *lanes)
        self._open_editor(another_for(self._session, plan, slot, starts, mine=mine), week_start(plan))

    def adjust(self, action_id: int) -> None:
        action = self._standing(action_id)
        if action is not None:
            self.open_change(action)

    def look_at(self, action_id: int) -> None:
        action = self._standing(action_id)
        if action is None:
            return
        starts = plan_living.starts(self._session, action)
        self._owner.turn_to(self._owner.review)
        plan = self._owner.live_plan()
        place = (action.slot, action.mine)
        other = plan is not None and place in begun_in(self._session, plan).others
        self._owner.review.open_for(action, starts=starts, today=self._session.today, other_begun=other)

    def _standing(self, action_id: int) -> Action | None:
        plan = self._owner.live_plan()
        action = plan.action(action_id) if plan is not None else None
        return action if action is not None and action.ended is None else None

    def open_parting(self, parting: Parting) -> None:
        plan = self._owner.live_plan()
        if plan is not None:
            self._owner.turn_to(self._owner.parting)
            self._owner.parting.open_for(parting, starts=self._starts(plan), today=self._session.today)

    def open_history(self) -> None:
        self._owner.turn_to(self._owner.history)
        self.show_history()
        self._owner.history.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_written(self, where: InPlan) -> None:
        if not where.now:
            self.open_history()
            self._owner.history.show_written(where)
            return
        self.back(where.action.id if where.action is not None else None)
        live = self._owner.live
        if where.action is None and live is not None:
            live.erase_fair_chance.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_history(self) -> None:
        self._owner.history.show_plans(plan_living.every_plan(self._session), self._session.day_ends)

    def back(self, action_id: int | None = None) -> None:
        """Return to the plan, to the card one came from where it is still there."""
        if action_id is None and self._owner.review.action is not None:
            action_id = self._owner.review.action.id
        self._owner.review.close_review()
        self._owner.turn_to(self._owner.page)
        live = self._owner.live
        card = live.card_of(action_id) if live is not None and action_id is not None else None
        control = card.change if card is not None else self._owner.page.first_control
        control.setFocus(Qt.FocusReason.OtherFocusReason)
        self._owner.page.bring_into_view(control)

    def _open_editor(self, editing: Editing, week: int) -> None:
        self._owner.turn_to(self._owner.change)
        self._owner.change.open_for(editing, week_start=week)

    # --- the end of a page

    def close_change(self) -> None:
        editing = self._owner.change.editing
        self._owner.change.close_editor()
        stood = editing.action if editing is not None else None
        self.back(stood.id if stood is not None else None)

    def _on_change_left(self) -> None:
        """Where what was begun cannot be taken away it goes on waiting: then the page stays, and says so."""
        page = self._owner.change
        if page.editing is None:
            return
        try:
            page.editing.forget()
        except TrustError as problem:
            page.refuse(nothing_changed(problem))
            return
        page.stop_keeping()
        self.close_change()

    def _on_kept(self, written: ActionDraft) -> None:
        plan, editing = self._owner.live_plan(), self._owner.change.editing
        if plan is None or editing is None:
            return
        refuse, action = self._owner.change.refuse, editing.action
        if editing.another:
            done = self._deeds.put_in_place(plan, editing.slot, written, refuse, mine=editing.mine)
        else:
            done = action is not None and self._deeds.change(plan, action, written, refuse)
        if done:
            self._owner.change.stop_keeping()
            words = left_over(lambda: self._forget_place(editing.slot, mine=editing.mine))
            self.close_change()
            self._say_left_over(words)

    def _on_review_kept(self, next_day: date) -> None:
        plan, action = self._owner.live_plan(), self._owner.review.action
        if plan is None or action is None:
            return
        if self._deeds.keep(plan, action, next_day, self._owner.review.refuse):
            self.back()

    def _on_review_change(self) -> None:
        action = self._owner.review.action
        if action is not None:
            self.open_change(action)

    def _on_review_another(self) -> None:
        action = self._owner.review.action
        if action is not None:
            self.open_another(action.slot, mine=action.mine)

    def _on_finished(self) -> None:
        plan, action = self._owner.live_plan(), self._owner.review.action
        if plan is None or action is None:
            return
        if self._deeds.finish(plan, action, self._owner.review.refuse):
            words = left_over(lambda: self._forget_place(action.slot, mine=action.mine))
            self.back()
            self._say_left_over(words)

    def _on_parted(self, parting: Parting, words: str) -> None:
        plan, page = self._owner.live_plan(), self._owner.parting
        if plan is None:
            return
        part = self._deeds.rest if parting is Parting.REST else self._deeds.end
        if part(plan, words, page.refuse):
            words = left_over(page.let_go)
            self.back()
            self._say_left_over(words)

    def _on_parting_left(self) -> None:
        self._owner.parting.save_now()
        self.back()

    def _say_left_over(self, words: str) -> None:
        if words:
            self._owner.page.refuse(words)

    def _forget_place(self, slot: int, *, mine: bool) -> None:
        """What was begun for a place belongs to what stood there."""
        plan = self._owner.live_plan()
        if plan is not None:
            forget_change(self._session, plan, slot, mine=mine)
            changing.forget(self._session, plan.id, slot, mine=mine)

    # --- what is done on the plan itself

    def _on_said(self, day: date, way: Way) -> None:
        plan, live = self._owner.live_plan(), self._owner.live
        if plan is not None and live is not None and live.said_card is not None:
            self._deeds.say(plan, day, way, live.said_card.refuse)

    def _on_taken_up(self, first_day: date) -> None:
        plan = self._owner.live_plan()
        if plan is not None:
            self._deeds.take_up(plan, first_day, self._owner.page.refuse)

    def _on_erase(self, action: Action, version: ActionVersion, kind: Kind) -> None:
        plan, page = self._owner.live_plan(), self._owner.page
        where = Where(kind, plan.id, action.id, version.number) if plan is not None else None
        if where is None or not self._deeds.erase(where, page.refuse):
            return
        self.back(action.id)
        card = self._owner.live.card_of(action.id) if self._owner.live is not None else None
        if card is not None:
            card.go_on_deleting(version, kind)

    def _on_rest_words(self, rest_id: int) -> None:
        plan = self._owner.live_plan()
        if plan is not None:
            self._deeds.erase(Where(Kind.REST, plan.id, rest_id), self._owner.page.refuse)

    def _on_own_words(self, kind: Kind) -> None:
        plan = self._owner.live_plan()
        if plan is not None:
            self._deeds.erase(Where(kind, plan.id), self._owner.page.refuse)
