"""The key that answers a notice over the page is for the notice alone: the page below gets nothing of it."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from trust_desktop.ui.lock_keys import is_lock, is_quit

KEYS: Final = frozenset({QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease})
"""A key that is a shortcut is never a press: it is asked about first, and that is all there is of it."""

_BESIDE: Final = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_Super_L,
        Qt.Key.Key_Super_R,
    }
)
"""They do nothing by themselves and belong to the key after them; Shift three times is heard as ever."""


class AnsweringKey:
    """Is asked about each event of a key as it comes to a window, in order."""

    def __init__(self) -> None:
        self._beside: set[int] = set()
        """Keys that are held down since they answered; what is pressed with them answers too."""
        self._answered: int | None = None
        self._is_down = False

    def takes(self, watched: QObject, event: QEvent, *, asked: bool) -> bool:
        """Whether the page gets nothing of it; `asked` says that a notice was there when it came."""
        if not watched.isWindowType() or not isinstance(event, QKeyEvent):
            return False
        which = event.nativeScanCode() or event.key()
        released = event.type() is QEvent.Type.KeyRelease
        if event.key() in _BESIDE:
            self._hold(which, asked=asked, released=released)
            return False
        if which == self._answered and (event.isAutoRepeat() or released or not self._is_down):
            self._go_on(event)
        elif released or not (asked or self._beside) or is_lock(event) or is_quit(event):
            return False
        else:
            self._beside.clear()
            self._answered, self._is_down = which, False
            self._go_on(event)
        return True

    def _hold(self, which: int, *, asked: bool, released: bool) -> None:
        if released:
            self._beside.discard(which)
        elif asked:
            self._beside.add(which)

    def _go_on(self, event: QKeyEvent) -> None:
        """Follow a key that has answered until it is let go."""
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()  # no shortcut then, but a press: that is kept from the page as well
        elif event.type() is QEvent.Type.KeyPress:
            self._is_down = True
        elif not event.isAutoRepeat():
            self._answered, self._is_down = None, False
