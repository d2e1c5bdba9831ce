"""A screen, a session bus and a keyring of the benchmark's own: nothing of the account is touched."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NEEDED = ("Xvfb", "dbus-daemon", "gnome-keyring-daemon")


def missing() -> list[str]:
    """Return the programs this machine lacks for a run."""
    return [name for name in NEEDED if shutil.which(name) is None]


@contextmanager
def own_session() -> Iterator[dict[str, str]]:
    """Yield an environment with a private HOME, display, bus and an unlocked, empty keyring."""
    with tempfile.TemporaryDirectory() as folder:
        home, runtime = Path(folder, "home"), Path(folder, "runtime")
        for place in (home, runtime):
            place.mkdir(mode=0o700)
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(runtime),
            "LANG": "C.UTF-8",
            "PYTHONDONTWRITEBYTECODE": "",
        }
        started: list[subprocess.Popen[str]] = []
        try:
            started.append(_screen(environment))
            started.append(_bus(environment))
            started.append(_keyring(environment))
            yield environment
        finally:
            for process in reversed(started):
                process.terminate()
                process.wait(timeout=10)


def _screen(environment: dict[str, str]) -> "subprocess.Popen[str]":
    reading, writing = os.pipe()
    process = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
        text=True,
    )
    os.close(writing)
    with os.fdopen(reading) as answer:
        environment["DISPLAY"] = f":{answer.readline().strip()}"
    return process


def _bus(environment: dict[str, str]) -> "subprocess.Popen[str]":
    process = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    environment["DBUS_SESSION_BUS_ADDRESS"] = process.stdout.readline().strip()
    return process


def _keyring(environment: dict[str, str]) -> "subprocess.Popen[str]":
    process = subprocess.Popen(
        ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("\n")
    process.stdin.close()
    process.stdout.readline()
    return process
