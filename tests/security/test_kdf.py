"""Key derivation against published vectors, and a cost that fits the machine without leaving its bounds."""

import pytest

from trust_desktop.security import kdf
from trust_desktop.security.cost import CEILING, FLOOR, MIB, START, Cost


def test_argon2id_is_the_reference_one() -> None:
    """From the reference implementation's own tests (version 0x13, 64 MiB, 2 passes, 1 lane)."""
    derived = kdf.stretch(bytearray(b"password"), b"somesalt", Cost(64 * MIB, 2, 1))

    assert derived.hex() == "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"


def test_hkdf_is_the_published_one() -> None:
    """RFC 5869, test case 1, its first 32 of 42 bytes."""
    derived = kdf.expand(bytearray(b"\x0b" * 22), bytes(range(13)), bytes(range(0xF0, 0xFA)))

    assert derived.hex() == "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"


@pytest.mark.parametrize(
    ("seconds", "memory"),
    [(1.0, 256), (0.5, 512), (0.61, 416), (2.0, 128), (60.0, 64), (0.0, 1024)],
)
def test_cost_is_brought_to_a_second_within_its_bounds(seconds: float, memory: int) -> None:
    assert kdf.scaled(START, seconds, FLOOR, CEILING.memory) == Cost(memory * MIB, 3, 4)


def test_a_passphrase_alone_never_costs_less_than_its_own_floor() -> None:
    assert kdf.scaled(START, 30.0, START, CEILING.memory) == START


def test_calibrating_here_gives_an_allowed_cost() -> None:
    assert kdf.calibrate().within(FLOOR, CEILING)


def test_memory_is_left_to_other_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = {"SC_PAGE_SIZE": 4096, "SC_PHYS_PAGES": 100_000}
    monkeypatch.setattr("os.sysconf", sizes.__getitem__)

    assert kdf._memory_limit() == 100_000


def test_a_system_that_tells_no_memory_size_gets_the_usual_cost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("os.sysconf")

    assert kdf._memory_limit() == START.memory
