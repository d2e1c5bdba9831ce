"""Words that tell of harm are recognised, and everyday words are not taken for them."""

import pytest

from trust_desktop.wording import discloses_harm, review_message
from trust_desktop.wording.harm import tells_by_words


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


@pytest.mark.parametrize(
    "text",
    [
        "You lied and threatened my mother.",
        "You lied and terrified the kids.",
        "You lied, forced me into bed, and left.",
        "You lie, hit me and cry.",
        "You took it, beat me with it.",
        "You lost it and terrified the kids.",
        "You broke it, threatened me and drove off.",
        "You did it to hurt me.",
        "You ended it by pushing my mother.",
        "You film it and force me.",
        "You use silence to force me into bed.",
        "He did it, hit our daughter.",
        "Stop doing it, hurting the kids.",
        "This hitting our children ends.",
        "That Tom raped me I cannot forget.",
        "That guy assaulted me.",
        "That man hit me.",
        "That husband hurt me.",
        "You were the one that hurt me.",
        "It was you who hurt me.",
        "It hurt my ribs for weeks.",
        "It terrifies me when you come home.",
        "Your silence terrifies me.",
        "It hurt me when you hit him.",
    ],
)
def test_an_act_is_known_by_its_words_alone(text: str) -> None:
    """A thing that hurts is pain; nobody who hits may hide behind one."""
    assert tells_by_words(text)


@pytest.mark.parametrize(
    "text",
    [
        "It hurt me when you lied.",
        "That really hurt me.",
        "We talked, but your words hurt me.",
        "It still hurts us.",
    ],
)
def test_a_thing_that_hurts_is_pain(text: str) -> None:
    assert not tells_by_words(text)


def test_words_of_harm_are_found_across_the_parts_of_a_long_sentence() -> None:
    for count in range(40, 60):
        assert discloses_harm(
            f"{'and then the day went on ' * (count // 6)}{'word ' * (count % 6)}you hit me"
        )


@pytest.mark.parametrize(
    "text",
    [
        "You don't even care I'm bleeding.",
        "You can't do anything but hit.",
        "You always start choking.",
        "You disgust me. You hit me.",
    ],
)
def test_an_insult_hides_no_harm(text: str) -> None:
    assert review_message(text) == ()
