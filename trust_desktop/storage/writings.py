"""Words still being written anywhere but in the plan's wizard and the composer, under the name of their field."""

from datetime import datetime

from sqlalchemy import delete, select
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
