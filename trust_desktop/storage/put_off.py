"""On which day somebody put off looking at an action again, beside the settings: it is a wish about what is shown."""

from datetime import date
from typing import Final

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from trust_desktop.storage.database import Transaction
from trust_desktop.storage.tables import settings

_PREFIX: Final = "review_put_off."


def days(transaction: Transaction) -> dict[int, date]:
    """Return the day for each action that has one, by the action's id."""
    query = select(settings.c.name, settings.c.value).where(settings.c.name.startswith(_PREFIX))
    rows = transaction.connection.execute(query)
    return {int(name.removeprefix(_PREFIX)): date.fromisoformat(value) for name, value in rows}


def put(transaction: Transaction, action_id: int, day: date | None) -> None:
    """Store the day in the place of an earlier one; None takes it away."""
    name = f"{_PREFIX}{action_id}"
    transaction.connection.execute(delete(settings).where(settings.c.name == name))
    if day is not None:
        transaction.connection.execute(insert(settings).values(name=name, value=day.isoformat()))
