"""What stands before a plain sting, is tied to it by a hyphen, or hangs on it by an "and"."""

import pytest

from trust_desktop.wording import review_message
from trust_desktop.wording.plain_stings import plain_stings
from trust_desktop.wording.tokens import tokens


@pytest.mark.parametrize(
    "text",
    [
        "You just stood there smiling, and you never listen",
        "Stop grinning, you disgust me",
        "Keep smiling, you never help",
        "He was smiling, it's all your fault",
        "You were giggling with her, and it's all your fault",
        "You keep grinning at me, it's your fault",
        "There you sat blushing, you are a liar",
        "Everybody was smiling, and you ruined everything",
        "I saw you grinning, and it's your fault",
        "I'm sick of your smiling, it's your fault",
        "I'm not smiling, it's all your fault",
        "I'm smiling, and you never listen",
        "I'm grinning, you disgust me",
        "I'm blushing, and you're useless",
        "You made me blush, you always ruin everything",
        "You never make me smile, it's your fault.",
        "Nothing makes me smile and it's all your fault.",
        "You used to make me smile, it's all your fault.",
        "You don't make me smile, it's all your fault",
        "You do not make me smile, it's all your fault",
        "Nobody makes me smile, it's your fault",
        "You cannot make me smile, it's your fault",
        "You stopped all that made me smile, it's your fault",
        "You no longer make me smile, it's your fault",
        "You make me smile no more, it's your fault",
        "You never got me smiling, it's your fault",
    ],
)
def test_a_smile_acquits_nothing_but_a_playful_reproach_of_who_smiles(text: str) -> None:
    assert len(plain_stings(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "I'm blushing, and it's all your fault.",
        "im smiling and its all ur fault",
        "I am grinning, and it's your fault.",
        "I'm still smiling, and it's all your fault!",
        "I'm sitting here grinning, it's all your fault",
        "I'm on the bus and I'm giggling, it's your fault",
        "I can't stop smiling, and this is all your fault",
        "I keep giggling and it's your fault",
        "You've got me blushing, and it's all your fault",
        "You make me smile, and it's all your fault",
        "I was grinning all day, and it is all your fault",
        "I'm so smiling right now and you're to blame",
        "I cannot help smiling, and it's your fault",
        "I don't know why I'm smiling, and it's all your fault",
        "I'm smiling for no reason, and it's all your fault",
        "You make me smile like nobody else, and it's all your fault",
        "You never fail to make me smile, it's all your fault",
    ],
)
def test_who_smiles_may_tease(text: str) -> None:
    assert plain_stings(text) == ()


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("You never listen-I am tired", "I am tired"),
        ("You never help-I'm done.", "I'm done."),
        ("You never listen-we need to talk.", "We need to talk."),
        ("You're selfish-the kids miss you.", "The kids miss you."),
        ("You always lie-it hurts.", "It hurts."),
        ("You disgust me-please go to your brother's.", "Please go to your brother's."),
        ("You never help-my back aches.", "My back aches."),
        ("You always forget-today was our day.", "Today was our day."),
        ("You never listen-can we talk?", "Can we talk?"),
        ("You are a liar-there is no trust left.", "There is no trust left."),
        ("You never listen-I'm well-read too.", "I'm well-read too."),
        ("I cooked for us-you never help", "I cooked for us."),
        ("I cooked for us-YOU never help", "I cooked for us."),
    ],
)
def test_a_hyphen_before_a_subject_parts_though_no_blank_is_beside_it(text: str, left: str) -> None:
    (sting,) = plain_stings(text)
    assert (sting.outer_first, sting.outer_last) != (0, len(tokens(text)))
    assert left in [remark.rewrite for remark in review_message(text)]


@pytest.mark.parametrize(
    "text",
    [
        "You are a joke-teller and I love it.",
        "You're a joke-a-minute man.",
        "You are a coward-the-dog fan.",
        "You're a pig-in-the-middle again.",
        "You are a failure-to-thrive nurse.",
        "You are a monster-it-yourself builder.",
        "You never help with the house-work.",
        "You're a loser-friendly club.",
        "You're a rat-a-tat drummer.",
        "You are a fraud-do list keeper.",
        "You never learn-can opener.",
    ],
)
def test_a_hyphen_inside_a_word_parts_nothing(text: str) -> None:
    assert plain_stings(text) == ()


def test_a_hyphen_of_a_compound_cuts_nothing_in_two() -> None:
    text = "You never say thank-you to me"
    (sting,) = plain_stings(text)
    assert (sting.first, sting.outer_last) == (0, len(tokens(text)))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("You never help and Mum misses you.", "Mum misses you."),
        ("You never help and mum misses you.", "Mum misses you."),
        ("You're selfish and yesterday broke me.", "Yesterday broke me."),
        ("You never listen and dinner got cold.", "Dinner got cold."),
        ("You always lie and Sam noticed.", "Sam noticed."),
        ("You're useless and even Mum knows it.", "Even Mum knows it."),
        ("You never care and a fight starts.", "A fight starts."),
        ("You are a liar and people talk.", "People talk."),
        ("You never help and work takes all day.", "Work takes all day."),
        ("You disgust me and leave me alone.", "Leave me alone."),
        ("You always forget and Tuesday mattered so much.", "Tuesday mattered so much."),
        ("You never listen and sorry about dinner.", "Sorry about dinner."),
        ("It's all your fault and money matters to us.", "Money matters to us."),
        ("You never help and no one sees me cry.", "No one sees me cry."),
        ("You never help and only Mum helps me.", "Only Mum helps me."),
        ("You are selfish and grandma asked for you.", "Grandma asked for you."),
        ("You never help and dinner's in the oven.", "Dinner's in the oven."),
        ("You never listen and mum's in hospital.", "Mum's in hospital."),
        ("You never listen and a friend's coming.", "A friend's coming."),
        ("You disgust me and stay with Sam.", "Stay with Sam."),
        ("You disgust me and look at this.", "Look at this."),
        ("You never listen and wait for dinner.", "Wait for dinner."),
        ("You disgust me and talk to Sam.", "Talk to Sam."),
        ("You disgust me and talk to me.", "Talk to me."),
        ("You disgust me and help us.", "Help us."),
        ("You never listen and sorry again.", "Sorry again."),
    ],
)
def test_what_may_say_something_of_its_own_stays(text: str, left: str) -> None:
    """*Remove these words* took it along: it began with no subject that is known."""
    assert left in [remark.rewrite for remark in review_message(text)]


def test_what_may_tell_of_harm_is_not_part_of_the_sting() -> None:
    text = "You're selfish and yesterday hurt me"
    (sting,) = plain_stings(text)
    assert sting.outer_last == len(tokens("You're selfish"))
    assert review_message(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "You're selfish and rude.",
        "You are selfish and so lazy.",
        "You're a liar and a bad father.",
        "You're useless and a waste of space.",
        "You are lazy and no help.",
        "You're selfish and full of lies.",
        "You're cruel and rude to my mother.",
        "You're selfish and mean to us.",
        "You are lazy and bad with money.",
        "You're cruel and obsessed with your phone.",
        "You never care about me and Mum's.",
        "You never listen and always interrupt me.",
        "You never help and never say sorry.",
        "You always lie and twist my words.",
        "You never listen and shout at the kids.",
        "You never help and leave everything to me.",
        "You're pathetic and disgust me.",
        "You ruined everything and broke my heart.",
        "You never care about me and Mum.",
        "You're selfish and ruin everything.",
        "You always lie and tell me I'm crazy.",
    ],
)
def test_what_is_plainly_more_of_the_same_goes_too(text: str) -> None:
    (sting,) = plain_stings(text)
    assert sting.outer_last == len(tokens(text)) - 1
    assert "Thank you for dinner." in [
        remark.rewrite for remark in review_message(f"Thank you for dinner. {text}")
    ]
