"""A fresh process in place of this one: what was in memory is gone, whatever language it was written in."""

import os
import sys
from collections.abc import Mapping
from typing import Final

from trust_desktop import identity

LOCKED: Final = f"{identity.EXECUTABLE.upper()}_LOCKED"
"""Environment variable of a process that shows the lock screen after locking; its value is the vault's number."""

SMALL: Final = f"{identity.EXECUTABLE.upper()}_SMALL"
"""Environment variable of a process whose window begins minimised, because the one before was or was hidden."""

ADDING: Final = f"{identity.EXECUTABLE.upper()}_ADDING"
"""Environment variable of a process that begins with another vault, because the one before asked for it."""

_DIGITS: Final = 4


def command() -> list[str]:
    """How this process was started: frozen, by `-m` or by an installed script."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *sys.argv[1:]]
    return [sys.executable, *sys.orig_argv[1:]]


def relaunch(number: int | None, *, small: bool = False) -> None:
    """Replace this process; everything must be saved and released before. Does not return."""
    environment = _clean(os.environ) | {LOCKED: str(number or 0)} | ({SMALL: "1"} if small else {})
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    if sys.platform == "win32":
        # Windows cannot replace a process in place. Written from the documentation and never tried.
        import subprocess

        subprocess.Popen(command(), env=environment, close_fds=True)  # noqa: S603 - our own command line
        os._exit(0)
    os.execve(sys.executable, command(), environment)  # noqa: S606 - no shell is wanted


def locked_number() -> int | None:
    """Number of the vault that was locked (0 if none was open), None at an ordinary start; tells only once."""
    found = os.environ.pop(LOCKED, None)
    return int(found) if found is not None and found.isdecimal() and len(found) <= _DIGITS else None


def was_small() -> bool:
    """Whether the window is to begin minimised; tells only once."""
    return os.environ.pop(SMALL, "") == "1"


def add_next() -> None:
    """Let the process after this one begin with another vault."""
    os.environ[ADDING] = "1"


def is_adding() -> bool:
    """Whether to begin with another vault; tells only once."""
    return os.environ.pop(ADDING, "") == "1"


def _clean(environment: Mapping[str, str]) -> dict[str, str]:
    """Without what the frozen program's starter puts in: it would take the new process for its own child."""
    kept = {name: value for name, value in environment.items() if not name.startswith("_PYI_")}
    if getattr(sys, "frozen", False):
        kept["PYINSTALLER_RESET_ENVIRONMENT"] = "1"
        before = kept.pop("LD_LIBRARY_PATH_ORIG", None)
        kept.pop("LD_LIBRARY_PATH", None)
        if before:
            kept["LD_LIBRARY_PATH"] = before
    return kept


def start_example() -> None:
    """The example has a process, a window and a memory of its own."""
    from PySide6.QtCore import QProcess

    arguments = [] if getattr(sys, "frozen", False) else ["-m", "trust_desktop"]
    QProcess.startDetached(sys.executable, [*arguments, "--demo"])
