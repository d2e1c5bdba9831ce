"""Remarks on what a live plan is said with that were answered with *keep my words*; their names hold words, and go when these go."""

from datetime import datetime
from typing import Final

from trust_desktop.services.session import VaultSession
from trust_desktop.storage import writings
from trust_desktop.storage.database import Transaction

_OF_ANY_PLAN: Final = "talk.message.kept"
"""Where they stood until 28 November 2026, whatever plan they were about."""


def load(s: VaultSession, plan_id: int) -> frozenset[str]:
    with s.read() as transaction:
        return _get(transaction, plan_id)


def put(transaction: Transaction, plan_id: int, kept: frozenset[str], now: datetime) -> None:
    writings.put(transaction, _name(plan_id), "\n".join(sorted(kept)), now)
    writings.put(transaction, _OF_ANY_PLAN, "", now)


def take(transaction: Transaction, plan_id: int, now: datetime) -> frozenset[str]:
    """Take them away, and return them to be put back."""
    kept = _get(transaction, plan_id)
    put(transaction, plan_id, frozenset(), now)
    return kept


def _get(transaction: Transaction, plan_id: int) -> frozenset[str]:
    return frozenset(writings.get(transaction, _name(plan_id)).splitlines())


def _name(plan_id: int) -> str:
    """It begins as the names of all that `writings.take_of_plan` takes away when the plan ends."""
    return f"plan.{plan_id}.message.kept"
