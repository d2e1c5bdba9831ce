"""What can be changed about the keys of a vault, and what each change asks of the person."""

from enum import Enum, auto
from typing import Final

from trust_desktop.domain.vault import Protection, VaultInfo


class KeyChange(Enum):
    """The five changes; a passphrase is added, replaced or dropped."""

    PASSPHRASE = auto()
    ADD_PASSPHRASE = auto()
    DROP_PASSPHRASE = auto()
    DEVICE_SECRET = auto()
    DATABASE_KEY = auto()
    RECOVERY_CODE = auto()

    @property
    def takes_new_passphrase(self) -> bool:
        return self in (KeyChange.PASSPHRASE, KeyChange.ADD_PASSPHRASE)

    def protection_after(self, before: Protection) -> Protection:
        if self is KeyChange.ADD_PASSPHRASE:
            return Protection.DEVICE_AND_PASSPHRASE
        return Protection.DEVICE if self is KeyChange.DROP_PASSPHRASE else before

    def makes_new_code(self, info: VaultInfo) -> bool:
        """A code that works together with the passphrase cannot outlive it, nor can any code outlive the database key."""
        if self in (KeyChange.PASSPHRASE, KeyChange.DROP_PASSPHRASE):
            return info.recovery_needs_passphrase
        return self in (KeyChange.DATABASE_KEY, KeyChange.RECOVERY_CODE)


_POSSIBLE: Final = {
    Protection.DEVICE_AND_PASSPHRASE: (
        KeyChange.PASSPHRASE,
        KeyChange.RECOVERY_CODE,
        KeyChange.DEVICE_SECRET,
        KeyChange.DATABASE_KEY,
        KeyChange.DROP_PASSPHRASE,
    ),
    Protection.DEVICE: (
        KeyChange.ADD_PASSPHRASE,
        KeyChange.RECOVERY_CODE,
        KeyChange.DEVICE_SECRET,
        KeyChange.DATABASE_KEY,
    ),
    Protection.PASSPHRASE: (KeyChange.PASSPHRASE, KeyChange.RECOVERY_CODE, KeyChange.DATABASE_KEY),
}


def possible(info: VaultInfo | None) -> tuple[KeyChange, ...]:
    """In the order they are shown; none for an example, which has no keys."""
    return _POSSIBLE[info.protection] if info is not None and info.protection is not None else ()
