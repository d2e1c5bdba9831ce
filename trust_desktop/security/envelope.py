"""Slots: wrap the database key under other secrets and unwrap it again; pure, no files, no keyring."""

import hmac
import os
import struct
from dataclasses import dataclass, field, replace
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from trust_desktop.domain.errors import HeaderDamaged, SecretMissing, WrongPassphrase, WrongRecoveryCode
from trust_desktop.security import cost as costs
from trust_desktop.security import header as headers
from trust_desktop.security import kdf
from trust_desktop.security.cost import Cost
from trust_desktop.security.header import Header, Slot, SlotType
from trust_desktop.security.wipe import KEY_BYTES, wipe, wiping

_NONCE_BYTES: Final = 12
_CHECK_BYTES: Final = 16
_RECOVERY_BYTES: Final = 20


@dataclass(frozen=True, slots=True)
class Secrets:
    """What one opening has at hand; a slot takes only what its type needs."""

    passphrase: bytearray | None = field(default=None, repr=False)
    device: bytearray | None = field(default=None, repr=False)
    recovery: bytearray | None = field(default=None, repr=False)


def wrap_portable(key: bytearray, header: Header, secrets: Secrets, cost: Cost) -> Slot:
    """A slot for the backups of this vault, which none of its own will ever be in the way of."""
    return _wrapped(key, header, SlotType.PORTABLE, secrets, cost, 0, headers.PORTABLE_ID)


def mark_of(key: bytearray) -> bytes:
    """What shows later that a slot kept apart belongs to this key, and tells nothing of the key."""
    return bytes(kdf.expand(key, None, b"portable mark", _CHECK_BYTES))


def wrap(
    key: bytearray, header: Header, slot_type: SlotType, secrets: Secrets, cost: Cost, item: int = 0
) -> Slot:
    """A new slot for the header's generation; the caller adds it and seals the header."""
    return _wrapped(key, header, slot_type, secrets, cost, item, _free_id(header))


def _free_id(header: Header) -> int:
    """The next one, or after hundreds of changes of keys the lowest that is free again: an id is one byte."""
    taken = {slot.id for slot in header.slots}
    following = 1 + max(taken, default=0)
    return following if following <= headers.HIGHEST_ID else min({*range(1, following)} - taken)


def _wrapped(
    key: bytearray, header: Header, slot_type: SlotType, secrets: Secrets, cost: Cost, item: int, slot_id: int
) -> Slot:
    if len(key) != KEY_BYTES:
        raise ValueError("a database key has 32 bytes")
    used = cost if slot_type.with_passphrase else costs.NONE
    if slot_type.with_passphrase and not used.within(slot_type.lowest_cost, costs.CEILING):
        raise ValueError("cost outside its bounds")
    blank = Slot(
        id=slot_id,
        type=slot_type,
        generation=header.generation,
        item=item,
        cost=used,
        salt=os.urandom(2 * kdf.SALT_BYTES),
        check=bytes(_CHECK_BYTES),
        nonce=os.urandom(_NONCE_BYTES),
        wrapped=b"",
    )
    slot = replace(blank, check=_check(blank, secrets))
    wrapping = _wrapping_key(slot, header.vault_id, secrets)
    with wiping(wrapping):
        sealed = AESGCM(wrapping).encrypt(slot.nonce, key, _context(slot, header.vault_id))
    return replace(slot, wrapped=sealed)


def unwrap(header: Header, slot: Slot, secrets: Secrets) -> bytearray:
    """The database key, once the header as a whole is proved genuine with it.

    Raises SecretMissing or WrongRecoveryCode (a random secret that is not this slot's), WrongPassphrase, HeaderDamaged.
    """
    if not hmac.compare_digest(_check(slot, secrets), slot.check):
        raise WrongRecoveryCode(header.number) if slot.type.with_recovery else SecretMissing(header.number)
    key = bytearray(KEY_BYTES)
    wrapping = _wrapping_key(slot, header.vault_id, secrets)
    with wiping(wrapping):
        try:
            AESGCM(wrapping).decrypt_into(slot.nonce, slot.wrapped, _context(slot, header.vault_id), key)
        except InvalidTag:
            wipe(key)
            # Without a passphrase the secret was just found to be right, so the slot itself was changed.
            problem = WrongPassphrase if slot.type.with_passphrase else HeaderDamaged
            raise problem(header.number) from None
    if not is_genuine(header, key):
        wipe(key)
        raise HeaderDamaged(header.number)
    return key


def is_genuine(header: Header, key: bytearray) -> bool:
    """Whether the header as a whole was made by who had the key."""
    return hmac.compare_digest(_mac(header, key), header.mac)


def seal(header: Header, key: bytearray) -> Header:
    return replace(header, mac=_mac(header, key))


def _mac(header: Header, key: bytearray) -> bytes:
    mac_key = kdf.expand(key, None, b"header")
    with wiping(mac_key):
        return hmac.digest(mac_key, headers.authenticated(header), "sha256")


def _random_secret(slot: Slot, secrets: Secrets) -> bytearray | None:
    if slot.type.with_device:
        return _needed(secrets.device, KEY_BYTES)
    if slot.type.with_recovery:
        return _needed(secrets.recovery, _RECOVERY_BYTES)
    return None


def _needed(secret: bytearray | None, length: int) -> bytearray:
    if secret is None or len(secret) != length:
        raise SecretMissing
    return secret


def _check(slot: Slot, secrets: Secrets) -> bytes:
    # 160 and 256 random bits cannot be guessed from a digest; a passphrase could, so it never enters this one.
    secret = _random_secret(slot, secrets)
    if secret is None:
        return bytes(_CHECK_BYTES)
    return bytes(kdf.expand(secret, slot.salt[kdf.SALT_BYTES :], b"check", _CHECK_BYTES))


def _wrapping_key(slot: Slot, vault_id: bytes, secrets: Secrets) -> bytearray:
    # Two salts in one field: the first half for Argon2id, the second for HKDF.
    stretched = bytearray()
    if slot.type.with_passphrase:
        if not secrets.passphrase:
            raise WrongPassphrase
        stretched = kdf.stretch(secrets.passphrase, slot.salt[: kdf.SALT_BYTES], slot.cost)
    random_secret = _random_secret(slot, secrets) or bytearray()
    joined = stretched + random_secret
    with wiping(stretched, joined):
        info = slot.type.name.lower().encode() + b"|" + vault_id
        return kdf.expand(joined, slot.salt[kdf.SALT_BYTES :], info)


def _context(slot: Slot, vault_id: bytes) -> bytes:
    """Additional data of the wrap: magic | format | vault id | slot id | type | KDF parameters | generation."""
    cost = slot.cost
    return struct.pack(
        ">4sH16sBBIBBI",
        *(headers.MAGIC, headers.FORMAT, vault_id, slot.id, slot.type.value),
        *(cost.memory, cost.passes, cost.lanes, slot.generation),
    )
