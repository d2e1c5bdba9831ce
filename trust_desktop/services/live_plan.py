"""The plan that is live, what stands in its places, and the first day that nothing was recorded on yet."""

from collections.abc import Iterable
from datetime import date

from trust_desktop.domain.errors import Rule, RuleBroken
from trust_desktop.domain.follow_through import version_start
from trust_desktop.domain.plan import Action, Plan
from trust_desktop.storage import follow_throughs, plans
from trust_desktop.storage.database import Transaction


def live(transaction: Transaction, plan_id: int) -> Plan:
    """Return the live plan if it has this id."""
    plan = plans.live(transaction)
    if plan is None or plan.id != plan_id:
        raise RuleBroken(Rule.UNKNOWN_ACTION)
    return plan


def holder(plan: Plan, slot: int, *, mine: bool) -> Action | None:
    """Return what stands in a place now, None where that has ended."""
    lanes = plan.commitments if mine else plan.actions
    return next((each for each in lanes if each.slot == slot and each.ended is None), None)


def in_place(plan: Plan, slot: int, *, mine: bool) -> Action:
    """Return what stands in a place now, or raise."""
    action = holder(plan, slot, mine=mine)
    if action is None:
        raise RuleBroken(Rule.UNKNOWN_ACTION, slot, mine=mine)
    return action


def first_free_day(transaction: Transaction, lanes: Iterable[Action], today: date) -> date:
    """Return today, or the day after the last one marked: what was recorded keeps what it was judged by.

    A clock that was set back may have left marks after today.
    """
    marked = [follow_throughs.last_since(transaction, lane.id, today) for lane in lanes]
    judged = max((day for day in marked if day is not None), default=None)
    return version_start(judged or today, today_marked=judged is not None)
