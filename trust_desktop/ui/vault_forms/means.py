"""What the opening pages work with, and one attempt at something that may wait for the keyring."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QObject, Signal

from trust_desktop.services import vaults
from trust_desktop.services.asking import SLOW_SECONDS
from trust_desktop.services.vaults import Asking, KeyStore, Places
from trust_desktop.ui.background import Background


class Then(Enum):
    """Where a person wants to go once the vault is open."""

    TODAY = auto()
    PLAN = auto()
    EXAMPLE = auto()
    HELP = auto()
    KEYS = auto()


@dataclass(frozen=True)
class Means:
    """Given by the application; tests give a store that forgets and shorter seconds."""

    places: Places
    store: KeyStore
    background: Background
    slow_seconds: float = SLOW_SECONDS
    cost: Any = None
    """Of deriving a key; measured on this computer unless it is given."""


class Attempt(QObject):
    """Ends with `done` or `problem`; `slow` comes when the keyring takes long, and the answer still counts then."""

    done = Signal(object)
    problem = Signal(object)
    slow = Signal()

    def __init__(self, means: Means, work: Callable[[Asking], object], parent: QObject) -> None:
        super().__init__(parent)
        self._means = means
        self._work = work
        self._asking = Asking(self._tell_slow, slow_seconds=means.slow_seconds)

    def start(self) -> None:
        work, asking = self._work, self._asking
        self._means.background.run(
            self, lambda: work(asking), self.done.emit, self.problem.emit, asks_person=True
        )

    def cancel(self) -> None:
        self._asking.cancel()

    def _tell_slow(self) -> None:
        with suppress(RuntimeError):  # the page is gone; a signal without its object cannot be sent
            self.slow.emit()


def keyring_is_usable(means: Means) -> bool:
    """For the worker: whether a device secret can be kept here; a silent keyring counts as none."""
    from trust_desktop.domain.errors import VaultProblem

    try:
        vaults.check_keyring(means.store, Asking(slow_seconds=means.slow_seconds))
    except VaultProblem:
        return False
    return True
