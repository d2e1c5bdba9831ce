"""Called as `python -m tests.faults.heart_beat DATA RUNTIME PAGE`: the real way in, and how evenly its window goes on.

A timer of the window beats from the first paint on, while the keyring is asked. Once the words of PAGE are shown, a
JSON line says after how many seconds, and the longest that the timer was kept waiting.
"""

import json
import sys
import time
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel

from trust_desktop import app
from trust_desktop.program import Program
from trust_desktop.security.keyring_store import OsKeyStore
from trust_desktop.services.vaults import Places
from trust_desktop.ui import ahead
from trust_desktop.ui.preferences import Preferences

BEAT_MS = 10
PAINTED = "painted"
NEVER = 45.0
PAGES = ("trust_desktop.ui.problems", "trust_desktop.ui.vaults.waiting_page")


class HeartBeat:
    def __init__(self, program: Program, words: str) -> None:
        self._program, self._words = program, words
        self._began = self._last = time.monotonic()
        self._gap = 0.0
        self.timer = QTimer(interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self.timer.timeout.connect(self._beat)
        program.shell.first_painted.connect(self._start)

    def _start(self) -> None:
        self._began = self._last = time.monotonic()
        self.timer.start()
        print(PAINTED, flush=True)

    def _beat(self) -> None:
        now = time.monotonic()
        self._gap, self._last = max(self._gap, now - self._last), now
        texts = [label.text() for label in self._program.shell.findChildren(QLabel)]
        shown = any(self._words in text for text in texts)
        if shown or now > self._began + NEVER:
            seen = {"shown": shown, "seconds": round(now - self._began, 2), "gap_ms": round(self._gap * 1000)}
            print(json.dumps(seen if shown else {**seen, "texts": texts}), flush=True)
            self.timer.stop()
            self._program.shell.close()


def main(data: str, runtime: str, words: str) -> int:
    # What is imported ahead or for a page is not what is measured: only a call to the keyring can take so long.
    ahead.import_services()
    for name in (*ahead._WITH_WINDOW, ahead.FIRST_PAGE, *ahead._OTHER_PAGES, *PAGES):
        import_module(name)
    preferences = Preferences(None)
    application = app._application(preferences)
    program = Program(application, preferences)
    beat = HeartBeat(program, words)
    program.show_opening(Places(Path(data), Path(runtime)), OsKeyStore())
    code = application.exec()
    assert not beat.timer.isActive()
    return code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
