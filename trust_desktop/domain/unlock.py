"""One opening of a vault as the vault itself remembers it, with the tries before it that did not open it."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class OpenedBy(Enum):
    """What opened it."""

    PASSPHRASE = "passphrase"
    KEYRING = "keyring"
    RECOVERY = "recovery"
    SETUP = "setup"
    """The code was proved when the vault was made."""


@dataclass(frozen=True, slots=True)
class Unlock:
    """`in_vain` tries came between the opening before and this one, the last of them at `last_in_vain_at`.

    `note_gone`: the small file that counts tries while the vault is locked was taken away, or put back as it once was.
    """

    at: datetime
    by: OpenedBy
    in_vain: int = 0
    last_in_vain_at: datetime | None = None
    note_gone: bool = False
