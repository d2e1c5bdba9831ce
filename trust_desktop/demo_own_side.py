"""What the example's person set out to do themselves, and how they said the plan."""

from typing import Any

from trust_desktop import resources
from trust_desktop.domain.draft import ActionDraft, PlanDraft
from trust_desktop.services import calm_message


def add(draft: PlanDraft, commitments: list[ActionDraft], saying: dict[str, Any]) -> PlanDraft:
    """Put the person's own side into a plan in the making, with the message drafted from it."""
    draft.commitments = commitments
    draft.place, draft.time = saying["place"], saying["time"]
    draft.message = draft.drafted = calm_message.from_draft(
        draft, resources.content("calm_message")["message"]
    )
    return draft
