"""Unclear requests are remarked on, with a rewrite to edit; clear ones and limits for one's safety are not."""

import pytest

from trust_desktop.wording import Kind, review_request

UNCLEAR = {
    Kind.TRAIT: ["be nicer", "be a better partner", "act like you love me", "be more open", "grow up"],
    Kind.EFFORT: ["try harder", "make an effort", "step up", "do your best", "care more"],
    Kind.ABSOLUTE: ["text me every single time", "whatever I ask"],
    Kind.NO_MEASURE: ["call me more often", "come home earlier", "spend time with me"],
    Kind.STOP_FORM: ["stop lying", "don't be late", "no more secrets", "don't ignore me"],
    Kind.MIND_READING: ["understand me", "feel sorry", "know what I need", "regret it"],
    Kind.THREAT: ["tidy up or else", "prove it or go", "you owe me a holiday"],
    Kind.CONTROL: ["every password", "ask me before you go out", "a photo every hour", "never go alone"],
    Kind.SEVERAL_ASKS: ["call the garage, tidy the cellar, cook on Fridays and write to my mother"],
}


def kinds(text: str) -> set[Kind]:
    return {remark.kind for remark in review_request(text)}


@pytest.mark.parametrize(("kind", "text"), [(kind, one) for kind, many in UNCLEAR.items() for one in many])
def test_an_unclear_request_is_named(kind: Kind, text: str) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Kiss me before you leave in the morning",
        "Text me when the train leaves and when it arrives, on office days",
        "Sit with me for at least 15 minutes after dinner on Sunday",
        "Walk round the park with me on Saturday morning",
        "Put your phone in the basket by the door during dinner",
        "On the 1st, open the bank app with me for ten minutes, as we agreed, until March",
    ],
)
def test_a_clear_request_is_left_alone(text: str) -> None:
    assert review_request(text) == ()


@pytest.mark.parametrize("text", ["stop hitting me", "don't threaten me", "Keep your hands off my throat"])
def test_a_limit_for_safety_is_never_remarked_on(text: str) -> None:
    assert review_request(text) == ()


def rewrite(text: str, kind: Kind) -> str | None:
    return next(remark.rewrite for remark in review_request(text) if remark.kind is kind)


def test_words_are_swapped_for_something_to_fill_in() -> None:
    assert rewrite("Text me more often", Kind.NO_MEASURE) == "Text me twice a week, on …"


def test_words_are_left_out_where_nothing_need_stand_there() -> None:
    assert rewrite("Always text me, no matter what", Kind.ABSOLUTE) in {
        "Text me, no matter what",
        "Always text me.",
    }


def test_a_threat_is_taken_out_with_its_clause() -> None:
    assert rewrite("Tidy up or else", Kind.THREAT) == "Tidy up."


def test_a_whole_request_is_offered_where_no_word_can_be_swapped() -> None:
    assert "same evening" in str(rewrite("Stop lying to me", Kind.STOP_FORM))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Stop lying to me all the time", Kind.STOP_FORM),
        ("Stop spending time with her", Kind.STOP_FORM),
        ("Don't always be late", Kind.ABSOLUTE),
        ("Always be nicer to me", Kind.TRAIT),
    ],
)
def test_no_measure_is_given_to_what_should_stop(text: str, kind: Kind) -> None:
    offered = rewrite(text, kind)
    assert offered is None or not offered.startswith((text[:8], "Be nicer"))


def test_another_request_stands_in_place_of_the_unclear_sentence_alone() -> None:
    offered = {
        remark.rewrite
        for remark in review_request("Text me at ten. Be nicer, be kinder, be a better husband.")
    }
    assert offered == {"Text me at ten. Once a day, at dinner, tell me one thing that you noticed I did."}


@pytest.mark.parametrize(
    "text", ["I want you to be a better person", "Be good, go and see what is out there"]
)
def test_common_words_call_up_no_request_about_something_else(text: str) -> None:
    found = review_request(text)
    assert found
    assert all(remark.rewrite is None for remark in found)


def test_nothing_is_offered_where_nothing_fits() -> None:
    assert rewrite("Be a rainbow", Kind.TRAIT) is None


def test_the_least_clear_sentence_of_several_is_marked() -> None:
    text = "Text me at ten. Be nicer, be kinder, be a better husband."
    found = review_request(text)
    assert found
    assert all(remark.start >= text.index("Be nicer") for remark in found)


def test_a_long_text_is_remarked_on_once_a_sentence() -> None:
    text = "Be nicer. " * 8
    starts = [remark.start for remark in review_request(text) if remark.kind is Kind.TRAIT]
    assert len(starts) == len(set(starts)) >= 2
