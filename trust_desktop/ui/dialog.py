"""What every dialog over the window shares: its title, and the keys that lock and close."""

from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from trust_desktop import identity
from trust_desktop.ui.shell import LOCK_KEY, QUIT_KEY


class Dialog(QDialog):
    """Qt keeps keys from the window a dialog covers; those that lock and close are passed on to it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(identity.NAME)
        for keys in (LOCK_KEY, QUIT_KEY):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(partial(self._press_below, keys))

    def _press_below(self, keys: str) -> None:
        below = self.parentWidget()
        if below is None:
            return
        window = below.window()
        for shortcut in window.findChildren(QShortcut):
            owner = shortcut.parent()
            if (
                isinstance(owner, QWidget)
                and owner.window() is window
                and shortcut.key() == QKeySequence(keys)
            ):
                shortcut.activated.emit()
