"""Openings of the vault, the newest first, and up to where tries in vain were counted."""

from typing import Final

from sqlalchemy import delete, insert, select
from sqlalchemy.dialects.sqlite import insert as insert_or_update

from trust_desktop.domain.unlock import Unlock
from trust_desktop.storage.database import Transaction
from trust_desktop.storage.tables import settings
from trust_desktop.storage.unlock_tables import unlocks

_COUNTED: Final = "tries_counted"
_WANTED: Final = "openings_noted"
_YES: Final = "yes"
_NO: Final = "no"


def add(transaction: Transaction, unlock: Unlock) -> int:
    statement = insert(unlocks).values(
        opened_at=unlock.at,
        opened_by=unlock.by,
        in_vain=unlock.in_vain,
        last_in_vain_at=unlock.last_in_vain_at,
        note_gone=int(unlock.note_gone),
    )
    return transaction.connection.execute(statement.returning(unlocks.c.id)).scalar_one()


def newest(transaction: Transaction, most: int, *, up_to: int | None = None) -> tuple[Unlock, ...]:
    """`up_to`: the number of an opening, from which the list goes back."""
    query = select(unlocks).order_by(unlocks.c.id.desc()).limit(most)
    if up_to is not None:
        query = query.where(unlocks.c.id <= up_to)
    return tuple(
        Unlock(row.opened_at, row.opened_by, row.in_vain, row.last_in_vain_at, bool(row.note_gone))
        for row in transaction.connection.execute(query)
    )


def drop_older(transaction: Transaction, kept: int) -> None:
    """Let the list not grow without end."""
    staying = select(unlocks.c.id).order_by(unlocks.c.id.desc()).limit(kept)
    transaction.connection.execute(delete(unlocks).where(unlocks.c.id.not_in(staying)))


def erase(transaction: Transaction) -> None:
    transaction.connection.execute(delete(unlocks))


def wanted(transaction: Transaction) -> bool:
    """Whether openings are to be written down; so it is unless the person said no."""
    return _value(transaction, _WANTED) != _NO


def keep_wanted(transaction: Transaction, *, yes: bool) -> None:
    _keep(transaction, _WANTED, _YES if yes else _NO)


def counted(transaction: Transaction) -> tuple[str, int] | None:
    """Mark and total of the file of tries as it stood at the newest opening; None if none was kept."""
    mark, _, total = _value(transaction, _COUNTED).partition(" ")
    return (mark, int(total)) if total else None


def keep_counted(transaction: Transaction, mark: str, total: int) -> None:
    _keep(transaction, _COUNTED, f"{mark} {total}")


def forget_counted(transaction: Transaction) -> None:
    _keep(transaction, _COUNTED, "")


def _value(transaction: Transaction, name: str) -> str:
    query = select(settings.c.value).where(settings.c.name == name)
    return transaction.connection.execute(query).scalar_one_or_none() or ""


def _keep(transaction: Transaction, name: str, value: str) -> None:
    statement = insert_or_update(settings).values(name=name, value=value)
    transaction.connection.execute(
        statement.on_conflict_do_update(index_elements=["name"], set_={"value": statement.excluded.value})
    )
