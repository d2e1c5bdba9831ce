"""My story so far: what the person writes of it, and the facts they may put in one by one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from trust_desktop.domain.day import day_of
from trust_desktop.domain.errors import Rule, RuleBroken
from trust_desktop.domain.plan import Plan, Said
from trust_desktop.domain.story import StoryPart
from trust_desktop.services import writing
from trust_desktop.services.session import Change, VaultSession
from trust_desktop.storage import acknowledgements, stories, writings
from trust_desktop.storage.database import Transaction

SAID_SHOWN: Final = 40
"""Of what was said, the newest: a story is not a list."""


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """When a plan began, when and how it was said, and when it ended; what was asked, as far as it has words now."""

    began: date
    said: Said | None
    ended: date | None
    asked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SaidFact:
    """Words that were said to the partner, with their day."""

    words: str
    day: date


def story(s: VaultSession) -> dict[StoryPart, str]:
    """Return every part with what is being written of it; one that has no words is empty."""
    with s.read() as transaction:
        return _with_written(transaction)


def keep(s: VaultSession, part: StoryPart, words: str) -> None:
    """Keep words while they are typed; `settle` makes them part of the story. None at all are so at once."""
    now = s.now()
    change = Change.DRAFTS if words.strip() else Change.REFLECTIONS
    with s.write(change) as transaction:
        writings.put(transaction, _name(part), words, now)
        if not words.strip():
            stories.put(transaction, part, "", now)


def settle(s: VaultSession) -> None:
    """Make what was typed part of the story, where it can be found; without anything typed nothing is written."""
    with s.read() as transaction:
        written = [part for part in StoryPart if writings.get(transaction, _name(part))]
    if not written:
        return
    now = s.now()
    with s.write(Change.REFLECTIONS) as transaction:
        whole = _with_written(transaction)
        for part in written:
            stories.put(transaction, part, whole[part], now)
            writings.put(transaction, _name(part), "", now)


def put_in(
    s: VaultSession, parts: Mapping[StoryPart, str], instead_of: Mapping[StoryPart, str] | None = None
) -> dict[StoryPart, str]:
    """Put other words, or none, in the place of these parts; return what stood there.

    Raise RuleBroken where other words stand there than `instead_of`.
    """
    with s.write(Change.REFLECTIONS) as transaction:
        written = _with_written(transaction)
        before = {part: written[part] for part in parts}
        if instead_of is not None and before != instead_of:
            raise RuleBroken(Rule.OTHER_WORDS_THERE)
        _replace(transaction, parts, s.now())
    return before


def bring_back(
    s: VaultSession, taken: Mapping[StoryPart, str]
) -> tuple[dict[StoryPart, str], dict[StoryPart, str]]:
    """Let parts that were taken out stand again, above what was written since; return them before and after."""
    with s.write(Change.REFLECTIONS) as transaction:
        written = _with_written(transaction)
        before = {part: written[part] for part in taken}
        after = {part: writing.joined(words, before[part]) for part, words in taken.items()}
        _replace(transaction, after, s.now())
    return before, after


def plan_facts(s: VaultSession) -> tuple[PlanFacts, ...]:
    """Return what is known of each plan, the oldest first; why it matters and what was answered are not among it."""
    with s.read() as transaction:
        return tuple(_facts(plan, day_of(plan.went_live_at, s.day_ends)) for plan in s.plans_in(transaction))


def said_facts(s: VaultSession) -> tuple[SaidFact, ...]:
    """Return words that were said, the newest first."""
    with s.read() as transaction:
        said = acknowledgements.newest(transaction, SAID_SHOWN, None)
    return tuple(SaidFact(each.text, each.day) for each in said if each.text.strip())


def _facts(plan: Plan, began: date) -> PlanFacts:
    return PlanFacts(
        began=began,
        said=plan.said,
        ended=plan.ended.from_day if plan.ended is not None else None,
        asked=tuple(action.newest.terms.title for action in plan.actions if action.newest.terms.text),
    )


def _replace(transaction: Transaction, parts: Mapping[StoryPart, str], now: datetime) -> None:
    for part, words in parts.items():
        writings.put(transaction, _name(part), "", now)
        stories.put(transaction, part, words, now)


def _with_written(transaction: Transaction) -> dict[StoryPart, str]:
    stored = stories.every(transaction)
    return {part: writings.get(transaction, _name(part)) or stored.get(part, "") for part in StoryPart}


def _name(part: StoryPart) -> str:
    return f"story.{part.value}"
