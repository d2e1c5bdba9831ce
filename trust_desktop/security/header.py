"""The vault's small header file: what it holds, and its bytes; any bytes at all may be parsed."""

import binascii
import struct
from dataclasses import dataclass
from enum import Enum
from typing import Final

from trust_desktop.domain.errors import HeaderDamaged, VaultProblem, VaultTooNew
from trust_desktop.security import cost as costs
from trust_desktop.security.cost import Cost

MAGIC: Final = b"\x89DYB"
FORMAT: Final = 1
MAX_BYTES: Final = 4096
ID_BYTES: Final = 16
MAC_BYTES: Final = 32
LABEL_CHARACTERS: Final = 40
HIGHEST_ID: Final = 255
PORTABLE_ID: Final = 0
"""Of the slot that comes and goes with a backup: the vault's own slots count from 1 and never meet it."""

# Every format, also a later one, starts with magic and format and ends with a CRC-32 of all before it. The checksum
# tells chance damage from a wrong passphrase without any secret; against intent there is the MAC. A hash would do no
# more here, and to load one takes as long as to look at all the vaults.
_FRAME: Final = struct.Struct(">4sH")
_CHECKSUM_BYTES: Final = 4
_FIXED: Final = struct.Struct(">16s16sIHB")
_SLOT: Final = struct.Struct(">BBIHIBB32s16s12s48s")


class SlotType(Enum):
    """Which secrets one slot needs; the value is its byte in the file. The portable one is in backups only."""

    DEVICE_AND_PASSPHRASE = 1
    DEVICE = 2
    PASSPHRASE = 3
    RECOVERY = 4
    RECOVERY_AND_PASSPHRASE = 5
    PORTABLE = 6

    @property
    def with_device(self) -> bool:
        return self in (SlotType.DEVICE_AND_PASSPHRASE, SlotType.DEVICE)

    @property
    def with_recovery(self) -> bool:
        return self in (SlotType.RECOVERY, SlotType.RECOVERY_AND_PASSPHRASE)

    @property
    def with_passphrase(self) -> bool:
        return self not in (SlotType.DEVICE, SlotType.RECOVERY)

    @property
    def lowest_cost(self) -> Cost:
        lowest = {SlotType.PASSPHRASE: costs.START, SlotType.PORTABLE: costs.PORTABLE}
        return lowest.get(self, costs.FLOOR)


@dataclass(frozen=True, slots=True)
class Slot:
    """One way to the database key: the wrapped key and all that is needed beside the secrets."""

    id: int
    type: SlotType
    generation: int
    """That of the header when the slot was made; authenticated with the wrapped key."""
    item: int
    """Which keyring item holds the device secret (1 for k1); 0 where none is needed."""
    cost: Cost
    salt: bytes
    check: bytes
    """Digest of the random secret, so a wrong one is told from a wrong passphrase; zero without such a secret."""
    nonce: bytes
    wrapped: bytes

    @property
    def age(self) -> tuple[int, int]:
        """Greater for what was made later; ids alone do not say so for ever, as they begin again."""
        return self.generation, self.id


@dataclass(frozen=True, slots=True)
class Header:
    """Everything the file holds; `mac` is made and checked with the database key."""

    vault_id: bytes
    database_salt: bytes
    generation: int
    number: int
    finished: bool
    label: str
    backend: str
    provider: str
    slots: tuple[Slot, ...]
    mac: bytes = bytes(MAC_BYTES)

    def slot(self, *types: SlotType) -> Slot | None:
        """The newest slot of these types."""
        return max(
            (slot for slot in self.slots if slot.type in types), key=lambda slot: slot.age, default=None
        )


def encode(header: Header) -> bytes:
    body = authenticated(header) + header.mac
    return body + checksum_of(body)


def checksum_of(body: bytes) -> bytes:
    return binascii.crc32(body).to_bytes(_CHECKSUM_BYTES, "big")


def authenticated(header: Header) -> bytes:
    """The bytes the MAC covers: all of the file before it."""
    texts = b"".join(_packed_text(text) for text in (header.label, header.backend, header.provider))
    fixed = _FIXED.pack(
        header.vault_id, header.database_salt, header.generation, header.number, int(header.finished)
    )
    slots = b"".join(_packed_slot(slot) for slot in header.slots)
    return _FRAME.pack(MAGIC, FORMAT) + fixed + texts + bytes([len(header.slots)]) + slots


def parse(data: bytes) -> Header:
    """Raise HeaderDamaged or VaultTooNew and nothing else, whatever the bytes are."""
    body, checksum = data[:-_CHECKSUM_BYTES], data[-_CHECKSUM_BYTES:]
    if len(data) > MAX_BYTES or len(body) < _FRAME.size or checksum_of(body) != checksum:
        raise HeaderDamaged
    magic, file_format = _FRAME.unpack_from(body)
    if magic != MAGIC or file_format < FORMAT:
        raise HeaderDamaged
    if file_format > FORMAT:
        raise VaultTooNew
    try:
        header = _parsed(body)
    except (struct.error, ValueError, IndexError) as problem:
        raise HeaderDamaged from problem
    if not _consistent(header):
        raise HeaderDamaged
    return header


def packed_slot(slot: Slot) -> bytes:
    """One slot by itself, as it stands in the file."""
    return _packed_slot(slot)


def parse_slot(data: bytes) -> Slot:
    """Raise HeaderDamaged and nothing else, whatever the bytes are."""
    try:
        return _parsed_slot(data, 0)
    except (struct.error, ValueError):
        raise HeaderDamaged from None


def is_replaceable(data: bytes, genuine: Header) -> bool:
    """Whether a copy is whole and no later one than `genuine`: then nothing is lost with it."""
    try:
        return parse(data).generation <= genuine.generation
    except HeaderDamaged:
        return False


def may_hold_slots_of(data: bytes, genuine: Header) -> bool:
    """Whether these bytes, whole or not, are a header of this vault: then its slots may open it by older secrets."""
    try:
        return parse(data).vault_id == genuine.vault_id
    except VaultProblem:
        slots = (piece for slot in genuine.slots for piece in (slot.salt, slot.nonce, slot.wrapped))
        return any(piece in data for piece in (genuine.vault_id, genuine.database_salt, *slots))


def _parsed(body: bytes) -> Header:
    vault_id, salt, generation, number, finished = _FIXED.unpack_from(body, _FRAME.size)
    position = _FRAME.size + _FIXED.size
    label, position = _parsed_text(body, position)
    backend, position = _parsed_text(body, position)
    provider, position = _parsed_text(body, position)
    count = body[position]
    slots = tuple(_parsed_slot(body, position + 1 + index * _SLOT.size) for index in range(count))
    mac = body[position + 1 + count * _SLOT.size :]
    if finished not in (0, 1) or len(mac) != MAC_BYTES:
        raise ValueError
    return Header(
        vault_id, salt, generation, number, bool(finished), label, backend, provider, slots=slots, mac=mac
    )


def _parsed_text(body: bytes, position: int) -> tuple[str, int]:
    end = position + 1 + body[position]
    return body[position + 1 : end].decode("utf-8"), end


def _parsed_slot(body: bytes, position: int) -> Slot:
    fields = _SLOT.unpack_from(body, position)
    slot_id, type_byte, generation, item, memory, passes, lanes, *rest = fields
    return Slot(slot_id, SlotType(type_byte), generation, item, Cost(memory, passes, lanes), *rest)


def _packed_slot(slot: Slot) -> bytes:
    head = (slot.id, slot.type.value, slot.generation, slot.item)
    cost = (slot.cost.memory, slot.cost.passes, slot.cost.lanes)
    return _SLOT.pack(*head, *cost, slot.salt, slot.check, slot.nonce, slot.wrapped)


def _packed_text(text: str) -> bytes:
    raw = text.encode("utf-8")
    return bytes([len(raw)]) + raw


def _consistent(header: Header) -> bool:
    ids = {slot.id for slot in header.slots}
    return (
        header.number > 0
        and len(ids) == len(header.slots) > 0
        and len(header.label) <= LABEL_CHARACTERS
        and all(_slot_consistent(slot, header.generation) for slot in header.slots)
    )


def _slot_consistent(slot: Slot, generation: int) -> bool:
    if slot.type.with_passphrase:
        cost_fits = slot.cost.within(slot.type.lowest_cost, costs.CEILING)
    else:
        cost_fits = slot.cost == costs.NONE
    return cost_fits and slot.generation <= generation and (slot.item > 0) == slot.type.with_device
