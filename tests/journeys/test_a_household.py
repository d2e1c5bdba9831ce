"""Two people at one login: a vault each, and what each of them finds when the other has been there."""

from dataclasses import replace

import pytest

from tests.journeys import steps
from tests.journeys.person import Person
from tests.support import vaults as made
from tests.support.processes import wait_until
from trust_desktop.domain.vault import Protection
from trust_desktop.security.keyring_store import OsKeyStore
from trust_desktop.services import vault_trying
from trust_desktop.services.vaults import Places
from trust_desktop.storage import tries_file

pytestmark = [pytest.mark.atspi, pytest.mark.slow, pytest.mark.once]

THEIRS = made.PASSPHRASE
MINE = steps.PASSPHRASE


def test_two_people_have_a_vault_each_and_neither_opens_the_others(person: Person) -> None:
    places = Places(person.data, person.service.runtime)
    places.data.mkdir(mode=0o700)
    made.finished_vault(places, OsKeyStore(), Protection.DEVICE_AND_PASSPHRASE)

    person.start()
    person.sees("Number 1")
    person.press("Add another vault")
    steps.first_run(person, MINE, person.sees)
    person.hands.press("ctrl+l")
    person.sees("Which one?")
    person.has_the_keyboard()
    open_with(person, THEIRS)
    person.sees("This passphrase does not open it.")
    assert person.quit() == 0

    as_if_tried(person, 5)
    person.start()
    person.sees("Which one?")
    person.choose("2", start="1")
    person.sees("You can try again in")
    wait_until(lambda: "You can try again" not in person.eyes.text(), "the wait to be over")
    open_with(person, MINE)
    person.sees("5 attempts since did not open it")
    person.press("Settings")
    person.write("Name on the lock screen", "Green")
    person.hands.press("Return")
    person.hands.press("ctrl+l")
    person.sees("Which one?")
    person.has_the_keyboard()
    person.sees("Green")

    person.go_to("Green")
    person.hands.press("Left")
    person.sees_focus("1")
    person.hands.press("space")
    open_with(person, THEIRS)
    person.sees("Today")
    assert "attempt" not in person.eyes.text()
    assert person.quit() == 0
    assert person.spoken() == ""


def open_with(person: Person, passphrase: str) -> None:
    person.write("Passphrase", passphrase)
    person.hands.press("Return")


def as_if_tried(person: Person, times: int) -> None:
    """The file beside the vault as it stands after so many tries in a row, the last of them just now."""
    (tried,) = [path for path in person.data.glob("*/tries") if path.read_text().split()[2] == "1"]
    found = tries_file.load(tried.parent)
    assert found is not None
    assert found.in_row == 1
    tries_file.save(
        tried.parent, replace(found, total=times, in_row=times, since_boot=vault_trying.since_boot())
    )
