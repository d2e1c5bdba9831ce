"""Missed days that were left for the weekly talk."""

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import ColumnElement, delete, or_, select, tuple_, update
from sqlalchemy.dialects.sqlite import insert

from trust_desktop.domain.follow_through import MarkKey
from trust_desktop.storage.database import Transaction
from trust_desktop.storage.reflection_tables import set_aside


def add(transaction: Transaction, key: MarkKey, now: datetime) -> bool:
    """Set a day aside; return whether it was not before."""
    statement = insert(set_aside).values(day=key.day, action_id=key.action_id, set_aside_at=now)
    rows = transaction.connection.execute(statement.on_conflict_do_nothing().returning(set_aside.c.day))
    return rows.first() is not None


def remove(transaction: Transaction, key: MarkKey) -> None:
    transaction.connection.execute(
        delete(set_aside).where(set_aside.c.day == key.day, set_aside.c.action_id == key.action_id)
    )


def has(transaction: Transaction, key: MarkKey) -> bool:
    query = select(set_aside.c.day).where(set_aside.c.day == key.day, set_aside.c.action_id == key.action_id)
    return transaction.connection.execute(query).first() is not None


def waiting(transaction: Transaction, talked_since: date | None = None) -> dict[MarkKey, date | None]:
    """Return what is still to be talked about, by day; with `talked_since` also what was talked about from then on."""
    rows = set_aside.c
    wanted: ColumnElement[bool] = rows.talked_day.is_(None)
    if talked_since is not None:
        wanted = or_(wanted, rows.talked_day >= talked_since)
    query = select(rows.action_id, rows.day, rows.talked_day).where(wanted).order_by(rows.day, rows.action_id)
    return {
        MarkKey(action_id, day): talked for action_id, day, talked in transaction.connection.execute(query)
    }


def set_talked(transaction: Transaction, keys: Collection[MarkKey], day: date | None) -> None:
    """Note on which day these were talked about, None for not yet."""
    pairs = [(key.day, key.action_id) for key in keys]
    transaction.connection.execute(
        update(set_aside)
        .where(tuple_(set_aside.c.day, set_aside.c.action_id).in_(pairs))
        .values(talked_day=day)
    )
