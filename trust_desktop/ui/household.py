"""What one open vault may know of the others on this computer: which there are, and the way to another."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from trust_desktop.services.vaults import Places

LABEL_LENGTH: Final = 24
"""Characters of a name for the lock screen."""


@dataclass(frozen=True)
class Household:
    """`lock_and_add` locks this vault and begins another; none is ever open beside it."""

    places: Places
    lock_and_add: Callable[[], None]


def label_hint() -> str:
    """Say what a name for the lock screen is, and how long it may be: its field takes no more."""
    pattern = QCoreApplication.translate(
        "Household",
        "You may leave it empty; it is a number then. Anyone at this login can read the name without opening it. "
        "It has room for {number} characters.",
    )
    return pattern.format(number=QLocale().toString(LABEL_LENGTH))
