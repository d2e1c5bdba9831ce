"""What the next page needs is imported while the first one is being read."""

from importlib import import_module
from typing import Final

from PySide6.QtCore import QObject, QTimer

_WITHOUT_WINDOW: Final = (
    "trust_desktop.services.vault_opening",
    "trust_desktop.services.today",
    "trust_desktop.services.settings",
)
_WITH_WINDOW: Final = ("trust_desktop.ui.main_window", "trust_desktop.ui.auto_lock")
FIRST_PAGE: Final = "trust_desktop.ui.today.today_page"
_OTHER_PAGES: Final = ("trust_desktop.ui.pause.pause_page", "trust_desktop.ui.calendar.calendar_page")
"""The pause first: who needs it is in no state to wait."""
_PAUSE_MS: Final = 1000
"""A vault that opens by itself is open by then."""


def import_services() -> None:
    """For the worker: the database, the ciphers and what reads from them."""
    from trust_desktop.services import quick_database

    quick_database.load()
    for name in _WITHOUT_WINDOW:
        import_module(name)


def import_pages(parent: QObject) -> None:
    """On the GUI thread, one at a time, so that a key pressed meanwhile is heard between two of them."""
    waiting = [*_WITH_WINDOW, FIRST_PAGE, *_OTHER_PAGES]

    def one() -> None:
        import_module(waiting.pop(0))
        if waiting:
            QTimer.singleShot(_PAUSE_MS if waiting[0] in _OTHER_PAGES else 0, parent, one)

    QTimer.singleShot(0, parent, one)
