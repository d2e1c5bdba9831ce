"""Remarks on words of a live plan that were answered with *keep my words*; their names hold words, and go when these go.

They are on the message the plan is said with; with an `action_id`, on the words an action or a commitment went live with.
"""

from datetime import datetime
from typing import Final

from trust_desktop.services.session import VaultSession
from trust_desktop.storage import writings
from trust_desktop.storage.database import Transaction

_OF_ANY_PLAN: Final = "talk.message.kept"
"""Where they stood until 28 November 2026, whatever plan they were about."""


def load(s: VaultSession, plan_id: int, action_id: int | None = None) -> frozenset[str]:
    with s.read() as transaction:
        return _get(transaction, plan_id, action_id)


def put(
    transaction: Transaction,
    plan_id: int,
    kept: frozenset[str],
    now: datetime,
    action_id: int | None = None,
) -> None:
    writings.put(transaction, _name(plan_id, action_id), "\n".join(sorted(kept)), now)
    writings.put(transaction, _OF_ANY_PLAN, "", now)


def take(
    transaction: Transaction, plan_id: int, now: datetime, action_id: int | None = None
) -> frozenset[str]:
    """Take them away, and return them to be put back."""
    kept = _get(transaction, plan_id, action_id)
    put(transaction, plan_id, frozenset(), now, action_id)
    return kept


def _get(transaction: Transaction, plan_id: int, action_id: int | None) -> frozenset[str]:
    return frozenset(writings.get(transaction, _name(plan_id, action_id)).splitlines())


def _name(plan_id: int, action_id: int | None) -> str:
    """It begins as the names of all that `writings.take_of_plan` takes away when the plan ends."""
    return f"plan.{plan_id}.{'message' if action_id is None else f'action.{action_id}'}.kept"
