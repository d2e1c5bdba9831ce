"""How far the first week's cards were read, among the vault's settings; no rows are a tour not begun."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from trust_desktop.domain.tour import Tour
from trust_desktop.storage.database import Transaction
from trust_desktop.storage.tables import settings

_SEEN, _LAST_DAY, _LEFT = "tour_seen", "tour_last_day", "tour_left"


def load(transaction: Transaction) -> Tour:
    query = select(settings.c.name, settings.c.value).where(settings.c.name.in_((_SEEN, _LAST_DAY, _LEFT)))
    rows = dict(transaction.connection.execute(query).all())
    last_day = rows.get(_LAST_DAY)
    return Tour(
        seen=int(rows.get(_SEEN, "0")),
        last_day=date.fromisoformat(last_day) if last_day else None,
        left=bool(rows.get(_LEFT)),
    )


def save(transaction: Transaction, tour: Tour) -> None:
    values = {
        _SEEN: str(tour.seen),
        _LAST_DAY: tour.last_day.isoformat() if tour.last_day else "",
        _LEFT: "yes" if tour.left else "",
    }
    statement = insert(settings)
    transaction.connection.execute(
        statement.on_conflict_do_update(index_elements=["name"], set_={"value": statement.excluded.value}),
        [{"name": name, "value": value} for name, value in values.items()],
    )
