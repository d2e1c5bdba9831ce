"""Check-ins by day, and until when the next is put off."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Row, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or

from trust_desktop.domain.check_in import CheckIn, Noted
from trust_desktop.storage.database import Transaction
from trust_desktop.storage.reflection_tables import check_ins
from trust_desktop.storage.tables import settings

_NOT_BEFORE: Final = "check_in_not_before"


def on(transaction: Transaction, day: date) -> CheckIn | None:
    found = _found(transaction.connection.execute(select(check_ins).where(check_ins.c.day == day)).all())
    return found[0] if found else None


def get(transaction: Transaction, id_: int) -> CheckIn | None:
    found = _found(transaction.connection.execute(select(check_ins).where(check_ins.c.id == id_)).all())
    return found[0] if found else None


def between(transaction: Transaction, start: date, end: date) -> tuple[CheckIn, ...]:
    """Return those of a span by day."""
    query = select(check_ins).where(check_ins.c.day.between(start, end)).order_by(check_ins.c.day)
    return _found(transaction.connection.execute(query).all())


def newest(transaction: Transaction, limit: int) -> tuple[CheckIn, ...]:
    query = select(check_ins).order_by(check_ins.c.day.desc()).limit(limit)
    return _found(transaction.connection.execute(query).all())


def last_day(transaction: Transaction) -> date | None:
    return transaction.connection.execute(select(func.max(check_ins.c.day))).scalar_one()


def put(transaction: Transaction, day: date, noted: Noted, now: datetime) -> CheckIn:
    """Store the check-in of a day in the place of any there was; it keeps its id."""
    before = on(transaction, day)
    values = {
        "felt_safety": noted.felt_safety,
        "closeness": noted.closeness,
        "steadiness": noted.steadiness,
        "line": noted.line,
        "made_at": now,
    }
    if before is None:
        statement = insert(check_ins).values(day=day, **values).returning(check_ins.c.id)
        return CheckIn(transaction.connection.execute(statement).scalar_one(), day, noted, now)
    transaction.connection.execute(update(check_ins).where(check_ins.c.id == before.id).values(**values))
    return CheckIn(before.id, day, noted, now)


def remove(transaction: Transaction, day: date) -> None:
    transaction.connection.execute(delete(check_ins).where(check_ins.c.day == day))


def set_line(transaction: Transaction, id_: int, line: str) -> None:
    transaction.connection.execute(update(check_ins).where(check_ins.c.id == id_).values(line=line))


def not_before(transaction: Transaction) -> date | None:
    """Return the day before which no check-in is offered."""
    query = select(settings.c.value).where(settings.c.name == _NOT_BEFORE)
    value = transaction.connection.execute(query).scalar_one_or_none()
    return date.fromisoformat(value) if value else None


def set_not_before(transaction: Transaction, day: date | None) -> None:
    statement = insert_or(settings).values(name=_NOT_BEFORE, value=day.isoformat() if day else "")
    transaction.connection.execute(
        statement.on_conflict_do_update(index_elements=["name"], set_={"value": statement.excluded.value})
    )


def _found(rows: Sequence[Row[*tuple[Any, ...]]]) -> tuple[CheckIn, ...]:
    return tuple(
        CheckIn(row.id, row.day, Noted(row.felt_safety, row.closeness, row.steadiness, row.line), row.made_at)
        for row in rows
    )
