"""The weekly check-in: keeping one, changing its line, and whether to offer the next."""

from dataclasses import replace
from datetime import date, timedelta

from trust_desktop.domain.check_in import (
    PUT_OFF_DAYS,
    CheckIn,
    Noted,
    check_noted,
    is_offered,
)
from trust_desktop.services.session import Change, VaultSession
from trust_desktop.storage import check_ins, writings
from trust_desktop.storage.database import Transaction


def todays(s: VaultSession) -> CheckIn | None:
    today = s.today
    with s.read() as transaction:
        return check_ins.on(transaction, today)


def newest(s: VaultSession, limit: int) -> tuple[CheckIn, ...]:
    """Return the latest check-ins, the newest first."""
    with s.read() as transaction:
        return check_ins.newest(transaction, limit)


def between(s: VaultSession, start: date, end: date) -> tuple[CheckIn, ...]:
    with s.read() as transaction:
        return check_ins.between(transaction, start, end)


def keep(s: VaultSession, noted: Noted) -> CheckIn | None:
    """Keep today's check-in in the place of any there was, which is returned for `put_back`."""
    check_noted(noted)
    now, today = s.now(), s.today
    kept = replace(noted, line=noted.line.strip())
    with s.write(Change.REFLECTIONS) as transaction:
        before = check_ins.on(transaction, today)
        check_ins.put(transaction, today, kept, now)
        check_ins.set_not_before(transaction, None)
    return before


def put_back(s: VaultSession, day: date, before: CheckIn | None) -> CheckIn | None:
    """Let a day hold the check-in it had, or none; return what stood there until now."""
    with s.write(Change.REFLECTIONS) as transaction:
        return _put_back(transaction, day, before)


def swap(
    s: VaultSession, day: date, before: CheckIn | None, put_off: date | None
) -> tuple[CheckIn | None, date | None]:
    """Undo `keep`, or repeat it, with the day before which none was offered; return both as they stood until now."""
    with s.write(Change.REFLECTIONS) as transaction:
        instead, waited = _put_back(transaction, day, before), check_ins.not_before(transaction)
        check_ins.set_not_before(transaction, put_off)
    return instead, waited


def not_before(s: VaultSession) -> date | None:
    """Return the day before which none is offered, because it was put off."""
    with s.read() as transaction:
        return check_ins.not_before(transaction)


def set_line(s: VaultSession, check_in_id: int, line: str, written_as: str = "") -> str:
    """Put other words, or none, in the place of a check-in's line, which is returned; its numbers stay.

    `written_as` names the words being written that these end.
    """
    now = s.now()
    with s.write(Change.REFLECTIONS) as transaction:
        before = check_ins.get(transaction, check_in_id)
        check_ins.set_line(transaction, check_in_id, line.strip())
        if written_as:
            writings.put(transaction, written_as, "", now)
    return before.noted.line if before else ""


def offered(s: VaultSession) -> bool:
    """Whether a check-in is worth a line on the first page."""
    today = s.today
    with s.read() as transaction:
        last = check_ins.last_day(transaction)
        not_before = check_ins.not_before(transaction)
        plan = s.plan_in(transaction)
    said = plan.said.day if plan is not None and plan.said is not None else None
    return is_offered(max((day for day in (last, said) if day is not None), default=None), not_before, today)


def put_off(s: VaultSession) -> date | None:
    """Offer none for a week; return the day before which none was offered until now."""
    return put_off_until(s, s.today + timedelta(days=PUT_OFF_DAYS))


def put_off_until(s: VaultSession, day: date | None) -> date | None:
    with s.write(Change.REFLECTIONS) as transaction:
        before = check_ins.not_before(transaction)
        check_ins.set_not_before(transaction, day)
    return before


def _put_back(transaction: Transaction, day: date, before: CheckIn | None) -> CheckIn | None:
    instead = check_ins.on(transaction, day)
    if before is None:
        check_ins.remove(transaction, day)
    else:
        check_ins.put(transaction, day, before.noted, before.made_at)
    return instead
