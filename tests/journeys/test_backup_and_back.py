"""A drive is picked, a backup is made, and from it a vault is set up beside: with the keyboard, in the real window."""

import re
from pathlib import Path

import pytest

from tests.journeys.person import Person
from tests.journeys.steps import PASSPHRASE, read_code
from tests.support import vaults as made
from tests.support.processes import wait_until
from trust_desktop.domain.vault import Protection, VaultState
from trust_desktop.security.keyring_store import OsKeyStore
from trust_desktop.services import following_through, vaults
from trust_desktop.services.vaults import Places

pytestmark = [pytest.mark.atspi, pytest.mark.slow, pytest.mark.once]

NOTE = "marmalade on the terrace"


def test_a_backup_is_made_locked_upon_and_set_up_beside(person: Person) -> None:
    places, store = Places(person.data, person.service.runtime), OsKeyStore()
    places.data.mkdir(mode=0o700)
    _, code = made.finished_vault(places, store, Protection.DEVICE_AND_PASSPHRASE)
    session = vaults.unlock(places, store, 1, made.PASSPHRASE)
    following_through.set_note(session, session.today, NOTE)
    session.close()
    drive = person.folder / "drive"
    drive.mkdir()

    person.start()
    person.write("Passphrase", made.PASSPHRASE)
    person.hands.press("Return")
    person.sees("Today")
    pick_drive(person, drive)
    assert len(names(drive)) == 1

    person.hands.press("ctrl+l")
    person.sees("Use the recovery code")
    person.has_the_keyboard()
    restore(person, drive, code)
    assert person.quit() == 0
    assert person.spoken() == ""

    assert [one.state for one in vaults.list_vaults(places)] == [VaultState.READY] * 2
    session = vaults.unlock(places, store, 2, PASSPHRASE)
    assert following_through.note(session, session.today) == NOTE
    session.close()
    assert not list(person.service.home.rglob("QtProject*"))  # Qt's own list of folders that were looked at


def pick_drive(person: Person, drive: Path) -> None:
    person.hands.press("ctrl+comma")
    person.sees("Look for a setting")
    person.press("Backups…")
    person.sees("None are made yet")
    choose_folder(person, drive)
    person.press("Use it all the same")
    person.sees("The last one was made on")


def restore(person: Person, drive: Path, code: str) -> None:
    person.press("Restore from a backup…")
    person.sees("It becomes a vault of its own")
    choose_folder(person, drive)
    person.sees("Of vault number 1")
    person.press("Open the backup")
    person.sees("With the recovery code")
    person.write("Recovery code", code)
    person.hands.press("Return")
    person.sees("All of it was read, and it is whole.")
    person.write("Passphrase", PASSPHRASE)
    person.write("The same once more", PASSPHRASE)
    person.press("Set it up beside")
    person.sees("Write this down")
    groups = read_code(person)
    person.press("Next")
    person.sees("Two groups")
    for group in sorted(set(re.findall(r"^Group (\d)$", person.eyes.text(), re.MULTILINE))):
        person.write(f"Group {group}", groups[int(group) - 1])
    person.press("Next")
    person.sees("Last opened today")
    assert "taken away" not in person.eyes.text()  # its file of attempts is new, not changed by anybody


def choose_folder(person: Person, folder: Path) -> None:
    """In the system's own dialog: its line for a name has the keyboard."""
    person.press("Choose a folder…")
    person.sees("Directory:")
    person.hands.press("ctrl+a")
    person.hands.type(str(folder))
    person.hands.press("Return")
    wait_until(lambda: "Directory:" not in person.eyes.text(), "the dialog to be gone")


def names(drive: Path) -> list[str]:
    return sorted(path.name for path in drive.iterdir())
