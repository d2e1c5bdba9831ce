"""Small steps of openness: chosen, done or put away, and which one the first page may offer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from trust_desktop.domain.errors import Rule, RuleBroken
from trust_desktop.domain.opening import Opening, first_looked_at, has_ground, is_quiet
from trust_desktop.domain.plan import Plan
from trust_desktop.services.session import Change, VaultSession
from trust_desktop.storage import follow_throughs, openings
from trust_desktop.storage.database import Transaction


@dataclass(frozen=True, slots=True)
class Openings:
    """The step that is open, what may be suggested, and earlier steps, the last one first."""

    open: Opening | None
    suggestions: tuple[str, ...]
    earlier: tuple[Opening, ...]


def view(s: VaultSession, suggestions: Sequence[str]) -> Openings:
    """Return the steps; of the suggestions those that were never taken nor put away."""
    with s.read() as transaction:
        every = openings.every(transaction)
    return Openings(
        open=next((each for each in every if each.open), None),
        suggestions=tuple(_left(suggestions, every)),
        earlier=tuple(each for each in every if not each.open),
    )


def offer(s: VaultSession, suggestions: Sequence[str]) -> Opening | str | None:
    """Return what the first page may say: the step that is open, or one that may be offered, if any."""
    today = s.today
    with s.read() as transaction:
        every = openings.every(transaction)
        open_step = next((each for each in every if each.open), None)
        if open_step is not None:
            return open_step
        plan = s.plan_in(transaction)
        left = _left(suggestions, every)
        if plan is None or not left or is_quiet(every, today) or not _ground(s, transaction, plan):
            return None
    return left[0]


def choose(s: VaultSession, text: str) -> Opening:
    """Take one step; there is one at a time."""
    step = Opening(0, text.strip(), s.now())
    if not step.text:
        raise RuleBroken(Rule.NOTHING_WRITTEN)
    with s.write(Change.REFLECTIONS) as transaction:
        if any(each.open for each in openings.every(transaction)):
            raise RuleBroken(Rule.ANOTHER_OPENING)
        return replace(step, id=openings.add(transaction, step))


def decline(s: VaultSession, text: str) -> Opening:
    """Put a suggestion away that was not taken: it does not come back."""
    now = s.now()
    step = Opening(0, text, now, put_away_at=now)
    with s.write(Change.REFLECTIONS) as transaction:
        return replace(step, id=openings.add(transaction, step))


def remove(s: VaultSession, opening_id: int) -> None:
    """Undo `choose` or `decline`."""
    with s.write(Change.REFLECTIONS) as transaction:
        openings.remove(transaction, opening_id)


def restore(s: VaultSession, step: Opening) -> None:
    """Undo `remove`."""
    with s.write(Change.REFLECTIONS) as transaction:
        openings.restore(transaction, step)


def put_away(s: VaultSession, opening_id: int) -> Opening:
    """Leave the open step; return it as it was before."""
    now = s.now()
    with s.write(Change.REFLECTIONS) as transaction:
        before = _step(transaction, opening_id)
        openings.put(transaction, replace(before, put_away_at=now))
    return before


def done(s: VaultSession, opening_id: int, words: str) -> Opening:
    """Note that the step was taken today, with a private line or none; return it as it was before."""
    today = s.today
    with s.write(Change.REFLECTIONS) as transaction:
        before = _step(transaction, opening_id)
        openings.put(transaction, replace(before, done_day=today, words=words.strip()))
    return before


def erase_words(s: VaultSession, opening_id: int) -> Opening:
    """Take the private line out; return the step as it was before."""
    with s.write(Change.REFLECTIONS) as transaction:
        before = _step(transaction, opening_id)
        openings.put(transaction, replace(before, words=""))
    return before


def erase_text(s: VaultSession, opening_id: int) -> Opening:
    """Take out how the person put a step; return it as it was before."""
    with s.write(Change.REFLECTIONS) as transaction:
        before = _step(transaction, opening_id)
        openings.put(transaction, replace(before, text=""))
    return before


def put_back(s: VaultSession, before: Opening) -> None:
    """Undo what was done to a step."""
    with s.write(Change.REFLECTIONS) as transaction:
        openings.put(transaction, before)


def _left(suggestions: Sequence[str], every: Iterable[Opening]) -> list[str]:
    used = {each.text for each in every}
    return [text for text in suggestions if text not in used]


def _ground(s: VaultSession, transaction: Transaction, plan: Plan) -> bool:
    today = s.today
    if plan.said is None or not plan.runs_on(today):
        return False
    asked = {action.id for action in plan.actions}
    marks = follow_throughs.between(transaction, first_looked_at(today), today)
    return has_ground(plan.said.day, (mark for mark in marks if mark.action_id in asked), today)


def _step(transaction: Transaction, opening_id: int) -> Opening:
    found = openings.get(transaction, opening_id)
    if found is None:
        raise RuleBroken(Rule.NOTHING_WRITTEN)
    return found
