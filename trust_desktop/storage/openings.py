"""Small steps of openness: chosen, done, put away."""

from datetime import date, datetime

from sqlalchemy import Row, delete, insert, select, update

from trust_desktop.domain.opening import Opening
from trust_desktop.storage.database import Transaction
from trust_desktop.storage.reflection_tables import openings

_COLUMNS = (
    openings.c.id,
    openings.c.text,
    openings.c.chosen_at,
    openings.c.done_day,
    openings.c.put_away_at,
    openings.c.words,
)


def every(transaction: Transaction) -> tuple[Opening, ...]:
    """Return all steps, the last chosen first."""
    rows = transaction.connection.execute(select(*_COLUMNS).order_by(openings.c.id.desc()))
    return tuple(_opening(row) for row in rows)


def get(transaction: Transaction, id_: int) -> Opening | None:
    row = transaction.connection.execute(select(*_COLUMNS).where(openings.c.id == id_)).one_or_none()
    return _opening(row) if row else None


def add(transaction: Transaction, opening: Opening) -> int:
    """Store a step under a new id, which is returned; its own `id` does not count."""
    statement = insert(openings).values(chosen_at=opening.chosen_at, **_values(opening))
    return transaction.connection.execute(statement.returning(openings.c.id)).scalar_one()


def restore(transaction: Transaction, opening: Opening) -> None:
    """Store a step that was removed, under its own id."""
    values = {"id": opening.id, "chosen_at": opening.chosen_at, **_values(opening)}
    transaction.connection.execute(insert(openings).values(**values))


def put(transaction: Transaction, opening: Opening) -> None:
    """Store a step in the place of itself as it was."""
    statement = update(openings).where(openings.c.id == opening.id).values(**_values(opening))
    transaction.connection.execute(statement)


def remove(transaction: Transaction, id_: int) -> None:
    transaction.connection.execute(delete(openings).where(openings.c.id == id_))


def _values(opening: Opening) -> dict[str, object]:
    return {
        "text": opening.text,
        "done_day": opening.done_day,
        "put_away_at": opening.put_away_at,
        "words": opening.words,
    }


def _opening(row: Row[int, str, datetime, date | None, datetime | None, str]) -> Opening:
    return Opening(*row)
