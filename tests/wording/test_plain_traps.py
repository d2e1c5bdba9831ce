"""Who threatens, and who does something in secret: what another does to the writer is no trap that the writer sets."""

import pytest

from trust_desktop.domain.draft import ActionDraft, PlanDraft
from trust_desktop.wording import Kind, review_plan
from trust_desktop.wording.plain_traps import is_in_secret, threatens_harm

WATCHED_MYSELF = (
    "I will sleep at my sister's if you follow me in secret.",
    "I found out that you secretly check my phone.",
    "Explain to me why you watch me in secret.",
    "I will sleep at my sister's if he looks through my bag in secret",
    "I will tell the police when he follows my car in secret",
    "I want to know why your brother secretly listens to our calls",
    "I found out you follow our daughter in secret",
    "I will sleep at my sister's if you check my son's phone in secret",
    "Tell me why you follow my sister in secret",
    "Explain how your brother can read our messages in secret",
    "You check my phone in secret",
    "You film us in secret",
    "I will talk to the lawyer because she spies on us in secret",
    "You film us kids in secret",
    "You follow my car in secret",
    "You secretly record my voice",
    "You watch my house in secret",
    "You secretly record our arguments",
    "Your brother watches my house in secret",
)
HELD_BACK = (
    "I wont check your phone behind your back.",
    "I dont read your messages in secret",
)
WATCHES_ALL_THE_SAME = (
    "I check my wife's phone in secret",
    "I'll check my husband's messages without him knowing",
    "Follow our daughter in secret",
    "I record us without you knowing",
    "I will check your phone in secret if you watch me",
    "I read your messages in secret. You never look at me.",
    "I think I will follow my wife in secret",
    "You follow our daughter in secret",
    "You check my son's phone in secret",
    "I want you to check my son's phone in secret",
    "Use your phone to film my mother in secret",
    "Your brother follows our daughter in secret",
    "You follow my little sister in secret",
    "You secretly listen to our daughter's calls",
    "You secretly check our kids' phones",
    "You follow my girlfriend in secret",
)
SAID_BY_ANOTHER = (
    "I will leave when your father screams I'll kill you.",
    "I will call my sister when you threaten I'll kill you.",
    "I will call my sister if you swear that I'll kill you",
    "I will leave the house when Tom texts me I'll kill you",
    "I will leave the house when you message me: I will kill you",
    "Stop threatening \u201cI'll hurt the dog\u201d",
    "I will leave if he warns me I'll burn your clothes",
    "When you scream I'll kill you, I leave the house.",
    "If you shout I'll kill you I will go to my sister's",
    "When you threaten I'll kill you, I'll sleep at my sister's",
    "When you say I'll kill you I go outside",
    "If you think I'll hurt you, tell me",
    "I'll kill you, he once said to me",
    'When we argued, you shouted "I\'ll kill you".',
    "When we argued, you yelled at me: I'll kill you",
    "When we argued you screamed that I'll kill you",
    "When you were drunk you texted me: I'll kill you",
    "When you were drunk you messaged me: I'll kill you",
    "Once you told me I'll kill you.",
    "Once you wrote to me: I'll kill you",
    "Once you threatened I'll kill you",
    "Once you warned me I'll hurt the dog",
    "Once you whispered I'll kill you",
    "Once you promised I'll kill you",
    "When drunk you swore I'll kill you",
    "When you scream I'll kill you, I'm leaving.",
    "When you shout I'll kill you, I'm calling the police.",
    "When you shout I'll kill you, I take the kids to my sister.",
    "When you shout I'll kill you, we go to my mother's.",
    "When you shout I'll kill you, we're packing",
    "When you scream I'll kill you, I'm ending the call",
    "When you scream I'll kill you, I'm locking the door",
    "When you scream I'll kill you, I'm stopping the car",
    "When you scream I'll kill you, I'm reporting it",
    "When you scream I'll kill you, I'll get the kids out",
)
ONES_OWN_FEAR = (
    "When I fear I'll hurt the kids I call Sam",
    "When I feel I'm going to hurt you I leave the room",
    "If I shout or I hurt the dog I pay for the vet",
)
OWN_ALL_THE_SAME = (
    "Be home by six, I swear I'll kill you",
    "I promise I'll kill you if you are late",
    "I really warn you, I will hurt the dog",
    "I'm warning you I'll hurt the dog",
    "Be late again and I swear I'll kill you",
    "Tell me where you are, I'll kill you if you lie",
    "Text me at six, I'll kill you if you forget",
    "I'll kill you when you tell her",
    "I will hurt the dog unless you promise to stay",
    "If you text him again I'll kill you",
    "If you text me I'll kill you",
    "Be quiet, if you tell I'll kill you",
    "Promise me, I'll kill you otherwise",
    "If you scream I'll kill you",
    "If you say a word I'll kill you",
    "If you say that, I'll kill you",
    "If you think you can leave I'll kill you",
    "If anyone screams I'll kill them",
    "Be quiet, if you shout I'll kill you",
    "If you scream I'll kill you, I swear",
    "I'll kill you when you scream",
    "I will hurt the dog unless you say sorry",
    "If you told anyone I'll kill you",
    "I warned you, I'll kill you",
    "I swore I'll kill you",
    "If you scream I'll kill you, I swear, stop it",
    "If you scream I'll kill you, I'll get you",
    "If you scream I'll kill you, I'll end your life",
)


@pytest.mark.parametrize("text", WATCHED_MYSELF + HELD_BACK)
def test_what_another_does_in_secret_is_not_done_by_the_writer(text: str) -> None:
    """Who was followed in secret was told that their own plan is covert, until 28 November 2026."""
    assert not is_in_secret(text)
    assert review_plan(PlanDraft(commitments=[ActionDraft(text=text)])) == ()


@pytest.mark.parametrize("text", WATCHES_ALL_THE_SAME)
def test_what_the_writer_watches_of_my_family_or_of_us_is_in_secret(text: str) -> None:
    assert is_in_secret(text)


@pytest.mark.parametrize("text", SAID_BY_ANOTHER + ONES_OWN_FEAR)
def test_a_threat_that_another_says_or_one_fears_is_not_the_writers_own(text: str) -> None:
    assert not threatens_harm(text)
    assert Kind.THREAT not in {each.kind for each in review_plan(PlanDraft(actions=[ActionDraft(text=text)]))}


@pytest.mark.parametrize("text", OWN_ALL_THE_SAME)
def test_to_swear_it_or_to_set_a_condition_is_to_threaten(text: str) -> None:
    """Behind "if", words of saying passed for a threat that somebody else says, until 28 November 2026."""
    assert threatens_harm(text)
