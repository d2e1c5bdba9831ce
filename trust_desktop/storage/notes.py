"""The private note of a day."""

from datetime import date, datetime

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from trust_desktop.storage.database import Transaction
from trust_desktop.storage.tables import notes


def between(transaction: Transaction, start: date, end: date) -> dict[date, str]:
    query = select(notes.c.day, notes.c.text).where(notes.c.day.between(start, end))
    return dict(transaction.connection.execute(query).all())


def days_between(transaction: Transaction, start: date, end: date) -> frozenset[date]:
    """Return the days that have a note, without their words."""
    return frozenset(
        transaction.connection.scalars(select(notes.c.day).where(notes.c.day.between(start, end)))
    )


def put(transaction: Transaction, day: date, text: str, now: datetime) -> None:
    """Write the note of a day; an empty one is taken away."""
    if not text:
        transaction.connection.execute(delete(notes).where(notes.c.day == day))
        return
    statement = insert(notes).values(day=day, text=text, written_at=now)
    transaction.connection.execute(
        statement.on_conflict_do_update(index_elements=["day"], set_={"text": text, "written_at": now})
    )
