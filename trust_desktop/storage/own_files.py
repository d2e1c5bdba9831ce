"""Whether the files a connection has open are still the ones that lie in the vault's folder."""

import os
from pathlib import Path
from typing import Final

from trust_desktop.domain.errors import VaultMoved

_ENDINGS: Final = ("", "-wal")


class OwnFiles:
    """What was committed into files that were moved or deleted would be gone with the connection."""

    def __init__(self, path: Path) -> None:
        real = Path(os.path.realpath(path))
        self._paths = tuple(real.with_name(real.name + ending) for ending in _ENDINGS)
        self._opened = self._found()

    def check(self) -> None:
        """Raise VaultMoved unless they are where they were. Looks only: to open one would drop SQLite's locks."""
        if self._found() != self._opened:
            raise VaultMoved

    def check_database(self) -> None:
        """The same for the database alone: its log goes with each connection."""
        if _identity(self._paths[0]) != self._opened[0]:
            raise VaultMoved

    def _found(self) -> tuple[tuple[int, int] | None, ...]:
        return tuple(_identity(path) for path in self._paths)


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = os.stat(path)  # noqa: PTH116 - at every write: without the path's own detours
    except OSError:
        return None
    return found.st_dev, found.st_ino
