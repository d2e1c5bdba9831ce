"""Programs a test starts, each waited for and ended by its own process id."""

import contextlib
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

Process = subprocess.Popen[bytes] | subprocess.Popen[str]

PATIENCE: Final = 60.0
"""Seconds for what has to come some time. Waiting proves nothing, so it may be longer than a busy machine needs."""

_ENDS: Final = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
_REST: Final = 0.3


@contextlib.contextmanager
def started(command: Sequence[str], **how: Any) -> Iterator[Any]:
    """A process that does not outlive the block, and leaves no open pipe behind for a later test to be blamed for."""
    process = subprocess.Popen(command, **how)
    try:
        yield process
    finally:
        stop(process)


def stop(process: Process, patience: float = 20.0) -> None:
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(patience)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    for stream in (process.stdin, process.stdout, process.stderr):
        if stream is not None:
            with contextlib.suppress(OSError):
                stream.close()


def wait_until(condition: Callable[[], object], what: str, seconds: float = PATIENCE) -> None:
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError(what)
        time.sleep(0.02)


def wait_until_up(process: Process) -> None:
    """Wait until the program hears the system ask it to end: it does so from when its first window was painted."""
    wait_until(lambda: process.poll() is not None or _hears_the_system(process.pid), "the program to be up")
    assert process.poll() is None, f"it ended with {process.returncode}"


def _hears_the_system(pid: int) -> bool:
    try:
        status = Path("/proc", str(pid), "status").read_text(encoding="ascii", errors="replace")
    except OSError:  # it has just gone
        return False
    caught = next(int(line.split()[1], 16) for line in status.splitlines() if line.startswith("SigCgt:"))
    return all(caught >> number - 1 & 1 for number in _ENDS)


def wait_until_at_rest(process: Process) -> None:
    """Wait until for a while none of its threads had anything to do: what it began by itself is done by then."""
    since, used = time.monotonic(), -1
    end = since + PATIENCE
    while time.monotonic() < since + _REST:
        assert process.poll() is None, f"it ended with {process.returncode}"
        now_used, working = _work(process.pid)
        if working or now_used != used:
            since, used = time.monotonic(), now_used
        if time.monotonic() > end:
            raise TimeoutError("the program to be at rest")
        time.sleep(0.02)


def _work(pid: int) -> tuple[int, bool]:
    """Ticks of the processor it has had so far, and whether it could use one now, also while it waits for its turn."""
    ticks, working = 0, False
    for stat in Path("/proc", str(pid), "task").glob("*/stat"):
        with contextlib.suppress(OSError):  # a thread that has just ended
            state, *numbers = stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
            ticks += int(numbers[10]) + int(numbers[11])
            working = working or state != "S"
    return ticks, working
