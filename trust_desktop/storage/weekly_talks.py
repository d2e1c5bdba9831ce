"""The sheets of the weekly talks."""

from datetime import date, datetime

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from trust_desktop.domain.weekly_talk import SheetPart, WeekSheet
from trust_desktop.storage.database import Transaction
from trust_desktop.storage.reflection_tables import weekly_talks


def get(transaction: Transaction, week: date) -> WeekSheet | None:
    row = transaction.connection.execute(
        select(weekly_talks).where(weekly_talks.c.week == week)
    ).one_or_none()
    if row is None:
        return None
    return WeekSheet(row.week, row.appreciations, row.went_well, row.feel, row.about, row.need, row.wish)


def put(transaction: Transaction, sheet: WeekSheet, now: datetime) -> None:
    """Store a sheet in the place of that of its week; an empty one is taken away."""
    if sheet.empty:
        transaction.connection.execute(delete(weekly_talks).where(weekly_talks.c.week == sheet.week))
        return
    values = {part.value: sheet.words(part) for part in SheetPart} | {"saved_at": now}
    statement = insert(weekly_talks).values(week=sheet.week, **values)
    transaction.connection.execute(statement.on_conflict_do_update(index_elements=["week"], set_=values))


def newest_by(transaction: Transaction, day: date) -> date | None:
    """Return the first day of the last week that had begun by `day` and has a sheet."""
    query = select(weekly_talks.c.week).where(weekly_talks.c.week <= day).order_by(weekly_talks.c.week.desc())
    return transaction.connection.execute(query.limit(1)).scalar_one_or_none()


def weeks(transaction: Transaction) -> tuple[date, ...]:
    """Return the weeks that have a sheet, the newest first."""
    query = select(weekly_talks.c.week).order_by(weekly_talks.c.week.desc())
    return tuple(transaction.connection.scalars(query))
