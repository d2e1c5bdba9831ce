"""Somebody in front of the real program: eyes, a keyboard, and no other way in."""

import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType

from tests.journeys.eyes import Eyes, Seen
from tests.journeys.hands import Hands
from tests.support.display import Display
from tests.support.processes import PATIENCE, stop, wait_until
from tests.support.secret_service import SecretService

TABS = 80
"""More presses of Tab than any page has stops."""

MISSED = 4.0
"""Seconds after which a window that still answers has not heard the key that closes it."""


class Person:
    """Starts the program on a data folder and uses it by keyboard; `spoken` is what it wrote to its streams."""

    def __init__(self, folder: Path, display: Display, service: SecretService) -> None:
        self.folder, self.service = folder, service
        self.data = folder / "data"
        self.streams = folder / "streams.txt"
        self.eyes = Eyes(service.address)
        self.hands = Hands(display)
        self.temporary = folder / "tmp"
        self.temporary.mkdir(mode=0o700)
        self._environment = {
            **service.environment,
            **display.environment,
            **self.eyes.environment,
            "TMPDIR": str(self.temporary),
            "AT_SPI_BUS_ADDRESS": self.eyes.address,  # also where there is no session bus to ask for it
        }
        self.through: Sequence[str] = ()
        """A command that every start goes through, one that watches it for instance."""
        self._program: subprocess.Popen[bytes] | None = None
        self._all: list[subprocess.Popen[bytes]] = []
        self.started = self.asked_to_quit = 0.0

    @property
    def pid(self) -> int:
        assert self._program is not None
        return self._program.pid

    def start(
        self,
        *arguments: str,
        days_ago: int = 0,
        environment: Mapping[str, str] = MappingProxyType({}),
        through: Sequence[str] = (),
    ) -> None:
        """Start the program, on a clock that is behind, with other variables or through another command."""
        wait_until(lambda: not self.eyes.showing(), "the window before to be gone")
        self.started = time.monotonic()
        program = ["tests.journeys.earlier", str(days_ago)] if days_ago else ["trust_desktop"]
        self._program = self.start_beside(
            *arguments, program=program, environment=environment, through=through or self.through
        )
        self.has_the_keyboard()

    def has_the_keyboard(self) -> None:
        """A window may be read before the desktop has given it the keyboard: keys pressed then go nowhere."""
        wait_until(lambda: self._has_ended() or self._is_in_front(), "the window to have the keyboard")
        assert not self._has_ended(), self.spoken()

    def _is_in_front(self) -> bool:
        return self.hands.in_front() == self.pid

    def _has_ended(self) -> bool:
        return self._program is not None and self._program.poll() is not None

    def start_beside(
        self,
        *arguments: str,
        program: Sequence[str] = ("trust_desktop",),
        environment: Mapping[str, str] = MappingProxyType({}),
        through: Sequence[str] = (),
    ) -> "subprocess.Popen[bytes]":
        """One more process on the same screen."""
        with self.streams.open("ab") as streams:
            process = subprocess.Popen(
                [*through, sys.executable, "-m", *program, *(arguments or ("--data-dir", str(self.data)))],
                env={**self._environment, "PYTHONPATH": str(Path.cwd()), **environment},
                stdin=subprocess.DEVNULL,
                stdout=streams,
                stderr=streams,
            )
        self._all.append(process)
        return process

    def quit(self) -> int:
        """Close the window as the desktop does it, and return with what the program ended.

        A window that is closing answers no look, however long it takes: one that answers has not heard the key.
        """
        assert self._program is not None
        for _ in range(3):  # right after a window came up the desktop itself now and then misses its key
            wait_until(lambda: self._has_ended() or self._is_in_front(), "the window to have the keyboard")
            if not self._has_ended():
                self.asked_to_quit = time.monotonic()
                self.hands.press("alt+F4")
            while time.monotonic() < self.asked_to_quit + PATIENCE:
                with suppress(subprocess.TimeoutExpired):
                    return self._program.wait(MISSED)
                if self.eyes.showing():
                    break
        raise AssertionError(f"{self.pid} did not end:\n{self.eyes.text()}")

    def leave(self) -> None:
        for process in reversed(self._all):
            stop(process)
        self.eyes.close()

    def kill(self) -> None:
        assert self._program is not None
        self._program.kill()
        self._program.wait()

    def sees(self, words: str) -> None:
        self.eyes.wait_for(words)

    def go_to(self, name: str, *, back: bool = False) -> Seen:
        """Press Tab until the focus is on something of this name."""
        focus = self.eyes.focus()
        reached = here = [focus] if focus else []
        met: list[str] = []
        for _ in range(TABS):
            found = next((seen for seen in reached if seen.is_called(name)), None)
            if found is not None:
                return found
            met += [seen.name for seen in reached]
            reached = self.press_tab(here, back=back)
            here = reached or here
        raise AssertionError(f"Tab never reached {name!r}: {met}")

    def press_tab(self, here: Sequence[Seen], *, back: bool = False) -> list[Seen]:
        """Where one press leads from `here`: nowhere while it only goes on to the next part of a date."""
        self.eyes.forget_focus()
        self.hands.press("shift+Tab" if back else "Tab")
        return self.eyes.focus_moved(inside=any(seen.role == "spin box" for seen in here))

    def press(self, name: str, *, back: bool = False) -> None:
        """Go to a button and press it."""
        self.go_to(name, back=back)
        self.hands.press("space")
        self.eyes.showing()  # a look takes the window many turns: by its end it has heard the key

    def choose(self, name: str, start: str) -> None:
        """Choose one of a few that share one stop of the Tab key, going there from the one chosen now."""
        focus: Seen | None = self.go_to(start)
        for _ in range(TABS):
            if focus is not None and focus.is_called(name):
                self.hands.press("space")
                return
            self.eyes.forget_focus()
            self.hands.press("Right")
            focus = next(iter(self.eyes.focus_moved()), focus)
        raise AssertionError(f"arrows never reached {name!r} from {start!r}")

    def pick(self, name: str, entry: str) -> None:
        """Go to a closed list and press Down until it stands on an entry."""
        self.go_to(name)
        for _ in range(TABS):
            before = self._entry_of(name)
            if before == entry:
                return
            self.hands.press("Down")
            wait_until(lambda before=before: self._entry_of(name) not in {before, None}, "the next entry")
        raise AssertionError(f"{name!r} has no entry {entry!r}")

    def _entry_of(self, name: str) -> str | None:
        lists = [seen for seen in self.eyes.showing() if seen.role == "combo box" and seen.is_called(name)]
        return lists[0].name if lists else None

    def sees_focus(self, name: str) -> None:
        end = time.monotonic() + PATIENCE
        focus = self.eyes.focus()
        while focus is None or not focus.is_called(name):
            assert time.monotonic() < end, f"the keyboard is on {focus}, not on {name!r}"
            focus = self.eyes.focus()

    def spoken(self) -> str:
        """What the program wrote to its streams, but that somebody's eyes asked Qt for what had just gone."""
        lines = self.streams.read_text(encoding="utf-8", errors="replace").splitlines(keepends=True)
        return "".join(line for line in lines if "qt.accessibility.atspi" not in line)

    def write(self, name: str, text: str) -> None:
        """Go to a field, empty it and type."""
        self.go_to(name)
        self.hands.press("ctrl+a")
        self.hands.type(text)
