"""Slots: each opens with exactly its secrets, in its own vault, and with nothing else."""

import hashlib
import hmac
from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from tests.security.header_building import plain_header
from trust_desktop.domain.errors import HeaderDamaged, SecretMissing, WrongPassphrase, WrongRecoveryCode
from trust_desktop.security import envelope
from trust_desktop.security import header as headers
from trust_desktop.security.cost import CEILING, FLOOR, NONE, START
from trust_desktop.security.envelope import Secrets
from trust_desktop.security.header import Header, Slot, SlotType

_KEY = bytearray(range(32))


def _secrets() -> Secrets:
    return Secrets(
        passphrase=bytearray(b"walnut harbour"), device=bytearray(b"d" * 32), recovery=bytearray(b"r" * 20)
    )


def _sealed(slot_type: SlotType, secrets: Secrets | None = None) -> tuple[Header, Slot]:
    header = plain_header(slots=())
    item = 1 if slot_type.with_device else 0
    slot = envelope.wrap(_KEY, header, slot_type, secrets or _secrets(), slot_type.lowest_cost, item)
    header = envelope.seal(replace(header, slots=(slot,)), _KEY)
    return headers.parse(headers.encode(header)), slot


@pytest.mark.parametrize("slot_type", SlotType)
def test_every_kind_of_slot_opens_with_its_secrets(slot_type: SlotType) -> None:
    header, slot = _sealed(slot_type)

    assert envelope.unwrap(header, slot, _secrets()) == _KEY


def test_a_wrapped_key_is_what_the_drawing_says() -> None:
    """The same computed from the primitives alone, so that no later change can lock old vaults."""
    header, slot = _sealed(SlotType.DEVICE_AND_PASSPHRASE)
    stretched = Argon2id(salt=slot.salt[:16], length=32, iterations=3, lanes=4, memory_cost=64 * 1024).derive(
        b"walnut harbour"
    )
    info = b"device_and_passphrase|" + header.vault_id
    wrapping = HKDF(SHA256(), 32, slot.salt[16:], info).derive(stretched + b"d" * 32)
    context = b"\x89DYB" + b"\0\1" + header.vault_id + b"\1\1" + b"\0\1\0\0" + b"\3\4" + b"\0\0\0\3"
    mac_key = HKDF(SHA256(), 32, None, b"header").derive(bytes(_KEY))

    assert AESGCM(wrapping).decrypt(slot.nonce, slot.wrapped, context) == bytes(_KEY)
    assert header.mac == hmac.new(mac_key, headers.encode(header)[:-36], hashlib.sha256).digest()


def test_a_wrong_passphrase_is_named() -> None:
    header, slot = _sealed(SlotType.RECOVERY_AND_PASSPHRASE)

    with pytest.raises(WrongPassphrase) as raised:
        envelope.unwrap(header, slot, replace(_secrets(), passphrase=bytearray(b"walnut harbours")))
    assert raised.value.number == header.number


def test_no_passphrase_is_a_wrong_one() -> None:
    header, slot = _sealed(SlotType.DEVICE_AND_PASSPHRASE)

    with pytest.raises(WrongPassphrase):
        envelope.unwrap(header, slot, replace(_secrets(), passphrase=None))


@pytest.mark.parametrize("device", [bytearray(32), bytearray(b"d" * 31), None])
def test_a_device_secret_that_is_not_the_right_one_counts_as_missing(device: bytearray | None) -> None:
    """Also beside a passphrase: what is wrong in the keyring must not look like a wrong passphrase."""
    header, slot = _sealed(SlotType.DEVICE_AND_PASSPHRASE)

    with pytest.raises(SecretMissing):
        envelope.unwrap(header, slot, replace(_secrets(), device=device))


def test_a_recovery_code_of_another_vault_is_named() -> None:
    header, slot = _sealed(SlotType.RECOVERY_AND_PASSPHRASE)

    with pytest.raises(WrongRecoveryCode):
        envelope.unwrap(header, slot, replace(_secrets(), recovery=bytearray(b"x" * 20)))


@pytest.mark.parametrize(
    "change",
    [
        {"id": 2},
        {"generation": 2},
        {"nonce": bytes(12)},
        {"wrapped": bytes(48)},
        {"type": SlotType.DEVICE, "item": 1},
    ],
)
def test_a_slot_is_bound_to_its_place(change: dict[str, object]) -> None:
    header, slot = _sealed(SlotType.DEVICE)
    changed = replace(slot, **change)  # type: ignore[arg-type]
    if changed == slot:
        return
    with pytest.raises(HeaderDamaged):
        envelope.unwrap(header, changed, _secrets())


def test_a_slot_does_not_open_in_another_vault() -> None:
    header, slot = _sealed(SlotType.DEVICE)
    other = envelope.seal(replace(header, vault_id=bytes(16)), _KEY)

    with pytest.raises(HeaderDamaged):
        envelope.unwrap(other, slot, _secrets())


@pytest.mark.parametrize(
    "change",
    [{"label": "Red"}, {"number": 3}, {"finished": False}, {"generation": 9}, {"database_salt": bytes(16)}],
)
def test_a_changed_header_is_noticed_even_with_a_right_checksum(change: dict[str, object]) -> None:
    header, slot = _sealed(SlotType.RECOVERY)

    with pytest.raises(HeaderDamaged):
        envelope.unwrap(replace(header, **change), slot, _secrets())  # type: ignore[arg-type]


def test_costs_out_of_bounds_are_never_written() -> None:
    for slot_type, cost in (
        (SlotType.DEVICE_AND_PASSPHRASE, NONE),
        (SlotType.DEVICE_AND_PASSPHRASE, replace(CEILING, memory=CEILING.memory + 1)),
        (SlotType.PASSPHRASE, FLOOR),
        (SlotType.PORTABLE, START),
    ):
        with pytest.raises(ValueError, match="cost"):
            envelope.wrap(_KEY, plain_header(), slot_type, _secrets(), cost, 1)


def test_only_whole_keys_are_wrapped() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        envelope.wrap(bytearray(31), plain_header(), SlotType.DEVICE, _secrets(), NONE, 1)


def test_each_slot_has_an_id_and_salts_of_its_own() -> None:
    header, first = _sealed(SlotType.DEVICE)
    second = envelope.wrap(_KEY, header, SlotType.DEVICE, _secrets(), NONE, 2)

    assert second.id == first.id + 1
    assert second.salt != first.salt
    assert second.wrapped != first.wrapped


def test_an_id_is_free_again_after_hundreds_of_changes_and_the_newest_slot_stays_the_newest() -> None:
    header, first = _sealed(SlotType.DEVICE)
    last = replace(first, id=headers.HIGHEST_ID)
    following = replace(header, generation=header.generation + 1, slots=(replace(first, id=1), last))
    newest = envelope.wrap(_KEY, following, SlotType.DEVICE, _secrets(), NONE, 2)
    written = envelope.seal(replace(following, slots=(*following.slots, newest)), _KEY)

    assert newest.id == 2
    assert headers.parse(headers.encode(written)).slot(SlotType.DEVICE) == newest
    assert envelope.unwrap(written, newest, _secrets()) == _KEY


def test_no_secret_stands_in_what_is_said_of_them() -> None:
    assert repr(_secrets()) == repr(Secrets())


def test_the_slot_of_a_backup_is_never_in_the_way_of_the_vault_s_own() -> None:
    header, _ = _sealed(SlotType.RECOVERY)
    portable = envelope.wrap_portable(_KEY, header, _secrets(), SlotType.PORTABLE.lowest_cost)
    later = envelope.wrap(_KEY, header, SlotType.DEVICE, _secrets(), NONE, 1)
    both = envelope.seal(replace(header, slots=(*header.slots, later, portable), generation=9), _KEY)

    assert headers.parse(headers.encode(both)) == both
    assert envelope.is_genuine(both, _KEY)
    assert not envelope.is_genuine(both, bytearray(32))
    assert envelope.unwrap(both, portable, _secrets()) == _KEY


def test_the_mark_of_a_key_tells_it_from_others_and_nothing_else() -> None:
    assert envelope.mark_of(_KEY) == envelope.mark_of(bytearray(_KEY)) != envelope.mark_of(bytearray(32))
    assert bytes(_KEY)[:16] != envelope.mark_of(_KEY)
