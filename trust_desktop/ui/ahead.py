"""What the next page needs is imported while the first one is being read."""

from importlib import import_module
from typing import Final

from PySide6.QtCore import QObject, QTimer

_WITHOUT_WINDOW: Final = (
    "trust_desktop.services.vault_opening",
    "trust_desktop.services.vault_recovery",
    "trust_desktop.services.today",
    "trust_desktop.services.settings",
)
_WITH_WINDOW: Final = (
    "trust_desktop.ui.main_window",
    "trust_desktop.ui.auto_lock",
    "trust_desktop.ui.today.today_page",
    "trust_desktop.ui.calendar.calendar_page",
)


def import_services() -> None:
    """For the worker: the database, the ciphers and what reads from them."""
    for name in _WITHOUT_WINDOW:
        import_module(name)


def import_pages(parent: QObject) -> None:
    """On the GUI thread, one at a time, so that a key pressed meanwhile is heard between two of them."""
    waiting = list(_WITH_WINDOW)

    def one() -> None:
        import_module(waiting.pop(0))
        if waiting:
            QTimer.singleShot(0, parent, one)

    QTimer.singleShot(0, parent, one)
