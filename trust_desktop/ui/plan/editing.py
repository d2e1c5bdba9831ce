"""What the page for writing an action is open for: other words for one, or another one for its place."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from trust_desktop.domain.cadence import Cadence
from trust_desktop.domain.draft import ActionDraft
from trust_desktop.domain.plan import REVIEW_DAYS, Action, Plan
from trust_desktop.services import changing
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.action_form.change_draft import changes_begun, forget_change, keep_change
from trust_desktop.ui.action_form.slot_words import slot_title
from trust_desktop.ui.common.day_words import day_with_year
from trust_desktop.ui.plan.marked_ahead import marked_ahead


@dataclass
class Editing:
    """`action` is what stands in the place, None where nothing does; `another` asks for one instead of it.

    `draft` is where the page puts what is typed; `save` keeps it, `forget` lets it go.
    """

    slot: int
    mine: bool
    another: bool
    action: Action | None
    starts: date
    today: date
    partner: str
    plan: Plan = field(repr=False)
    draft: ActionDraft
    save: Callable[[ActionDraft], None] = field(repr=False)
    forget: Callable[[], None] = field(repr=False)

    @property
    def title(self) -> str:
        name = slot_title(self.slot, mine=self.mine)
        if not self.another:
            return QCoreApplication.translate("Editing", "{action}: change it").format(action=name)
        if self.action is not None:
            return QCoreApplication.translate("Editing", "{action}: another in its place").format(action=name)
        return name

    @property
    def question(self) -> str:
        if self.mine:
            return QCoreApplication.translate("Editing", "What will you do?")
        partner = self.partner or QCoreApplication.translate("Editing", "your partner")
        return QCoreApplication.translate("Editing", "What would {partner} do?").format(partner=partner)

    @property
    def explanation(self) -> str:
        if not self.another:
            return _change_words(self.starts, self.today)
        if self.mine:
            return _own_words(replaces=self.action is not None)
        return _another_words(self.starts, self.today, replaces=self.action is not None)


def change_of(session: VaultSession, plan: Plan, action: Action, starts: date) -> Editing:
    """Other words for an action, as it stands or as it was being changed."""
    begun, mine = changes_begun(session, plan), action.mine
    lanes = begun.commitments if mine else begun.actions
    return Editing(
        slot=action.slot,
        mine=action.mine,
        another=False,
        action=action,
        starts=starts,
        today=session.today,
        partner=plan.partner,
        plan=plan,
        draft=lanes[action.slot - 1],
        save=lambda draft: keep_change(session, plan, action.slot, draft, mine=mine),
        forget=lambda: forget_change(session, plan, action.slot, mine=mine),
    )


def another_for(session: VaultSession, plan: Plan, slot: int, starts: date, *, mine: bool) -> Editing:
    """Something new for a place, blank or as far as it was written."""
    lanes = plan.commitments if mine else plan.actions
    stands = next((each for each in lanes if each.slot == slot and each.ended is None), None)
    # A request needs a day on which it can be said before its first one; a promise of one's own does not.
    first = starts if mine else max(starts, session.today + timedelta(days=1))
    blank = ActionDraft(
        cadence=Cadence(week_start=week_start(plan)),
        first_day=first,
        review_day=first + timedelta(days=REVIEW_DAYS),
    )
    return Editing(
        slot=slot,
        mine=mine,
        another=True,
        action=stands,
        starts=starts,
        today=session.today,
        partner=plan.partner,
        plan=plan,
        draft=changing.load(session, plan.id, slot, mine=mine) or blank,
        save=lambda draft: changing.keep(session, plan.id, slot, draft, mine=mine),
        forget=lambda: changing.forget(session, plan.id, slot, mine=mine),
    )


def week_start(plan: Plan) -> int:
    """The weekday on which the weeks of this plan begin: what is added to it counts in the same weeks."""
    return plan.lanes[0].newest.terms.cadence.week_start


def _change_words(starts: date, today: date) -> str:
    if starts == today:
        return QCoreApplication.translate(
            "Editing",
            "The new words begin today. Days before keep the words they had, and what was marked on them stays.",
        )
    if ahead := marked_ahead(starts, today):
        return ahead
    return QCoreApplication.translate(
        "Editing",
        "Today is marked already, so the new words begin tomorrow, on {day}. "
        "Days before keep the words they had, and what was marked on them stays.",
    ).format(day=day_with_year(starts))


def _another_words(starts: date, today: date, *, replaces: bool) -> str:
    asks = QCoreApplication.translate(
        "Editing", "Choose a first day that leaves you time to ask for it; a request can be answered with no."
    )
    if not replaces:
        return asks
    if starts == today:
        ends = QCoreApplication.translate(
            "Editing", "The action in this place ends today. Its days, marks and words stay."
        )
    else:
        ends = marked_ahead(starts, today) or QCoreApplication.translate(
            "Editing", "The action in this place ends with today. Its days, marks and words stay."
        )
    return QCoreApplication.translate("Editing", "{ends} {asks}").format(ends=ends, asks=asks)


def _own_words(*, replaces: bool) -> str:
    if replaces:
        return QCoreApplication.translate(
            "Editing", "What stands here now ends. Its days, marks and words stay."
        )
    return QCoreApplication.translate(
        "Editing",
        "Something you do yourself, so that it becomes easier for both of you. It is marked beside the four, and "
        "counts in nothing.",
    )
