"""Words that tell of harm are recognised, and everyday words are not taken for them."""

import pytest

from trust_desktop.wording import discloses_harm


@pytest.mark.parametrize(
    "text",
    [
        "Stop hitting me",
        "don’t threaten the kids",
        "He choked me on Friday",
        "If you hurt me I will leave",
        "I'll stay with my sister",
        "STOP SHOVING ME",
        "I am afraid of you at night",
        "You were the one that hit me",
        "It was you who hurt me",
        "That man hit me",
        "That you hit me I cannot forget",
    ],
)
def test_harm_is_recognised(text: str) -> None:
    assert discloses_harm(text)


@pytest.mark.parametrize(
    "text",
    [
        "Hit the gym with me on Mondays",
        "Push the swing at the park on Sundays",
        "Hold my hand when I cry",
        "Kick a ball. Tell me about it.",
        "Text me when the train leaves",
        "It hurt me when you lied. Today you told me the truth.",
        "That really hurt me last spring. Today we cooked together and I laughed.",
        "Your words really hurt me on Friday.",
        "",
    ],
)
def test_everyday_words_are_not(text: str) -> None:
    assert not discloses_harm(text)
