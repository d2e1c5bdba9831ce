"""The list of texts that Find looks through; their words stand in `find_index`, which step 0003 makes around it."""

from typing import Final

from sqlalchemy import Column, Integer, Table, Text, TypedColumns, UniqueConstraint

from trust_desktop.storage.tables import metadata

IDS_A_DAY: Final = 65_536
"""The id of an entry is its day times this, and its place in the day: the newest are found without sorting."""

JULIAN_DAY_BEFORE: Final = 1_721_425
"""The number SQLite gives the day before the first of Python's."""


class _FindEntries(TypedColumns):
    id = Column(Integer, primary_key=True)
    part = Column(Text, nullable=False)
    name = Column(Text, nullable=False)
    number = Column(Integer, nullable=False)
    version = Column(Integer, nullable=False)


# Written by triggers alone, so that no writer can forget it.
find_entries: Final = Table(
    "find_entries",
    metadata,
    _FindEntries,
    UniqueConstraint("part", "name", "number", "version", name="one_entry_for_a_text"),
    sqlite_strict=True,
)
