"""Words that tell of harm are recognised, and everyday words are not taken for them."""

import pytest

from training.labelled import load
from trust_desktop import resources
from trust_desktop.wording import (
    discloses_harm,
    harm,
    harm_told,
    near_to_harm,
    review_message,
    review_request,
    whole,
)
from trust_desktop.wording.harm import tells_by_words
from trust_desktop.wording.spelling import spelled
from trust_desktop.wording.words import all_forms


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


@pytest.mark.parametrize(
    "text",
    [
        "You never stop when I say no.",
        "You only stop throwing plates when the kids cry.",
        "Every time we argue you stand in the doorway so I can't get past.",
        "You made our little girl watch.",
    ],
)
def test_harm_told_as_a_reproach_is_heard(text: str) -> None:
    assert whole(harm_told(text))
    assert review_message(text) == ()
    assert review_request(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "You never stop talking when I am on the phone.",
        "Stop lying to me about money.",
        "You threw our plans away.",
        "Don't leave me alone at the party.",
    ],
)
def test_the_same_words_of_something_else_are_not(text: str) -> None:
    assert not whole(harm_told(text))


def test_what_is_near_to_it_is_left_alone() -> None:
    texts = [row.text for row in load("harm", "later")]
    near = [text for text in texts if whole(near_to_harm(text)) and not discloses_harm(text)]
    assert near
    for text in near:
        assert review_message(text) == ()
        assert review_request(text) == ()


@pytest.mark.parametrize(
    "text", ["im afraid of you", "Im afraid of you", "dont touch me", "you wont let me leave"]
)
def test_a_missing_apostrophe_hides_no_harm(text: str) -> None:
    assert tells_by_words(text)


@pytest.mark.parametrize("word", ["shoot", "shoving", "choking", "scaring", "swinging", "drown", "smack"])
def test_a_word_of_harm_is_no_slip_of_another(word: str) -> None:
    """They were read as short, showing, cooking, sharing, singing, down and sack until 27 November 2026."""
    assert spelled(word) == word


def test_no_act_of_harm_is_read_as_anything_else() -> None:
    acts = all_forms(resources.content("harm")["harm"]["acts"])
    assert len(acts) > 60
    assert [word for word in acts if spelled(word) != word] == []


@pytest.mark.parametrize(
    "phrase", ["you hit me", "with your hand over my mouth", "throw things at the little ones"]
)
def test_harm_is_found_wherever_it_stands_in_a_text_without_stops(phrase: str) -> None:
    for before in range(0, 130, 3):
        assert discloses_harm(f"{'word ' * before}{phrase}{' word' * (130 - before)}")


def test_no_phrase_is_longer_than_what_two_stretches_share() -> None:
    assert max(len(phrase.split()) for phrase in resources.content("harm")["harm"]["phrases"]) < harm._SHARED
