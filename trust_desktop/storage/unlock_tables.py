"""The table of openings. Imported where it is asked for."""

from typing import Final

from sqlalchemy import Column, Integer, Table, TypedColumns

from trust_desktop.domain.unlock import OpenedBy
from trust_desktop.storage.column_types import Choice, Moment
from trust_desktop.storage.tables import metadata


class _Unlocks(TypedColumns):
    id = Column(Integer, primary_key=True)
    opened_at = Column(Moment, nullable=False)
    opened_by: Column[OpenedBy] = Column(Choice(OpenedBy), nullable=False)
    in_vain = Column(Integer, nullable=False)
    last_in_vain_at = Column(Moment)
    note_gone = Column(Integer, nullable=False)


# An opening with the failed tries before it. What is not to be remembered has no row.
unlocks: Final = Table("unlocks", metadata, _Unlocks, sqlite_autoincrement=True, sqlite_strict=True)
