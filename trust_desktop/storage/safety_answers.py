"""Answers of the private look that a person asked to keep: dated, in the words they were asked in."""

import json
from datetime import datetime

from sqlalchemy import delete, insert, select

from trust_desktop.domain.safety import Answered, KeptAnswers, Reply, Side
from trust_desktop.storage.database import Transaction
from trust_desktop.storage.reflection_tables import safety_answers as table


def every(transaction: Transaction) -> tuple[KeptAnswers, ...]:
    """Return all that were kept, the newest first."""
    rows = transaction.connection.execute(select(table).order_by(table.c.id.desc()))
    return tuple(KeptAnswers(row.id, _answers(row.body), row.answered_at) for row in rows)


def add(transaction: Transaction, answers: tuple[Answered, ...], now: datetime) -> int:
    """Store answers under a new id, which is returned; no id is ever given twice."""
    statement = insert(table).values(body=_body(answers), answered_at=now)
    return transaction.connection.execute(statement.returning(table.c.id)).scalar_one()


def put_back(transaction: Transaction, kept: KeptAnswers) -> None:
    values = {"id": kept.id, "body": _body(kept.answers), "answered_at": kept.kept_at}
    transaction.connection.execute(insert(table).values(values))


def erase(transaction: Transaction, id_: int) -> None:
    transaction.connection.execute(delete(table).where(table.c.id == id_))


def _body(answers: tuple[Answered, ...]) -> str:
    return json.dumps([[each.side.value, each.question, each.reply.value] for each in answers])


def _answers(body: str) -> tuple[Answered, ...]:
    return tuple(Answered(Side(side), question, Reply(reply)) for side, question, reply in json.loads(body))
