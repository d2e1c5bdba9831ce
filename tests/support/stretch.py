"""How much longer everything takes while other programs want the processor too, measured beside what has a bound.

Run as a program it is the measure: the same piece of work again and again until its input ends, then one number.
"""

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from tests.support.processes import started
from tests.support.source import CHECKOUT

_TURNS: Final = 800_000
"""About ten milliseconds of work: more than the system gives at a time to one of many."""

_TOGETHER: Final = 10
"""Pieces that are judged together: a bound is on longer work, which a single piece that had to wait says little of."""

_AT_WORK: Final = "at work"


class Stretch:
    """`worst` is how many times longer than at its best the same work took, at the worst moment; 1 where nothing else runs.

    The work has a process of its own: threads of Python hold each other up, and what is measured must neither be
    slowed by its measure more than by any other program, nor be excused by its own standing still.
    """

    worst: float


@contextmanager
def stretch() -> Iterator[Stretch]:
    """Measure while the block runs; `worst` is known after it."""
    found = Stretch()
    command = [sys.executable, "-m", "tests.support.stretch"]
    with started(command, cwd=CHECKOUT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as work:
        assert work.stdout.readline() == f"{_AT_WORK}\n"
        yield found
        found.worst = float(work.communicate()[0])


@contextmanager
def within(seconds: float, never: float = float("inf")) -> Iterator[None]:
    """The block takes at most so long where nothing else runs, in proportion longer elsewhere, and `never` so long."""
    with stretch() as stretched:
        began = time.monotonic()
        yield
        took = time.monotonic() - began
    allowed = min(seconds * stretched.worst, never)
    assert took <= allowed, f"took {took:.2f} s of {allowed:.2f} s, at a stretch of {stretched.worst:.1f}"


def _work() -> float:
    over = threading.Event()
    threading.Thread(target=lambda: (sys.stdin.read(), over.set()), daemon=True).start()
    print(_AT_WORK, flush=True)
    least, took = float("inf"), []
    while not over.is_set() or not took:
        began, had = time.monotonic(), time.thread_time()
        for _ in range(_TURNS):
            pass
        least = min(least, time.thread_time() - had)
        took.append(time.monotonic() - began)
    together = min(_TOGETHER, len(took))
    longest = max(sum(took[at : at + together]) for at in range(len(took) - together + 1))
    return max(1.0, longest / together / least)


if __name__ == "__main__":
    print(_work())
