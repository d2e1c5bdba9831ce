"""What every dialog over the window shares: its title, and the keys that lock and close."""

from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from trust_desktop import identity
from trust_desktop.ui.shell import LOCK_KEY, QUIT_KEY


class Dialog(QDialog):
    """Qt keeps keys from the window a dialog covers; those that lock and close are passed on to it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _share(self)


class FolderDialog(QFileDialog):
    """Qt's own and not the system's: that one hears none of our keys, and nothing of ours can cover it."""

    def __init__(self, parent: QWidget, name: str, start: str) -> None:
        super().__init__(parent, name, start)
        self.setAccessibleName(name)
        self.setFileMode(QFileDialog.FileMode.Directory)
        self.setOption(QFileDialog.Option.ShowDirsOnly)
        self.setOption(QFileDialog.Option.DontUseNativeDialog)
        _share(self)


def _share(dialog: QDialog) -> None:
    dialog.setWindowTitle(identity.NAME)
    for keys in (LOCK_KEY, QUIT_KEY):
        shortcut = QShortcut(QKeySequence(keys), dialog)
        shortcut.activated.connect(partial(_press_below, dialog, keys))


def _press_below(dialog: QDialog, keys: str) -> None:
    below = dialog.parentWidget()
    if below is None:
        return
    window = below.window()
    for shortcut in window.findChildren(QShortcut):
        owner = shortcut.parent()
        if isinstance(owner, QWidget) and owner.window() is window and shortcut.key() == QKeySequence(keys):
            shortcut.activated.emit()
