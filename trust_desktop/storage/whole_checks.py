"""On which day a large vault was last read through from end to end; kept in the vault itself."""

from contextlib import suppress
from datetime import date, timedelta
from typing import Final

from sqlcipher3 import dbapi2

EVERY: Final = timedelta(days=7)

_NAME: Final = "read_through_on"
_KEEP: Final = (
    "INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
)


def is_due(raw: dbapi2.Connection, today: date | None) -> bool:
    """Whether a week has passed; a day in the future says that a clock was wrong, so nothing is known."""
    row = raw.execute("SELECT value FROM settings WHERE name = ?", (_NAME,)).fetchone()
    if row is None or today is None:
        return True
    try:
        last = date.fromisoformat(row[0])
    except ValueError:
        return True
    return not timedelta() <= today - last < EVERY


def note(raw: dbapi2.Connection, today: date) -> None:
    """Without room it is not noted, and the next opening reads it all again."""
    with suppress(dbapi2.Error):
        raw.execute(_KEEP, (_NAME, today.isoformat()))
