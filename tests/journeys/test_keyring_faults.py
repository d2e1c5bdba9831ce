"""A keyring that is gone, locked, silent or emptied, as a person meets it: soon a calm page, and always a way in."""

import os
import signal
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest
from jeepney import message_bus

from tests.journeys.person import Person
from tests.support.secret_service import SecretService
from tests.support.stretch import stretch
from tests.support.vaults import finished_vault
from trust_desktop.security.keyring_store import OsKeyStore
from trust_desktop.services import vaults

pytestmark = [pytest.mark.atspi, pytest.mark.slow]

SOON: Final = 10.0
SLOW: Final = 9.5
LATE: Final = 3.0
"""When the page of a keyring that says nothing may come at the earliest, from the start of the program; and how late."""

ALIVE: Final = 0.5
"""Longest that the window may leave a look at it unanswered, on a machine that does nothing else."""

AT_ONCE: Final = 3.0

FROZEN: Final = 9.0
"""What no other program excuses: who waits for a keyring in the window's own thread waits ten seconds and more."""

NO_BUS: Final = {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent/bus"}


@contextmanager
def locked(service: SecretService) -> Iterator[None]:
    service.lock()
    yield


@contextmanager
def locked_and_asking(service: SecretService) -> Iterator[None]:
    """The keyring asks for its password in a window that nobody answers."""
    with service.connect() as prompter:
        prompter.send_and_get_reply(message_bus.RequestName("org.gnome.keyring.SystemPrompter"))
        service.lock()
        yield


@contextmanager
def silent(service: SecretService) -> Iterator[None]:
    service.freeze()
    try:
        yield
    finally:
        service.thaw()


@contextmanager
def emptied(service: SecretService) -> Iterator[None]:
    assert service.forget() == 1
    yield


@contextmanager
def dead(service: SecretService) -> Iterator[None]:
    service.kill()
    yield


QUICK = {
    "no bus": (lambda _service: nullcontext(), NO_BUS, "The keyring does not answer"),
    "dead": (dead, {}, "The keyring does not answer"),
    "locked": (locked, {}, "The keyring is locked"),
    "emptied": (emptied, {}, "The secret is not in the keyring"),
}


@pytest.mark.parametrize("fault", QUICK)
def test_a_fault_of_the_keyring_soon_has_its_page_and_the_code_opens(person: Person, fault: str) -> None:
    bring_about, environment, page = QUICK[fault]
    code = make_vault(person)
    with bring_about(person.service):
        waited = start_and_wait(person, page, environment)
        print(f"{fault}: {waited}")
        assert waited.seconds <= SOON * waited.stretch
        assert waited.gap <= waited.alive
        open_with_the_code(person, code)
        quit_at_once(person)
    assert len(vaults.list_vaults(places_of(person))) == 1
    assert person.spoken() == ""


def test_an_unanswered_prompt_has_a_page_that_waits_and_leads_to_the_code(person: Person) -> None:
    code = make_vault(person)
    with locked_and_asking(person.service):
        assert_waits(person)
        person.press("Cancel")
        person.sees("Open")
        person.press("Use the recovery code")
        open_with_the_code(person, code, asked=True)
        quit_at_once(person)
    assert person.spoken() == ""


def test_the_late_answer_of_a_silent_keyring_opens_the_vault(person: Person) -> None:
    make_vault(person)
    with silent(person.service):
        assert_waits(person)
    person.sees("Today")
    quit_at_once(person)
    assert person.spoken() == ""


def test_one_may_quit_while_the_keyring_says_nothing(person: Person) -> None:
    make_vault(person)
    with silent(person.service):
        person.start()
        person.sees("Opening…")
        quit_at_once(person)
    assert person.spoken() == ""


def test_a_keyring_in_plain_text_is_never_asked(person: Person) -> None:
    code = make_vault(person)
    plain = person.folder / "plain"
    plain.mkdir()
    (plain / "plainring.py").write_text(PLAIN_RING, encoding="utf-8")
    settings = person.service.home / ".config" / "python_keyring"
    settings.mkdir(parents=True)
    (settings / "keyringrc.cfg").write_text(
        f"[backend]\ndefault-keyring=plainring.Ring\nkeyring-path={plain}\n", encoding="utf-8"
    )
    offered = {"PYTHON_KEYRING_BACKEND": "plainring.Ring", "PYTHONPATH": f"{Path.cwd()}:{plain}"}
    waited = start_and_wait(person, "The keyring does not answer", {**NO_BUS, **offered})
    assert waited.seconds <= SOON * waited.stretch
    open_with_the_code(person, code)
    quit_at_once(person)
    assert not (plain / "asked").exists()


PLAIN_RING = """
from pathlib import Path
from keyring.backend import KeyringBackend

Path(__file__).with_name("asked").touch()


class Ring(KeyringBackend):
    priority = 99

    def get_password(self, service, username):
        return "00" * 32

    def set_password(self, service, username, password):
        pass
"""


def test_a_window_that_stands_still_is_noticed(person: Person) -> None:
    person.start("--demo")
    person.sees("Due today")
    os.kill(person.pid, signal.SIGSTOP)
    going_on = threading.Timer(3.0, os.kill, (person.pid, signal.SIGCONT))
    going_on.start()
    person.eyes.longest = 0.0
    person.sees("Due today")
    going_on.join()
    assert person.eyes.longest > 1.0


def make_vault(person: Person) -> str:
    """Keyring alone, so that a start asks for the secret at once. Returns the recovery code."""
    places = places_of(person)
    places.data.mkdir(mode=0o700)
    return finished_vault(places, OsKeyStore())[1]


def places_of(person: Person) -> vaults.Places:
    return vaults.Places(person.data, person.service.runtime)


@dataclass
class Waited:
    """Seconds from the start to a page, the longest that a look at the window took meanwhile, and what stretched them."""

    seconds: float
    gap: float
    stretch: float

    @property
    def alive(self) -> float:
        return min(ALIVE * self.stretch, FROZEN)


def assert_waits(person: Person) -> None:
    waited = start_and_wait(person, "The keyring has not answered yet")
    print(waited)
    assert SLOW <= waited.seconds <= SLOW + LATE * waited.stretch
    assert waited.gap <= waited.alive


def start_and_wait(person: Person, page: str, environment: Mapping[str, str] | None = None) -> Waited:
    with stretch() as stretched:
        person.start(environment=environment or {})
        person.eyes.longest = 0.0
        person.sees(page)
        seconds = time.monotonic() - person.started
    return Waited(seconds, person.eyes.longest, stretched.worst)


def open_with_the_code(person: Person, code: str, *, asked: bool = False) -> None:
    if not asked:
        person.press("Use the recovery code")
    person.sees("Eight groups of five")
    person.write("Recovery code", code)
    person.hands.press("Return")
    person.eyes.wait_for(lambda showing: any(seen.name in {"It is open again", "Today"} for seen in showing))
    if "It is open again" in person.eyes.text():
        person.press("Not now")
        person.sees("Today")


def quit_at_once(person: Person) -> None:
    with stretch() as stretched:
        assert person.quit() == 0
        seconds = time.monotonic() - person.asked_to_quit
    assert seconds <= min(AT_ONCE * stretched.worst, FROZEN)
