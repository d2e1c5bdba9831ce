"""The labelled plans, as the drafts that the program itself would hold."""

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from training.labelled import files
from trust_desktop.domain.cadence import Cadence, CadenceKind
from trust_desktop.domain.draft import ActionDraft, PlanDraft
from trust_desktop.domain.plan import Consent

FIRST_DAY = date(2026, 12, 1)


@dataclass(frozen=True, slots=True)
class LabelledPlan:
    """One whole plan; `note` says in a line what makes it so."""

    draft: PlanDraft
    coercive: bool
    note: str
    sitting: str


def load_plans(part: str) -> list[LabelledPlan]:
    """Return the plans of a part ("train", "test"), by file and place."""
    return [
        LabelledPlan(
            PlanDraft(actions=[_action(action) for action in plan["action"]]),
            plan["label"] == "coercive",
            plan["note"],
            path.stem.partition("-")[2],
        )
        for path in files("plans", part)
        for plan in tomllib.loads(path.read_text(encoding="utf-8"))["plan"]
    ]


def _action(fields: dict[str, Any]) -> ActionDraft:
    about = "consent" in fields
    ends = fields.get("ends_days")
    return ActionDraft(
        text=fields["text"],
        known_by=fields["known_by"],
        cadence=Cadence(CadenceKind(fields["cadence"])),
        first_day=FIRST_DAY,
        review_day=FIRST_DAY + timedelta(days=fields["review_days"]),
        about_openness=about,
        consent=Consent(fields["consent"]) if about else None,
        purpose=fields.get("purpose", "") if about else "",
        ends=FIRST_DAY + timedelta(days=ends) if about and ends else None,
    )
