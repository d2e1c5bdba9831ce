"""Ctrl and a key in a layout without Latin letters: it does what the Latin key in its place does."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from trust_desktop.override import override
from trust_desktop.ui.common.latin_keys import latin
from trust_desktop.ui.lock_keys import is_lock

_WITHIN = (Qt.ShortcutContext.WidgetShortcut, Qt.ShortcutContext.WidgetWithChildrenShortcut)


class KeysByPlace(QObject):
    """Listens to the window that has the keyboard, whichever that is; the lock key is heard by whoever watches the vault."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._follow)
        self._follow(app.focusWindow())

    def _follow(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier or is_lock(event):
            return False
        key, front = latin(event), QApplication.focusWidget() or QApplication.activeWindow()
        if key is None or front is None or QApplication.activePopupWidget() is not None:
            return False
        _press(key, event.modifiers(), front)
        return True


def _press(key: Qt.Key, held: Qt.KeyboardModifier, front: QWidget) -> None:
    """As Qt does it: what has the keyboard may want the key for itself; else a shortcut gets it, or nobody else."""
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, key, held)
    asked.ignore()
    QApplication.sendEvent(front, asked)
    shortcut = None if asked.isAccepted() else _shortcut(key, held, front)
    if shortcut is not None:
        shortcut.activated.emit()
    else:
        QApplication.sendEvent(front, QKeyEvent(QEvent.Type.KeyPress, key, held))


def _shortcut(key: Qt.Key, held: Qt.KeyboardModifier, front: QWidget) -> QShortcut | None:
    keys = QKeySequence(key.value | held.value)
    return next((each for each in front.window().findChildren(QShortcut) if _hears(each, keys, front)), None)


def _hears(shortcut: QShortcut, keys: QKeySequence, front: QWidget) -> bool:
    owner = shortcut.parent()
    if not shortcut.isEnabled() or shortcut.key() != keys or not isinstance(owner, QWidget):
        return False
    if shortcut.context() in _WITHIN and owner is not front and not owner.isAncestorOf(front):
        return False
    return owner.isVisible() and owner.isEnabled() and owner.window() is front.window()
