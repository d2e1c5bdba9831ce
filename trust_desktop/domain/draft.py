"""A plan in the making: the one mutable value that crosses layers, and the rules it must meet to go live."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum

from .cadence import Cadence
from .errors import Rule, RuleBroken
from .plan import ACTIONS_IN_A_PLAN, MOST_COMMITMENTS, OPENNESS_DAYS, ActionTerms, Consent, Openness


class Step(Enum):
    """A page of the wizard, in order; kept by its name, so that a draft finds its page wherever others come between."""

    BEFORE = "before"
    FAIR_CHANCE = "fair_chance"
    ACTION_ONE = "action_one"
    ACTION_TWO = "action_two"
    ACTION_THREE = "action_three"
    ACTION_FOUR = "action_four"
    YOUR_SIDE = "your_side"
    BOTH_WAYS = "both_ways"
    SAYING = "saying"
    READ_AGAIN = "read_again"


@dataclass(slots=True)
class ActionDraft:
    """One action as far as it has been written; None where a question was not answered yet.

    `kept` names the remarks on its words that the person answered with *keep my words*; `fought` is whether the
    two fought about it in the last seven days.
    """

    text: str = ""
    known_by: str = ""
    why: str = ""
    cadence: Cadence = field(default_factory=Cadence)
    first_day: date | None = None
    review_day: date | None = None
    about_openness: bool | None = None
    consent: Consent | None = None
    purpose: str = ""
    ends: date | None = None
    kept: frozenset[str] = frozenset()
    fought: bool | None = None

    @property
    def started(self) -> bool:
        return bool(self.text.strip())

    @property
    def blank(self) -> bool:
        """Whether no word of the person's is in it."""
        return not (self.started or self.known_by.strip() or self.why.strip())

    def terms(self) -> ActionTerms:
        """Return the terms of a draft that `action_rules` found nothing missing in."""
        if self.first_day is None or self.review_day is None:
            raise RuleBroken(Rule.FIRST_DAY_MISSING)
        return ActionTerms(
            text=self.text.strip(),
            cadence=self.cadence,
            first_day=self.first_day,
            review_day=self.review_day,
            known_by=self.known_by.strip(),
            why=self.why.strip(),
            openness=self._openness(),
        )

    def _openness(self) -> Openness | None:
        if not self.about_openness or self.consent is None or self.ends is None:
            return None
        return Openness(self.consent, self.purpose.strip(), self.ends)


@dataclass(slots=True)
class PlanDraft:
    """A plan in the making; `step` is the wizard page to come back to, `ready` the readiness points ticked.

    `kept` names what was noticed about it that the person answered with *keep it as it is*. `commitments` are up to
    four of the person's own; `place`, `time` and `message` are how they mean to say it. `drafted` is the message as it
    was last drafted from the plan: while both are the same, none of its words are the person's. `kept_words` names the
    remarks on it that were answered with *keep my words*.
    """

    partner: str = ""
    ready: frozenset[str] = frozenset()
    harm_stopped: bool | None = None
    truth_told: bool | None = None
    fair_chance: str = ""
    actions: list[ActionDraft] = field(
        default_factory=lambda: [ActionDraft() for _ in range(ACTIONS_IN_A_PLAN)]
    )
    step: Step = Step.BEFORE
    kept: frozenset[str] = frozenset()
    commitments: list[ActionDraft] = field(default_factory=list)
    place: str = ""
    time: str = ""
    message: str = ""
    drafted: str = ""
    kept_words: frozenset[str] = frozenset()


def draft_of(terms: ActionTerms) -> ActionDraft:
    """Return terms as a draft to edit, for changing an action."""
    openness = terms.openness
    return ActionDraft(
        text=terms.text,
        known_by=terms.known_by,
        why=terms.why,
        cadence=terms.cadence,
        first_day=terms.first_day,
        review_day=terms.review_day,
        about_openness=openness is not None,
        consent=openness.consent if openness else None,
        purpose=openness.purpose if openness else "",
        ends=openness.ends if openness else None,
    )


def action_rules(action: ActionDraft, today: date) -> tuple[Rule, ...]:
    """Return what still keeps one action from going live, in the order of its fields."""
    broken: list[Rule] = []
    if not action.started:
        broken.append(Rule.ACTION_EMPTY)
    if not action.cadence.complete:
        broken.append(Rule.CADENCE_INCOMPLETE)
    broken += _date_rules(action)
    broken += _openness_rules(action, today)
    return tuple(broken)


def commitment_rules(commitment: ActionDraft) -> tuple[Rule, ...]:
    """Return what still keeps one of the person's own commitments from going live; one's own needs nobody's consent."""
    begun = [] if commitment.started else [Rule.ACTION_EMPTY]
    cadence = [] if commitment.cadence.complete else [Rule.CADENCE_INCOMPLETE]
    return (*begun, *cadence, *_date_rules(commitment))


def _date_rules(action: ActionDraft) -> list[Rule]:
    if action.first_day is None:
        return [Rule.FIRST_DAY_MISSING]
    if action.review_day is None:
        return [Rule.REVIEW_MISSING]
    if action.review_day < action.first_day:
        return [Rule.REVIEW_BEFORE_FIRST_DAY]
    return []


def _openness_rules(action: ActionDraft, today: date) -> list[Rule]:
    if action.about_openness is None:
        return [Rule.OPENNESS_UNANSWERED]
    if not action.about_openness:
        return []
    broken: list[Rule] = []
    if action.consent is Consent.WILL_NOT_KNOW:
        broken.append(Rule.OPENNESS_COVERT)
    elif action.consent is not Consent.AGREED:
        broken.append(Rule.OPENNESS_CONSENT)
    if not action.purpose.strip():
        broken.append(Rule.OPENNESS_PURPOSE)
    first = action.first_day or today
    if action.ends is None or not first <= action.ends <= today + timedelta(days=OPENNESS_DAYS):
        broken.append(Rule.OPENNESS_END)
    return broken


def plan_rules(draft: PlanDraft, today: date) -> tuple[RuleBroken, ...]:
    """Return everything that keeps the plan from going live, each with its action's or commitment's slot."""
    broken = [
        RuleBroken(rule, slot)
        for slot, action in enumerate(draft.actions, start=1)
        for rule in action_rules(action, today)
    ]
    if len(draft.actions) != ACTIONS_IN_A_PLAN:
        broken.append(RuleBroken(Rule.FOUR_ACTIONS))
    broken += [
        RuleBroken(rule, slot, mine=True)
        for slot, commitment in enumerate(draft.commitments, start=1)
        for rule in commitment_rules(commitment)
    ]
    if len(draft.commitments) > MOST_COMMITMENTS:
        broken.append(RuleBroken(Rule.TOO_MANY_COMMITMENTS))
    return tuple(broken)
