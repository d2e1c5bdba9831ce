"""Marks of days, and which of them were let rest."""

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import Row, and_, delete, exists, func, select, tuple_
from sqlalchemy.dialects.sqlite import insert

from trust_desktop.domain.follow_through import FollowThrough, MarkKey, Outcome
from trust_desktop.storage.database import Transaction
from trust_desktop.storage.tables import acknowledged_marks, follow_throughs, rested_marks

_COLUMNS = (
    follow_throughs.c.action_id,
    follow_throughs.c.day,
    follow_throughs.c.outcome,
    follow_throughs.c.reason,
    follow_throughs.c.marked_at,
)


def _mark(row: Row[int, date, Outcome, str, datetime]) -> FollowThrough:
    return FollowThrough(*row)


def get(transaction: Transaction, key: MarkKey) -> FollowThrough | None:
    query = select(*_COLUMNS).where(
        follow_throughs.c.day == key.day, follow_throughs.c.action_id == key.action_id
    )
    row = transaction.connection.execute(query).one_or_none()
    return _mark(row) if row else None


def between(transaction: Transaction, start: date, end: date) -> tuple[FollowThrough, ...]:
    query = select(*_COLUMNS).where(follow_throughs.c.day.between(start, end))
    return tuple(_mark(row) for row in transaction.connection.execute(query))


def outcomes_between(transaction: Transaction, start: date, end: date) -> dict[MarkKey, Outcome]:
    """Return what was noticed in a span, without its words."""
    mark = follow_throughs.c
    query = select(mark.action_id, mark.day, mark.outcome).where(mark.day.between(start, end))
    return {
        MarkKey(action_id, day): outcome for action_id, day, outcome in transaction.connection.execute(query)
    }


def last_since(transaction: Transaction, action_id: int, day: date) -> date | None:
    """Return the last marked day of an action from `day` on."""
    mark = follow_throughs.c
    query = select(func.max(mark.day)).where(mark.day >= day, mark.action_id == action_id)
    return transaction.connection.execute(query).scalar_one()


def newest_of(
    transaction: Transaction, action_id: int, start: date, end: date, limit: int
) -> tuple[FollowThrough, ...]:
    """Return the marks of one action in a span, the newest first and no more than `limit`."""
    mark = follow_throughs.c
    query = (
        select(*_COLUMNS)
        .where(mark.day.between(start, end), mark.action_id == action_id)
        .order_by(mark.day.desc())
        .limit(limit)
    )
    return tuple(_mark(row) for row in transaction.connection.execute(query))


def open_between(
    transaction: Transaction,
    outcomes: Collection[Outcome],
    actions: Collection[int],
    start: date,
    end: date,
    limit: int,
) -> tuple[FollowThrough, ...]:
    """Return the newest marks of these actions with one of these outcomes that were neither said nor let rest."""
    said, rested = acknowledged_marks.c, rested_marks.c
    mark = follow_throughs.c
    query = (
        select(*_COLUMNS)
        .where(
            mark.day.between(start, end),
            mark.outcome.in_(outcomes),
            mark.action_id.in_(actions),
            ~exists().where(and_(said.day == mark.day, said.action_id == mark.action_id)),
            ~exists().where(and_(rested.day == mark.day, rested.action_id == mark.action_id)),
        )
        .order_by(mark.day.desc(), mark.action_id)
        .limit(limit)
    )
    return tuple(_mark(row) for row in transaction.connection.execute(query))


def put(transaction: Transaction, *marks: FollowThrough) -> None:
    """Store marks, each in the place of what stood there."""
    statement = insert(follow_throughs)
    new = statement.excluded
    changed = {"outcome": new.outcome, "reason": new.reason, "marked_at": new.marked_at}
    transaction.connection.execute(
        statement.on_conflict_do_update(index_elements=["day", "action_id"], set_=changed),
        [
            {
                "day": mark.day,
                "action_id": mark.action_id,
                "outcome": mark.outcome,
                "reason": mark.reason,
                "marked_at": mark.marked_at,
            }
            for mark in marks
        ],
    )


def remove(transaction: Transaction, key: MarkKey) -> None:
    transaction.connection.execute(
        delete(follow_throughs).where(
            follow_throughs.c.day == key.day, follow_throughs.c.action_id == key.action_id
        )
    )


def rested_between(transaction: Transaction, start: date, end: date) -> frozenset[MarkKey]:
    query = select(rested_marks.c.action_id, rested_marks.c.day).where(rested_marks.c.day.between(start, end))
    return frozenset(MarkKey(*row) for row in transaction.connection.execute(query))


def rest(transaction: Transaction, keys: Collection[MarkKey], now: datetime) -> frozenset[MarkKey]:
    """Let marks rest; return those that were not at rest before."""
    values = [{"day": key.day, "action_id": key.action_id, "rested_at": now} for key in keys]
    if not values:
        return frozenset()
    statement = insert(rested_marks).values(values).on_conflict_do_nothing()
    rows = transaction.connection.execute(statement.returning(rested_marks.c.action_id, rested_marks.c.day))
    return frozenset(MarkKey(*row) for row in rows)


def unrest(transaction: Transaction, keys: Collection[MarkKey]) -> None:
    pairs = [(key.day, key.action_id) for key in keys]
    transaction.connection.execute(
        delete(rested_marks).where(tuple_(rested_marks.c.day, rested_marks.c.action_id).in_(pairs))
    )
