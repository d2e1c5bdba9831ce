"""Killed twenty times in the middle of marking and typing: what the window showed as kept is kept."""

import itertools
import random
import re
import threading
import time
from contextlib import closing
from datetime import date, timedelta
from typing import Final

import pytest

from benchmarks.vaults import fill
from tests.journeys.person import Person
from tests.support.processes import PATIENCE
from tests.support.stretch import stretch
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.domain.vault import Protection
from trust_desktop.security.cost import FLOOR
from trust_desktop.security.keyring_store import OsKeyStore
from trust_desktop.services import acknowledging, following_through, vaults
from trust_desktop.services.session import VaultSession, local_now

KILLS: Final = 20
SINCE: Final = timedelta(days=40)
MOST_LOST: Final = 2.0
NEVER_LOST: Final = 4.0
"""Seconds of typing, on a machine that does nothing else; and on any."""

SURELY_MARKED: Final = 2
"""Marks that the window shows before its end is set for some moment."""


@pytest.mark.atspi
@pytest.mark.slow
@pytest.mark.timeout(900)
def test_killed_while_marking_and_typing_no_mark_and_two_seconds_of_typing_at_most_are_lost(
    person: Person,
) -> None:
    places = vaults.Places(person.data, person.service.runtime)
    today = make_vault(places)
    chance = random.Random(20)
    kept: dict[date, int] = {}
    lost: list[float] = []
    for number in range(KILLS):
        person.start()
        person.sees("Due today")
        person.hands.press("ctrl+3")
        person.sees_focus("Days")
        if number % 2:
            with stretch() as stretched:
                typed, killed_at = type_until_killed(person, "ns"[number // 2 % 2], f"r{number}", chance)
            with closing(opened(places)) as session:
                found = texts(session, today)
            first_lost = next((when for word, when in typed if word not in found), killed_at)
            lost.append(killed_at - first_lost)
            assert lost[-1] <= min(MOST_LOST * stretched.worst, NEVER_LOST)
        else:
            mark_until_killed(person, today, number, chance, kept)
            with closing(opened(places)) as session:
                assert_kept(session, kept)
    with closing(opened(places)) as session:
        assert_kept(session, kept)
    print(f"{KILLS} kills, {sum(kept.values())} marks, lost {' '.join(f'{each:.2f}' for each in lost)} s")
    assert sum(kept.values()) >= KILLS
    assert person.spoken() == ""


def make_vault(places: vaults.Places) -> date:
    """Opened by the keyring alone; its plan was said some weeks ago. Returns the day it is."""
    places.data.mkdir(mode=0o700)
    new = vaults.create(
        places,
        OsKeyStore(),
        protection=Protection.DEVICE,
        passphrase=None,
        recovery_with_passphrase=False,
        cost=FLOOR,
    )
    with closing(vaults.prove_recovery(places, new, new.recovery_code)) as session:
        today = session.today
        began = local_now() - SINCE
        session.now = lambda: began
        fill(session, began)
    return today


def opened(places: vaults.Places) -> VaultSession:
    return vaults.unlock(places, OsKeyStore(), 1, None)


class Killer(threading.Timer):
    """Ends the program without a word some time after it was started; `at` is when."""

    def __init__(self, person: Person, seconds: float) -> None:
        super().__init__(seconds, self._kill)
        self._person = person
        self.at = 0.0

    @property
    def over(self) -> bool:
        return self.at > 0

    def _kill(self) -> None:
        self.at = time.monotonic()
        self._person.kill()


def mark_until_killed(
    person: Person, today: date, days_ago: int, chance: random.Random, kept: dict[date, int]
) -> None:
    """Mark the actions of a day and of those before it; what the window says is kept goes into `kept`."""
    person.hands.press(*["Left"] * days_ago)
    day = today - timedelta(days=days_ago)
    killer = Killer(person, chance.uniform(0.3, 2.5))
    marks = 0
    while not killer.over:
        count = shown_as_kept(person, killer, day, 0)
        while count is not None and count < 4:
            person.hands.press("1")
            count = shown_as_kept(person, killer, day, count + 1)
            if count is not None:
                kept[day] = count
                marks += 1
            if marks == SURELY_MARKED and not killer.is_alive():
                killer.start()
        person.hands.press("Left")
        day -= timedelta(days=1)
    killer.join()


def shown_as_kept(person: Person, killer: Killer, day: date, least: int) -> int | None:
    """Wait until the cell of a day says that so many are kept; None when the window went away before it did."""
    end = time.monotonic() + PATIENCE
    while not killer.over:
        assert time.monotonic() < end, f"{day} does not say that {least} are kept"
        for seen in person.eyes.showing():
            told = re.search(r" (\d) of 4 kept", seen.name) if seen.name.startswith(spoken(day)) else None
            if told and seen.role == "cell" and int(told[1]) >= least:
                return int(told[1])
    return None


def spoken(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B}"


def type_until_killed(
    person: Person, key: str, name: str, chance: random.Random
) -> tuple[list[tuple[str, float]], float]:
    """Type one word after another; each with the moment when its last key had been pressed."""
    person.hands.press(key)
    field = {"n": "A note for this day", "s": "Your words"}[key]
    person.sees_focus(field)
    killer = Killer(person, chance.uniform(0.5, 5.0))
    killer.start()
    typed = []
    for number in itertools.count():
        if killer.over:
            break
        word = f"{name}x{number}"
        person.hands.type(f"{word} ")
        typed.append((f"{word} ", time.monotonic()))
        while not killer.over and word not in (person.eyes.written_in(field) or ""):
            pass  # the keys of a person do not wait in line while the window is slow
    killer.join()
    return typed, killer.at


def texts(session: VaultSession, today: date) -> str:
    draft = acknowledging.open_draft(session)
    return f"{following_through.note(session, today)} {draft.text if draft else ''} "


def assert_kept(session: VaultSession, kept: dict[date, int]) -> None:
    for day, count in kept.items():
        actions = following_through.day(session, day).actions
        assert sum(action.outcome is Outcome.KEPT for action in actions) >= count, day
