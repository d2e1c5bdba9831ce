"""Passphrases: the same words are the same key everywhere, and only strong ones are enough."""

import math

import pytest

from trust_desktop import resources
from trust_desktop.security import passphrase
from trust_desktop.security.passphrase import Hint
from trust_desktop.security.wipe import new_key, wipe, wiping


def test_the_same_letters_typed_on_another_system_are_the_same() -> None:
    assert passphrase.canonical("Bru\u0308cke  \ufb01n ") == passphrase.canonical(" Brücke fin")
    assert passphrase.canonical("Brücke") != passphrase.canonical("brücke")


def test_five_words_of_the_list_are_offered_and_are_enough() -> None:
    words = set(resources.text("wordlists", "en.txt").split())
    offered = [passphrase.offer() for _ in range(20)]

    assert len(words) == 7776
    assert all(len(text.split(" ")) == 5 and set(text.split(" ")) <= words for text in offered)
    assert len(set(offered)) == 20
    assert all(passphrase.strength(text).enough for text in offered)


def test_no_word_is_offered_that_could_hurt_just_now(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[list[str]] = []

    def draw(words: list[str]) -> str:
        drawn.append(words)
        return words[0]

    monkeypatch.setattr(passphrase.secrets, "choice", draw)
    passphrase.offer()
    kind = set(drawn[0])
    assert kind.isdisjoint(
        ("affair", "cheating", "hacked", "divorcee", "traitor", "wife", "husband", "gigolo")
    )
    left_out = resources.text("wordlists", "en_not_offered.txt").split()
    assert len(kind) == len(drawn[0]) == 7776 - len(left_out)
    assert 5 * math.log2(len(kind)) > 64


@pytest.mark.parametrize(
    ("text", "hints"),
    [
        ("", {Hint.TOO_SHORT}),
        ("xK9#mQ2$vL7!p", {Hint.TOO_SHORT}),
        ("passwordpassword", {Hint.EASILY_GUESSED}),
        ("aaaaaaaaaaaaaaaa", {Hint.EASILY_GUESSED}),
        (
            "sam12345678901",
            {Hint.EASILY_GUESSED, Hint.HAS_A_NAME},
        ),  # the name, and no more than a row of figures
        ("michael1994-05-17", {Hint.EASILY_GUESSED, Hint.HAS_A_NAME, Hint.HAS_A_DATE}),
    ],
)
def test_what_is_not_enough_says_why(text: str, hints: set[Hint]) -> None:
    judged = passphrase.strength(text)

    assert not judged.enough
    assert judged.hints == hints


def test_one_s_own_long_sentence_is_enough_however_long() -> None:
    assert passphrase.strength("the kettle hums below the attic stair").enough
    assert passphrase.strength("kettle attic stair " * 30).level >= 3


def test_a_name_among_words_enough_is_only_said() -> None:
    judged = passphrase.strength("velvet violet ladder comet")
    assert judged.enough
    assert judged.hints == {Hint.HAS_A_NAME}


def test_half_a_character_is_a_letter_like_others() -> None:
    halves = "walnut harbour stencil \ud83d opaque \0 ferry"
    assert passphrase.strength(halves).enough
    assert passphrase.canonical(halves) != passphrase.canonical(halves.replace("\ud83d", "\ude00"))


def test_keys_are_random_and_wiped_even_after_a_problem() -> None:
    key, other = new_key(), new_key()
    assert len(key) == 32
    assert key != other

    with pytest.raises(KeyError), wiping(key, None):
        raise KeyError
    assert key == bytes(32)
    wipe(None, other)
    assert other == bytes(32)
