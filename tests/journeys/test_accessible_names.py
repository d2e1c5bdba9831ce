"""What a screen reader is told on every page, and that the Tab key comes everywhere: read over AT-SPI."""

import pytest

from tests.journeys.eyes import ENTRIES, FOCUSABLE, SENSITIVE, Place, Seen
from tests.journeys.person import TABS, Person
from tests.journeys.steps import PASSPHRASE, make_vault
from tests.support.processes import wait_until

pytestmark = [pytest.mark.atspi, pytest.mark.slow, pytest.mark.timeout(900)]

PAGES = {
    "today": ("ctrl+1", "Due today"),
    "plan": ("ctrl+2", "Change Action four"),
    "calendar": ("ctrl+3", "All kept, except"),
    "say it": ("ctrl+4", "Your words"),
    "looking back": ("ctrl+6", "Check-ins"),
    "help": ("ctrl+7", "Where to look for help"),
    "settings": ("ctrl+8", "Lock after minutes"),
}
BY_ARROWS = ENTRIES | {"radio button"}
"""What the arrow keys reach inside one stop of the Tab key."""


def test_every_page_of_an_open_vault_names_what_takes_the_keyboard(person: Person) -> None:
    person.start("--demo")
    person.sees("Due today")
    nameless = []
    for page, (keys, words) in PAGES.items():
        person.hands.press(keys)
        person.sees(words)
        nameless += without_name(person, page)
    person.hands.press("ctrl+slash")
    person.sees("Year by year")
    nameless += without_name(person, "shortcuts")
    person.hands.press("Escape")
    nameless += in_the_calendar(person)
    person.hands.press("ctrl+2")
    person.press("Change Action one")
    person.sees("Keep the change")
    nameless += without_name(person, "a change")
    assert nameless == []


def test_the_tab_key_comes_to_everything_on_every_page_and_out_again(person: Person) -> None:
    person.start("--demo")
    person.sees("Due today")
    for keys, words in PAGES.values():
        person.hands.press(keys)
        person.sees(words)
        wanted = {seen.place: seen.name for seen in stops(person) if seen.role not in BY_ARROWS}
        missed = [wanted[place] for place in wanted.keys() - round_of_tab(person)]
        assert missed == [], words


def test_the_cells_of_the_calendar_say_their_day_and_what_stands_in_it(person: Person) -> None:
    person.start("--demo")
    person.sees("Due today")
    person.hands.press("ctrl+3")
    person.sees(", today.")
    cells = [seen.name for seen in person.eyes.showing() if seen.role == "cell"]
    assert len(cells) % 7 == 0
    assert all(cells)
    today = next(cell for cell in cells if ", today." in cell)
    assert " kept" in today
    person.eyes.forget_focus()
    person.hands.press("Up")
    moved = person.eyes.focus_moved()
    assert any(seen.name in cells and seen.name != today for seen in moved), "the arrow keys say nothing"


def test_every_page_before_a_vault_is_open_names_what_takes_the_keyboard(person: Person) -> None:
    nameless: list[str] = []

    def look(page: str) -> None:
        nameless.extend(without_name(person, page))

    make_vault(person, on_page=look)
    person.press("Start a plan")
    actions = (f"Action {number} of 4" for number in range(1, 5))
    further = ("Nothing of yours yet", "Could this plan frighten or trap", "A calm moment does half of it")
    for page in ("Before you start", "What would feel", *actions, *further):
        person.sees(page)
        look(page)
        person.press("Next")
    person.sees("Read it as if somebody asked it of you")
    look("review")
    person.hands.press("ctrl+l")
    person.sees("Use the recovery code")
    look("lock screen")
    person.press("Use the recovery code")
    person.sees("Eight groups of five")
    look("recovery")
    person.hands.press("Escape")
    person.service.forget()
    person.write("Passphrase", PASSPHRASE)
    person.hands.press("Return")
    person.sees("The secret is not in the keyring")
    look("problem")
    assert nameless == []


def in_the_calendar(person: Person) -> list[str]:
    person.hands.press("ctrl+3")
    nameless = []
    for view, before in (("Week", "Month"), ("List", "Week")):
        person.choose(view, start=before)
        nameless += without_name(person, view)
    person.press("All kept, except")
    person.sees("Untick what was different")
    nameless += without_name(person, "several days")
    person.hands.press("Escape")
    return nameless


def without_name(person: Person, page: str) -> list[str]:
    """What could only be called by its kind; and the keyboard has to be somewhere that speaks."""
    found: list[Seen] = []
    # between two processes, as at a lock, a reader may see a window that has nothing in it yet, or none
    wait_until(lambda: found.extend(stops(person)) or found, f"something on {page} that takes the keyboard")
    nameless = [f"{page}: {seen.role}" for seen in found if not seen.name]
    nameless += [
        f"{page}: {seen.name}" for seen in found if seen.role == "combo box" and not seen.description
    ]
    wait_until(lambda: getattr(person.eyes.focus(), "name", ""), f"the keyboard to be somewhere on {page}")
    return nameless


def stops(person: Person) -> list[Seen]:
    return [
        seen
        for seen in person.eyes.at_rest()
        if seen.depth > 1 and seen.has(FOCUSABLE) and seen.has(SENSITIVE)
    ]


def round_of_tab(person: Person) -> set[Place]:
    """Where the Tab key goes until it is back where it began."""
    met: list[Seen] = []
    here: list[Seen] = []
    for _ in range(TABS):
        reached = person.press_tab(here)
        if reached and met and reached[0].place == met[0].place:
            break
        met += reached
        here = reached or here
    return {seen.place for seen in met}
