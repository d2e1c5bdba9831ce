"""New slots in a header: added, proved from what is on disk, and only then the old ones removed."""

import hmac
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from trust_desktop.domain.errors import HeaderDamaged, VaultProblem
from trust_desktop.security import envelope
from trust_desktop.security import header as headers
from trust_desktop.security.cost import Cost
from trust_desktop.security.envelope import Secrets
from trust_desktop.security.header import Header, Slot, SlotType
from trust_desktop.security.wipe import wipe
from trust_desktop.services import vault_listing
from trust_desktop.services.header_holding import HeldHeader, family


@dataclass(frozen=True, slots=True)
class Wanted:
    """A slot to be made; `again` gives its secrets once more for the proof, from where they are kept."""

    type: SlotType
    secrets: Secrets = field(repr=False)
    cost: Cost
    again: Callable[[], Secrets] = field(repr=False)
    item: int = 0


def exchange(
    held: HeldHeader, base: Header, wanted: Sequence[Wanted], undone: Callable[[], object] = bool
) -> None:
    """Put slots in the place of those that do the same. On a problem the old ones stay, and it is raised.

    `base` is the header with what else is new in it. `undone` is called when no copy on disk names a new slot any more.
    """
    before = held.header
    try:
        slots = _added(held, base, wanted)
        for slot, one in zip(slots, wanted, strict=True):
            _prove(held, slot, one)
        held.drop_kept_aside()
        held.rewrite(replace(held.header, slots=_without_others(held.header, slots)))
    except BaseException:
        if _put_back(held, before):
            undone()
        raise


def with_slots(header: Header, key: bytearray, wanted: Sequence[Wanted]) -> tuple[Header, tuple[Slot, ...]]:
    """The header with the new slots in it, and those slots."""
    made: list[Slot] = []
    for one in wanted:
        slot = envelope.wrap(key, header, one.type, one.secrets, one.cost, one.item)
        header = replace(header, slots=(*header.slots, slot))
        made.append(slot)
    return header, tuple(made)


def check(header: Header, slot: Slot, one: Wanted, key: bytearray) -> None:
    """Raise unless the slot, as `header` was read from disk, gives the key."""
    if slot not in header.slots:
        raise HeaderDamaged(header.number)
    secrets = one.again()
    found = envelope.unwrap(header, slot, secrets)
    same = hmac.compare_digest(found, key)
    wipe(found, secrets.device)
    if not same:
        raise HeaderDamaged(header.number)


def _added(held: HeldHeader, base: Header, wanted: Sequence[Wanted]) -> tuple[Slot, ...]:
    following = replace(base, generation=held.header.generation + 1)
    header, slots = with_slots(following, held.key, wanted)
    held.rewrite(header)
    return slots


def _prove(held: HeldHeader, slot: Slot, one: Wanted) -> None:
    check(vault_listing.read_headers(held.folder)[0], slot, one, held.key)


def _without_others(header: Header, new: Sequence[Slot]) -> tuple[Slot, ...]:
    replaced = {slot_type for slot in new for slot_type in family(slot)}
    return tuple(slot for slot in header.slots if slot in new or slot.type not in replaced)


def _put_back(held: HeldHeader, before: Header) -> bool:
    """Whether no copy on disk names a new slot any more."""
    if held.header == before:
        return True
    try:
        held.rewrite(before)
    except VaultProblem:
        return all(copy == headers.encode(before) for copy in held.folder.header_copies())
    return True
