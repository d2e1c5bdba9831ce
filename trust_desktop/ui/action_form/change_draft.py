"""Changes to a live plan that are being written: kept in the vault like a plan in the making."""

from dataclasses import replace

from trust_desktop.domain.draft import ActionDraft, PlanDraft, draft_of
from trust_desktop.domain.plan import Plan
from trust_desktop.services import planning
from trust_desktop.services.session import VaultSession


def changes_begun(session: VaultSession, plan: Plan) -> PlanDraft:
    """Return the plan's four actions as drafts, with what was already typed to change them.

    While a plan is live no other can be begun, so the draft beside it can only be of changes to it.
    """
    kept = planning.load_draft(session)
    if kept is not None and len(kept.actions) == len(plan.current):
        return kept
    return PlanDraft(partner=plan.partner, actions=_as_they_stand(plan))


def begun_slots(session: VaultSession, plan: Plan) -> frozenset[int]:
    """Return the places of the actions a change was begun for and not kept yet; an answered remark is no change."""
    drafts, standing = changes_begun(session, plan).actions, _as_they_stand(plan)
    return frozenset(
        slot
        for slot, (draft, stands) in enumerate(zip(drafts, standing, strict=True), 1)
        if replace(draft, kept=stands.kept) != stands
    )


def forget_change(session: VaultSession, plan: Plan, slot: int) -> None:
    """Let one begun change go; the draft goes with the last of them."""
    kept = planning.load_draft(session)
    if kept is None:
        return
    standing = _as_they_stand(plan)
    kept.actions[slot - 1] = standing[slot - 1]
    if kept.actions == standing:
        planning.discard_draft(session)
    else:
        planning.save_draft(session, kept)


def _as_they_stand(plan: Plan) -> list[ActionDraft]:
    return [draft_of(action.newest.terms) for action in plan.current]
