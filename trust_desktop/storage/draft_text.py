"""Drafts as JSON and back; a part missing in an older draft takes its default."""

import json
from dataclasses import asdict
from datetime import date
from enum import Enum
from typing import Any, Final

from trust_desktop.domain.acknowledgement import AcknowledgementDraft
from trust_desktop.domain.cadence import Cadence, CadenceKind
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.draft import ActionDraft, PlanDraft, Step
from trust_desktop.domain.follow_through import MarkKey
from trust_desktop.domain.plan import Consent

_DAYS = ("first_day", "review_day", "ends")
_NUMBERED: Final = (
    Step.BEFORE,
    Step.FAIR_CHANCE,
    Step.ACTION_ONE,
    Step.ACTION_TWO,
    Step.ACTION_THREE,
    Step.ACTION_FOUR,
    Step.BOTH_WAYS,
    Step.READ_AGAIN,
)
"""The pages of the wizard when drafts still kept their step as a number."""


def of_plan(draft: PlanDraft) -> str:
    return json.dumps(asdict(draft), default=_plain)


def plan_of(text: str) -> PlanDraft:
    fields: dict[str, Any] = json.loads(text)
    fields["step"] = _step_of(fields["step"])
    fields["ready"] = frozenset(fields["ready"])
    fields["kept"] = frozenset(fields.get("kept", ()))
    fields["kept_words"] = frozenset(fields.get("kept_words", ()))
    fields["actions"] = [_action_of(action) for action in fields["actions"]]
    fields["commitments"] = [_action_of(action) for action in fields.get("commitments", ())]
    return PlanDraft(**fields)


def _step_of(kept: str | int) -> Step:
    return Step(kept) if isinstance(kept, str) else _NUMBERED[min(kept, len(_NUMBERED) - 1)]


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


def of_action(draft: ActionDraft) -> str:
    return json.dumps(asdict(draft), default=_plain)


def action_of_text(text: str) -> ActionDraft:
    return _action_of(json.loads(text))


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
