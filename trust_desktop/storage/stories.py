"""The parts of the person's own story."""

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from trust_desktop.domain.story import StoryPart
from trust_desktop.storage.database import Transaction
from trust_desktop.storage.reflection_tables import stories


def every(transaction: Transaction) -> dict[StoryPart, str]:
    rows = transaction.connection.execute(select(stories.c.part, stories.c.text))
    return {StoryPart(part): text for part, text in rows}


def put(transaction: Transaction, part: StoryPart, text: str, now: datetime) -> None:
    """Store a part in the place of what it was; a blank one is taken away."""
    if not text.strip():
        transaction.connection.execute(delete(stories).where(stories.c.part == part.value))
        return
    values = {"text": text, "saved_at": now}
    statement = insert(stories).values(part=part.value, **values)
    transaction.connection.execute(statement.on_conflict_do_update(index_elements=["part"], set_=values))
