"""What one open vault may know of the others on this computer: which there are, and the way to another."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from trust_desktop.services.vaults import Places

LABEL_LENGTH: Final = 24
"""Characters of a name for the lock screen."""


@dataclass(frozen=True)
class Household:
    """`lock_and_add` locks this vault and begins another; none is ever open beside it."""

    places: Places
    lock_and_add: Callable[[], None]
