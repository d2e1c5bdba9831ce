"""What becomes of a plan: an action kept, finished or replaced, the plan at rest, taken up again, ended."""

from dataclasses import dataclass
from datetime import date

from trust_desktop.domain.draft import PlanDraft, action_rules, commitment_rules, draft_of
from trust_desktop.domain.errors import Rule, RuleBroken
from trust_desktop.domain.plan import MOST_COMMITMENTS, Action, ActionTerms, ActionVersion, Plan
from trust_desktop.domain.plan_life import ActionEnd, ActionEnding, PlanEnd, PlanRest, Review
from trust_desktop.services import kept_words
from trust_desktop.services.live_plan import first_free_day, holder, in_place, live
from trust_desktop.services.session import Change, VaultSession
from trust_desktop.storage import drafts, plan_lives, plans, writings

_LIVES = Change.PLANS | Change.DAYS


@dataclass(frozen=True, slots=True)
class Ended:
    """A plan that was ended, the changes begun in it and the words by name, to put all back until the vault is locked."""

    plan: Plan
    begun: PlanDraft | None
    written: tuple[tuple[str, str], ...] = ()


def every_plan(s: VaultSession) -> tuple[Plan, ...]:
    """Return all plans, the oldest first."""
    with s.read() as transaction:
        return s.plans_in(transaction)


def starts(s: VaultSession, *lanes: Action) -> date:
    """Return the day from which a change to these would hold: today, or the day after the last one marked."""
    today = s.today
    with s.read() as transaction:
        return first_free_day(transaction, lanes, today)


# --- an action at its review


def keep(s: VaultSession, plan_id: int, slot: int, next_day: date, *, mine: bool = False) -> Plan:
    """Note that an action was looked at again and stays as it is until another day: no words, no answer change."""
    now, today = s.now(), s.today
    if next_day <= today:
        raise RuleBroken(Rule.REVIEW_BEFORE_FIRST_DAY, slot, mine=mine)
    with s.write(_LIVES) as transaction:
        action = in_place(live(transaction, plan_id), slot, mine=mine)
        review = Review(0, action.newest.number, today, next_day)
        plan_lives.add_review(transaction, action.id, review, now)
        return live(transaction, plan_id)


def take_back_keep(s: VaultSession, plan_id: int, slot: int, *, mine: bool = False) -> Plan:
    """Undo `keep`."""
    with s.write(_LIVES) as transaction:
        action = in_place(live(transaction, plan_id), slot, mine=mine)
        for review in action.reviews[-1:]:
            plan_lives.remove_review(transaction, review.id)
        return live(transaction, plan_id)


def finish(s: VaultSession, plan_id: int, slot: int, *, mine: bool = False) -> Plan:
    """Ask for an action no more, from today or from the day after the last one marked."""
    now, today = s.now(), s.today
    with s.write(_LIVES) as transaction:
        action = in_place(live(transaction, plan_id), slot, mine=mine)
        end = ActionEnd(first_free_day(transaction, (action,), today), ActionEnding.FINISHED)
        plan_lives.set_action_end(transaction, action.id, end, now)
        return live(transaction, plan_id)


def take_back_finish(s: VaultSession, plan_id: int, action_id: int) -> Plan:
    """Undo `finish`, while nothing else has its place."""
    now = s.now()
    with s.write(_LIVES) as transaction:
        plan = live(transaction, plan_id)
        action = plan.action(action_id)
        if action is None or holder(plan, action.slot, mine=action.mine) is not None:
            raise RuleBroken(Rule.NO_PLACE_LEFT)
        plan_lives.set_action_end(transaction, action_id, None, now)
        return live(transaction, plan_id)


def put_in_place(
    s: VaultSession,
    plan_id: int,
    slot: int,
    terms: ActionTerms,
    *,
    mine: bool = False,
    again: int = 0,
    kept: frozenset[str] = frozenset(),
) -> Plan:
    """Put another action or commitment into a place; what stands there ends, and is not lost.

    `again` is the id it had before `take_out_of_place`: what was done with it since can be repeated as well.
    `kept` names the remarks that were answered while it was written.
    """
    now, today = s.now(), s.today
    broken = commitment_rules(draft_of(terms)) if mine else action_rules(draft_of(terms), today)
    if broken:
        raise RuleBroken(broken[0], slot, mine=mine)
    with s.write(_LIVES) as transaction:
        plan = live(transaction, plan_id)
        before = [each for each in plan.lanes if (each.slot, each.mine) == (slot, mine)]
        if not before and not (mine and 1 <= slot <= MOST_COMMITMENTS):
            raise RuleBroken(Rule.NO_PLACE_LEFT, slot, mine=mine)
        begins = max(
            [first_free_day(transaction, before, today), *(e.ended.from_day for e in before if e.ended)]
        )
        for each in before:
            if each.ended is None:
                end = ActionEnd(begins, ActionEnding.REPLACED)
                plan_lives.set_action_end(transaction, each.id, end, now)
        action_id = plans.add_action(transaction, plan_id, slot, mine=mine, again=again)
        version = ActionVersion(1, max(begins, terms.first_day), terms, now)
        plans.add_version(transaction, action_id, version)
        changed = live(transaction, plan_id)
        kept_words.settle(transaction, changed, now, changed.action(action_id), added=kept)
        return changed


def take_out_of_place(s: VaultSession, plan_id: int, slot: int, *, mine: bool = False) -> Plan:
    """Undo `put_in_place`, while nothing was recorded of what came in; what it replaced goes on."""
    now = s.now()
    with s.write(_LIVES) as transaction:
        plan = live(transaction, plan_id)
        action = in_place(plan, slot, mine=mine)
        if plans.is_used(transaction, action.id):
            raise RuleBroken(Rule.MARKED_ALREADY, slot, mine=mine)
        earlier = [each for each in plan.lanes if (each.slot, each.mine) == (slot, mine)][:-1]
        plans.remove_action(transaction, action.id)
        kept_words.take(transaction, plan_id, now, action.id)
        for each in earlier[-1:]:
            if each.ended is not None and each.ended.how is ActionEnding.REPLACED:
                plan_lives.set_action_end(transaction, each.id, None, now)
        return live(transaction, plan_id)


def free_place(plan: Plan) -> int | None:
    """Return the first place without a commitment, None where all four are taken."""
    taken = {each.slot for each in plan.commitments if each.ended is None}
    return next((slot for slot in range(1, MOST_COMMITMENTS + 1) if slot not in taken), None)


# --- the plan


def rest(s: VaultSession, plan_id: int, words: str = "") -> Plan:
    """Let nothing of the plan be due, from today or from the day after the last one marked."""
    today = s.today
    with s.write(_LIVES) as transaction:
        plan = live(transaction, plan_id)
        if plan.rest_at(today) is not None:
            raise RuleBroken(Rule.ALREADY_AT_REST)
        begins = first_free_day(transaction, plan.lanes, today)
        plan_lives.add_rest(transaction, plan_id, begins, words.strip())
        return live(transaction, plan_id)


def take_back_rest(s: VaultSession, plan_id: int) -> Plan:
    """Undo `rest`."""
    with s.write(_LIVES) as transaction:
        for each in live(transaction, plan_id).rests[-1:]:
            plan_lives.remove_rest(transaction, each.id)
        return live(transaction, plan_id)


def take_up(s: VaultSession, plan_id: int, first_day: date) -> Plan:
    """Take a plan up again from a day on, today at the earliest."""
    today = s.today
    with s.write(_LIVES) as transaction:
        resting = live(transaction, plan_id).rest_at(today)
        if resting is None:
            raise RuleBroken(Rule.UNKNOWN_ACTION)
        if first_day < max(today, resting.from_day):
            raise RuleBroken(Rule.DAY_BEFORE_START)
        plan_lives.set_rest(transaction, resting.id, first_day, resting.words)
        return live(transaction, plan_id)


def put_back_rest(s: VaultSession, plan_id: int, before: PlanRest) -> Plan:
    """Undo `take_up`: let the rest last as long as it did."""
    with s.write(_LIVES) as transaction:
        live(transaction, plan_id)
        plan_lives.set_rest(transaction, before.id, before.back_day, before.words)
        return live(transaction, plan_id)


def end(s: VaultSession, plan_id: int, words: str = "") -> Ended:
    """End the plan, from today or from the day after the last one marked; another can be begun at once."""
    now, today = s.now(), s.today
    with s.write(_LIVES | Change.DRAFTS) as transaction:
        plan = live(transaction, plan_id)
        begun = drafts.plan(transaction)
        # Changes begun in it would otherwise wait in the wizard, as if they were a new plan.
        drafts.remove_plan(transaction)
        # What was being written for its places and answers would stay in the vault and be shown nowhere.
        written = writings.take_of_plan(transaction, plan_id, [each.id for each in plan.lanes])
        ending = PlanEnd(first_free_day(transaction, plan.lanes, today), words.strip(), now)
        plan_lives.set_plan_end(transaction, plan_id, ending)
        return Ended(plan, begun, written)


def go_on(s: VaultSession, ended: Ended) -> Plan:
    """Undo `end`, while no other plan is live."""
    now = s.now()
    with s.write(_LIVES | Change.DRAFTS) as transaction:
        if plans.every(transaction)[-1].id != ended.plan.id:
            raise RuleBroken(Rule.ONE_LIVE_PLAN)
        plan_lives.set_plan_end(transaction, ended.plan.id, None)
        if ended.begun is not None and not drafts.plan_begun(transaction):
            drafts.put_plan(transaction, ended.begun, now)
        for name, body in ended.written:
            if not writings.get(transaction, name):
                writings.put(transaction, name, body, now)
        return live(transaction, ended.plan.id)
