"""The header's bytes: what is written is read back, and nothing else is ever taken for a header."""

import hashlib
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.security.header_building import any_header, plain_header, plain_slot, with_right_checksum
from trust_desktop.domain.errors import HeaderDamaged, VaultTooNew
from trust_desktop.security import header as headers
from trust_desktop.security.cost import CEILING, FLOOR, MIB, NONE, Cost
from trust_desktop.security.header import Header, SlotType

_REFUSED = (HeaderDamaged, VaultTooNew)


@given(any_header())
def test_every_header_comes_back_as_it_was_written(header: Header) -> None:
    assert headers.parse(headers.encode(header)) == header


def test_the_format_is_frozen() -> None:
    """Vaults of the first release must open for ever: a change of the bytes needs a new format number."""
    data = headers.encode(plain_header())

    assert len(data) == 6 + 39 + (1 + 13) + (1 + 14) + (1 + 15) + 1 + 122 + 32 + 4
    assert (
        hashlib.sha256(data).hexdigest() == "5c6730dec490d2c638f66f24fc8ad4bf637c288d152e16e582e1423d9fe3c03d"
    )


@given(st.binary(max_size=2000))
def test_any_bytes_are_refused_calmly(data: bytes) -> None:
    with pytest.raises(_REFUSED):
        headers.parse(data)


@given(st.binary(max_size=500), st.integers(0, 3))
def test_any_bytes_behind_a_right_start_and_checksum_are_refused_calmly(
    tail: bytes, file_format: int
) -> None:
    body = headers.MAGIC + file_format.to_bytes(2, "big") + tail
    with suppress(*_REFUSED):
        headers.parse(with_right_checksum(body))


@given(any_header(), st.data())
def test_a_changed_byte_with_a_right_checksum_never_breaks_the_parser(
    header: Header, data: st.DataObject
) -> None:
    body = bytearray(headers.encode(header)[:-4])
    position = data.draw(st.integers(0, len(body) - 1))
    body[position] ^= data.draw(st.integers(1, 255))
    with suppress(*_REFUSED):
        assert headers.parse(with_right_checksum(bytes(body))) != header


@given(st.data())
def test_every_changed_bit_is_noticed(data: st.DataObject) -> None:
    original = headers.encode(plain_header())
    changed = bytearray(original)
    changed[data.draw(st.integers(0, len(original) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(HeaderDamaged):
        headers.parse(bytes(changed))


def test_a_copy_may_go_if_it_is_whole_and_no_later_one() -> None:
    header = replace(plain_header(), generation=plain_header().generation + 1)
    whole = headers.encode(header)

    assert headers.is_replaceable(whole, header)
    assert not headers.is_replaceable(whole[:-1], header)
    assert not headers.is_replaceable(whole, replace(header, generation=header.generation - 1))


@given(st.integers(0, 278))
def test_every_cut_is_noticed(length: int) -> None:
    original = headers.encode(plain_header())
    with pytest.raises(HeaderDamaged):
        headers.parse(original[: min(length, len(original) - 1)])


def test_a_newer_format_is_told_from_damage() -> None:
    body = headers.MAGIC + (headers.FORMAT + 1).to_bytes(2, "big") + b"whatever comes then"
    with pytest.raises(VaultTooNew):
        headers.parse(with_right_checksum(body))
    with pytest.raises(HeaderDamaged):
        headers.parse(with_right_checksum(headers.MAGIC + bytes(2) + b"there was no format 0"))


@pytest.mark.parametrize(
    "cost",
    [
        replace(FLOOR, memory=FLOOR.memory - 1),
        replace(FLOOR, passes=FLOOR.passes - 1),
        replace(FLOOR, lanes=FLOOR.lanes - 1),
        replace(CEILING, memory=CEILING.memory + 1),
        replace(CEILING, passes=CEILING.passes + 1),
        replace(CEILING, lanes=CEILING.lanes + 1),
        NONE,
    ],
)
def test_weaker_or_absurd_costs_are_refused(cost: Cost) -> None:
    with pytest.raises(HeaderDamaged):
        headers.parse(headers.encode(plain_header(slots=(plain_slot(cost=cost),))))


@pytest.mark.parametrize(
    "changes",
    [
        {"type": SlotType.PASSPHRASE, "item": 0, "cost": Cost(255 * MIB, 3, 4)},  # nothing else protects it
        {"type": SlotType.DEVICE, "cost": FLOOR},  # no passphrase, so no cost
        {"item": 0},  # a device slot names its item
        {"type": SlotType.RECOVERY, "cost": NONE, "item": 1},  # and no other slot does
        {"generation": 4},  # younger than the header
    ],
)
def test_slots_that_contradict_themselves_are_refused(changes: dict[str, object]) -> None:
    with pytest.raises(HeaderDamaged):
        headers.parse(headers.encode(plain_header(slots=(plain_slot(**changes),))))


@pytest.mark.parametrize(
    "changes",
    [
        {"number": 0},
        {"slots": ()},
        {"slots": (plain_slot(), plain_slot())},
        {"label": "x" * (headers.LABEL_CHARACTERS + 1)},
        {"mac": bytes(31)},
    ],
)
def test_headers_that_contradict_themselves_are_refused(changes: dict[str, object]) -> None:
    with pytest.raises(HeaderDamaged):
        headers.parse(headers.encode(plain_header(**changes)))


def test_more_than_a_header_can_be_is_not_even_looked_at() -> None:
    with pytest.raises(HeaderDamaged):
        headers.parse(with_right_checksum(headers.MAGIC + b"\0\2" + bytes(headers.MAX_BYTES)))


def test_the_newest_slot_of_a_kind_is_found() -> None:
    header = plain_header(slots=(plain_slot(id=4, item=2), plain_slot(id=1)))

    assert header.slot(SlotType.DEVICE_AND_PASSPHRASE) == plain_slot(id=4, item=2)
    assert header.slot(SlotType.RECOVERY) is None


def test_one_slot_by_itself_comes_back_and_noise_is_damage() -> None:
    (slot,) = plain_header().slots
    assert headers.parse_slot(headers.packed_slot(slot)) == slot
    for noise in (b"", b"short", b"\xff" * 200):
        with pytest.raises(HeaderDamaged):
            headers.parse_slot(noise)
