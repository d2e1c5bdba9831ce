"""Somebody leaves for good: two presses in the real window, a fresh process, an empty home and an empty keyring."""

import pytest

from tests.journeys.person import Person
from tests.support.processes import wait_until
from tests.support.vaults import finished_vault
from trust_desktop import identity
from trust_desktop.security.keyring_store import OsKeyStore
from trust_desktop.services.vaults import Places

pytestmark = [pytest.mark.atspi, pytest.mark.slow, pytest.mark.once]


def test_everything_goes_in_two_presses_and_none_of_them_is_enter(person: Person) -> None:
    finished_vault(Places(person.data, person.folder / "run"), OsKeyStore())
    assert person.service.items() != []
    person.start()
    person.sees("Last opened today")
    person.hands.press("ctrl+8")
    person.go_to("Erase everything here…")
    person.hands.press("Return")  # the first step may be taken by Enter, and leads to the second
    person.sees("This goes")
    person.hands.press("Return", "Escape")
    person.go_to("Erase everything here…")
    assert person.service.items() != []
    person.hands.press("Return")
    person.sees("This goes")
    person.press("Erase everything now")
    person.sees("is erased")
    assert person.service.items() == []
    assert list(person.data.iterdir()) == []
    person.press("Close")
    wait_until(person._has_ended, "the program to end")
    assert not person.data.exists()
    assert not (person.service.runtime / identity.EXECUTABLE).exists()
    assert person.spoken() == ""
