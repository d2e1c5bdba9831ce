"""What is being written to take a place in a live plan, kept inside the vault until it is put there or let go."""

from trust_desktop.domain.draft import ActionDraft
from trust_desktop.services.session import Change, VaultSession
from trust_desktop.storage import draft_text, writings


def load(s: VaultSession, plan_id: int, slot: int, *, mine: bool = False) -> ActionDraft | None:
    with s.read() as transaction:
        body = writings.get(transaction, _name(plan_id, slot, mine=mine))
    return draft_text.action_of_text(body) if body else None


def keep(s: VaultSession, plan_id: int, slot: int, draft: ActionDraft, *, mine: bool = False) -> None:
    now = s.now()
    with s.write(Change.DRAFTS) as transaction:
        writings.put(transaction, _name(plan_id, slot, mine=mine), draft_text.of_action(draft), now)


def forget(s: VaultSession, plan_id: int, slot: int, *, mine: bool = False) -> None:
    """Let it go; where nothing is kept nothing is written either."""
    now = s.now()
    with s.read() as transaction:
        if not writings.get(transaction, _name(plan_id, slot, mine=mine)):
            return
    with s.write(Change.DRAFTS) as transaction:
        writings.put(transaction, _name(plan_id, slot, mine=mine), "", now)


def _name(plan_id: int, slot: int, *, mine: bool) -> str:
    return f"plan.{plan_id}.{'mine' if mine else 'asked'}.{slot}"
