"""Starts the program's work in child after child and kills each without warning; a process of its own, one thread only.

Called as `python -m tests.faults.nursery FOLDER ROUNDS WORK`; prints one JSON line with what was seen.
"""

import json
import os
import random
import signal
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path

from tests.builders import TODAY, Clock, a_plan_draft
from tests.support.vaults import begin_vault, finished_vault, places_in
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.domain.vault import VaultState
from trust_desktop.security.key_store import MemoryStore
from trust_desktop.services import following_through, planning, vaults
from trust_desktop.services.session import VaultSession

OUTCOMES = tuple(Outcome)
LONGEST_WAIT = 0.03
IN_THE_MIDST = 0.75
"""Share of the kills that wait for a first save; the others may come at any moment, also while opening."""

PATIENCE = 60.0


class Nursery:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.places = places_in(folder)
        self.store = MemoryStore()
        self.acknowledged = folder / "acknowledged"
        self.number, self.code = finished_vault(self.places, self.store)
        self._in_child(self._begin_plan)

    def mark_and_save(self) -> None:
        session = self._unlocked()
        plan = planning.live_plan(session)
        assert plan is not None
        action = plan.actions[0].id
        for n in count(int(following_through.note(session, TODAY) or 1)):
            following_through.set_note(session, TODAY, str(n))
            following_through.mark(session, action, TODAY, OUTCOMES[n % len(OUTCOMES)])
            self._acknowledge(n)

    def check_marks(self) -> None:
        """What was acknowledged is there, and at most the one after it."""
        session = self._unlocked()
        session._open_database().check()
        note = int(following_through.note(session, TODAY) or 0)
        last = self._last()
        assert last <= note <= last + 1, (last, note)
        marked = following_through.day(session, TODAY).actions[0].outcome
        allowed = {OUTCOMES[n % len(OUTCOMES)] if n > 0 else None for n in (note - 1, note)}
        assert marked in allowed, (last, note, marked)
        session.close()
        self._acknowledge(note)

    def rewrite_header(self) -> None:
        recovered = vaults.recover(self.places, self.store, self.number, self.code, None)
        opened = recovered.opened
        for n in count(int(opened.header.label or 0) + 1):
            opened.rewrite(replace(opened.header, label=str(n)))
            self._acknowledge(n)

    def check_header(self) -> None:
        session = self._unlocked()
        assert session.info is not None
        label = int(session.info.label or 0)
        assert self._last() <= label <= self._last() + 1, (self._last(), label)
        self._acknowledge(label)
        session.close()
        copies = [path.read_bytes() for path in self.places.data.glob("*/header.*")]
        assert len(copies) == 2
        assert copies[0] == copies[1]

    def create(self) -> None:
        """Makes vaults in an account of its own, until there are five."""
        for n in count(1):
            begin_vault(places_in(self.folder / "fresh"), self.store)
            self._acknowledge(n)

    def check_created(self) -> None:
        places = places_in(self.folder / "fresh")
        listed = vaults.list_vaults(places)
        assert {listing.state for listing in listed} <= {VaultState.SETUP_UNFINISHED}
        assert self._last() <= len(listed) <= self._last() + 1
        numbers = [listing.info.number for listing in listed]
        assert numbers == sorted(set(numbers))
        if len(listed) < 5:
            begin_vault(places, self.store)
        assert not list(places.data.glob(".new-*")) or len(listed) >= 5
        places.data.rename(self.folder / f"done-{time.monotonic_ns()}")
        self.acknowledged.unlink(missing_ok=True)

    def round(self, work: Callable[[], None], check: Callable[[], None]) -> None:
        before = self._last()
        child = self._fork(work)
        if random.random() < IN_THE_MIDST:
            self._wait_for_more_than(before)
        time.sleep(random.uniform(0, LONGEST_WAIT))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        self._in_child(check)

    def _wait_for_more_than(self, before: int) -> None:
        """However busy the machine is: most kills are to fall between one save and the next, not before the first."""
        end = time.monotonic() + PATIENCE
        while self._last() <= before and time.monotonic() < end:
            time.sleep(0.001)

    def _begin_plan(self) -> None:
        session = self._unlocked()
        plan = planning.go_live(session, a_plan_draft())
        planning.record_said(session, plan.id, TODAY, Way.ALOUD)
        session.close()

    def _unlocked(self) -> VaultSession:
        session = vaults.unlock(self.places, self.store, self.number, None)
        session.now = Clock()
        return session

    def _acknowledge(self, n: int) -> None:
        handle = os.open(self.acknowledged, os.O_WRONLY | os.O_CREAT, 0o600)
        os.pwrite(handle, b"%8d" % n, 0)
        os.close(handle)

    def _last(self) -> int:
        return int(self.acknowledged.read_bytes() or 0) if self.acknowledged.exists() else 0

    def _in_child(self, work: Callable[[], None]) -> None:
        # The keyring's threads live and end in the child, so that this process stays safe to fork.
        _, status = os.waitpid(self._fork(work), 0)
        if status != 0:
            raise SystemExit("a check did not hold")

    def _fork(self, work: Callable[[], None]) -> int:
        child = os.fork()
        if child:
            return child
        code = 1
        try:
            work()
            code = 0
        except Exception:  # noqa: BLE001 - the parent's stack must not be unwound in the child
            traceback.print_exc()
        finally:
            os._exit(code)


def main(folder: str, rounds: str, work: str) -> None:
    nursery = Nursery(Path(folder))
    works = {
        "marks": (nursery.mark_and_save, nursery.check_marks),
        "header": (nursery.rewrite_header, nursery.check_header),
        "create": (nursery.create, nursery.check_created),
    }
    acknowledged = set()
    for _ in range(int(rounds)):
        nursery.round(*works[work])
        acknowledged.add(nursery._last())
    print(json.dumps({"rounds": int(rounds), "last": max(acknowledged), "different": len(acknowledged)}))


if __name__ == "__main__":
    main(*sys.argv[1:])
