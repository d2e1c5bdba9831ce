"""The program's own work that may be killed at any moment: marking, writing the header, making a vault."""

import time
from dataclasses import replace
from itertools import count
from pathlib import Path

from tests.builders import TODAY, Clock, a_plan_draft
from tests.faults.nursery import WHOLE, Nursery
from tests.support.vaults import begin_vault, finished_vault, places_in
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.domain.vault import VaultState
from trust_desktop.override import override
from trust_desktop.security.key_store import MemoryStore
from trust_desktop.services import following_through, planning, vaults
from trust_desktop.services.session import VaultSession

OUTCOMES = tuple(Outcome)


class VaultNursery(Nursery):
    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.places = places_in(folder)
        self.store = MemoryStore()
        self.number, self.code = finished_vault(self.places, self.store)

    def unlocked(self) -> VaultSession:
        began = time.monotonic()
        session = vaults.unlock(self.places, self.store, self.number, None)
        self.took(time.monotonic() - began)
        session.now = Clock()
        return session


class Marks(VaultNursery):
    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        assert self.in_child(self._begin_plan) == WHOLE

    def _begin_plan(self) -> None:
        session = self.unlocked()
        plan = planning.go_live(session, a_plan_draft())
        planning.record_said(session, plan.id, TODAY, Way.ALOUD)
        session.close()

    @override
    def work(self) -> None:
        session = self.unlocked()
        plan = planning.live_plan(session)
        assert plan is not None
        action = plan.actions[0].id
        for n in count(int(following_through.note(session, TODAY) or 1)):
            following_through.set_note(session, TODAY, str(n))
            following_through.mark(session, action, TODAY, OUTCOMES[n % len(OUTCOMES)])
            self.acknowledge(n)

    @override
    def check(self) -> None:
        session = self.unlocked()
        session._open_database().check()
        note = int(following_through.note(session, TODAY) or 0)
        self.kept(self.last(), note)
        marked = following_through.day(session, TODAY).actions[0].outcome
        allowed = {OUTCOMES[n % len(OUTCOMES)] if n > 0 else None for n in (note - 1, note)}
        assert marked in allowed, (note, marked)
        session.close()
        self.acknowledge(note)


class Header(VaultNursery):
    @override
    def work(self) -> None:
        recovered = vaults.recover(self.places, self.store, self.number, self.code, None)
        opened = recovered.opened
        for n in count(int(opened.header.label or 0) + 1):
            opened.rewrite(replace(opened.header, label=str(n)))
            self.acknowledge(n)

    @override
    def check(self) -> None:
        session = self.unlocked()
        assert session.info is not None
        label = int(session.info.label or 0)
        self.kept(self.last(), label)
        self.acknowledge(label)
        session.close()
        copies = [path.read_bytes() for path in self.places.data.glob("*/header.*")]
        assert len(copies) == 2
        assert copies[0] == copies[1]


class Create(Nursery):
    """Makes vaults in an account of its own, until there are five."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.places = places_in(folder / "fresh")
        self.store = MemoryStore()

    @override
    def work(self) -> None:
        for n in count(1):
            begin_vault(self.places, self.store)
            self.acknowledge(n)

    @override
    def check(self) -> None:
        listed = vaults.list_vaults(self.places)
        assert {listing.state for listing in listed} <= {VaultState.SETUP_UNFINISHED}
        self.kept(self.last(), len(listed))
        numbers = [listing.info.number for listing in listed]
        assert numbers == sorted(set(numbers))
        if len(listed) < 5:
            begin_vault(self.places, self.store)
        assert not list(self.places.data.glob(".new-*")) or len(listed) >= 5
        self.places.data.rename(self.folder / f"done-{time.monotonic_ns()}")
        self.acknowledged.unlink(missing_ok=True)
