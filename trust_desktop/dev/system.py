"""What the operating system has to provide: found out by loading and looking, installed only by root on Debian's kin."""

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

__all__ = ["BUILD", "LONG_FAULTS", "PYTHON", "TEST", "WINDOW", "Need", "ensure", "needs", "window_needs"]

OS_RELEASE: Final = Path("/etc/os-release")


@dataclass(frozen=True)
class Need:
    """One thing of the system: a library to load, a program, a Python module or a file; and who packs it."""

    what: str
    debian: tuple[str, ...]  # newest name first
    fedora: str

    def is_missing(self) -> bool:
        if ".so" in self.what:
            return not _loads(self.what)
        if self.what.startswith("module:"):
            return importlib.util.find_spec(self.what.removeprefix("module:")) is None
        if self.what.startswith("/"):
            return not any(Path(place).exists() for place in self.what.split("|"))
        return shutil.which(self.what) is None


def needs(*rows: tuple[str, str, str]) -> tuple[Need, ...]:
    return tuple(Need(what, tuple(debian.split("|")), fedora) for what, debian, fedora in rows)


PYTHON: Final = needs(
    ("module:ensurepip", "python3-venv", "python3"), ("module:venv", "python3-venv", "python3")
)

WINDOW: Final = needs(
    ("libGL.so.1", "libgl1", "libglvnd-glx"),
    ("libEGL.so.1", "libegl1", "libglvnd-egl"),
    ("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
    ("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
    ("libdbus-1.so.3", "libdbus-1-3", "dbus-libs"),
    ("libglib-2.0.so.0", "libglib2.0-0t64|libglib2.0-0", "glib2"),
)

_XCB: Final = needs(
    ("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
    ("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
    ("libxcb-image.so.0", "libxcb-image0", "xcb-util-image"),
    ("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
    ("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil"),
    ("libxcb-shape.so.0", "libxcb-shape0", "libxcb"),
    ("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb"),
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
)

_WAYLAND: Final = needs(("libwayland-cursor.so.0", "libwayland-cursor0", "libwayland-cursor"))

TEST: Final = needs(
    *((need.what, "|".join(need.debian), need.fedora) for need in _XCB),
    ("Xvfb", "xvfb", "xorg-x11-server-Xvfb"),
    ("xdotool", "xdotool", "xdotool"),
    ("xprop", "x11-utils", "xprop"),
    ("xwininfo", "x11-utils", "xwininfo"),
    ("openbox", "openbox", "openbox"),
    ("dbus-daemon", "dbus", "dbus-daemon"),
    ("gnome-keyring-daemon", "gnome-keyring", "gnome-keyring"),
    ("strace", "strace", "strace"),
    ("fiu-run", "fiu-utils", "libfiu"),
    (
        "/usr/libexec/at-spi-bus-launcher|/usr/lib/at-spi2-core/at-spi-bus-launcher",
        "at-spi2-core",
        "at-spi2-core",
    ),
)

LONG_FAULTS: Final = needs(("keepassxc", "keepassxc", "keepassxc"))

BUILD: Final = needs(
    *((need.what, "|".join(need.debian), need.fedora) for need in (*_XCB, *_WAYLAND)),
    ("objdump", "binutils", "binutils"),
    (f"libpython3.{sys.version_info.minor}.so.1.0", f"libpython3.{sys.version_info.minor}", "python3-libs"),
)


def ensure(needs: Iterable[Need]) -> str | None:
    """None when all is there, perhaps now; else the one line that a person can run."""
    if not sys.platform.startswith("linux"):
        return None
    missing = [need for need in needs if need.is_missing()]
    if not missing:
        return None
    if _is_debian() and os.geteuid() == 0 and _install(missing):
        missing = [need for need in missing if need.is_missing()]
    return line_for(missing) if missing else None


def window_needs() -> tuple[Need, ...]:
    """A screen of either kind needs its own libraries besides."""
    on_x = _XCB if os.environ.get("DISPLAY") else ()
    on_wayland = _WAYLAND if os.environ.get("WAYLAND_DISPLAY") else ()
    return (*WINDOW, *on_x, *on_wayland)


def line_for(missing: Iterable[Need]) -> str:
    if _is_debian():
        become = "" if os.geteuid() == 0 else "sudo "
        return f"{become}apt-get install -y --no-install-recommends {' '.join(_debian_names(missing))}"
    if shutil.which("dnf"):
        return f"sudo dnf install -y {' '.join(dict.fromkeys(need.fedora for need in missing))}"
    return f"Please install what provides: {', '.join(need.what for need in missing)}"


def _install(missing: Iterable[Need]) -> bool:
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}

    def apt_get(*arguments: str) -> bool:
        return (
            subprocess.run(
                ["apt-get", *arguments], env=environment, stdout=subprocess.DEVNULL, check=False
            ).returncode
            == 0
        )

    apt_get("update", "-qq")
    names = _debian_names(missing)
    print(f"Installing {' '.join(names)}", file=sys.stderr, flush=True)
    if not apt_get("install", "-y", "-qq", "--no-install-recommends", *names):
        return False
    _library_cache_is_fresh()
    return True


def _debian_names(missing: Iterable[Need]) -> list[str]:
    """Newer releases renamed some libraries; the name that this one offers is taken."""
    names = (next((name for name in need.debian if _is_offered(name)), need.debian[-1]) for need in missing)
    return list(dict.fromkeys(names))


def _is_offered(name: str) -> bool:
    if shutil.which("apt-cache") is None:
        return False
    answer = subprocess.run(
        ["apt-cache", "show", "--no-all-versions", name], capture_output=True, check=False
    )
    return answer.returncode == 0


def _is_debian() -> bool:
    try:
        lines = OS_RELEASE.read_text(encoding="utf-8").splitlines()
    except OSError:
        return False
    kin = {
        word.strip('"')
        for line in lines
        if line.startswith(("ID=", "ID_LIKE="))
        for word in line.split("=")[1].split()
    }
    return bool(kin & {"debian", "ubuntu"}) and shutil.which("apt-get") is not None


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _library_cache_is_fresh() -> None:
    importlib.invalidate_caches()
    if shutil.which("ldconfig"):
        subprocess.run(["ldconfig"], check=False)
