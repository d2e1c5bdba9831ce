"""Words that were said, and the marks they cover."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import delete, func, insert, select, update

from trust_desktop.domain.acknowledgement import Acknowledgement
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.follow_through import MarkKey
from trust_desktop.storage.database import Transaction
from trust_desktop.storage.tables import acknowledged_marks, acknowledgements


def add(transaction: Transaction, said: Acknowledgement) -> int:
    """Store said words under their own id, or under a new one where that is 0; return the id."""
    statement = insert(acknowledgements).values(
        id=said.id or None,
        text=said.text,
        way=said.way,
        day=said.day,
        delivered_at=said.delivered_at,
        erased=int(said.erased),
    )
    id_ = transaction.connection.execute(statement.returning(acknowledgements.c.id)).scalar_one()
    rows = [{"day": key.day, "action_id": key.action_id, "acknowledgement_id": id_} for key in said.covers]
    if rows:
        transaction.connection.execute(insert(acknowledged_marks), rows)
    return id_


def get(transaction: Transaction, id_: int) -> Acknowledgement | None:
    found = newest(transaction, limit=1, before=id_ + 1)
    return found[0] if found and found[0].id == id_ else None


def newest(transaction: Transaction, limit: int, before: int | None) -> tuple[Acknowledgement, ...]:
    """Return what was said, the latest first, in the order it was entered."""
    table = acknowledgements.c
    query = select(acknowledgements).order_by(table.id.desc()).limit(limit)
    if before is not None:
        query = query.where(table.id < before)
    rows = transaction.connection.execute(query).all()
    covers = _covers(transaction, [row.id for row in rows])
    return tuple(
        Acknowledgement(
            id=row.id,
            text=row.text,
            covers=frozenset(covers.get(row.id, ())),
            way=row.way,
            day=row.day,
            delivered_at=row.delivered_at,
            erased=bool(row.erased),
        )
        for row in rows
    )


def _covers(transaction: Transaction, ids: Iterable[int]) -> dict[int, list[MarkKey]]:
    mark = acknowledged_marks.c
    query = select(mark.acknowledgement_id, mark.action_id, mark.day).where(
        mark.acknowledgement_id.in_(list(ids))
    )
    covers: dict[int, list[MarkKey]] = {}
    for id_, action_id, day in transaction.connection.execute(query):
        covers.setdefault(id_, []).append(MarkKey(action_id, day))
    return covers


def remove(transaction: Transaction, id_: int) -> None:
    transaction.connection.execute(
        delete(acknowledged_marks).where(acknowledged_marks.c.acknowledgement_id == id_)
    )
    transaction.connection.execute(delete(acknowledgements).where(acknowledgements.c.id == id_))


def set_words(transaction: Transaction, id_: int, text: str, *, erased: bool) -> None:
    transaction.connection.execute(
        update(acknowledgements).where(acknowledgements.c.id == id_).values(text=text, erased=int(erased))
    )


def ways_between(transaction: Transaction, start: date, end: date) -> dict[MarkKey, Way]:
    """Return the marks of these days that were said, each with the way it was said last."""
    mark = acknowledged_marks.c
    query = (
        select(mark.action_id, mark.day, acknowledgements.c.way)
        .join(acknowledgements, acknowledgements.c.id == mark.acknowledgement_id)
        .where(mark.day.between(start, end))
        .order_by(mark.acknowledgement_id)
    )
    return {MarkKey(action_id, day): way for action_id, day, way in transaction.connection.execute(query)}


def said_days_between(transaction: Transaction, start: date, end: date) -> dict[MarkKey, date]:
    """Return the marks of these days that were said, each with the day it was said first."""
    mark = acknowledged_marks.c
    query = (
        select(mark.action_id, mark.day, func.min(acknowledgements.c.day))
        .join(acknowledgements, acknowledgements.c.id == mark.acknowledgement_id)
        .where(mark.day.between(start, end))
        .group_by(mark.day, mark.action_id)
    )
    return {MarkKey(action_id, day): said for action_id, day, said in transaction.connection.execute(query)}


def count_between(transaction: Transaction, start: date, end: date) -> int:
    query = select(func.count()).where(acknowledgements.c.day.between(start, end))
    return transaction.connection.execute(query).scalar_one()


def words_between(transaction: Transaction, start: date, end: date) -> tuple[tuple[int, str, date], ...]:
    """Return what was said on these days and still has its words, the oldest first: id, words, day."""
    table = acknowledgements.c
    query = (
        select(table.id, table.text, table.day)
        .where(table.day.between(start, end), table.text != "")
        .order_by(table.day, table.id)
    )
    return tuple((row.id, row.text, row.day) for row in transaction.connection.execute(query))
