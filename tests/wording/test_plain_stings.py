"""What is said straight out stings alone, behind thanks and in the midst; denied, asked, quoted or meant for others it does not."""

import pytest

from trust_desktop.wording import Kind, review_message

STINGS = {
    "you never listen": Kind.SWEEPING,
    "You never listen to me.": Kind.SWEEPING,
    "you never listenn to me": Kind.SWEEPING,
    "YOU NEVER LISTEN!!": Kind.SWEEPING,
    "You’ve never cared": Kind.SWEEPING,
    "u never care abt me": Kind.SWEEPING,
    "youre always late": Kind.SWEEPING,
    "You don't care about us": Kind.SWEEPING,
    "It's all your fault": Kind.SWEEPING,
    "you disgust me": Kind.CONTEMPT,
    "ur useless": Kind.CONTEMPT,
    "You are such a coward": Kind.CONTEMPT,
    "I hate you": Kind.CONTEMPT,
}
BESIDE = [
    "{}",
    "Thank you for the tea. {}. The children are asleep.",
    "{}, and I am tired.",
    "You rang at six, but {}",
]


@pytest.mark.parametrize("sting", STINGS)
@pytest.mark.parametrize("beside", BESIDE)
def test_it_stings_whatever_stands_beside_it(sting: str, beside: str) -> None:
    text = beside.format(sting)
    found = {remark.kind: text[remark.start : remark.end] for remark in review_message(text)}
    assert STINGS[sting] in found
    assert found[STINGS[sting]] in sting


@pytest.mark.parametrize(
    "text",
    [
        "I have never felt so cared for.",
        "You never listen to the radio in the car any more, I noticed.",
        "My mother used to say: you never listen. Today you did.",
        "“You always forget”, my mother said, but you remembered.",
        "'You never listen', I said. I am sorry.",
        "“Well, you never listen,” she said. I told her about Tuesday.",
        "It's not your fault.",
        "I don't think it's all your fault.",
        "You are not selfish. You never were.",
        "Nobody says you are useless.",
        "You never let me down this week.",
        "You always make me laugh.",
        "You never once complained.",
        "I felt useless.",
        "I hate you being so far away.",
    ],
)
def test_denied_quoted_or_meant_kindly_it_is_left_alone(text: str) -> None:
    assert review_message(text) == ()


def test_what_is_taken_out_leaves_the_rest() -> None:
    (remark,) = review_message("Thank you for the tea. You never listen to me.")
    assert remark.rewrite == "Thank you for the tea."
    assert (remark.reason, remark.suggestion) == ("sweeping.reason", "sweeping.gentler")


def test_it_is_said_once_in_a_sentence() -> None:
    (remark,) = review_message("You never listen, you never help, you never care.")
    assert remark.start == 0


def test_harm_is_heard_before_it() -> None:
    assert review_message("You never listen. You hit me on Friday.") == ()
