"""The recovery code finds the slips of a hand that copies it, and says where."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trust_desktop.domain.errors import RecoveryCodeMistyped
from trust_desktop.security import recovery_code

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_secrets = st.binary(min_size=20, max_size=20).map(bytearray)


def test_the_code_is_frozen() -> None:
    """Codes are on paper: this one must be readable for ever."""
    assert recovery_code.write(bytearray(range(20))) == "000GC-40R4Y-0M301-E209M-185G2-R38EE-1W810-24GKG"


@settings(max_examples=1000)
@given(_secrets)
def test_every_code_comes_back(secret: bytearray) -> None:
    code = recovery_code.write(secret)

    assert recovery_code.read(code) == secret
    assert [len(group) for group in code.split("-")] == [5] * 8


@given(_secrets, st.sampled_from(["", " ", "\n", " - "]))
def test_spacing_case_and_look_alikes_do_not_matter(secret: bytearray, between: str) -> None:
    code = recovery_code.write(secret)
    typed = code.lower().replace("-", between).replace("0", "o").replace("1", "l")

    assert recovery_code.read(typed) == secret
    assert recovery_code.read(typed.replace("l", "I")) == secret


@settings(max_examples=500)
@given(_secrets, st.integers(0, 39), st.sampled_from(_ALPHABET))
def test_every_wrong_letter_is_found_in_its_group(secret: bytearray, position: int, letter: str) -> None:
    letters = list(recovery_code.write(secret).replace("-", ""))
    if letters[position] == letter:
        return
    letters[position] = letter
    with pytest.raises(RecoveryCodeMistyped) as raised:
        recovery_code.read("".join(letters))
    assert raised.value.group == position // 5 + 1


@settings(max_examples=500)
@given(_secrets, st.integers(0, 38))
def test_every_swap_of_neighbours_is_found(secret: bytearray, position: int) -> None:
    letters = list(recovery_code.write(secret).replace("-", ""))
    if letters[position] == letters[position + 1]:
        return
    letters[position : position + 2] = reversed(letters[position : position + 2])
    with pytest.raises(RecoveryCodeMistyped) as raised:
        recovery_code.read("".join(letters))
    assert raised.value.group in {position // 5 + 1, (position + 1) // 5 + 1}


@settings(max_examples=500)
@given(_secrets, st.lists(st.integers(0, 7), min_size=2, max_size=2, unique=True))
def test_every_swap_of_groups_is_found(secret: bytearray, places: list[int]) -> None:
    groups = recovery_code.write(secret).split("-")
    first, second = sorted(places)
    groups[first], groups[second] = groups[second], groups[first]
    with pytest.raises(RecoveryCodeMistyped) as raised:
        recovery_code.read("-".join(groups))
    assert raised.value.group == first + 1


def test_a_letter_too_few_is_found_in_its_group() -> None:
    groups = recovery_code.write(bytearray(range(20))).split("-")
    groups[5] = groups[5][:4]
    with pytest.raises(RecoveryCodeMistyped) as raised:
        recovery_code.read(" ".join(groups))
    assert raised.value.group == 6


@pytest.mark.parametrize("typed", ["", "ABCDE", "A" * 41])
def test_a_wrong_length_points_at_no_group(typed: str) -> None:
    with pytest.raises(RecoveryCodeMistyped) as raised:
        recovery_code.read(typed)
    assert raised.value.group is None


@given(st.text(max_size=60))
def test_nothing_typed_breaks_it(typed: str) -> None:
    with suppress(RecoveryCodeMistyped):
        recovery_code.read(typed)


def test_a_group_can_be_checked_while_it_is_typed() -> None:
    groups = recovery_code.write(bytearray(range(20))).split("-")

    assert recovery_code.group_is_right(f" {groups[2].lower()} ", 3)
    assert not recovery_code.group_is_right(groups[2], 4)
    assert not recovery_code.group_is_right(groups[2][:3], 3)
    assert not recovery_code.group_is_right("U" * 5, 3)


def test_codes_are_random_and_whole() -> None:
    first, second = recovery_code.new_secret(), recovery_code.new_secret()

    assert first != second
    assert len(first) == 20
    with pytest.raises(ValueError, match="20 bytes"):
        recovery_code.write(bytearray(19))
