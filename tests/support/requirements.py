"""What a marked test needs of the system: named exactly when it is missing, and never let go in CI."""

import os
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final

from tests.support.bundle import executable

AT_SPI_LAUNCHERS: Final = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")


def in_ci() -> bool:
    return os.environ.get("CI", "").lower() in {"1", "true", "yes"}


def missing(marker: str) -> str | None:
    """Why tests with this marker cannot run here, in one sentence; None when they can."""
    check = _CHECKS.get(marker)
    return check() if check else None


def at_spi_launcher() -> str | None:
    return next((found for found in AT_SPI_LAUNCHERS if Path(found).is_file()), None)


def _programs(*names: str) -> str | None:
    absent = [name for name in names if shutil.which(name) is None]
    return f"not installed: {', '.join(absent)}" if absent else None


@cache
def _keyring() -> str | None:
    return _programs("dbus-daemon", "gnome-keyring-daemon")


@cache
def _display() -> str | None:
    return _programs("Xvfb", "xdotool")


@cache
def _at_spi() -> str | None:
    absent = _programs("Xvfb", "dbus-daemon", "openbox", "xprop", "xwininfo")
    if absent:
        return absent
    return None if at_spi_launcher() else "not installed: at-spi2-core"


@cache
def _strace() -> str | None:
    return _programs("strace")


@cache
def _libfiu() -> str | None:
    return _programs("fiu-run")


@cache
def _keepassxc() -> str | None:
    return _programs("Xvfb", "dbus-daemon", "keepassxc", "keepassxc-cli")


def _frozen() -> str | None:
    return None if executable().is_file() else "no bundle: run `python3 -m trust_desktop.dev build` first"


def _second_user() -> str | None:
    return None if hasattr(os, "geteuid") and os.geteuid() == 0 else "needs root, to become another user"


_CHECKS: Final[dict[str, Callable[[], str | None]]] = {
    "real_keyring": _keyring,
    "xvfb": _display,
    "atspi": _at_spi,
    "frozen": _frozen,
    "strace": _strace,
    "libfiu": _libfiu,
    "keepassxc": _keepassxc,
    "second_user": _second_user,
}
