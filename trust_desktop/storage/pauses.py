"""Pauses and urges; nothing but the person's own private pages reads them."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Row, delete, insert, select, update

from trust_desktop.domain.pause import Pause, Urge, in_order
from trust_desktop.storage.database import Transaction
from trust_desktop.storage.reflection_tables import pauses, urges

_COLUMNS = (
    pauses.c.id,
    pauses.c.started_at,
    pauses.c.returns_at,
    pauses.c.ended_at,
    pauses.c.leaving,
    pauses.c.opener,
    pauses.c.instead,
)
_URGE = (urges.c.id, urges.c.pause_id, urges.c.felt_at, urges.c.strength, urges.c.words)


def running(transaction: Transaction) -> Pause | None:
    query = select(*_COLUMNS).where(pauses.c.ended_at.is_(None)).order_by(pauses.c.id.desc()).limit(1)
    row = transaction.connection.execute(query).one_or_none()
    return _pause(transaction, row) if row else None


def get(transaction: Transaction, id_: int) -> Pause | None:
    row = transaction.connection.execute(select(*_COLUMNS).where(pauses.c.id == id_)).one_or_none()
    return _pause(transaction, row) if row else None


def newest(transaction: Transaction, limit: int | None = None) -> tuple[Pause, ...]:
    """Return pauses with their urges, the one begun last first; all of them without a limit."""
    order = (pauses.c.started_at.desc(), pauses.c.id.desc())
    felt: dict[int, list[Urge]] = {}
    for urge in _urges(transaction, urges.c.pause_id.in_(select(pauses.c.id).order_by(*order).limit(limit))):
        felt.setdefault(urge.pause_id or 0, []).append(urge)
    rows = transaction.connection.execute(select(*_COLUMNS).order_by(*order).limit(limit))
    return tuple(Pause(*row, urges=in_order(felt.get(row.id, ()))) for row in rows)


def lone_urges(transaction: Transaction, limit: int | None = None) -> tuple[Urge, ...]:
    """Return the urges that were written down without a pause, the one felt last first."""
    query = select(*_URGE).where(urges.c.pause_id.is_(None))
    rows = transaction.connection.execute(
        query.order_by(urges.c.felt_at.desc(), urges.c.id.desc()).limit(limit)
    )
    return tuple(Urge(*row) for row in rows)


def add(transaction: Transaction, started_at: datetime, returns_at: datetime, leaving: str) -> int:
    """Store a pause that begins; return its id."""
    values = {"started_at": started_at, "returns_at": returns_at, "leaving": leaving}
    statement = insert(pauses).values(opener="", instead="", **values)
    return transaction.connection.execute(statement.returning(pauses.c.id)).scalar_one()


def put(transaction: Transaction, pause: Pause) -> None:
    """Store a pause in the place of itself as it was; its urges are not looked at."""
    statement = update(pauses).where(pauses.c.id == pause.id).values(**_values(pause))
    transaction.connection.execute(statement)


def restore(transaction: Transaction, pause: Pause) -> None:
    """Store a pause that was removed, and its urges, under their own ids."""
    values = {"id": pause.id, "started_at": pause.started_at, **_values(pause)}
    transaction.connection.execute(insert(pauses).values(**values))
    for urge in pause.urges:
        restore_urge(transaction, urge)


def remove(transaction: Transaction, id_: int) -> None:
    transaction.connection.execute(delete(urges).where(urges.c.pause_id == id_))
    transaction.connection.execute(delete(pauses).where(pauses.c.id == id_))


def get_urge(transaction: Transaction, id_: int) -> Urge | None:
    return next(iter(_urges(transaction, urges.c.id == id_)), None)


def add_urge(transaction: Transaction, urge: Urge) -> int:
    """Store an urge under a new id, which is returned; its own `id` does not count."""
    statement = insert(urges).values(
        pause_id=urge.pause_id, felt_at=urge.felt_at, strength=urge.strength, words=urge.words
    )
    return transaction.connection.execute(statement.returning(urges.c.id)).scalar_one()


def restore_urge(transaction: Transaction, urge: Urge) -> None:
    """Store an urge that was removed, under its own id."""
    values = {"id": urge.id, "pause_id": urge.pause_id, "felt_at": urge.felt_at}
    transaction.connection.execute(insert(urges).values(strength=urge.strength, words=urge.words, **values))


def put_urge(transaction: Transaction, urge: Urge) -> None:
    values = {"felt_at": urge.felt_at, "strength": urge.strength, "words": urge.words}
    transaction.connection.execute(update(urges).where(urges.c.id == urge.id).values(**values))


def remove_urge(transaction: Transaction, id_: int) -> None:
    transaction.connection.execute(delete(urges).where(urges.c.id == id_))


def _values(pause: Pause) -> dict[str, object]:
    return {
        "returns_at": pause.returns_at,
        "ended_at": pause.ended_at,
        "leaving": pause.leaving,
        "opener": pause.opener,
        "instead": pause.instead,
    }


def _pause(transaction: Transaction, row: Row[int, datetime, datetime, datetime, str, str, str]) -> Pause:
    return Pause(*row, urges=in_order(_urges(transaction, urges.c.pause_id == row[0])))


def _urges(transaction: Transaction, condition: ColumnElement[bool]) -> Sequence[Urge]:
    rows = transaction.connection.execute(select(*_URGE).where(condition).order_by(urges.c.id))
    return [Urge(*row) for row in rows]
