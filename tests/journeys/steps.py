"""What a person does from the first start to a plan that was said, in the order of the pages."""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import time
from typing import Final

from tests.journeys.person import Person
from trust_desktop.domain.day import day_of
from trust_desktop.services.session import local_now

PASSPHRASE: Final = "velvet harbour otter quilt window"


@dataclass(frozen=True)
class Words:
    """Everything that is typed into a plan; each action is what, how it is known and why."""

    partner: str = "Sam"
    fair_chance: str = "One quiet evening a week"
    actions: tuple[tuple[str, str, str], ...] = (
        ("Text me when the train leaves", "A text on my phone by 18:30", "I can stop checking the clock"),
        ("Put the phone on the table at dinner", "I see it lying there", "We talk again"),
        ("Walk around the block with me", "We are both outside", "It is calm then"),
        ("Tell me when the past comes up at work", "You tell me that evening", "No surprises"),
    )
    purpose: str = "So that both of us know it"


def two_days() -> list[str]:
    """The weekday it is and the third after it, in the order of a week: the story is the same on any day."""
    today = day_of(local_now(), time(3)).weekday()
    return [calendar.day_name[day] for day in sorted({today, (today + 3) % 7})]


def make_vault(
    person: Person,
    passphrase: str = PASSPHRASE,
    *,
    days_ago: int = 0,
    on_page: Callable[[str], object] = lambda _page: None,
) -> str:
    """The first run up to its last page: passphrase and keyring. Returns the code as it was read from the screen."""

    def sees(page: str) -> None:
        person.sees(page)
        on_page(page)

    person.start(days_ago=days_ago)
    return first_run(person, passphrase, sees)


def first_run(person: Person, passphrase: str, sees: Callable[[str], object]) -> str:
    """Its pages, from the first to the last, for whoever is in front of it now."""
    sees("What it cannot protect")
    person.press("Next")
    sees("Does anyone else use")
    person.press("Next")
    sees("Five words")
    person.write("Passphrase", passphrase)
    person.write("The same once more", passphrase)
    person.press("Next")
    sees("A code for a bad day")
    person.press("Make the vault")
    sees("Write this down")
    code = read_code(person)
    person.press("Next")
    sees("Two groups")
    asked = sorted(set(re.findall(r"^Group (\d)$", person.eyes.text(), re.MULTILINE)))
    assert len(asked) == 2
    for group in asked:
        person.write(f"Group {group}", code[int(group) - 1])
    person.press("Next")
    sees("A private look")
    return " ".join(code)


def read_code(person: Person) -> list[str]:
    lines = person.eyes.text().split("\n")
    start = lines.index("Recovery code") + 1
    assert lines[start : start + 16 : 2] == list("12345678")
    return lines[start + 1 : start + 17 : 2]


def make_plan(person: Person, words: Words) -> None:
    """From the last page of the first run to a plan that is live."""
    person.press("Start a plan")
    person.sees("Before you start")
    person.press("I have slept and eaten")
    person.press("Yes, it has stopped")
    person.press("Yes, as far as I need it")
    person.write("What do you call", words.partner)
    person.press("Next")
    person.sees("What would feel a little safer?")
    person.write("What would feel", words.fair_chance)
    person.press("Next")
    write_actions(person, words)
    person.sees("Nothing of yours yet")
    person.press("Next")
    person.sees("Could this plan frighten or trap")
    person.press("Next")
    person.sees("A calm moment does half of it")
    person.press("Next")
    person.sees("Read it as if somebody asked it of you")
    person.press("Make this my plan")


def write_actions(person: Person, words: Words) -> None:
    """Daily, on two weekdays, three times a week, and whenever it comes up; the last is about something private."""
    cadences = (_daily, _on_two_days, _three_times, _whenever)
    for number, ((text, known_by, why), cadence) in enumerate(
        zip(words.actions, cadences, strict=True), start=1
    ):
        person.sees(f"Action {number} of 4")
        person.write(f"What would {words.partner} do?", text)
        person.write("How you will know", known_by)
        cadence(person)
        if number < 4:
            person.choose("No", start="Yes")
        else:
            person.press("Yes")
            person.press("They agreed")
            person.write("What is it for?", words.purpose)
        person.write("Why it matters to me", why)
        person.press("Next")


def say_the_plan(person: Person, partner: str) -> None:
    person.sees(f"When and how did you say it to {partner}?")
    person.go_to("The day you said it")
    person.choose("A note", start="Aloud")
    person.press("It was said")
    person.sees("You gave it as a note on")


def unlock(person: Person, passphrase: str = PASSPHRASE) -> None:
    person.sees("Use the recovery code")
    person.write("Passphrase", passphrase)
    person.hands.press("Return")
    person.sees("Due today")


def _daily(person: Person) -> None:
    person.go_to("How often")


def _on_two_days(person: Person) -> None:
    person.pick("How often", "On chosen days")
    for day in two_days():
        person.press(day)


def _three_times(person: Person) -> None:
    person.pick("How often", "So many times a week")
    person.go_to("Times a week")
    person.hands.press("ctrl+a")
    person.hands.type("3")


def _whenever(person: Person) -> None:
    person.pick("How often", "Whenever it comes up")
