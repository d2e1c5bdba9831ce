"""What would watch somebody in how it will be known, and what only holds a word of it."""

import pytest

from trust_desktop.domain.draft import ActionDraft, PlanDraft
from trust_desktop.wording import Kind, Place, control_words, review_plan

KIND = (
    "I'm not alone with the dishes",
    "You tell me about your friends",
    "I see you took the camera down",
    "My car has no tracker any more",
    "I no longer ask for your passwords",
    "You keep your passwords to yourself",
    "Your location is off while you are out",
    "I don't read your messages any more",
    "I stop reading your messages",
    "You no longer send me a photo every hour",
    "You check your phone less at dinner",
    "I see your phone in the basket by the door",
    "I read your note on the fridge",
    "I read your text at lunch",
    "A photo of the breakfast",
    "My phone rings between twelve and two",
    "We save every penny in the jar",
    "The doors open at six and you are there",
    "You delete your old shifts from the calendar",
    "I hear you say hello to your friends at the gate",
    "You read your emails before dinner, not at the table",
    "We look at the list together",
    "You are home within ten minutes of the last bus",
    "A selfie of the two of you at the lake",
    "I never check your phone",
    "I will not look through your bag",
    "You report back how the talk with the teacher went",
    "The camera is gone from the hall",
    "You look after the recording of our song",
    "I can leave the house without asking",
    "I read your letter on Sunday",
    "Nobody asks where your phone is",
    "I do not go through your bag or your phone",
    "I don't look at your phone or read your messages",
    "We watch a video every Sunday",
    "I follow you to the kitchen and we talk",
    "I listen in the kitchen",
    "Your passwords stay yours",
    "I read every message you send me",
)
WATCHES = (
    "I read all your messages at night",
    "I check your phone every evening",
    "I'll go through your phone when you are asleep",
    "I can look through your messages whenever I like",
    "You give me your passwords on a list",
    "I see your location on my map",
    "You send me a photo every hour",
    "I read his emails",
    "I get to scroll through her chats",
    "A selfie every half hour",
    "You hand over your phone at the door",
    "Checking your phone",
    "The tracker shows me each stop",
    "You tell me your passcode",
    "When you don't answer I check your phone",
    "If you do not text I look at your location",
    "You let me read your texts",
    "You take a photo every hour",
    "I watch you on the camera",
    "I ask your boss",
    "you leave your location on",
    "I have access to your account",
    "I read your messages no matter what",
    "I never trust you so I read your messages",
    "IF YOU DON'T ANSWER I READ YOUR MESSAGES",
    "I READ your messages",
    "I will also check your phone",
    "you write me every hour",
)


def found(known_by: str) -> list[tuple[Kind, Place]]:
    action = ActionDraft(text="Text me when you leave work", known_by=known_by, about_openness=False)
    return [(each.kind, each.place) for each in review_plan(PlanDraft(actions=[action]))]


@pytest.mark.parametrize("text", KIND)
def test_what_is_seen_without_searching_is_no_watching(text: str) -> None:
    """A word such as "camera" or "your friends" was asked about and remarked on, until 28 November 2026."""
    assert control_words(text) == frozenset()
    assert found(text) == []


@pytest.mark.parametrize("text", WATCHES)
def test_what_watches_is_known_by_its_words(text: str) -> None:
    assert control_words(text)


def test_it_is_remarked_on_in_how_it_will_be_known() -> None:
    assert found(WATCHES[0]) == [(Kind.CONTROL, Place.KNOWN_BY)]


def test_the_words_are_those_that_were_written() -> None:
    assert control_words("I  Read All Your messages, and your  location is on") == {
        "read all your",
        "your location",
    }


def test_where_harm_is_told_there_are_none() -> None:
    assert control_words("You no longer hit me when I ask to read all your messages") == frozenset()
