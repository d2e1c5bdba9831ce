"""Starts work in child after child and kills each without warning; a process of its own, one thread only."""

import os
import random
import signal
import time
import traceback
from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path
from typing import Any

LONGEST_WAIT = 0.03
PATIENCE = 60.0

WHOLE, LOST, BROKEN = 0, 3, 4


class SaveLost(Exception):
    """Something was acknowledged and is not there."""


class Nursery(ABC):
    """`work` goes on until it is killed, saying by `acknowledge` what is kept; `check` looks at what was left."""

    longest_wait = LONGEST_WAIT
    in_the_midst = 0.75
    """Share of the kills that wait for a first save; the others may come at any moment, also while opening."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.acknowledged = folder / "acknowledged"
        self.reopened = folder / "reopened"

    @abstractmethod
    def work(self) -> None: ...

    @abstractmethod
    def check(self) -> None: ...

    def round(self) -> int:
        """Kill one child; return what the check found."""
        before = self.last()
        child = self.fork(self.work)
        if random.random() < self.in_the_midst:
            self._wait_for_more_than(before)
        time.sleep(random.uniform(0, self.longest_wait))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return self.in_child(self.check)

    def more(self) -> dict[str, Any]:
        """What else is to be told in the end."""
        return {}

    def acknowledge(self, n: int) -> None:
        handle = os.open(self.acknowledged, os.O_WRONLY | os.O_CREAT, 0o600)
        os.pwrite(handle, b"%8d" % n, 0)
        os.close(handle)

    def last(self) -> int:
        return int(self.acknowledged.read_bytes() or 0) if self.acknowledged.exists() else 0

    def kept(self, last: int, found: int) -> None:
        """What was acknowledged is there, and at most the one after it."""
        if found < last:
            raise SaveLost(f"{last} was acknowledged, {found} is there")
        assert found <= last + 1, (last, found)

    def took(self, seconds: float) -> None:
        """How long it took to open what was left."""
        with self.reopened.open("a", encoding="ascii") as file:
            file.write(f"{seconds}\n")

    def slowest(self) -> float:
        return max(map(float, self.reopened.read_text().split())) if self.reopened.exists() else 0.0

    def in_child(self, work: Callable[[], None]) -> int:
        # The keyring's threads live and end in the child, so that this process stays safe to fork.
        _, status = os.waitpid(self.fork(work), 0)
        return os.waitstatus_to_exitcode(status)

    def fork(self, work: Callable[[], None]) -> int:
        child = os.fork()
        if child:
            return child
        code = BROKEN
        try:
            work()
            code = WHOLE
        except SaveLost:
            code = LOST
        except Exception:  # noqa: BLE001 - the parent's stack must not be unwound in the child
            traceback.print_exc()
        finally:
            os._exit(code)

    def _wait_for_more_than(self, before: int) -> None:
        """However busy the machine is: most kills are to fall between one save and the next, not before the first."""
        end = time.monotonic() + PATIENCE
        while self.last() <= before and time.monotonic() < end:
            time.sleep(0.001)


def seen_in(nursery: Nursery, rounds: int) -> dict[str, Any]:
    ends, acknowledged = [], set()
    for _ in range(rounds):
        ends.append(nursery.round())
        acknowledged.add(nursery.last())
    return {
        "rounds": len(ends),
        "broken": sum(end not in {WHOLE, LOST} for end in ends),
        "lost": ends.count(LOST),
        "different": len(acknowledged),
        "reopen": round(nursery.slowest(), 3),
        **nursery.more(),
    }
