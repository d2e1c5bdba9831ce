"""What can be known of a vault before it is open, and how it is protected."""

from dataclasses import dataclass
from enum import Enum, auto


class Protection(Enum):
    """What opens a vault every day."""

    DEVICE_AND_PASSPHRASE = "device+passphrase"
    DEVICE = "device"
    PASSPHRASE = "passphrase"

    @property
    def needs_passphrase(self) -> bool:
        return self is not Protection.DEVICE

    @property
    def needs_keyring(self) -> bool:
        return self is not Protection.PASSPHRASE


class VaultState(Enum):
    """How a vault looks from outside; shown as it is."""

    READY = auto()
    SETUP_UNFINISHED = auto()
    HEADER_DAMAGED = auto()
    DATABASE_MISSING = auto()
    GONE = auto()
    DATABASE_EMPTY = auto()
    NEWER_FORMAT = auto()
    IN_USE = auto()
    READ_ONLY = auto()


@dataclass(frozen=True, slots=True)
class VaultInfo:
    """A vault as the lock screen shows it: a number, and a label only if the person typed one."""

    number: int
    folder: str
    label: str = ""
    protection: Protection | None = None
    recovery_needs_passphrase: bool = False
