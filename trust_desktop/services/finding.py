"""Finding one's own words again. What was looked for is kept nowhere."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Final

from trust_desktop.domain.finding import USUAL, Found, FoundKind, FoundPart, wanted
from trust_desktop.domain.plan import Action, Plan
from trust_desktop.services.day_views import version_shown
from trust_desktop.services.session import VaultSession
from trust_desktop.storage import finding

SHOWN: Final = 20
"""Texts shown at a time."""

_OF_AN_ACTION: Final = frozenset({FoundPart.KNOWN_BY, FoundPart.PURPOSE, FoundPart.WHY})
"""An action's own words need no title beside them."""

_OF_A_PLAN: Final = frozenset({FoundPart.FAIR_CHANCE, FoundPart.MESSAGE, FoundPart.ENDING})


@dataclass(frozen=True, slots=True)
class FoundLine:
    """One text that was found; `about` is the action it belongs to, in the words of that day, else empty."""

    found: Found
    about: str


@dataclass(frozen=True, slots=True)
class InPlan:
    """Which plan words belong to, and which action of it, 0 for none; `now` if the plan shows them as its own today."""

    found: Found
    plan_id: int
    action: Action | None
    now: bool


def in_plan(s: VaultSession, found: Found) -> InPlan | None:
    """Return where words of a plan stand; None for other words, and for those that are gone since they were found."""
    with s.read() as transaction:
        plans = s.plans_in(transaction)
    for plan in plans:
        if found.part in _OF_A_PLAN and plan.id == found.number:
            return InPlan(found, plan.id, None, found.part is FoundPart.FAIR_CHANCE and plan.ended is None)
        if found.part is FoundPart.REST and any(rest.id == found.number for rest in plan.rests):
            return InPlan(found, plan.id, None, now=False)
        for action in plan.lanes:
            if _belongs(plan, action, found):
                standing = plan.ended is None and action.ended is None
                return InPlan(found, plan.id, action, standing and _newest(plan, action, found))
    return None


def _belongs(plan: Plan, action: Action, found: Found) -> bool:
    if found.part is FoundPart.ANSWER:
        return any(given.id == found.number and given.action_id == action.id for given in plan.answers)
    return (found.part is FoundPart.ACTION or found.part in _OF_AN_ACTION) and action.id == found.number


def _newest(plan: Plan, action: Action, found: Found) -> bool:
    if found.part is FoundPart.ANSWER:
        given = plan.answer_to(action)
        return given is not None and given.id == found.number and plan.said is not None
    return action.newest.number == found.version


def find(
    s: VaultSession,
    typed: str,
    kinds: Collection[FoundKind] = USUAL,
    first: date = date.min,
    last: date = date.max,
    *,
    before: int | None = None,
    limit: int = SHOWN,
) -> tuple[FoundLine, ...]:
    """Return texts in which everything typed stands, the newest first; `before` is the id of the last one shown."""
    parts = [part for part in FoundPart if part.kind in kinds]
    with s.read() as transaction:
        found = finding.newest(transaction, wanted(typed), parts, first, last, limit=limit, before=before)
        titles = _Titles(s.plans_in(transaction) if found else ())
    return tuple(FoundLine(each, titles.of(each)) for each in found)


class _Titles:
    """What the actions were called when the words about them were written."""

    def __init__(self, plans: tuple[Plan, ...]) -> None:
        self._actions = {action.id: action for plan in plans for action in plan.lanes}
        self._answers = {given.id: given for plan in plans for given in plan.answers}
        self._titles = {
            (action.id, version.number): version.terms.title
            for action in self._actions.values()
            for version in action.versions
        }

    def of(self, found: Found) -> str:
        if found.part is FoundPart.REASON:
            return version_shown(self._actions[found.number], found.day).terms.title
        if found.part is FoundPart.ANSWER:
            given = self._answers[found.number]
            return self._titles[given.action_id, given.version]
        return self._titles[found.number, found.version] if found.part in _OF_AN_ACTION else ""
