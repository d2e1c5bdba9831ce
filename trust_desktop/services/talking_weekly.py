"""The sheet for the weekly talk: what is on it, what it offers to put in, and the earlier ones."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from trust_desktop.domain.cadence import week_of
from trust_desktop.domain.errors import Rule, RuleBroken
from trust_desktop.domain.weekly_talk import SheetPart, WeekSheet
from trust_desktop.services import writing
from trust_desktop.services.day_views import days_from, read_span
from trust_desktop.services.session import Change, VaultSession
from trust_desktop.storage import acknowledgements, weekly_talks, writings
from trust_desktop.storage.database import Transaction
from trust_desktop.wording import standing

_WEEK: Final = timedelta(days=7)
_LAST: Final = timedelta(days=6)
_KEPT: Final = "kept"


@dataclass(frozen=True, slots=True)
class NoticedInWeek:
    """An action that was kept on these days of a week, and that nothing has been said about."""

    title: str
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class SaidInWeek:
    """Words that were said on a day of a week."""

    id: int
    words: str
    day: date


@dataclass(frozen=True, slots=True)
class WeekOffers:
    """What may be put under the appreciations of a week."""

    noticed: tuple[NoticedInWeek, ...]
    said: tuple[SaidInWeek, ...]


def current_week(s: VaultSession, first_weekday: int) -> date:
    """Return the week of today's sheet: one begun in the last seven days goes on, else it follows the setting."""
    today = s.today
    with s.read() as transaction:
        begun = weekly_talks.newest_by(transaction, today)
    return begun if begun is not None and today - begun < _WEEK else week_of(today, first_weekday)


def sheet(s: VaultSession, week: date) -> WeekSheet:
    """Return the sheet of a week with what is being written on it."""
    with s.read() as transaction:
        return _with_written(transaction, week)


def keep(s: VaultSession, week: date, part: SheetPart, words: str) -> None:
    """Keep words while they are typed; `settle` makes them part of the sheet. None at all are so at once."""
    now = s.now()
    change = Change.DRAFTS if words.strip() else Change.REFLECTIONS
    with s.write(change) as transaction:
        writings.put(transaction, _name(week, part), words, now)
        stored = weekly_talks.get(transaction, week)
        if not words.strip() and stored is not None:
            weekly_talks.put(transaction, stored.with_words(part, ""), now)


def settle(s: VaultSession, week: date) -> None:
    """Make what was typed part of the sheet, where it can be found; without anything typed nothing is written."""
    with s.read() as transaction:
        written = [part for part in SheetPart if writings.get(transaction, _name(week, part))]
    if not written:
        return
    now = s.now()
    with s.write(Change.REFLECTIONS) as transaction:
        weekly_talks.put(transaction, _with_written(transaction, week), now)
        for part in written:
            writings.put(transaction, _name(week, part), "", now)


def put_in(s: VaultSession, sheet: WeekSheet, instead_of: WeekSheet | None = None) -> WeekSheet:
    """Put other words, or none, in the place of a sheet's; return the one that stood there.

    Raise RuleBroken where another stands there than `instead_of`.
    """
    with s.write(Change.REFLECTIONS) as transaction:
        before = _with_written(transaction, sheet.week)
        if instead_of is not None and before != instead_of:
            raise RuleBroken(Rule.OTHER_WORDS_THERE)
        _replace(transaction, sheet, s.now())
    return before


def bring_back(
    s: VaultSession, taken: WeekSheet, kept: frozenset[str] = frozenset()
) -> tuple[WeekSheet, WeekSheet]:
    """Let words that were taken out stand again, above what was written since; return the sheet before and after.

    `kept` names the remarks on them that were answered with *keep my words*.
    """
    with s.write(Change.REFLECTIONS) as transaction:
        before = after = _with_written(transaction, taken.week)
        for part in SheetPart:
            after = after.with_words(part, writing.joined(taken.words(part), before.words(part)))
        _replace(transaction, after, s.now(), kept)
    return before, after


def kept_remarks(s: VaultSession, week: date) -> frozenset[str]:
    """Return the names of remarks on a sheet that were answered with *keep my words*."""
    with s.read() as transaction:
        return _kept(transaction, week)


def keep_remarks(s: VaultSession, week: date, names: frozenset[str]) -> None:
    """Remember what was answered with *keep my words*; nothing is written where it is known."""
    if names == kept_remarks(s, week):
        return
    now = s.now()
    with s.write(Change.DRAFTS) as transaction:
        writings.put(transaction, _name(week, _KEPT), "\n".join(sorted(names)), now)


def weeks(s: VaultSession) -> tuple[date, ...]:
    """Return the weeks that have a sheet, the newest first."""
    with s.read() as transaction:
        return weekly_talks.weeks(transaction)


def offers(s: VaultSession, week: date) -> WeekOffers:
    """Return what was noticed in a week and not said, by place in the plan, and what was said in it."""
    today = s.today
    last = min(week + _LAST, today)
    noticed: dict[str, list[date]] = {}
    with s.read() as transaction:
        span = read_span(transaction, s.plans_in(transaction), week, last, today)
        found = [
            (action, day) for day in days_from(week, last) for action in span.actions_on(day) if action.unsaid
        ]
        for action, on_day in sorted(found, key=lambda pair: pair[0].slot):
            noticed.setdefault(action.title, []).append(on_day)
        said = acknowledgements.words_between(transaction, week, last)
    return WeekOffers(
        tuple(NoticedInWeek(title, tuple(days)) for title, days in noticed.items()),
        tuple(SaidInWeek(id_, words, day) for id_, words, day in said),
    )


def _replace(
    transaction: Transaction, sheet: WeekSheet, now: datetime, kept: frozenset[str] = frozenset()
) -> None:
    """Remarks stay answered, these and those there were, as far as their words stand on the new sheet."""
    names = standing(kept | _kept(transaction, sheet.week), "\n".join(map(sheet.words, SheetPart)))
    for part in SheetPart:
        writings.put(transaction, _name(sheet.week, part), "", now)
    writings.put(transaction, _name(sheet.week, _KEPT), "\n".join(sorted(names)), now)
    weekly_talks.put(transaction, sheet, now)


def _with_written(transaction: Transaction, week: date) -> WeekSheet:
    found = weekly_talks.get(transaction, week) or WeekSheet(week)
    for part in SheetPart:
        written = writings.get(transaction, _name(week, part))
        found = found.with_words(part, written) if written else found
    return found


def _kept(transaction: Transaction, week: date) -> frozenset[str]:
    return frozenset(writings.get(transaction, _name(week, _KEPT)).splitlines())


def _name(week: date, part: SheetPart | str) -> str:
    return f"weekly-talk.{week.isoformat()}.{part.value if isinstance(part, SheetPart) else part}"
