"""Backups as files: what they are called, which of them are kept, and what is remembered about making them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final, Self

from trust_desktop import identity
from trust_desktop.override import override

DAYS_KEPT: Final = 7
WEEKS_KEPT: Final = 4
HIGHEST: Final = 999_999_999
"""Number of a backup that can be read from its name."""

_NAME: Final = re.compile(rf"{identity.EXECUTABLE}-([0-9a-f]{{8}})-(\d{{4,9}})-(\d{{8}}-\d{{6}})")
_MOMENT: Final = "%Y%m%d-%H%M%S"


@dataclass(frozen=True, slots=True, order=True)
class BackupName:
    """`number` counts up and alone says which is newer: clocks are set back; `made` is the person's local time."""

    number: int
    vault: str
    """Eight hexadecimal digits, the name of the vault's folder."""
    made: datetime

    @classmethod
    def read(cls, text: str) -> Self | None:
        """Return None for a name that this program did not give."""
        found = _NAME.fullmatch(text)
        if found is None:
            return None
        try:
            made = datetime.strptime(found[3], _MOMENT)  # noqa: DTZ007 - as the person's clock showed it
        except ValueError:
            return None
        return cls(int(found[2]), found[1], made)

    @override
    def __str__(self) -> str:
        return f"{identity.EXECUTABLE}-{self.vault}-{self.number:04}-{self.made.strftime(_MOMENT)}"


def kept(names: Iterable[BackupName]) -> frozenset[BackupName]:
    """Return the newest of each of the last seven days that have one, and of four weeks before these."""
    days: dict[date, BackupName] = {}
    weeks: dict[tuple[int, int], BackupName] = {}
    for name in sorted(names, reverse=True):
        day = name.made.date()
        week = day.isocalendar()[:2]
        if day in days:
            continue
        if len(days) < DAYS_KEPT:
            days[day] = name
        elif week not in weeks and len(weeks) < WEEKS_KEPT:
            weeks[week] = name
    return frozenset({*days.values(), *weeks.values()})


@dataclass(frozen=True, slots=True)
class BackupState:
    """What a vault remembers about its backups. Without a folder none are made."""

    folder: str = ""
    last: BackupName | None = None
    """The newest that counted, in this folder."""

    owed: bool = True
    """Something may have changed since."""

    problem: str = ""
    """Name of the kind of problem the last try met."""

    problem_day: date | None = None
    """On which it was met first; on that day it is said, and not again."""

    slot: bytes = field(default=b"", repr=False)
    """What opens a backup with its own passphrase, and the mark of the key it belongs to."""

    slot_mark: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class BackupContents:
    """What a backup holds, once it is open."""

    plans: int
    marks: int
    acknowledgements: int
    first_day: date | None
    last_day: date | None
