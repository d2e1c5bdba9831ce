"""The wait between tries that failed: kept beside the vault over every restart, at most a minute, never a deletion."""

import math
import time
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from trust_desktop.domain.errors import VaultProblem, WaitFirst
from trust_desktop.security.header import Slot
from trust_desktop.storage import tries_file
from trust_desktop.storage.tries_file import Tries
from trust_desktop.storage.vault_folder import VaultFolder

if TYPE_CHECKING:
    from datetime import datetime

LONGEST: Final = 60
_MOST: Final = 999_999_999
_MILLISECONDS: Final = 1000


def since_boot() -> int:
    """Milliseconds since the computer was started: nobody can set this clock, and where it can it goes on in sleep."""
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    seconds = time.monotonic() if clock is None else time.clock_gettime(clock)
    return int(seconds * _MILLISECONDS)


def wall_clock() -> "datetime":
    """Only told to the person later; no wait depends on it."""
    from datetime import datetime

    return datetime.now().astimezone()


def seconds_after(tries: int) -> int:
    """How long to wait after so many failed tries in a row: 0, 1, 2, 4 … 60."""
    return min(LONGEST, 1 << min(tries, 8) >> 2) if tries > 1 else 0


def wait_left(tries: Tries | None) -> int:
    """Whole seconds until the next try, rounded up.

    Of the time that went by only what is certain counts. A clock that stands before the note belongs to a later start of
    the computer, so at least as long as that start has lasted is over. The day and the hour play no part.
    """
    if tries is None:
        return 0
    now = since_boot()
    over = now - tries.since_boot if now >= tries.since_boot else now
    return max(0, math.ceil(seconds_after(tries.in_row) - over / _MILLISECONDS))


def wait_left_for(folder: VaultFolder) -> int:
    return wait_left(tries_file.load(folder.path))


class OneTry:
    """Counted as failed from the moment a secret is tested until it is known to be right: to kill it saves nothing."""

    def __init__(self, folder: VaultFolder) -> None:
        self._folder = folder
        self.found = tries_file.load(folder.path)
        """What stood there before this try."""
        self._noted = False

    def begin(self, slot: Slot) -> None:
        """Before a secret is tested that could be guessed at. Raises WaitFirst."""
        if self._noted or not (slot.type.with_passphrase or slot.type.with_recovery):
            return
        left = wait_left(self.found)
        if left:
            raise WaitFirst(left)
        self._noted = True
        before = self.found or tries_file.new()
        self._keep(
            Tries(
                mark=before.mark,
                total=min(before.total + 1, _MOST),
                in_row=min(before.in_row + 1, _MOST),
                since_boot=since_boot(),
                last_at=wall_clock(),
            )
        )

    def take_back(self) -> None:
        """It was no try: something else kept the secret from being tested."""
        if self._noted:
            self._keep(self.found or tries_file.new())

    def opened(self) -> None:
        """It was right: the next one waits for nothing."""
        found = self.found or tries_file.new()
        if self._noted or found.in_row or self.found is None:
            self._keep(replace(found, in_row=0))

    def _keep(self, tries: Tries) -> None:
        with suppress(VaultProblem):  # a full disk keeps nobody from their words
            tries_file.save(self._folder.path, tries)
