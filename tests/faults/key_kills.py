"""Each change of keys, killed at every step that touches a file or at any moment between; a process of its own.

Called as `python -m tests.faults.key_kills FOLDER KIND ROUNDS`; prints one JSON line with what was seen.
"""

import json
import os
import random
import signal
import sys
import time
from pathlib import Path
from typing import Final

from tests.faults.changing_keys import KINDS, Kind, OneChange
from tests.faults.nursery import PATIENCE, WHOLE
from trust_desktop.override import override

_STEPS: Final = {"open", "os.rename", "os.remove", "os.link", "os.truncate"}
"""Python tells of each of these before it happens; what SQLite writes is met by the kills between."""


class KeyNursery(OneChange):
    """It is done once to see how many steps and how long it takes, and then killed again and again."""

    def __init__(self, folder: Path, kind: Kind) -> None:
        super().__init__(folder, kind)
        self.opened_by = {"old": 0, "new": 0}
        self.step = 0
        assert self.in_child(self.make) == WHOLE
        self.afresh()
        assert self.in_child(self.work) == WHOLE
        self.steps, self.seconds = json.loads((self.tried / "took").read_text())

    def round_number(self, n: int) -> int:
        """Kill at a step of its own, or a while after the beginning; return what the check found."""
        self.afresh()
        self.step = 1 + n // 2 * 7 % self.steps if n % 2 == 0 else 0
        child = self.fork(self.work)
        if not self.step:
            self._wait_until_begun()
            time.sleep(random.uniform(0, self.seconds))
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        found = self.in_child(self.check)
        if found == WHOLE:
            self.opened_by[(self.tried / "by").read_text()] += 1
        return found

    @override
    def begun(self) -> None:
        self._passed = self._count_steps()
        (self.tried / "begun").touch()
        self._began = time.monotonic()

    @override
    def done(self) -> None:
        (self.tried / "took").write_text(json.dumps([self._passed[0], time.monotonic() - self._began]))

    def _wait_until_begun(self) -> None:
        end = time.monotonic() + PATIENCE
        while not (self.tried / "begun").exists() and time.monotonic() < end:
            time.sleep(0.001)

    def _count_steps(self) -> list[int]:
        passed = [0]

        def on_event(event: str, arguments: tuple[object, ...]) -> None:
            if event in _STEPS and str(self.tried) in str(arguments):
                passed[0] += 1
                if passed[0] == self.step:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(on_event)
        return passed


def main(folder: str, kind: str, rounds: str) -> None:
    nursery = KeyNursery(Path(folder), KINDS[kind])
    ends = [nursery.round_number(n) for n in range(int(rounds))]
    seen = {"rounds": len(ends), "broken": len(ends) - ends.count(WHOLE), **nursery.opened_by}
    print(json.dumps({**seen, "steps": nursery.steps}))


if __name__ == "__main__":
    main(*sys.argv[1:])
