"""Missed days that were left for the weekly talk."""

from collections.abc import Collection
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, delete, or_, select, tuple_, update
from sqlalchemy.dialects.sqlite import insert

from trust_desktop.domain.follow_through import MarkKey, Outcome
from trust_desktop.storage.database import Transaction
from trust_desktop.storage.reflection_tables import set_aside
from trust_desktop.storage.tables import follow_throughs


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


class Missed(NamedTuple):
    """A day that is marked *not kept*, and was set aside; `talked_day` None: still to be talked about."""

    key: MarkKey
    reason: str
    talked_day: date | None


def missed(transaction: Transaction, talked_since: date | None = None) -> tuple[Missed, ...]:
    """Return what is still to be talked about, by day; with `talked_since` also what was talked about from then on."""
    rows, mark = set_aside.c, follow_throughs.c
    wanted: ColumnElement[bool] = rows.talked_day.is_(None)
    if talked_since is not None:
        wanted = or_(wanted, rows.talked_day >= talked_since)
    query = (
        select(rows.action_id, rows.day, mark.reason, rows.talked_day)
        .join(follow_throughs, and_(mark.day == rows.day, mark.action_id == rows.action_id))
        .where(wanted, mark.outcome == Outcome.NOT_KEPT)
        .order_by(rows.day, rows.action_id)
    )
    return tuple(
        Missed(MarkKey(action_id, day), reason, talked)
        for action_id, day, reason, talked in transaction.connection.execute(query)
    )


def set_talked(transaction: Transaction, keys: Collection[MarkKey], day: date | None) -> None:
    """Note on which day these were talked about, None for not yet."""
    pairs = [(key.day, key.action_id) for key in keys]
    transaction.connection.execute(
        update(set_aside)
        .where(tuple_(set_aside.c.day, set_aside.c.action_id).in_(pairs))
        .values(talked_day=day)
    )
