"""The vault's own settings, a row each; a missing row is the default."""

from datetime import time
from typing import Final

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from trust_desktop.domain.settings import VaultSettings
from trust_desktop.storage.database import Transaction
from trust_desktop.storage.tables import settings as table

_YES: Final = "yes"
_NO: Final = "no"


def load(transaction: Transaction) -> VaultSettings:
    rows = dict(transaction.connection.execute(select(table.c.name, table.c.value)).all())
    default = VaultSettings()
    weekday = rows.get("first_weekday", "")
    return VaultSettings(
        day_ends=time.fromisoformat(rows.get("day_ends", default.day_ends.isoformat())),
        idle_minutes=int(rows.get("idle_minutes", default.idle_minutes)),
        first_weekday=int(weekday) if weekday else None,
        clear_clipboard_seconds=int(rows.get("clear_clipboard_seconds", default.clear_clipboard_seconds)),
        tray_note=rows.get("tray_note") == _YES,
        quiet_from=time.fromisoformat(rows.get("quiet_from", default.quiet_from.isoformat())),
        quiet_until=time.fromisoformat(rows.get("quiet_until", default.quiet_until.isoformat())),
        lock_on_minimise=rows.get("lock_on_minimise") == _YES,
        hide_by_shift=rows.get("hide_by_shift") != _NO,
    )


def save(transaction: Transaction, settings: VaultSettings) -> None:
    values = {
        "day_ends": settings.day_ends.isoformat("minutes"),
        "idle_minutes": str(settings.idle_minutes),
        "first_weekday": "" if settings.first_weekday is None else str(settings.first_weekday),
        "clear_clipboard_seconds": str(settings.clear_clipboard_seconds),
        "tray_note": _YES if settings.tray_note else _NO,
        "quiet_from": settings.quiet_from.isoformat("minutes"),
        "quiet_until": settings.quiet_until.isoformat("minutes"),
        "lock_on_minimise": _YES if settings.lock_on_minimise else _NO,
        "hide_by_shift": _YES if settings.hide_by_shift else _NO,
    }
    rows = [{"name": name, "value": value} for name, value in values.items()]
    statement = insert(table)
    transaction.connection.execute(
        statement.on_conflict_do_update(index_elements=["name"], set_={"value": statement.excluded.value}),
        rows,
    )
