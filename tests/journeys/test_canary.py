"""A word that nobody else would write is typed into every field, and then looked for everywhere outside the vault."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.person import Person
from tests.journeys.steps import Words, make_plan, make_vault, say_the_plan, unlock

CANARY = "Qzxcanaryvw"
SECRET = "Kvwpassbird"
PASSPHRASE = f"velvet harbour {SECRET} quilt window"
WORDS = Words(
    partner=CANARY,
    fair_chance=f"One quiet evening {CANARY}",
    actions=tuple((f"Text me {CANARY} {n}", f"A text {CANARY} {n}", f"Calm {CANARY} {n}") for n in "1234"),
    purpose=f"Both know {CANARY}",
)


@pytest.mark.atspi
@pytest.mark.slow
@pytest.mark.timeout(900)
def test_nothing_that_was_typed_is_found_outside_the_vault(person: Person) -> None:
    with Watch(person) as watch:
        code = make_vault(person, PASSPHRASE)
        make_plan(person, WORDS)
        say_the_plan(person, WORDS.partner)
        mark_with_a_reason_and_a_note(person)
        say_something(person)
        change_an_action(person)
        assert_nowhere(person, code)
        person.kill()
        assert_nowhere(person, code)

        person.start()
        unlock(person, PASSPHRASE)
        person.hands.press("ctrl+2")
        person.press("Change Action one")
        person.sees("Keep the change")
        assert CANARY in person.eyes.written_in(f"What would {CANARY} do?")  # it was there to be found
        person.hands.press("ctrl+l")
        person.sees("Use the recovery code")
        told = [seen.name + seen.description for seen in person.eyes.everything()]
        assert not any(word in each for word in (CANARY, SECRET) for each in told)
        assert_nowhere(person, code)
        person.quit()
    assert_nowhere(person, code)
    assert person.spoken() == ""
    assert watch.windows - {"", "Openbox"} == {"Daybook"}  # and the window manager's own
    assert watch.betrayed == set()


def test_a_word_lying_in_a_file_would_be_found(tmp_path: Path) -> None:
    for number, encoding in enumerate(("utf-8", "utf-16-le", "utf-16-be")):
        (tmp_path / str(number)).write_bytes(b"\0\xff" + CANARY.encode(encoding) + b"\xff")
    assert len(list(hits(tmp_path, CANARY))) == 3


def mark_with_a_reason_and_a_note(person: Person) -> None:
    person.hands.press("ctrl+3")
    person.go_to("Days")
    person.hands.press("4")
    person.sees("0 of 2 kept, 1 not kept")
    person.press(f"{WORDS.actions[0][0]}. Not kept")
    person.write("What got in the way", f"It rained {CANARY}")
    person.write("A note for this day", f"A slow evening {CANARY}")
    person.hands.press("Escape")
    person.sees_focus("Days")


def say_something(person: Person) -> None:
    person.hands.press("s")
    person.sees_focus("Your words")
    person.hands.type(f"You told me {CANARY} today. Thank you.")
    person.press("I have said it")
    person.sees_focus("The day you said it")
    person.press("Keep it as said")
    person.sees("Kept as said on")
    person.write("Your words", f"And another one {CANARY}")
    person.sees("Saved ")


def change_an_action(person: Person) -> None:
    person.hands.press("ctrl+2")
    person.press("Change Action one")
    person.sees("Keep the change")
    person.write(f"What would {CANARY} do?", f"Something else {CANARY}")
    person.hands.press("ctrl+1", "ctrl+2")
    person.sees("Keep the change")


def assert_nowhere(person: Person, code: str) -> None:
    words = [CANARY, SECRET, code, code.replace(" ", ""), code.replace(" ", "-"), code.replace(" ", "\n")]
    places = (person.folder, person.service.home, person.service.runtime)
    assert [hit for place in places for word in words for hit in hits(place, word)] == []


def hits(folder: Path, word: str) -> Iterator[Path]:
    """Files below a folder with the word in their bytes or in their name."""
    wanted = [word.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be")]
    for path in folder.rglob("*"):
        if word in path.name or (path.is_file() and any(each in path.read_bytes() for each in wanted)):
            yield path


class Watch:
    """Reads titles, arguments and environment over and over while a story goes on."""

    def __init__(self, person: Person) -> None:
        self._person = person
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look_on)
        self.windows: set[str] = set()
        self.betrayed: set[str] = set()

    def __enter__(self) -> "Watch":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _look_on(self) -> None:
        while not self._over.wait(0.5):
            titles = self._person.hands.titles()
            self.windows.update(titles)
            seen = [*titles, *self._process("cmdline"), *self._process("environ")]
            self.betrayed.update(each for each in seen if CANARY in each or SECRET in each)

    def _process(self, name: str) -> list[str]:
        try:
            return [Path("/proc", str(self._person.pid), name).read_text(encoding="utf-8", errors="replace")]
        except (OSError, AssertionError):
            return []  # between two starts there is none
