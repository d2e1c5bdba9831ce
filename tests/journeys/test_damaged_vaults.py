"""Damaged, foreign, newer, closed or without room: a calm page each, every byte as it was, no second vault."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.journeys.person import Person
from tests.support.vaults import bytes_below, finished_vault
from trust_desktop.security.keyring_store import OsKeyStore
from trust_desktop.services import vaults
from trust_desktop.services.vaults import Places

pytestmark = [pytest.mark.atspi, pytest.mark.slow]

DAMAGED = "The file is damaged"
NO_OVERRIDE = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
"""Root may write everywhere, so it could not see a closed door."""


def truncated(vault: Path) -> None:
    whole = (vault / "vault.db").read_bytes()
    (vault / "vault.db").write_bytes(whole[: len(whole) // 2])


def emptied(vault: Path) -> None:
    (vault / "vault.db").write_bytes(b"")


def noise(vault: Path) -> None:
    (vault / "vault.db").write_bytes(os.urandom((vault / "vault.db").stat().st_size))


def missing(vault: Path) -> None:
    (vault / "vault.db").unlink()


def swapped(vault: Path) -> None:
    finished_vault(Places(vault.parent, vault.parent.parent / "run"), OsKeyStore())
    other = next(path for path in vault.parent.glob("*/vault.db") if path.parent != vault)
    shutil.copyfile(other, vault / "vault.db")


def newer(vault: Path) -> None:
    session = vaults.unlock(Places(vault.parent, vault.parent.parent / "run"), OsKeyStore(), 1, None)
    with session._open_database().transaction(write=True) as transaction:
        transaction.connection.exec_driver_sql("PRAGMA user_version = 9999")
    session.close()


def both_headers(vault: Path) -> None:
    for name in ("header.1", "header.2"):
        (vault / name).write_bytes(os.urandom(300))


DAMAGES: dict[Callable[[Path], None], str] = {
    truncated: DAMAGED,
    emptied: DAMAGED,
    noise: DAMAGED,
    missing: "The file is not there",
    swapped: "This file belongs to another vault",
    newer: "Written by a newer version",
    both_headers: "The lock of this vault is damaged",
}


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_what_happened_to_a_vault_is_said_and_nothing_is_touched(
    person: Person, damage: Callable[[Path], None]
) -> None:
    vault = make_vault(person)
    damage(vault)
    before = bytes_below(vault.parent)
    person.start()
    look_at(person, DAMAGES[damage])
    person.hands.press("Escape")
    person.sees("Add another vault")
    assert person.quit() == 0
    after = bytes_below(vault.parent)
    assert {name: data for name, data in after.items() if name in before} == before
    assert sorted(after.keys() - before.keys()) == ["window.ini"]
    assert person.spoken() == ""


def test_one_damaged_copy_of_the_header_is_enough_to_open(person: Person) -> None:
    vault = make_vault(person)
    (vault / "header.1").write_bytes(b"noise")
    person.start()
    person.sees("Today")
    assert person.quit() == 0
    assert person.spoken() == ""


def test_a_folder_that_cannot_be_written_is_said_and_left(person: Person) -> None:
    vault = make_vault(person)
    before = bytes_below(vault)
    vault.chmod(0o500)
    person.start(through=NO_OVERRIDE if os.geteuid() == 0 else ())
    look_at(person, "The folder cannot be written")
    vault.chmod(0o700)
    person.press("Try again")
    person.sees("Today")
    assert person.quit() == 0
    assert bytes_below(vault).keys() == before.keys()
    assert person.spoken() == ""


@pytest.mark.second_user
def test_words_stay_on_a_full_disk_and_are_saved_once_there_is_room(person: Person) -> None:
    with small_disk(person.data):
        make_vault(person)
        person.start()
        person.sees("Today")
        fill(person.data)
        person.hands.press("ctrl+4")
        words = "Thank you for the walk. " * 400
        person.write("Your words", "Thank you")
        for _ in range(40):
            person.hands.type(words[:200])
            if "Not saved yet" in person.eyes.text():
                break
        person.sees("Not saved yet")
        (person.data / "filler").unlink()
        person.sees("Saved ")
        assert person.quit() == 0
    assert person.spoken() == ""


@pytest.mark.second_user
def test_a_full_disk_at_the_start_bars_the_way_at_worst_until_there_is_room(person: Person) -> None:
    with small_disk(person.data):
        vault = make_vault(person)
        before = bytes_below(vault)
        fill(person.data)
        person.start()
        person.eyes.wait_for(
            lambda showing: any(seen.name in {"There is no room left", "Today"} for seen in showing)
        )
        barred = "There is no room left" in person.eyes.text()
        if barred:
            assert bytes_below(vault) == before
        (person.data / "filler").unlink()
        if barred:
            person.press("Try again")
        person.sees("Today")
        assert person.quit() == 0
    assert person.spoken() == ""


def look_at(person: Person, page: str) -> None:
    """What cannot be opened as it is, or is one of two, is not opened by itself: the lock screen waits for a press."""
    ways = ("See what happened", "Open")
    showing = person.eyes.wait_for(lambda showing: any(seen.name in (page, *ways) for seen in showing))
    way = next((seen.name for seen in showing if seen.name in ways), None)
    if way is not None:
        person.press(way)
    person.sees(page)
    for part in ("What happened", "What is still there", "What you can do"):
        person.sees(part)


def make_vault(person: Person) -> Path:
    places = Places(person.data, person.service.runtime)
    places.data.mkdir(mode=0o700, exist_ok=True)
    finished_vault(places, OsKeyStore())
    return next(places.data.glob("*/vault.db")).parent


@contextmanager
def small_disk(folder: Path) -> Iterator[None]:
    """A file system of one megabyte."""
    folder.mkdir(mode=0o700)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m,mode=700", "tmpfs", str(folder)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(disk: Path) -> None:
    with (disk / "filler").open("wb", buffering=0) as file:
        try:
            while file.write(bytes(1024)):
                pass
        except OSError:
            pass
