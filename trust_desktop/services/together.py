"""What both may look at on one screen: nothing but what has already been said between them."""

from dataclasses import dataclass, replace
from datetime import date

from trust_desktop.domain.agreement import standing_words, told_version
from trust_desktop.domain.plan import Action, ActionTerms, Plan
from trust_desktop.services.session import VaultSession
from trust_desktop.storage import acknowledgements

MOST_THANKS = 50


@dataclass(frozen=True, slots=True)
class SharedAction:
    """An action or commitment in the words that were said; its private reason never comes along."""

    slot: int
    terms: ActionTerms


@dataclass(frozen=True, slots=True)
class SharedThanks:
    """Words of thanks as they were said, and on which day."""

    text: str
    day: date


@dataclass(frozen=True, slots=True)
class TogetherView:
    """The only things a view for two is built from, so that nothing else can be on it.

    An action whose words were deleted is left out, and so is one the partner declined: a no is not put before them again. The answers' words are, too: the
    partner said them, but did not agree to have them written down, and read out later they would be evidence. Nor is
    what the person calls the partner in here: that was never said.
    """

    actions: tuple[SharedAction, ...]
    commitments: tuple[SharedAction, ...]
    thanks: tuple[SharedThanks, ...]

    @property
    def empty(self) -> bool:
        return not (self.actions or self.commitments or self.thanks)


def together(s: VaultSession) -> TogetherView:
    """Return what was said: of the live plan, and the newest thanks of any."""
    with s.read() as transaction:
        plan = s.plan_in(transaction)
        said = acknowledgements.newest(transaction, MOST_THANKS, None)
    by_day = sorted(said, key=lambda each: each.day, reverse=True)
    thanks = tuple(SharedThanks(each.text, each.day) for each in by_day if each.text.strip())
    if plan is None or plan.said is None:
        return TogetherView((), (), thanks)
    return TogetherView(_actions(plan), _commitments(plan), thanks)


def _actions(plan: Plan) -> tuple[SharedAction, ...]:
    shown = ((action, standing_words(plan, action)) for action in plan.current)
    return tuple(
        _shared(action, version.terms) for action, version in shown if version and version.terms.text
    )


def _commitments(plan: Plan) -> tuple[SharedAction, ...]:
    mine = (action for action in plan.commitments if action.ended is None)
    shown = ((action, told_version(plan, action)) for action in mine)
    return tuple(
        _shared(action, version.terms) for action, version in shown if version and version.terms.text
    )


def _shared(action: Action, terms: ActionTerms) -> SharedAction:
    return SharedAction(action.slot, replace(terms, why=""))
