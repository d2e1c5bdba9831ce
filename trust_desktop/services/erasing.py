"""Taking words of the person's own out of any plan, and putting them back until the vault is locked."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Final

from trust_desktop.domain.draft import ActionDraft, PlanDraft
from trust_desktop.domain.errors import Rule, RuleBroken
from trust_desktop.domain.plan import Action, Plan
from trust_desktop.services import kept_words, writing
from trust_desktop.services.session import Change, VaultSession
from trust_desktop.storage import drafts, plan_lives, plans
from trust_desktop.storage.database import Transaction
from trust_desktop.wording import standing

_CHANGES: Final = Change.PLANS | Change.DAYS | Change.DRAFTS


class Kind(Enum):
    """Which words of a plan they are; whatever is deleted, its versions, days, dates and marks stay."""

    TEXT = auto()
    KNOWN_BY = auto()
    PURPOSE = auto()
    WHY = auto()
    FAIR_CHANCE = auto()
    PARTNER = auto()
    PLACE = auto()
    TIME = auto()
    MESSAGE = auto()
    ANSWER = auto()
    REST = auto()
    END = auto()


_SAYING: Final = {Kind.PLACE: "place", Kind.TIME: "time", Kind.MESSAGE: "message"}
_OF_A_VERSION: Final = {
    Kind.TEXT: "text",
    Kind.KNOWN_BY: "known_by",
    Kind.PURPOSE: "purpose",
    Kind.WHY: "why",
}
_REMARKED: Final = {Kind.MESSAGE, Kind.TEXT, Kind.KNOWN_BY}


@dataclass(frozen=True, slots=True)
class Where:
    """Words in a plan: `id` is that of the action, answer or rest they belong to."""

    kind: Kind
    plan_id: int
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class Erased:
    """Words that were taken out and every place they stood in, for `put_back`.

    `begun`: a change begun held them as well; `kept` names the remarks on them there, `said` those on
    a message or on the words of an action.
    """

    words: str
    places: tuple[Where, ...]
    begun: bool
    kept: frozenset[str] = frozenset()
    said: frozenset[str] = frozenset()


def erase(s: VaultSession, where: Where) -> Erased:
    """Take words out of a plan, ended or not.

    Those of an action go from all of its versions that have the very same, and from the copy that a change begun holds:
    who deletes words does not mean one of their places.
    """
    with s.write(_CHANGES) as transaction:
        plan = _plan(transaction, where)
        words = _standing(plan, where)
        places = tuple(_same_words(plan, where, words))
        for place in places:
            _put(transaction, plan, place, "")
        kept = _change(transaction, s, plan, where, words, "")
        said = _settle(transaction, s, where) if where.kind in _REMARKED else frozenset()
        return Erased(words, places, kept is not None, kept or frozenset(), said)


def put_back(s: VaultSession, erased: Erased) -> None:
    """Undo `erase`. A message written anew meanwhile stays, below what stood there."""
    with s.write(_CHANGES) as transaction:
        plan = _plan(transaction, erased.places[0])
        for place in erased.places:
            there = _standing(plan, place)
            words = writing.joined(erased.words, there) if place.kind is Kind.MESSAGE else erased.words
            _put(transaction, plan, place, words)
        if erased.begun:
            _change(transaction, s, plan, erased.places[0], "", erased.words, erased.kept)
        if erased.said:
            _settle(transaction, s, erased.places[0], erased.said)


def _plan(transaction: Transaction, where: Where) -> Plan:
    plan = next((plan for plan in plans.every(transaction) if plan.id == where.plan_id), None)
    if plan is None:
        raise RuleBroken(Rule.UNKNOWN_ACTION)
    return plan


def _settle(
    transaction: Transaction, s: VaultSession, where: Where, back: frozenset[str] = frozenset()
) -> frozenset[str]:
    """Let the names of remarks go with the words they quote, or come `back` with them; return those that went."""
    plan = _plan(transaction, where)
    action = plan.action(where.id) if where.kind in _OF_A_VERSION else None
    return kept_words.settle(transaction, plan, s.now(), action, added=back)


def _same_words(plan: Plan, where: Where, words: str) -> Iterator[Where]:
    action = plan.action(where.id) if where.kind in _OF_A_VERSION else None
    if action is None:
        yield where
        return
    for version in action.versions:
        place = replace(where, version=version.number)
        if _words_of(plan, place) == words:
            yield place


def _standing(plan: Plan, where: Where) -> str:
    words = _words_of(plan, where)
    if words is None:
        raise RuleBroken(Rule.UNKNOWN_ACTION)
    return words


def _words_of(plan: Plan, where: Where) -> str | None:
    if where.kind in _OF_A_VERSION:
        return _of_version(plan.action(where.id), where)
    match where.kind:
        case Kind.ANSWER:
            return next((each.words for each in plan.answers if each.id == where.id), None)
        case Kind.REST:
            return next((each.words for each in plan.rests if each.id == where.id), None)
        case _:
            return _of_the_whole(plan)[where.kind]


def _of_version(action: Action | None, where: Where) -> str | None:
    versions = action.versions if action is not None else ()
    terms = next((each.terms for each in versions if each.number == where.version), None)
    holder = terms.openness if terms is not None and where.kind is Kind.PURPOSE else terms
    return None if holder is None else str(getattr(holder, _OF_A_VERSION[where.kind]))


def _of_the_whole(plan: Plan) -> dict[Kind, str | None]:
    return {
        Kind.FAIR_CHANCE: plan.fair_chance,
        Kind.PARTNER: plan.partner,
        Kind.PLACE: plan.saying.place,
        Kind.TIME: plan.saying.time,
        Kind.MESSAGE: plan.saying.message,
        Kind.END: plan.ended.words if plan.ended is not None else None,
    }


def _put(transaction: Transaction, plan: Plan, where: Where, words: str) -> None:
    if where.kind in _OF_A_VERSION:
        plans.set_words(transaction, where.id, where.version, _OF_A_VERSION[where.kind], words)
        return
    match where.kind:
        case Kind.FAIR_CHANCE:
            plans.set_own_words(transaction, plan.id, plan.partner, words)
        case Kind.PARTNER:
            plans.set_own_words(transaction, plan.id, words, plan.fair_chance)
        case Kind.PLACE | Kind.TIME | Kind.MESSAGE:
            saying = replace(plan.saying, **{_SAYING[where.kind]: words})
            plan_lives.set_saying(transaction, plan.id, saying)
        case Kind.ANSWER:
            plan_lives.set_answer_words(transaction, where.id, words)
        case Kind.REST:
            rest = next(each for each in plan.rests if each.id == where.id)
            plan_lives.set_rest(transaction, rest.id, rest.back_day, words)
        case _:
            assert plan.ended is not None
            plan_lives.set_plan_end(transaction, plan.id, replace(plan.ended, words=words))


def _change(
    transaction: Transaction,
    s: VaultSession,
    plan: Plan,
    where: Where,
    there: str,
    words: str,
    back: frozenset[str] = frozenset(),
) -> frozenset[str] | None:
    """Put `words` where a change begun has `there`; return the names that went with them, None where it has not.

    Whatever is changed in a live plan, a copy of all of it waits with the change. Names of remarks hold words, too;
    they come `back` with these.
    """
    draft = drafts.plan(transaction) if plan.ended is None else None
    holder, part = _copy_in(draft, plan, where) if draft is not None else (None, "")
    if draft is None or holder is None or getattr(holder, part).strip() != there:
        return None
    setattr(holder, part, words)
    before = holder.kept | back
    if isinstance(holder, ActionDraft):
        holder.kept = standing(before, kept_words.remarked(holder))
    drafts.put_plan(transaction, draft, s.now())
    return before - holder.kept


def _copy_in(draft: PlanDraft, plan: Plan, where: Where) -> tuple[PlanDraft | ActionDraft | None, str]:
    if where.kind is Kind.PARTNER:
        return draft, "partner"
    action = plan.action(where.id) if where.kind in _OF_A_VERSION else None
    if action is None or action.ended is not None:
        return None, ""
    lanes = draft.commitments if action.mine else draft.actions
    return next(iter(lanes[action.slot - 1 :]), None), _OF_A_VERSION[where.kind]
