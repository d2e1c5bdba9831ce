"""From a fresh machine to a plan, a marked week and a thank-you: with the keyboard, in the real window."""

import pytest

from tests.journeys.person import Person
from tests.journeys.steps import PASSPHRASE, Words, make_plan, make_vault, say_the_plan, two_days, unlock

NOTE = "A slow evening, and a good one"
THANKS = "On Monday you texted as the train left. I could stop checking the clock. Thank you."


@pytest.mark.atspi
@pytest.mark.slow
@pytest.mark.timeout(900)
def test_somebody_makes_a_plan_marks_a_week_says_thanks_and_gets_back_in_without_the_key(
    person: Person,
) -> None:
    words = Words()
    code = make_vault(person, days_ago=8)
    make_plan(person, words)
    say_the_plan(person, words.partner)
    person.quit()

    person.start()
    unlock(person)
    mark_a_week(person)
    say_thanks(person)
    month = days(person)
    assert len(month) > 0
    assert_all_there(person, words, month)

    person.hands.press("ctrl+l")
    unlock(person)
    assert_all_there(person, words, month)
    person.quit()

    assert person.service.forget() == 1
    person.start()
    recover(person, code)
    assert_all_there(person, words, month)
    person.quit()

    assert len(person.service.items()) == 1
    person.start()
    unlock(person)
    assert_all_there(person, words, month)
    person.quit()
    assert person.spoken() == ""


def mark_a_week(person: Person) -> None:
    """One day by the keys, the others at once but one; and a note."""
    person.hands.press("ctrl+3")
    person.go_to("Days")
    person.hands.press("Up", "1")
    person.sees("1 of 2 kept, 1 not recorded, 1 unsaid")
    person.hands.press("2")
    person.sees("2 of 2 kept, 1 of them late but told me, 2 unsaid")
    person.press("All kept, except")
    person.sees("Untick what was different")
    person.choose("Since last recorded", start="This week")
    person.go_to("Untick what was different")
    person.hands.press("Down", "space")
    person.press("Mark 8 kept")
    person.sees("8 marked kept.")
    person.go_to("Days")
    person.hands.press("n")
    person.sees_focus("A note for this day")
    person.hands.type(NOTE)
    person.hands.press("Escape")
    person.sees_focus("Days")


def say_thanks(person: Person) -> None:
    person.hands.press("s")
    person.sees_focus("Your words")
    person.hands.type(THANKS)
    person.press("I have said it")
    person.sees_focus("The day you said it")
    person.press("Keep it as said")
    person.sees("Kept as said on")


def recover(person: Person, code: str) -> None:
    person.sees("Use the recovery code")
    person.write("Passphrase", PASSPHRASE)
    person.hands.press("Return")
    person.sees("The secret is not in the keyring")
    person.press("Use the recovery code")
    person.sees("Eight groups of five")
    person.write("Recovery code", code)
    person.write("Passphrase", PASSPHRASE)
    person.hands.press("Return")
    person.sees("It is open again")
    person.press("Make a new secret")
    person.sees("Due today")


def assert_all_there(person: Person, words: Words, month: list[str]) -> None:
    person.hands.press("ctrl+2")
    person.sees("You gave it as a note on")
    shown = person.eyes.text()
    for text, known_by, why in words.actions:
        assert all(each in shown for each in (text, known_by, why))
    for rhythm in ("Every day", f"Every {', '.join(two_days())}", "3 times a week", "Whenever it comes up"):
        assert rhythm in shown
    assert days(person) == month
    person.hands.press("Up")
    person.sees("Put the phone on the table at dinner. Kept late, but told me")
    assert person.eyes.written_in("A note for this day") == NOTE
    person.hands.press("ctrl+4")
    person.sees("Your words")
    assert person.eyes.written_in("Your words") == ""
    person.press("Said")
    person.sees(THANKS)


def days(person: Person) -> list[str]:
    """The days of this month with something in them, as a screen reader says them."""
    person.hands.press("ctrl+3")
    person.go_to("Days")
    person.hands.press("t")
    person.sees(", today.")
    return [seen.name for seen in person.eyes.showing() if seen.role == "cell" and "kept" in seen.name]
