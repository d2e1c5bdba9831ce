"""A header that was proved genuine, with the key it gave: what every change of keys starts from."""

from dataclasses import dataclass, field, replace

from trust_desktop.domain.errors import Cancelled
from trust_desktop.security import envelope
from trust_desktop.security import header as headers
from trust_desktop.security.header import Header, Slot, SlotType
from trust_desktop.services import vault_listing
from trust_desktop.storage import staging
from trust_desktop.storage.vault_folder import VaultFolder

DAILY = (SlotType.DEVICE_AND_PASSPHRASE, SlotType.DEVICE, SlotType.PASSPHRASE)
RECOVERY = (SlotType.RECOVERY, SlotType.RECOVERY_AND_PASSPHRASE)


@dataclass(slots=True)
class HeldHeader:
    """The vault's lock is held for as long as this is."""

    folder: VaultFolder
    header: Header
    slot: Slot
    """The one that opened."""
    key: bytearray = field(repr=False)

    def rewrite(self, header: Header) -> None:
        """Put `header` on disk as the next generation."""
        newer = replace(header, generation=self.header.generation + 1)
        self.header = envelope.seal(newer, self.key)
        self.folder.write_header(headers.encode(self.header))
        staging.drop_header(self.folder)

    def catch_up(self) -> None:
        """Before anything is written: a label that was changed since stays. Raises Cancelled if the ways in were."""
        found = genuine(self.folder, self.key)
        if found is None or found == self.header:
            return
        if (found.slots, found.database_salt) != (self.header.slots, self.header.database_salt):
            raise Cancelled(found.number)
        self.header = found

    def drop_kept_aside(self) -> None:
        """Before older slots go: what was kept of a damaged copy would still let older secrets in."""
        header = self.header
        self.folder.drop_kept_aside(lambda found: headers.may_hold_slots_of(found, header))


def genuine(folder: VaultFolder, key: bytearray) -> Header | None:
    """The newest copy on disk that nobody changed without the key."""
    copies = vault_listing.read_headers(folder)
    return next((header for header in copies if envelope.is_genuine(header, key)), None)


def family(slot: Slot) -> tuple[SlotType, ...]:
    """The types that do the same for the person: one slot of them is enough."""
    return next((types for types in (DAILY, RECOVERY) if slot.type in types), (slot.type,))


def newest_first(header: Header, types: tuple[SlotType, ...]) -> tuple[Slot, ...]:
    """More than one only where a change of keys was cut short: then the old secret opens as well as the new one."""
    found = (slot for slot in header.slots if slot.type in types)
    return tuple(sorted(found, key=lambda slot: slot.age, reverse=True))


def settled(header: Header, used: Slot) -> tuple[Slot, ...]:
    """The slots without what a change cut short left behind; the one that opened stays, with what was made with it.

    Is it not the newest of its kind, then the change comes to nothing: what was made together goes together.
    """
    newer = {slot.generation for slot in newest_first(header, family(used)) if slot.age > used.age}
    kept = [slot for slot in header.slots if slot.generation not in newer]
    last = {family(slot): slot.id for slot in sorted(kept, key=lambda slot: slot.age)}
    return tuple(slot for slot in kept if last[family(slot)] == slot.id)
