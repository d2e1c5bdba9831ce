"""What a session leaves and shows outside its vault: windows, bus, processes, sockets, clipboard, files."""

import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from jeepney import DBusAddress, new_method_call
from jeepney.io.blocking import open_dbus_connection
from jeepney.wrappers import unwrap_msg

from tests.journeys.person import Person
from tests.support.display import Display

STRACE: Final = ("strace", "-D", "-f", "-qq", "-s", "0", "--seccomp-bpf", "-e", "trace=%network", "-o")
"""The traced program keeps its place and its number; strace goes when it goes."""

_FAMILY: Final = re.compile(r"socket(?:pair)?\((\w+)")
_MONITOR: Final = DBusAddress(
    "/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus.Monitoring"
)
_CLIPBOARD: Final = """
import sys
from PySide6.QtGui import QClipboard, QGuiApplication
app = QGuiApplication(["clip"])
for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
    print(app.clipboard().text(mode))
"""


def hits(folder: Path, *words: str) -> Iterator[tuple[Path, str]]:
    """Files below a folder with one of the words in their bytes or in their name, and that word."""
    wanted = [(word, [word.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")]) for word in words]
    for path in folder.rglob("*"):
        data = path.read_bytes() if path.is_file() and not path.is_symlink() else b""
        for word, encoded in wanted:
            if word in path.name or any(each in data for each in encoded):
                yield path, word


class Watch:
    """Reads titles, arguments, names and environment over and over while a story goes on."""

    def __init__(self, person: Person, *words: str) -> None:
        self._person, self._words = person, words
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look_on)
        self.windows: set[str] = set()
        self.names: set[str] = set()
        self.betrayed: set[str] = set()

    def __enter__(self) -> "Watch":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _look_on(self) -> None:
        while not self._over.wait(0.5):
            titles = self._person.hands.titles()
            self.windows.update(titles)
            seen = [*titles, *(text for name in ("cmdline", "environ") for text in self._process(name))]
            self.names.update(name.strip() for name in self._process("comm"))
            self.betrayed.update(each for each in seen if any(word in each for word in self._words))

    def _process(self, name: str) -> list[str]:
        try:
            return [Path("/proc", str(self._person.pid), name).read_text(encoding="utf-8", errors="replace")]
        except (OSError, AssertionError):
            return []  # between two starts there is none


class BusWatch:
    """Everything that is said on a session bus, also between others."""

    def __init__(self, address: str) -> None:
        self._bus = open_dbus_connection(bus=address)
        become = new_method_call(_MONITOR, "BecomeMonitor", "asu", ([], 0))
        unwrap_msg(self._bus.send_and_get_reply(become, timeout=20))
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._listen)
        self.heard: list[str] = []
        self.members: set[str] = set()

    def __enter__(self) -> "BusWatch":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()
        self._bus.close()

    def _listen(self) -> None:
        while not self._over.is_set():
            try:
                message = self._bus.receive(timeout=0.3)
            except TimeoutError:
                continue
            said = [f"{key.name}={value}" for key, value in message.header.fields.items()]
            self.members.update(part.partition("=")[2] for part in said if part.startswith("member="))
            self.heard.append(" ".join((*said, _plain(message.body))))

    def having(self, *words: str) -> list[str]:
        return [each[:200] for each in self.heard if any(word in each for word in words)]


def _plain(value: object) -> str:
    if isinstance(value, bytes | bytearray):
        return value.decode("latin-1")
    if isinstance(value, dict):
        return " ".join(f"{_plain(key)} {_plain(each)}" for key, each in value.items())
    if isinstance(value, list | tuple):
        return " ".join(_plain(each) for each in value)
    return str(value)


def families(trace: Path) -> set[str]:
    """Kinds of sockets a traced program asked for."""
    return set(_FAMILY.findall(trace.read_text(encoding="utf-8", errors="replace")))


def clipboard(display: Display) -> str:
    """What another program would paste now."""
    shown = subprocess.run(
        [sys.executable, "-c", _CLIPBOARD],
        env=os.environ | display.environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return shown.stdout


def window_properties(display: Display) -> str:
    """All that the desktop is told of any window, in one text."""
    tree = _told(display, "xwininfo", "-root", "-tree")
    windows = re.findall(r"^\s+(0x[0-9a-f]+) ", tree, re.MULTILINE)
    return tree + "".join(_told(display, "xprop", "-id", one) for one in windows)


def _told(display: Display, *command: str) -> str:
    asked = subprocess.run(command, env=os.environ | display.environment, capture_output=True, check=False)
    return asked.stdout.decode("utf-8", "replace")
