"""Words still being written anywhere but in the plan's wizard and the composer, under the name of their field."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete, or_, select
from sqlalchemy.dialects.sqlite import insert

from trust_desktop.storage.database import Transaction
from trust_desktop.storage.reflection_tables import writings


def get(transaction: Transaction, name: str) -> str:
    query = select(writings.c.body).where(writings.c.name == name)
    return transaction.connection.execute(query).scalar_one_or_none() or ""


def put(transaction: Transaction, name: str, body: str, now: datetime) -> None:
    """Store words in the place of those under the same name; blank ones take them away."""
    transaction.connection.execute(delete(writings).where(writings.c.name == name))
    if body.strip():
        transaction.connection.execute(insert(writings).values(name=name, body=body, saved_at=now))


def take_of_plan(
    transaction: Transaction, plan_id: int, action_ids: Collection[int]
) -> tuple[tuple[str, str], ...]:
    """Take away, and return by name, what was being written for the places of a plan and the answers to its actions."""
    answers = [f"talk.answer.{action_id}" for action_id in action_ids]
    of_plan = or_(writings.c.name.startswith(f"plan.{plan_id}."), writings.c.name.in_(answers))
    query = select(writings.c.name, writings.c.body).where(of_plan).order_by(writings.c.name)
    found = tuple((name, body) for name, body in transaction.connection.execute(query))
    transaction.connection.execute(delete(writings).where(of_plan))
    return found
