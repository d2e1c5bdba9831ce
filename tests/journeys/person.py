"""Somebody in front of the real program: eyes, a keyboard, and no other way in."""

import os
import subprocess
import sys
import time
from pathlib import Path

from tests.journeys.eyes import Eyes, Seen
from tests.journeys.hands import Hands
from tests.support.display import Display
from tests.support.processes import stop, wait_until
from tests.support.secret_service import SecretService

TABS = 80
"""More presses of Tab than any page has stops."""


class Person:
    """Starts the program on a data folder and uses it by keyboard; `spoken` collects what it wrote to its streams."""

    def __init__(self, folder: Path, display: Display, service: SecretService) -> None:
        self.folder, self.service = folder, service
        self.data = folder / "data"
        self.streams = folder / "streams.txt"
        self.eyes = Eyes(service.address)
        self.hands = Hands(display)
        self._environment = {**service.environment, **display.environment, **self.eyes.environment}
        self._program: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        assert self._program is not None
        return self._program.pid

    def start(self, *arguments: str) -> None:
        with self.streams.open("ab") as streams:
            self._program = subprocess.Popen(
                [sys.executable, "-m", "trust_desktop", *(arguments or ("--data-dir", str(self.data)))],
                env={**self._environment, "PYTHONPATH": str(Path.cwd())},
                stdin=subprocess.DEVNULL,
                stdout=streams,
                stderr=streams,
            )

    def quit(self) -> None:
        self.hands.press("ctrl+q")
        assert self._program is not None
        self._program.wait(10)

    def leave(self) -> None:
        if self._program is not None:
            stop(self._program)
        self.eyes.close()

    def kill(self) -> None:
        assert self._program is not None
        self._program.kill()
        self._program.wait()
        wait_until(lambda: not self.eyes.showing(), "the window to be gone")

    def sees(self, words: str, seconds: float = 20.0) -> None:
        self.eyes.wait_for(words, seconds)

    def go_to(self, name: str, *, back: bool = False) -> Seen:
        """Press Tab until the focus is on something of this name."""
        met: list[str] = []
        for _ in range(TABS):
            focus = self.eyes.focus()
            if focus is not None and focus.name.startswith(name):
                return focus
            met.append(focus.name if focus else "-")
            self.hands.press("shift+Tab" if back else "Tab")
            time.sleep(0.05)
        raise AssertionError(f"Tab never reached {name!r}: {met}")

    def press(self, name: str, *, back: bool = False) -> None:
        """Go to a button and press it."""
        self.go_to(name, back=back)
        self.hands.press("space")
        time.sleep(0.1)

    def write(self, name: str, text: str) -> None:
        """Go to a field, empty it and type."""
        self.go_to(name)
        self.hands.press("ctrl+a")
        self.hands.type(text)

    def shot(self, file: Path) -> None:
        """Take a picture of the screen, for looking at when a story ends otherwise than told."""
        subprocess.run(
            ["import", "-window", "root", str(file)], env={**os.environ, **self._environment}, check=False
        )
