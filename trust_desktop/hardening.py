"""Keeps other programs of the same login, and crash reports, out of this process's memory, as far as the system can.

Tried on Linux only; what is written for Windows and macOS stands apart in modules that say so.
"""

import sys
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

_GET_DUMPABLE: Final = 3
_SET_DUMPABLE: Final = 4


@dataclass(frozen=True, slots=True)
class Report:
    """What the system itself says now; None where it has no such thing or does not tell."""

    dumpable: bool | None = None
    core_limit: int | None = None
    denied: bool | None = None
    """Whether the calls of a system that cannot be asked afterwards were taken."""

    @property
    def hardened(self) -> bool:
        """Whether nothing of it is known to be open."""
        return self.dumpable is not True and not self.core_limit and self.denied is not False


_denied: bool | None = None


def harden() -> None:
    """Shut the memory; what the system refuses is left as it is, and `report` tells.

    A process that takes this one's place by `exec` begins open again: each start calls it.
    """
    global _denied  # noqa: PLW0603 - these systems cannot be asked what was set
    if sys.platform == "linux":
        _no_core()
        _prctl(_SET_DUMPABLE, 0)
    elif sys.platform == "darwin":
        from trust_desktop import hardening_macos

        _no_core()
        _denied = hardening_macos.deny()
    elif sys.platform == "win32":
        from trust_desktop import hardening_windows

        _denied = hardening_windows.deny()


def report() -> Report:
    """Ask the system how this process stands."""
    dumpable = None
    if sys.platform == "linux":
        answer = _prctl(_GET_DUMPABLE, 0)
        dumpable = None if answer < 0 else answer != 0
    return Report(dumpable, _core_limit(), _denied)


def _no_core() -> None:
    if sys.platform != "win32":
        import resource

        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _core_limit() -> int | None:
    if sys.platform == "win32":
        return None
    else:  # noqa: RET505 - the type checker reads one branch only
        import resource

        return resource.getrlimit(resource.RLIMIT_CORE)[0]


def _prctl(option: int, value: int) -> int:
    """Call the kernel; -1 where it refuses or there is no such call."""
    import ctypes

    try:
        return int(ctypes.CDLL(None).prctl(option, ctypes.c_ulong(value), 0, 0, 0))
    except (AttributeError, OSError):
        return -1
