"""Twelve words that nobody else would write are typed all over a session, and then looked for everywhere outside the vault."""

import os
import re
from pathlib import Path
from typing import Final

import pytest

from tests.journeys.person import Person
from tests.journeys.steps import Words, make_plan, make_vault, say_the_plan, unlock
from tests.journeys.traces import STRACE, BusWatch, Watch, clipboard, families, hits, window_properties
from tests.support import memory
from tests.support.display import Display
from trust_desktop import identity
from trust_desktop.security.keyring_store import OsKeyStore
from trust_desktop.services import vaults
from trust_desktop.services.destroying import OWN
from trust_desktop.services.vaults import Places

PLACES: Final = (
    *("partner", "chance", "action", "known", "why", "purpose"),
    *("way", "note", "said", "draft", "instead", "search"),
)
CANARIES: Final = {place: f"Qz{letter}canaryvw" for letter, place in zip("abcdefghijkl", PLACES, strict=True)}
SECRET: Final = "Kvwpassbird"
PASSPHRASE: Final = f"velvet harbour {SECRET} quilt window"
WORDS: Final = Words(
    partner=CANARIES["partner"],
    fair_chance=f"One quiet evening {CANARIES['chance']}",
    actions=tuple(
        (
            f"Text me {CANARIES['action']} {n}",
            f"A text {CANARIES['known']} {n}",
            f"Calm {CANARIES['why']} {n}",
        )
        for n in "1234"
    ),
    purpose=f"Both know {CANARIES['purpose']}",
)
OUTSIDE: Final = {".local", ".local/share", ".local/share/keyrings", ".cache", ".config"}
"""Folders that the session's own keyring makes in a home; the program is to add nothing to them."""


@pytest.mark.atspi
@pytest.mark.strace
@pytest.mark.slow
@pytest.mark.once
@pytest.mark.timeout(900)
def test_nothing_that_was_typed_is_found_outside_the_vault(person: Person, display: Display) -> None:
    trace = person.folder / "network"
    person.through = (*STRACE, str(trace))
    with BusWatch(person.service.address) as bus, Watch(person, "canaryvw", SECRET) as watch:
        code = make_vault(person, PASSPHRASE)
        make_plan(person, WORDS)
        say_the_plan(person, WORDS.partner)
        mark_with_a_reason_and_a_note(person)
        say_something(person)
        pause(person)
        search(person)
        change_an_action(person)
        assert_nowhere(person, code)
        shown = window_properties(display)
        assert (identity.NAME in shown, "canaryvw" in shown, SECRET in shown) == (True, False, False)
        person.kill()
        assert_nowhere(person, code)

        person.start()
        unlock(person, PASSPHRASE)
        person.hands.press("ctrl+2")
        go_on_changing(person)
        person.sees("Keep the change")
        field = f"What would {WORDS.partner} do?"
        if CANARIES["action"] not in str(
            person.eyes.written_in(field)
        ):  # its last letters went with the kill
            person.write(field, f"Something else {CANARIES['action']}")
        assert CANARIES["action"] in str(person.eyes.written_in(field))  # it was there to be found
        person.hands.press("ctrl+a", "ctrl+c")
        assert CANARIES["action"] in clipboard(display)
        person.hands.press("ctrl+l")
        person.sees("Use the recovery code")
        told = [seen.name + seen.description for seen in person.eyes.everything()]
        assert not any(word in each for word in ("canaryvw", SECRET) for each in told)
        assert "canaryvw" not in clipboard(display) + window_properties(display)
        needles = {"canary": memory.forms_of("canaryvw"), "secret": memory.forms_of(SECRET)}
        assert memory.hits(memory.family(person.pid), needles) == {"canary": 0, "secret": 0}
        assert_nowhere(person, code)
        person.quit()
    assert_nowhere(person, code)
    assert person.spoken() == ""
    assert watch.windows - {"", "Openbox"} == {identity.NAME}  # and the window manager's own
    assert watch.betrayed == set()
    assert "CreateItem" in bus.members  # it heard the keyring being asked
    assert bus.having("canaryvw", SECRET, code) == []
    assert families(trace) == {"AF_UNIX"}
    assert left_in(person.service.home) == []
    assert set(CANARIES) - in_the_vault(person) == {"search"}
    names = [path.name for path in person.data.iterdir()]  # each is one that goes when everything does
    assert [
        name for name in names if not re.fullmatch(r"[0-9a-f]{8}", name) and not OWN.fullmatch(name)
    ] == []


def test_a_word_lying_in_a_file_would_be_found(tmp_path: Path) -> None:
    for number, encoding in enumerate(("utf-8", "utf-16-le", "utf-16-be")):
        (tmp_path / str(number)).write_bytes(b"\0\xff" + "canaryvw".encode(encoding) + b"\xff")
    (tmp_path / "a canaryvw name").touch()
    assert len(list(hits(tmp_path, "canaryvw"))) == 4


def test_a_socket_of_another_kind_would_be_seen(tmp_path: Path) -> None:
    trace = tmp_path / "network"
    trace.write_text(
        "1 socket(AF_UNIX, SOCK_STREAM, 0) = 3\n1 socketpair(AF_UNIX, 1) = 0\n2 socket(AF_INET6, 2)"
    )
    assert families(trace) == {"AF_UNIX", "AF_INET6"}


def mark_with_a_reason_and_a_note(person: Person) -> None:
    person.hands.press("ctrl+3")
    person.go_to("Days")
    person.hands.press("4")
    person.sees("0 of 2 kept, 1 not kept")
    person.press(f"{WORDS.actions[0][0]}. Not kept")
    person.write("What got in the way", f"It rained {CANARIES['way']}")
    person.write("A note for this day", f"A slow evening {CANARIES['note']}")
    person.hands.press("Escape")
    person.sees_focus("Days")


def say_something(person: Person) -> None:
    person.hands.press("s")
    person.sees_focus("Your words")
    person.hands.type(f"You told me {CANARIES['said']} today. Thank you.")
    person.press("I have said it")
    person.sees_focus("The day you said it")
    person.press("Keep it as said")
    person.sees("Kept as said on")
    person.write("Your words", f"And another one {CANARIES['draft']}")
    person.sees("Saved ")


def pause(person: Person) -> None:
    person.hands.press("ctrl+5")
    person.sees_focus("Take a pause")
    person.hands.press("Return")
    person.sees("Back at ")
    person.press("I have said it")
    person.sees("How strong is the urge now?")
    person.write("What I did instead", f"I went out {CANARIES['instead']}")
    person.press("I am back")
    person.sees("Pause")


def search(person: Person) -> None:
    person.hands.press("ctrl+f")
    person.sees_focus("What are you looking for?")
    person.hands.type(CANARIES["search"])
    person.sees("Nothing found")


def change_an_action(person: Person) -> None:
    person.hands.press("ctrl+2")
    person.press("Change Action one")
    person.sees("Keep the change")
    person.write(f"What would {WORDS.partner} do?", f"Something else {CANARIES['action']}")
    person.hands.press("ctrl+1", "ctrl+2")
    person.sees("Keep the change")


def go_on_changing(person: Person) -> None:
    """What was typed less than two seconds before the end may be gone, all or some; the button says which it is."""
    person.sees("Look at Action one again")
    begun = "Go on changing Action one"
    person.press(begun if begun in person.eyes.text() else "Change Action one")


def assert_nowhere(person: Person, code: str) -> None:
    """In no file of the session: data, home, runtime and temporary folders, streams, what strace wrote."""
    codes = (code, code.replace(" ", ""), code.replace(" ", "-"), code.replace(" ", "\n"))
    places = (person.folder, person.service.home, person.service.runtime)
    assert [hit for place in places for hit in hits(place, "canaryvw", SECRET, *codes)] == []


def left_in(home: Path) -> list[str]:
    """Recently used files, settings of Qt and its file dialogs, thumbnails: none of it may be made."""
    paths = (os.fspath(path.relative_to(home)) for path in home.rglob("*"))
    return [path for path in paths if path not in OUTSIDE and not path.startswith(".local/share/keyrings/")]


def in_the_vault(person: Person) -> set[str]:
    """The places whose word stands in the vault after all: it was typed, and there to be found."""
    session = vaults.unlock(Places(person.data, person.folder), OsKeyStore(), 1, PASSPHRASE)
    try:
        with session.read() as transaction:
            run = transaction.connection.exec_driver_sql
            tables = run("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all()
            texts = [str(row) for table in tables for row in run(f'SELECT * FROM "{table}"')]
    finally:
        session.close()
    return {place for place, word in CANARIES.items() if any(word in text for text in texts)}
