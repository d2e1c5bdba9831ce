"""A copy of a database in use: one at a time, in steps, and ended at once when the connection has to go."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Lock
from typing import TYPE_CHECKING, Final, Self

from trust_desktop.domain.errors import Cancelled
from trust_desktop.storage import sqlcipher
from trust_desktop.storage.copies import PAGES_A_STEP, new_file, row_counts
from trust_desktop.storage.safe_files import problems_named

if TYPE_CHECKING:
    from sqlcipher3 import dbapi2

_TURN: Final = 0.001
"""Seconds; without them a lock goes back to the thread that has just released it."""

_LOOK: Final = 0.02
"""Seconds after which a copy that waits looks whether it is still wanted."""


class Copying:
    """Whoever closes the connection calls `end` first; the copy itself holds the lock during its steps only."""

    def __init__(self) -> None:
        self._one = Lock()
        self._over = Event()
        self._over.set()
        self._unwanted = False
        self._turns: Lock | None = None
        """The database's lock, while the copy has its turn."""

    def end(self) -> None:
        """Wait for a copy under way, which stops at once; to be called with the database's lock held."""
        self._unwanted = True
        self._over.wait()
        self._unwanted = False

    @contextmanager
    def begun(self, turns: Lock) -> Iterator[Self]:
        """Another copy waits until this one is over."""
        with self._one:
            self._over.clear()
            try:
                self._take(turns)
                yield self
            finally:
                if self._turns is not None:
                    self._leave()
                self._over.set()

    def make(self, raw: "dbapi2.Connection", path: Path, key: bytearray) -> dict[str, int]:
        """Copy into a new file and close it; return the rows of each table as they were at the last step."""
        with problems_named():
            new_file(path)
        copy = sqlcipher.connect_to_fill(path, key)
        try:
            raw.backup(copy, pages=PAGES_A_STEP, progress=self._between)
            return row_counts(raw)
        finally:
            copy.close()

    def _between(self, _state: int, remaining: int, _pages: int) -> None:
        """Let others have their turn between two steps."""
        if remaining:
            turns = self._leave()
            time.sleep(_TURN)
            self._take(turns)

    def _take(self, turns: Lock) -> None:
        while not turns.acquire(timeout=_LOOK):
            if self._unwanted:
                raise Cancelled
        self._turns = turns

    def _leave(self) -> Lock:
        turns, self._turns = self._turns, None
        assert turns is not None, "the copy has its turn"
        turns.release()
        return turns
