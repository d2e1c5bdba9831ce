"""Taking words of the person's own out of any plan, and putting them back until the vault is locked."""

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Final

from trust_desktop.domain.errors import Rule, RuleBroken
from trust_desktop.domain.plan import Plan
from trust_desktop.services.session import Change, VaultSession
from trust_desktop.storage import plan_lives, plans
from trust_desktop.storage.database import Transaction


class Kind(Enum):
    """Whose words in a plan they are; none of them is what was asked for, and none has a date that would go."""

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


@dataclass(frozen=True, slots=True)
class Where:
    """Words in a plan: `id` is that of the action, answer or rest they belong to."""

    kind: Kind
    plan_id: int
    id: int = 0
    version: int = 0


def put(s: VaultSession, where: Where, words: str) -> str:
    """Put words, or none, in the place of others in a plan, ended or not; return those that stood there."""
    with s.write(Change.PLANS) as transaction:
        plan = next((plan for plan in plans.every(transaction) if plan.id == where.plan_id), None)
        before = _standing(plan, where) if plan is not None else None
        if plan is None or before is None:
            raise RuleBroken(Rule.UNKNOWN_ACTION)
        _put(transaction, plan, where, words)
    return before


def _standing(plan: Plan, where: Where) -> str | None:
    match where.kind:
        case Kind.WHY:
            action = plan.action(where.id)
            versions = action.versions if action is not None else ()
            return next((each.terms.why for each in versions if each.number == where.version), None)
        case Kind.ANSWER:
            return next((each.words for each in plan.answers if each.id == where.id), None)
        case Kind.REST:
            return next((each.words for each in plan.rests if each.id == where.id), None)
        case _:
            return _of_the_whole(plan)[where.kind]


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
    match where.kind:
        case Kind.WHY:
            plans.set_why(transaction, where.id, where.version, words)
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
