"""What every part of the page is given: the vault, the private clipboard, and how things are done and undone."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from trust_desktop.domain.errors import TrustError
from trust_desktop.services import settings
from trust_desktop.services.session import on_the_clock
from trust_desktop.ui.common.clipboard import PrivateClipboard
from trust_desktop.ui.common.not_written import not_written
from trust_desktop.ui.open_vault import OpenVault


class Desk(QObject):
    """One for the page; the vault may be closed in late timers."""

    help_requested = Signal()

    def __init__(self, vault: OpenVault, parent: QObject) -> None:
        super().__init__(parent)
        self.vault = vault
        self.session = vault.session
        self.clipboard = PrivateClipboard(self)

    def seconds(self) -> int:
        """How long copied words stay on the clipboard."""
        return settings.load(self.session).clear_clipboard_seconds

    def now(self) -> datetime:
        """The moment, as the clock on the wall shows it."""
        return self.shown(self.session.now())

    def shown(self, moment: datetime) -> datetime:
        return on_the_clock(self.session, moment)

    def attempt(self, do: Callable[[], None], say: Callable[[str], None]) -> bool:
        """Do something with the vault; where it could not be written, say so beside the control."""
        say("")
        try:
            do()
        except TrustError as problem:
            say(reason(problem))
            return False
        return True


def tell(about: QWidget, words: str) -> None:
    """Say something to a screen reader that came by itself, with the time."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(about, words))


def reason(problem: TrustError) -> str:
    outcome = QCoreApplication.translate("Desk", "Nothing was changed, and your words are still here.")
    return not_written(problem, outcome)
