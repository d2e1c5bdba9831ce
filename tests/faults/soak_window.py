"""Called as `python -m tests.faults.soak_window DATA RUNTIME EDITS LOCKS SEEN`: the real window, edited and locked.

Half of the edits come in one go, the rest between the locks; each lock ends in a fresh process of this same program, as
the real one does. After the last it leaves a JSON file: edits, locks, problems, and what memory was used when.
"""

import json
import os
import sys
import time
import traceback
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer

from trust_desktop import app, logs
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.program import Program
from trust_desktop.security.keyring_store import OsKeyStore
from trust_desktop.services import following_through, planning
from trust_desktop.services.vaults import Places
from trust_desktop.ui import relaunch
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.preferences import Preferences
from trust_desktop.ui.vaults.lock_screen import LockScreen

OUTCOMES = tuple(Outcome)
DAYS = 30
PAGES = (Place.CALENDAR, Place.TODAY, Place.LOOKING_BACK)
TURN_PAGE_EVERY = 20
AT_A_TURN = 5
"""Edits before the window may paint again."""

WARM = 20
"""Edits after which every page was shown and what is kept for reuse is there."""


def memory() -> int:
    """Bytes of this process in memory."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


@dataclass
class Seen:
    edits: int = 0
    locks: int = 0
    seconds: float = 0.0
    problems: list[str] = field(default_factory=list)
    lives: list[tuple[int, int]] = field(default_factory=list)
    """Memory of each process, warm and at its end."""


class Soak:
    def __init__(self, program: Program, seen: Seen, edits: int, locks: int, path: Path) -> None:
        self._program, self.seen, self._edits, self._locks, self._path = program, seen, edits, locks, path
        self._in_this_life, self._warm, self._began = 0, 0, time.monotonic()
        self.timer = QTimer(interval=10)
        self.timer.timeout.connect(self._step)
        self.timer.start()

    def keep(self) -> None:
        self._path.write_text(json.dumps(asdict(self.seen)), encoding="utf-8")

    def note(self, kind: type[BaseException], problem: BaseException, trace: TracebackType | None) -> None:
        self.seen.problems.append("".join(traceback.format_exception(kind, problem, trace)))

    def _step(self) -> None:
        if self._program._window is None:
            self._open()
        elif self._in_this_life < self._due():
            for _ in range(min(AT_A_TURN, self._due() - self._in_this_life)):
                self._edit()
        else:
            self._end_of_this_life()

    def _due(self) -> int:
        """Edits of this life: many in the first, for what only piles up; then the rest in equal parts."""
        first = self._edits // 2
        if (
            not self.seen.locks
        ):  # with the edits of lives before, where idleness locked a busy machine's first one
            return first - self.seen.edits + self._in_this_life
        between = (self._edits - first) // self._locks
        return (
            between if self.seen.locks < self._locks else self._edits - self.seen.edits + self._in_this_life
        )

    def _open(self) -> None:
        screen = self._program.shell.page.findChild(LockScreen)
        if screen is not None and screen.open.isEnabled() and screen.isVisible():
            screen.open.click()

    def _edit(self) -> None:
        session, window = self._program._session, self._program._window
        assert session is not None
        assert window is not None
        n = self.seen.edits
        if self._in_this_life == 0:
            self.timer.setInterval(0)
        if self._in_this_life % TURN_PAGE_EVERY == 0:
            window.go_to(PAGES[n // TURN_PAGE_EVERY % len(PAGES)])
        day = session.today - timedelta(days=n % DAYS)
        plan = planning.live_plan(session)
        assert plan is not None
        if n % 3:
            following_through.mark(session, plan.actions[n % 4].id, day, OUTCOMES[n // 4 % len(OUTCOMES)])
        else:
            following_through.set_note(session, day, f"A quiet evening, number {n}.")
        self.seen.edits += 1
        self._in_this_life += 1
        if self._in_this_life == WARM:
            self._warm = memory()

    def _end_of_this_life(self) -> None:
        self.timer.stop()
        self.seen.lives.append((self._warm or memory(), memory()))
        self.seen.seconds += time.monotonic() - self._began
        if self.seen.locks == self._locks:
            self.keep()
            self._program.shell.close()
        else:
            self.seen.locks += 1
            self._program.lock()


def main(data: str, runtime: str, edits: str, locks: str, seen_at: str) -> int:
    path = Path(seen_at)
    seen = Seen(**json.loads(path.read_text(encoding="utf-8"))) if path.exists() else Seen()
    places, locked = Places(Path(data), Path(runtime)), relaunch.locked_number()
    logs.start(places.data / "logs")
    preferences = Preferences(None)
    application = app._application(preferences)

    def start_afresh(number: int | None, **_how: object) -> None:
        soak.keep()
        os.environ[relaunch.LOCKED] = str(number or 0)
        os.execv(sys.executable, [sys.executable, "-m", "tests.faults.soak_window", *sys.argv[1:]])

    program = Program(application, preferences, relauncher=start_afresh)
    soak = Soak(program, seen, int(edits), int(locks), path)
    logs.install_hooks(program.report)
    hook = sys.excepthook

    def noted(kind: type[BaseException], problem: BaseException, trace: TracebackType | None) -> None:
        soak.note(kind, problem, trace)
        hook(kind, problem, trace)

    sys.excepthook = noted
    program.show_opening(places, OsKeyStore(), locked)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
