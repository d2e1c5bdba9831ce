"""Somebody else at the same vault: a second start, another login, a wrong passphrase."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.journeys.person import Person
from tests.journeys.steps import PASSPHRASE
from tests.support import vaults as made
from tests.support.other_user import as_nobody
from tests.support.processes import PATIENCE, stop, wait_until
from trust_desktop.domain.vault import Protection
from trust_desktop.security.keyring_store import OsKeyStore
from trust_desktop.services.vaults import Places

pytestmark = [pytest.mark.atspi, pytest.mark.slow]


def test_a_second_start_brings_the_first_window_to_the_front_and_ends(person: Person) -> None:
    make_vault(person)
    person.start()
    person.sees("Today")
    person.hands.press("ctrl+3")
    person.sees("All kept, except")
    with something_in_front(person):
        assert person.start_beside().wait(PATIENCE) == 0
        wait_until(lambda: person.hands.in_front() == person.pid, "the first window to be in front")
    person.sees("All kept, except")  # as it was left
    assert person.quit() == 0
    assert person.spoken() == ""


def test_a_second_start_locks_a_minimised_window_before_it_comes_up(person: Person) -> None:
    make_vault(person)
    person.start()
    person.sees("Today")
    person.hands.minimise()
    assert person.start_beside().wait(PATIENCE) == 0
    person.sees("Use the recovery code")
    person.has_the_keyboard()
    assert not any(seen.name == "Today" for seen in person.eyes.everything())
    assert person.quit() == 0


def test_a_killed_program_bars_nobody(person: Person) -> None:
    make_vault(person)
    person.start()
    person.sees("Today")
    person.kill()
    person.start()
    person.sees("Today")
    assert person.quit() == 0


@pytest.mark.second_user
def test_another_login_can_neither_list_nor_read_anything(person: Person) -> None:
    with tempfile.TemporaryDirectory(dir="/tmp", prefix="td-") as base:
        Path(base).chmod(0o755)
        person.data = Path(base) / "data"
        person.start()  # the program itself makes the folder
        person.sees("What it cannot protect")
        person.quit()
        make_vault(person)
        person.start()
        person.sees("Today")
        inside = [person.data, *person.data.rglob("*"), *Path("/proc", str(person.pid)).glob("mem")]
        inside += [path for path in person.service.runtime.rglob("*") if path.name != "bus"]
        assert len(inside) > 5
        with as_nobody():
            opened = [path for path in inside if can_look_into(path)]
        assert opened == []
        assert {path.stat().st_mode & 0o077 for path in (person.data, *person.data.rglob("*"))} == {0}
        assert person.quit() == 0


def test_a_wrong_passphrase_is_said_beside_it_and_may_be_typed_over(person: Person) -> None:
    make_vault(person, Protection.DEVICE_AND_PASSPHRASE)
    person.start()
    person.sees("Use the recovery code")
    person.write("Passphrase", PASSPHRASE)
    person.hands.press("Return")
    person.sees("This passphrase does not open it.")
    person.sees_focus("Passphrase")
    person.hands.type(made.PASSPHRASE)  # what was typed is chosen whole
    person.hands.press("Return")
    person.sees("Today")
    assert person.quit() == 0
    assert person.spoken() == ""


def make_vault(person: Person, protection: Protection = Protection.DEVICE) -> None:
    places = Places(person.data, person.service.runtime)
    places.data.mkdir(mode=0o700, exist_ok=True)
    made.finished_vault(places, OsKeyStore(), protection)


@contextmanager
def something_in_front(person: Person) -> Iterator[None]:
    other = person.start_beside("--demo")
    try:
        wait_until(lambda: person.hands.in_front() == other.pid, "the other window to be in front")
        yield
    finally:
        stop(other)


def can_look_into(path: Path) -> bool:
    try:
        if path.is_dir():
            next(path.iterdir(), None)
        else:
            path.read_bytes()
    except PermissionError:
        return False
    return True
