"""Changes to a live plan that are being written: kept in the vault like a plan in the making."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from trust_desktop.domain.draft import ActionDraft, PlanDraft, draft_of
from trust_desktop.domain.plan import ACTIONS_IN_A_PLAN, MOST_COMMITMENTS, REVIEW_DAYS, Action, Plan
from trust_desktop.services import kept_words, planning
from trust_desktop.services.session import VaultSession
from trust_desktop.wording import standing


def changes_begun(session: VaultSession, plan: Plan) -> PlanDraft:
    """Return the plan's actions and commitments as drafts by place, with what was already typed to change them.

    While a plan is live no other can be begun, so the draft beside it can only be of changes to it.
    """
    kept, standing = planning.load_draft(session), _as_it_stands(session, plan)
    if kept is None:
        return standing
    kept.actions += standing.actions[len(kept.actions) :]
    kept.commitments += standing.commitments[len(kept.commitments) :]
    return kept


def keep_change(
    session: VaultSession, plan: Plan, slot: int, draft: ActionDraft, *, mine: bool = False
) -> None:
    """Keep what was typed to change one place; what is being changed in others, perhaps on another page, stays.

    Of a plan that has ended meanwhile nothing is changed any more.
    """
    now = planning.live_plan(session)
    if now is None or now.id != plan.id:
        return
    kept = changes_begun(session, now)
    _lanes(kept, mine=mine)[slot - 1] = draft
    planning.save_draft(session, kept)


def begun_slots(session: VaultSession, plan: Plan, *, mine: bool = False) -> frozenset[int]:
    """Return the places a change was begun for and not kept yet; an answered remark is no change."""
    drafts = _lanes(changes_begun(session, plan), mine=mine)
    standing = _lanes(_as_it_stands(session, plan), mine=mine)
    return frozenset(
        slot
        for slot, (draft, stands) in enumerate(zip(drafts, standing, strict=True), 1)
        if _begun(draft, stands)
    )


def forget_change(session: VaultSession, plan: Plan, slot: int, *, mine: bool = False) -> None:
    """Let one begun change go; the draft goes with the last of them."""
    if planning.load_draft(session) is None:
        return
    kept, standing = changes_begun(session, plan), _as_it_stands(session, plan)
    _lanes(kept, mine=mine)[slot - 1] = _lanes(standing, mine=mine)[slot - 1]
    if (kept.actions, kept.commitments) == (standing.actions, standing.commitments):
        planning.discard_draft(session)
    else:
        planning.save_draft(session, kept)


def _begun(draft: ActionDraft, stands: ActionDraft) -> bool:
    """The days offered for the next look and for an end move on by themselves; they are no change."""
    written = replace(draft, kept=stands.kept, review_day=stands.review_day, ends=stands.ends)
    return written != stands


def _as_it_stands(session: VaultSession, plan: Plan) -> PlanDraft:
    own = (each for each in plan.commitments if each.ended is None)
    return PlanDraft(
        partner=plan.partner,
        actions=_by_place(session, plan, plan.current, ACTIONS_IN_A_PLAN),
        commitments=_by_place(session, plan, own, MOST_COMMITMENTS),
    )


def _by_place(session: VaultSession, plan: Plan, lanes: Iterable[Action], places: int) -> list[ActionDraft]:
    found = {lane.slot: _to_change(session, plan, lane) for lane in lanes}
    return [found.get(slot, ActionDraft()) for slot in range(1, places + 1)]


def _to_change(session: VaultSession, plan: Plan, lane: Action) -> ActionDraft:
    """A day that has come is none to look again on; and what opens something private is agreed to anew each time.

    Remarks that were answered before stay answered, as far as their words stand in it.
    """
    draft, today = draft_of(lane.newest.terms), session.today
    draft.kept = standing(kept_words.load(session, plan.id, lane.id), kept_words.remarked(draft))
    if lane.review_day <= today:
        draft.review_day = today + timedelta(days=REVIEW_DAYS)
    if draft.about_openness:
        draft.consent = draft.ends = None
    return draft


def _lanes(draft: PlanDraft, *, mine: bool) -> list[ActionDraft]:
    return draft.commitments if mine else draft.actions
