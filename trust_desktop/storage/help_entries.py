"""Help a person wrote down themselves, and the country whose list they look at."""

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from trust_desktop.domain.safety import HelpEntry
from trust_desktop.storage.database import Transaction
from trust_desktop.storage.reflection_tables import help_entries as table
from trust_desktop.storage.tables import settings

_COUNTRY = "help_country"


def every(transaction: Transaction) -> tuple[HelpEntry, ...]:
    """Return all entries in the order they were written down."""
    rows = transaction.connection.execute(select(table).order_by(table.c.id))
    return tuple(HelpEntry(row.id, row.name, row.text, row.added_at) for row in rows)


def add(transaction: Transaction, name: str, text: str, now: datetime) -> int:
    """Store an entry under a new id, which is returned; no id is ever given twice."""
    statement = insert(table).values(name=name, text=text, added_at=now)
    return transaction.connection.execute(statement.returning(table.c.id)).scalar_one()


def put(transaction: Transaction, entry: HelpEntry) -> None:
    """Store an entry, in the place of the one with its id if there is one."""
    values = {"name": entry.name, "text": entry.text, "added_at": entry.added_at}
    statement = insert(table).values(id=entry.id, **values)
    transaction.connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=values))


def erase(transaction: Transaction, id_: int) -> None:
    transaction.connection.execute(delete(table).where(table.c.id == id_))


def country(transaction: Transaction) -> str:
    """Return the code of the chosen country; blank as long as none was chosen."""
    query = select(settings.c.value).where(settings.c.name == _COUNTRY)
    return transaction.connection.execute(query).scalar_one_or_none() or ""


def set_country(transaction: Transaction, code: str) -> None:
    statement = insert(settings).values(name=_COUNTRY, value=code)
    statement = statement.on_conflict_do_update(index_elements=["name"], set_={"value": code})
    transaction.connection.execute(statement)
