"""Drafts as JSON and back; a part missing in an older draft takes its default."""

import json
from dataclasses import asdict
from datetime import date
from enum import Enum
from typing import Any

from trust_desktop.domain.acknowledgement import AcknowledgementDraft
from trust_desktop.domain.cadence import Cadence, CadenceKind
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.draft import ActionDraft, PlanDraft
from trust_desktop.domain.follow_through import MarkKey
from trust_desktop.domain.plan import Consent

_DAYS = ("first_day", "review_day", "ends")


def of_plan(draft: PlanDraft) -> str:
    return json.dumps(asdict(draft), default=_plain)


def plan_of(text: str) -> PlanDraft:
    fields: dict[str, Any] = json.loads(text)
    fields["ready"] = frozenset(fields["ready"])
    fields["kept"] = frozenset(fields.get("kept", ()))
    fields["actions"] = [_action_of(action) for action in fields["actions"]]
    fields["commitments"] = [_action_of(action) for action in fields.get("commitments", ())]
    return PlanDraft(**fields)


def _action_of(fields: dict[str, Any]) -> ActionDraft:
    for name in _DAYS:
        fields[name] = date.fromisoformat(fields[name]) if fields[name] else None
    fields["consent"] = Consent(fields["consent"]) if fields["consent"] else None
    fields["kept"] = frozenset(fields.get("kept", ()))
    cadence = fields["cadence"]
    cadence["kind"] = CadenceKind(cadence["kind"])
    cadence["weekdays"] = frozenset(cadence["weekdays"])
    fields["cadence"] = Cadence(**cadence)
    return ActionDraft(**fields)


def of_acknowledgement(draft: AcknowledgementDraft) -> str:
    covers = [[key.action_id, key.day] for key in sorted(draft.covers)]
    fields = {"text": draft.text, "covers": covers, "way": draft.way, "kept": draft.kept}
    return json.dumps(fields, default=_plain)


def acknowledgement_of(id_: int, text: str) -> AcknowledgementDraft:
    fields = json.loads(text)
    covers = frozenset(MarkKey(action_id, date.fromisoformat(day)) for action_id, day in fields["covers"])
    kept = frozenset(fields.get("kept", ()))
    return AcknowledgementDraft(id_, fields["text"], covers, Way(fields["way"]), kept)


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    assert isinstance(value, frozenset)
    return sorted(value)
