"""What somebody thought they had recorded, before they saw it: a number for each action and week, or none."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import delete, insert, select

from trust_desktop.storage.database import Transaction
from trust_desktop.storage.reflection_tables import guesses


class Guess(NamedTuple):
    """`number` is None where the person wanted to see without guessing."""

    action_id: int
    number: int | None
    guessed_at: datetime


def of_week(transaction: Transaction, week: date) -> tuple[Guess, ...]:
    query = select(guesses.c.action_id, guesses.c.number, guesses.c.guessed_at).where(guesses.c.week == week)
    return tuple(Guess(*row) for row in transaction.connection.execute(query))


def add(transaction: Transaction, week: date, numbers: Mapping[int, int | None], now: datetime) -> None:
    rows = [
        {"week": week, "action_id": action_id, "number": number, "guessed_at": now}
        for action_id, number in numbers.items()
    ]
    transaction.connection.execute(insert(guesses), rows)


def remove(transaction: Transaction, week: date) -> None:
    transaction.connection.execute(delete(guesses).where(guesses.c.week == week))
