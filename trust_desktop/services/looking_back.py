"""What was recorded, looked back at: guessed first, then counted over three weeks and by month."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from trust_desktop.domain.acknowledgement import THANKED
from trust_desktop.domain.cadence import WEEK, week_of
from trust_desktop.domain.day import day_of
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.domain.plan import Action, Plan
from trust_desktop.domain.progress import LATELY, HowSoon, Tally, Wording, how_soon, tally, wordings
from trust_desktop.services.session import Change, VaultSession
from trust_desktop.storage import acknowledgements, follow_throughs, guesses

if TYPE_CHECKING:
    from trust_desktop.storage.database import Transaction

_WEEK_BEFORE: Final = WEEK - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class StripDay:
    """One day of a strip; without an outcome it was due and is not recorded."""

    day: date
    outcome: Outcome | None


@dataclass(frozen=True, slots=True)
class StripRow:
    """An action under words it had, with its days that hold anything; `guessed` of the `found` up to the guess."""

    action_id: int
    mine: bool
    title: str
    days: tuple[StripDay, ...]
    tally: Tally
    whenever: bool
    guessed: int | None = None
    found: int = 0


@dataclass(frozen=True, slots=True)
class PlanStrips:
    """One plan's rows; `own` are the person's commitments."""

    said: date
    ended: date | None
    rows: tuple[StripRow, ...]
    own: tuple[StripRow, ...]


@dataclass(frozen=True, slots=True)
class Lately:
    """The last three weeks, the newest plan first. `guessed_on` is the day of this week's guess."""

    start: date
    end: date
    plans: tuple[PlanStrips, ...]
    guessed_on: date | None
    soon: HowSoon

    @property
    def rows(self) -> tuple[StripRow, ...]:
        return tuple(row for plan in self.plans for row in plan.rows)

    @property
    def own(self) -> tuple[StripRow, ...]:
        return tuple(row for plan in self.plans for row in plan.own)


@dataclass(frozen=True, slots=True)
class ToGuess:
    """What may be guessed: actions by id, with their words; how often is not said."""

    start: date
    end: date
    titles: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class MonthRow:
    """An action under words it had; for each month its counts, None where these words were not in force."""

    mine: bool
    title: str
    whenever: bool
    tallies: tuple[Tally | None, ...]


@dataclass(frozen=True, slots=True)
class PlanMonths:
    """One plan's rows, the partner's actions before the person's own commitments."""

    said: date
    ended: date | None
    rows: tuple[MonthRow, ...]


@dataclass(frozen=True, slots=True)
class Months:
    """Some months, oldest first, of every plan that ran in them, the newest plan first; `soon` is by month."""

    months: tuple[date, ...]
    plans: tuple[PlanMonths, ...]
    soon: tuple[HowSoon, ...]
    has_earlier: bool


@dataclass(frozen=True, slots=True)
class _Marks:
    """All outcomes of a span, by action, and the days with any."""

    by_action: Mapping[int, Mapping[date, Outcome]]
    days: Collection[date]

    def of(self, action: Action) -> Mapping[date, Outcome]:
        return self.by_action.get(action.id, {})


def to_guess(s: VaultSession) -> ToGuess | None:
    """Return what may be guessed before the counts are shown; None once guessed or shown this week, or with nothing to count."""
    end = s.today
    start = _start(end)
    with s.read() as transaction:
        if guesses.of_week(transaction, week_of(end, 0)):
            return None
        plan = s.plan_in(transaction)
        marks = _read(transaction, start, end)
    if plan is None:
        return None
    titles = tuple((action.id, action.newest.terms.title) for action in plan.current if marks.of(action))
    return ToGuess(start, end, titles) if titles else None


def week_of_guess(s: VaultSession) -> date:
    """Return the week that a guess made now belongs to."""
    return week_of(s.today, 0)


def guess(s: VaultSession, numbers: Mapping[int, int | None], week: date | None = None) -> None:
    """Keep guesses of a week, or of this one; a None was left out, and only Nones mean to see the counts as they are."""
    now, week = s.now(), week or week_of_guess(s)
    with s.write(Change.REFLECTIONS) as transaction:
        guesses.remove(transaction, week)
        guesses.add(transaction, week, numbers, now)


def take_guess_back(s: VaultSession, week: date) -> dict[int, int | None]:
    """Take a week's guesses away and return them, for `guess`."""
    with s.write(Change.REFLECTIONS) as transaction:
        before = guesses.of_week(transaction, week)
        guesses.remove(transaction, week)
    return {each.action_id: each.number for each in before}


def lately(s: VaultSession) -> Lately:
    """Return the last three weeks; only these, and as much before as this week's guess was about, are read."""
    end = s.today
    start = _start(end)
    with s.read() as transaction:
        plans = _running(s.plans_in(transaction), start)
        kept = guesses.of_week(transaction, week_of(end, 0))
        numbers = {each.action_id: each.number for each in kept if each.number is not None}
        guessed_on = day_of(kept[0].guessed_at, s.day_ends) if numbers else None
        marks = _read(transaction, _start(guessed_on or end), end)
        said = acknowledgements.said_days_between(transaction, start, end)
    strips = []
    for plan in reversed(plans):
        rows = [_with_guess(row, numbers, marks, guessed_on) for row in _strip_rows(plan, marks, start, end)]
        if plan.said is not None and rows:
            strips.append(_plan_strips(plan, plan.said.day, rows))
    return Lately(
        start=start,
        end=end,
        plans=tuple(strips),
        guessed_on=guessed_on,
        soon=how_soon((key.day, told) for key, told in said.items()),
    )


def months(s: VaultSession, last: date, count: int) -> Months:
    """Return `count` months up to the one of `last`, which is no later than today; only their days are read."""
    today = s.today
    firsts = _months_before(last.replace(day=1), count)
    end = min(today, _month_end(firsts[-1]))
    with s.read() as transaction:
        plans = s.plans_in(transaction)
        marks = _read(transaction, firsts[0] - _WEEK_BEFORE, end)
        said = acknowledgements.said_days_between(transaction, firsts[0], end)
    begun = min((plan.said.day for plan in plans if plan.said is not None), default=today)
    running = _running(plans, firsts[0] - _WEEK_BEFORE)
    blocks = [_plan_months(plan, marks, firsts, today) for plan in reversed(running) if plan.said is not None]
    return Months(
        months=firsts,
        plans=tuple(block for block in blocks if block is not None),
        soon=tuple(
            how_soon((key.day, told) for key, told in said.items() if key.day.replace(day=1) == first)
            for first in firsts
        ),
        has_earlier=begun < firsts[0],
    )


def _running(plans: Sequence[Plan], start: date) -> tuple[Plan, ...]:
    """Return those that had not ended by a day: nothing of the others is counted from it on."""
    return tuple(plan for plan in plans if plan.ended is None or start < plan.ended.from_day)


def _start(end: date) -> date:
    return end - timedelta(days=LATELY - 1)


def _read(transaction: "Transaction", start: date, end: date) -> _Marks:
    by_action: dict[int, dict[date, Outcome]] = {}
    outcomes = follow_throughs.outcomes_between(transaction, start, end)
    for key, outcome in outcomes.items():
        by_action.setdefault(key.action_id, {})[key.day] = outcome
    return _Marks(by_action, frozenset(key.day for key in outcomes))


def _plan_strips(plan: Plan, said: date, rows: Sequence[StripRow]) -> PlanStrips:
    return PlanStrips(
        said=said,
        ended=plan.ended.from_day if plan.ended is not None else None,
        rows=tuple(row for row in rows if not row.mine),
        own=tuple(row for row in rows if row.mine),
    )


def _strip_rows(plan: Plan, marks: _Marks, start: date, end: date) -> Iterator[StripRow]:
    """Yield a plan's rows, the newest words first; words that hold nothing in these days only while in force."""
    for action in plan.lanes if plan.said is not None else ():
        for wording in reversed(wordings(action, start, end)):
            row = _strip_row(plan, action, wording, marks, start, end)
            stands = plan.ended is None and action.ended is None and wording.wording == action.newest.wording
            if row.days or stands:
                yield row


def _strip_row(
    plan: Plan, action: Action, wording: Wording, marks: _Marks, start: date, end: date
) -> StripRow:
    own = marks.of(action)
    days: set[date] = set()
    for _version, first, last in wording.spans:
        days.update(plan.due_between(action, first, last))
        days.update(day for day in own if first <= day <= last)
    counted = tally(plan, action, wording, own, marks.days, end=end, weeks_from=start, today=end)
    strip = tuple(StripDay(day, own.get(day)) for day in sorted(days))
    return StripRow(action.id, action.mine, wording.title, strip, counted, wording.whenever)


def _with_guess(
    row: StripRow, numbers: Mapping[int, int], marks: _Marks, guessed_on: date | None
) -> StripRow:
    """Put a guess beside what was recorded in the three weeks up to the day of the guess."""
    number = numbers.get(row.action_id)
    if number is None or guessed_on is None:
        return row
    start = _start(guessed_on)
    own = marks.by_action.get(row.action_id, {})
    found = sum(start <= day <= guessed_on and outcome in THANKED for day, outcome in own.items())
    return replace(row, guessed=number, found=found)


def _months_before(last: date, count: int) -> tuple[date, ...]:
    found = [last]
    while len(found) < count:
        found.append((found[-1] - timedelta(days=1)).replace(day=1))
    return tuple(reversed(found))


def _month_end(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def _plan_months(plan: Plan, marks: _Marks, firsts: tuple[date, ...], today: date) -> PlanMonths | None:
    assert plan.said is not None
    rows = [row for action in plan.lanes for row in _month_rows(plan, action, marks, firsts, today)]
    if not rows:
        return None
    ended = plan.ended.from_day if plan.ended is not None else None
    return PlanMonths(plan.said.day, ended, tuple(rows))


def _month_rows(
    plan: Plan, action: Action, marks: _Marks, firsts: tuple[date, ...], today: date
) -> Iterator[MonthRow]:
    """Yield a row for each wording of an action that was counted in any of the months, the newest first."""
    found: dict[str | int, dict[date, Tally]] = {}
    last: dict[str | int, Wording] = {}
    for first in firsts:
        end = min(today, _month_end(first))
        for wording in wordings(action, first, end):
            counted = tally(
                plan,
                action,
                wording,
                marks.of(action),
                marks.days,
                end=end,
                weeks_from=first - _WEEK_BEFORE,
                today=today,
            )
            if not counted.empty:
                found.setdefault(wording.wording, {})[first] = counted
                last[wording.wording] = wording
    for key, by_month in reversed(found.items()):
        counts = tuple(by_month.get(first) for first in firsts)
        yield MonthRow(action.mine, last[key].title, last[key].whenever, counts)
