"""How often a vault was tried in vain: a small file beside it, with no word and no secret of anybody in it."""

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from trust_desktop.storage import safe_files

if TYPE_CHECKING:
    from datetime import datetime

NAME: Final = "tries"
_MOST_BYTES: Final = 256
_LINE: Final = re.compile(r"1 ([0-9a-f]{8}) ([0-9]{1,9}) ([0-9]{1,9}) ([0-9]{1,12}) (\S{1,40})\n")
_NEVER: Final = "-"
_MARK_BYTES: Final = 4
_YEARS: Final = (1970, 9998)


@dataclass(frozen=True, slots=True)
class Tries:
    """`mark` tells this file from one made later in its place."""

    mark: str
    total: int = 0
    """All that failed since the file was made; it never goes back."""
    in_row: int = 0
    """Those since the vault last opened."""
    since_boot: int = 0
    """Milliseconds from the start of the computer to the last of them."""
    last_at: "datetime | None" = None


def new() -> Tries:
    return Tries(os.urandom(_MARK_BYTES).hex())


def load(folder: Path) -> Tries | None:
    """None without a file, or where it cannot be read or holds anything else."""
    try:
        data = safe_files.read_start(folder / NAME, _MOST_BYTES)
    except OSError:
        return None
    found = _LINE.fullmatch((data or b"").decode("ascii", "replace"))
    if found is None:
        return None
    mark, total, in_row, since_boot, last_at = found.groups()
    last = None if last_at == _NEVER else _moment(last_at)
    return Tries(mark, int(total), int(in_row), int(since_boot), last)


def save(folder: Path, tries: Tries) -> None:
    last_at = tries.last_at.isoformat(timespec="seconds") if tries.last_at else _NEVER
    line = f"1 {tries.mark} {tries.total} {tries.in_row} {tries.since_boot} {last_at}\n"
    safe_files.write_safely(folder / NAME, line.encode("ascii"))


def _moment(text: str) -> "datetime | None":
    from datetime import datetime  # the first window waits for nothing it does not show

    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    # At the edges of the calendar it could be neither kept nor shown in another zone.
    return moment if moment.tzinfo is not None and _YEARS[0] <= moment.year <= _YEARS[1] else None
