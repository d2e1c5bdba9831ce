"""Remarks on words of a live plan that were answered with *keep my words*; their names hold words, and go when these go.

They are on the message the plan is said with; with an `action_id`, on the words of an action or a commitment.
"""

from datetime import datetime
from typing import Final

from trust_desktop.domain.draft import ActionDraft
from trust_desktop.domain.plan import Action, ActionTerms, Plan
from trust_desktop.services.session import VaultSession
from trust_desktop.storage import writings
from trust_desktop.storage.database import Transaction
from trust_desktop.wording import standing

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


def settle(
    transaction: Transaction,
    plan: Plan,
    now: datetime,
    action: Action | None = None,
    *,
    added: frozenset[str] = frozenset(),
) -> frozenset[str]:
    """Keep what quotes words of the plan's message, or of any version of an action, as they now stand.

    Names `added` are kept among them. Returns those that were let go.
    """
    if action is None:
        words = plan.saying.message
    else:
        words = remarked(*(version.terms for version in action.versions))
    action_id = action.id if action is not None else None
    before = _get(transaction, plan.id, action_id) | added
    kept = standing(before, words)
    put(transaction, plan.id, kept, now, action_id)
    return before - kept


def remarked(*written: ActionTerms | ActionDraft) -> str:
    """Return the words of an action that its remarks are on."""
    return "\n".join(words for each in written for words in (each.text, each.known_by))


def _get(transaction: Transaction, plan_id: int, action_id: int | None) -> frozenset[str]:
    return frozenset(writings.get(transaction, _name(plan_id, action_id)).splitlines())


def _name(plan_id: int, action_id: int | None) -> str:
    """It begins as the names of all that `writings.take_of_plan` takes away when the plan ends."""
    return f"plan.{plan_id}.{'message' if action_id is None else f'action.{action_id}'}.kept"
