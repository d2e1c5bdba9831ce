"""The six parts of a clear request, in sentences as people write them."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trust_desktop import resources
from trust_desktop.domain.cadence import Cadence, CadenceKind
from trust_desktop.wording import Part, part_prompt, request_parts
from trust_desktop.wording.words import forms

ALL = frozenset(Part)


def missing(text: str, **fields: object) -> frozenset[Part]:
    return ALL - request_parts(text, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "Text me when the train leaves and when it arrives, on office days",
        "Kiss me before you leave in the morning",
        "Put your phone in the drawer at dinner",
        "Sam texts me at 18:00",
        "I want you to call me at lunch",
        "Could you please read to Ben on Tuesdays?",
        "HOLD MY HAND FOR TEN MINUTES AFTER DINNER!!",
        "please bring me a coffee on Sundays ☕",
        "Once a week, you cook dinner",
        "Sit down and tell me about your day every evening",
        "Remember to text me when you arrive",
        "Don't forget to call me on Sundays",
        "Feed the cat every morning",
        "Hoover the stairs on Saturday",
        "Text me at lunch every day for two weeks",
        "Tell me at least a day before you go out",
        "When you come home call me",
        "After dinner put your phone in the drawer",
        "Call or text me, or write to me, on Sundays",
        "Pay the rent on the 1st",
        "Make dinner on Friday",
        "Let me know when you leave the office",
        "Make the bed every morning",
        "Read two pages a day to me",
    ],
)
def test_only_how_to_know_is_missing(text: str) -> None:
    assert missing(text) == {Part.KNOWN_BY}


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("The dishes are washed after dinner", Part.WHO),
        ("Phone on the table during dinner", Part.WHO),
        ("Be nicer to me in the evening", Part.ACT),
        ("Stop lying about money on Fridays", Part.ACT),
        ("Stop shouting and slamming doors at night", Part.ACT),
        ("Stop calling her and texting her at night", Part.ACT),
        ("Don’t be late on Mondays", Part.ACT),
        ("Don’t call me at work on Mondays", Part.ACT),
        ("Try to listen more on Sundays", Part.ACT),
        ("Understand me tonight", Part.ACT),
        ("Be kinder to me when you come home", Part.ACT),
        ("Be kinder to me when you both come home", Part.ACT),
        ("Be kinder to me when my partner comes home", Part.ACT),
        ("Be nicer on Sundays when Sam comes home", Part.ACT),
        ("Be clear on Sundays about when you can call", Part.ACT),
        ("Be open about your plans on Sunday", Part.ACT),
        ("Try not to call me at work on Mondays", Part.ACT),
        ("Don’t call or text me at work on Mondays", Part.ACT),
        ("You forget to call me on Sundays", Part.ACT),
        ("Let me sleep on Sundays", Part.ACT),
        ("Be there when the kids call me on Sundays", Part.ACT),
        ("On Sundays be nice with my friends", Part.ACT),
        ("Sit with me on Sunday", Part.WITH_WHAT),
        ("Spend more time with me every evening", Part.WITH_WHAT),
        ("Tell me each evening one thing", Part.WITH_WHAT),
        ("Sit with me by 9pm", Part.WITH_WHAT),
        ("Sit with me at six", Part.WITH_WHAT),
        ("Sit with me at half past six", Part.WITH_WHAT),
        ("Sit with me at 9 a.m.", Part.WITH_WHAT),
        ("Sit with me for ten minutes on Sunday", Part.WITH_WHAT),
        ("Sit with me next week", Part.WITH_WHAT),
        ("Sit with me on 4 May", Part.WITH_WHAT),
        ("Sit with me on Sat and Sun", Part.WITH_WHAT),
        ("Sit with me at our Sunday dinner", Part.WITH_WHAT),
        ("Bring me a coffee", Part.WHEN),
        ("Bring me a coffee sometimes", Part.WHEN),
        ("Bring me a coffee when you can", Part.WHEN),
        ("Cook dinner for me", Part.WHEN),
        ("Sit with me at the dinner table", Part.WHEN),
        ("Sit with me on the sofa for a while", Part.WHEN),
        ("Sit with me on the sofa once in a while", Part.WHEN),
        ("Tell me the truth for once", Part.WHEN),
        ("Tell me every detail", Part.WHEN),
        ("Tell each other the truth", Part.WHEN),
        ("Tell me about a day at work that was hard", Part.WHEN),
        ("Look at 3 flats with me", Part.WHEN),
        ("Look at three new flats with me", Part.WHEN),
        ("Look at two of your drawings with me", Part.WHEN),
        ("Invite five to six friends", Part.WHEN),
        ("Read between two and three pages to me", Part.WHEN),
        ("Meet me on the 2nd floor", Part.WHEN),
        ("Sit in the sun with me", Part.WHEN),
        ("Sit with me on the sofa for 4 hours on Sunday", Part.ONE_SITTING),
        ("Give me your phone all day on Sundays", Part.ONE_SITTING),
        ("Cook dinner, wash the dishes, and take the kids to school on Monday", Part.ONE_SITTING),
        ("Stay at my mother’s with me for at least two weeks", Part.ONE_SITTING),
        ("Talk with me about four hours on Sunday", Part.ONE_SITTING),
    ],
)
def test_names_the_missing_part(text: str, part: Part) -> None:
    assert part in missing(text, known_by="I see it")


@pytest.mark.parametrize(
    "text",
    [
        "Call me at six",
        "Call me at half past six",
        "Call me at quarter to seven",
        "Call me at six thirty",
        "Call me at about six, please",
        "At six call me",
        "Call me by six",
        "Call me at 9 a.m.",
        "Hug me three times a week",
        "Read two pages a day to me",
        "Sit with me for an hour a week",
        "Book the dentist next week",
        "Book the dentist this week",
        "Pay the rent on the 1st",
        "Pay the rent on the first of the month",
        "Book the table on 4 May",
        "Book the table on the 4th of May",
        "Book the table on May 4",
        "Book the table on 14/2",
        "Put your phone away from 6 to 7",
        "Put your phone away between 6 and 7",
        "Put your phone away between six and seven",
        "Call me on Sat",
        "Call me on Tues and Thurs",
        "Call me within an hour",
        "Talk to me over dinner",
        "Call me in your lunch break",
        "Bring me a coffee at our breakfast",
    ],
)
def test_these_words_say_when(text: str) -> None:
    assert Part.WHEN not in missing(text)


@pytest.mark.parametrize(
    "text",
    [
        "Tell me about a day at work that was hard",
        "Tell me at least two days ahead when you go out",
        "Call me on Sundays for two months",
        "Call me twice a day for a week",
    ],
)
def test_a_span_told_of_or_a_run_of_days_is_one_sitting(text: str) -> None:
    assert Part.ONE_SITTING not in missing(text)


IDEAS = [idea["words"] for idea in resources.content("requests")["rewrites"]["idea"]]


@pytest.mark.parametrize("idea", IDEAS)
def test_each_idea_asks_for_something_one_can_see(idea: str) -> None:
    assert not missing(idea) & {Part.WHO, Part.ACT, Part.ONE_SITTING}


def test_nothing_is_there_before_something_is_written() -> None:
    assert request_parts("") == frozenset()
    assert request_parts("  … !! 🙂", cadence=Cadence(), known_by="I see it") == frozenset()


def test_the_cadence_beside_the_words_says_when() -> None:
    text = "Bring me a coffee"
    assert Part.WHEN not in missing(text, cadence=Cadence(CadenceKind.DAILY))
    assert Part.WHEN in missing(text, cadence=Cadence(CadenceKind.WEEKDAYS)), "no weekday is chosen yet"
    assert Part.WHEN in missing(text, cadence=Cadence(CadenceKind.WHENEVER))
    assert Part.WHEN not in missing(f"{text} when I am ill", cadence=Cadence(CadenceKind.WHENEVER))


@pytest.mark.parametrize(
    "text",
    [
        "Call me by 18:30",
        "Water the plants on Sunday so I can see it",
        "Write it on the calendar on the fridge after work",
    ],
)
def test_the_words_may_say_how_it_will_be_known(text: str) -> None:
    assert Part.KNOWN_BY not in missing(text)
    assert Part.KNOWN_BY in missing("Water the plants on Sunday")
    assert Part.KNOWN_BY not in missing("Water the plants on Sunday", known_by="The soil is wet")


def test_two_acts_side_by_side_are_one_sitting_and_acts_told_of_are_not_counted() -> None:
    assert Part.ONE_SITTING not in missing("Sit down and read with me after you wash or cook")
    assert Part.ONE_SITTING in missing("Sit down, read with me, and clean the kitchen")


def test_every_few_weeks_is_how_often_and_not_how_long() -> None:
    assert Part.ONE_SITTING not in missing("Take the kids to the park every two weeks")
    assert Part.ONE_SITTING in missing("Take the kids to the park for two weeks")


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("walk", {"walk", "walks", "walked", "walking"}),
        ("carry", {"carry", "carries", "carried", "carrying"}),
        ("wash", {"wash", "washes", "washed", "washing"}),
        ("arrange", {"arrange", "arranges", "arranged", "arranging"}),
        ("play", {"play", "plays", "played", "playing"}),
        ("give: gave given", {"give", "gives", "giving", "gave", "given"}),
    ],
)
def test_forms_follow_from_the_entry(entry: str, expected: set[str]) -> None:
    assert forms(entry) == expected


def test_each_part_has_its_prompt() -> None:
    prompts = resources.content("parts")["prompt"]
    assert set(prompts) == {part.value for part in Part}
    for prompt in prompts.values():
        assert prompt["question"].endswith("?")
        assert prompt["why"]
        assert prompt["add"] or prompt["lead"]


def test_the_words_offered_fit_the_act() -> None:
    assert part_prompt(Part.KNOWN_BY, "Please text me at noon").add == "a text on my phone by 18:30"
    assert part_prompt(Part.KNOWN_BY, "Call me at noon").add == "my phone rings"
    assert part_prompt(Part.KNOWN_BY, "Be nicer").add == "I see it with my own eyes"
    assert part_prompt(Part.ACT, "Be nicer").add == ""


@pytest.mark.parametrize("part", [Part.WITH_WHAT, Part.WHEN])
def test_taking_the_words_offered_gives_the_missing_part(part: Part) -> None:
    text = "Sit with me"
    assert part in missing(text)
    assert part not in missing(f"{text} {part_prompt(part, text).add}")


@pytest.mark.parametrize("text", ["Sit with me", "Text me at noon", "Clean the kitchen on Monday"])
def test_words_offered_for_knowing_fit_their_field(text: str) -> None:
    assert Part.KNOWN_BY in missing(text)
    assert Part.KNOWN_BY not in missing(text, known_by=part_prompt(Part.KNOWN_BY, text).add)


@given(st.text(max_size=300), st.text(max_size=40))
@settings(max_examples=300, deadline=None)
def test_no_text_is_too_strange(text: str, known_by: str) -> None:
    assert request_parts(text, known_by=known_by) <= ALL


@pytest.mark.parametrize(
    "text",
    [
        "Stop and text me, and then 12 hours ",
        "when you call the ",
        "call the ",
        "from 6 to 7 on sat and ",
        "for at least two weeks half past ",
    ],
)
def test_long_texts_take_time_in_proportion(text: str) -> None:
    def seconds(text: str, times: int) -> float:
        began = time.thread_time()
        request_parts(text * times)
        return time.thread_time() - began

    seconds(text, 1)
    assert seconds(text, 2800) < 3
