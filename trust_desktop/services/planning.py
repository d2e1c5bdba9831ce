"""Drafting a plan, letting it go live, saying it, and changing one of its actions."""

from datetime import date, datetime, timedelta

from trust_desktop.domain.day import day_of
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.draft import PlanDraft, action_rules, commitment_rules, draft_of, plan_rules
from trust_desktop.domain.errors import Rule, RuleBroken
from trust_desktop.domain.plan import ActionTerms, ActionVersion, Plan, Said
from trust_desktop.domain.plan_life import Saying
from trust_desktop.services import kept_words
from trust_desktop.services.live_plan import first_free_day, in_place, live
from trust_desktop.services.session import Change, VaultSession
from trust_desktop.storage import drafts, follow_throughs, plan_lives, plans
from trust_desktop.storage.database import Transaction


def load_draft(s: VaultSession) -> PlanDraft | None:
    with s.read() as transaction:
        return drafts.plan(transaction)


def save_draft(s: VaultSession, draft: PlanDraft) -> None:
    now = s.now()
    with s.write(Change.DRAFTS) as transaction:
        drafts.put_plan(transaction, draft, now)


def discard_draft(s: VaultSession) -> PlanDraft | None:
    """Take the draft away and return it; `save_draft` puts it back."""
    with s.write(Change.DRAFTS) as transaction:
        draft = drafts.plan(transaction)
        drafts.remove_plan(transaction)
    return draft


def go_live(s: VaultSession, draft: PlanDraft) -> Plan:
    """Make the draft the plan; raise the first rule it does not meet. Nothing is due until it was said."""
    now, today = s.now(), s.today
    broken = plan_rules(draft, today)
    if broken:
        raise broken[0]
    with s.write(Change.PLANS | Change.DAYS | Change.DRAFTS) as transaction:
        if plans.live(transaction) is not None:
            raise RuleBroken(Rule.ONE_LIVE_PLAN)
        plan_id = plans.add(transaction, draft.partner.strip(), draft.fair_chance.strip(), now)
        for mine, lanes in ((False, draft.actions), (True, draft.commitments)):
            for slot, action in enumerate(lanes, start=1):
                terms = action.terms()
                version = ActionVersion(1, terms.first_day, terms, now)
                action_id = plans.add_action(transaction, plan_id, slot, mine=mine)
                plans.add_version(transaction, action_id, version)
                kept_words.put(transaction, plan_id, action.kept, now, action_id)
        saying = Saying(draft.place.strip(), draft.time.strip(), draft.message.strip())
        plan_lives.set_saying(transaction, plan_id, saying)
        kept_words.put(transaction, plan_id, draft.kept_words, now)
        drafts.remove_plan(transaction)
        return live(transaction, plan_id)


def live_plan(s: VaultSession) -> Plan | None:
    with s.read() as transaction:
        return s.plan_in(transaction)


def record_said(s: VaultSession, plan_id: int, day: date, way: Way) -> Plan:
    """Note when and how the plan was said: from the day it went live to today.

    The day can be put right as long as nothing was marked between the two: what was marked keeps its meaning.
    """
    now, today = s.now(), s.today
    with s.write(Change.PLANS | Change.DAYS) as transaction:
        plan = live(transaction, plan_id)
        if day > today:
            raise RuleBroken(Rule.SAID_IN_FUTURE)
        if day < day_of(plan.went_live_at, s.day_ends):
            raise RuleBroken(Rule.DAY_BEFORE_START)
        if plan.said is not None and _is_marked_between(transaction, plan, plan.said.day, day):
            raise RuleBroken(Rule.SAID_PAST_A_MARK)
        plans.set_said(transaction, plan_id, Said(day, way, _recorded(plan.said, day, now)))
        return live(transaction, plan_id)


def _is_marked_between(transaction: Transaction, plan: Plan, one: date, other: date) -> bool:
    """Whether a mark counts with one of the days as the day the plan was said, and is among other times with the other."""
    first, last = min(one, other), max(one, other) - timedelta(days=1)
    lanes = {lane.id for lane in plan.lanes}
    return any(key.action_id in lanes for key in follow_throughs.outcomes_between(transaction, first, last))


def _recorded(before: Said | None, day: date, now: datetime) -> datetime | None:
    """Return when the telling was first written down; a day or way put right later makes nothing told that was not."""
    return now if before is None or before.day < day else before.recorded


def put_back_said(s: VaultSession, plan_id: int, before: Said | None) -> Plan:
    """Undo `record_said`: put back what the plan held before it."""
    with s.write(Change.PLANS | Change.DAYS) as transaction:
        plans.set_said(transaction, plan_id, before)
        return live(transaction, plan_id)


def change_action(
    s: VaultSession,
    plan_id: int,
    slot: int,
    terms: ActionTerms,
    *,
    mine: bool = False,
    kept: frozenset[str] = frozenset(),
) -> Plan:
    """Add a version from today on, or from tomorrow if today is marked; earlier days keep theirs.

    A second change that begins on the same day is one more version: the later is in force, both are history.
    `kept` names the remarks that were answered while it was written.
    """
    now, today = s.now(), s.today
    broken = commitment_rules(draft_of(terms)) if mine else action_rules(draft_of(terms), today)
    if broken:
        raise RuleBroken(broken[0], slot, mine=mine)
    with s.write(Change.PLANS | Change.DAYS) as transaction:
        action = in_place(live(transaction, plan_id), slot, mine=mine)
        begins = first_free_day(transaction, (action,), today)
        version = ActionVersion(action.newest.number + 1, begins, terms, now)
        plans.add_version(transaction, action.id, version)
        return _settled(transaction, plan_id, action.id, now, kept)


def take_back_change(s: VaultSession, plan_id: int, slot: int, version: int, *, mine: bool = False) -> Plan:
    """Undo `change_action`: take the newest version away unless it was answered or a day was marked under it."""
    now = s.now()
    with s.write(Change.PLANS | Change.DAYS) as transaction:
        plan = live(transaction, plan_id)
        action = in_place(plan, slot, mine=mine)
        newest = action.newest
        judged = follow_throughs.last_since(transaction, action.id, newest.from_day) is not None
        answered = (action.id, version) in {(given.action_id, given.version) for given in plan.answers}
        if newest.number != version or version == 1 or judged or answered:
            raise RuleBroken(Rule.MARKED_ALREADY, slot, mine=mine)
        plans.remove_version(transaction, action.id, version)
        return _settled(transaction, plan_id, action.id, now)


def _settled(
    transaction: Transaction, plan_id: int, action_id: int, now: datetime, kept: frozenset[str] = frozenset()
) -> Plan:
    """Return the plan once no name of a remark quotes words that the action does not have."""
    plan = live(transaction, plan_id)
    kept_words.settle(transaction, plan, now, plan.action(action_id), added=kept)
    return plan
