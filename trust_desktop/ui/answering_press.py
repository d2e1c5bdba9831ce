"""The click that answers a notice over the page is for the notice alone, like the key; Hide and Lock are heard all the same."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPointerEvent, QSinglePointEvent
from PySide6.QtWidgets import QApplication

from trust_desktop.ui.corner import CornerButton

MEANT: Final = 0.4
"""Seconds after a notice went in which a press was still meant for it: a hand moves the mouse a little before it clicks."""

_BEGINS: Final = {
    QEvent.Type.MouseButtonPress: "mouse",
    QEvent.Type.MouseButtonDblClick: "mouse",
    QEvent.Type.TouchBegin: "touch",
    QEvent.Type.TabletPress: "pen",
}
_GOES_ON: Final = {
    QEvent.Type.MouseMove: "mouse",
    QEvent.Type.TouchUpdate: "touch",
    QEvent.Type.TabletMove: "pen",
}
_ENDS: Final = {
    QEvent.Type.MouseButtonRelease: "mouse",
    QEvent.Type.TouchEnd: "touch",
    QEvent.Type.TouchCancel: "touch",
    QEvent.Type.TabletRelease: "pen",
}
PRESSES: Final = frozenset({*_BEGINS, *_GOES_ON, *_ENDS, QEvent.Type.ContextMenu})


class AnsweringPress:
    """Is asked about each press as it comes to a window, in order; `clock` counts seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._gone = float("-inf")
        self._down: set[str] = set()
        """With what a press has answered that was not let go yet."""

    def takes(self, watched: QObject, event: QEvent, *, asked: bool) -> bool:
        """Whether the page gets nothing of it; `asked` says that a notice was there when it came."""
        if asked:
            self._gone = self._clock()
        if not watched.isWindowType():
            return False
        kind = event.type()
        if kind in _BEGINS and isinstance(event, QPointerEvent):
            if self._clock() - self._gone > MEANT or _hides_or_locks(watched, event):
                if _is_first(event):
                    self._down.discard(_BEGINS[kind])  # that of the one before went elsewhere
                return False
            self._down.add(_BEGINS[kind])
        elif kind is QEvent.Type.ContextMenu:
            return bool(self._down)  # what the press of a right button asks for
        elif _GOES_ON.get(kind, _ENDS.get(kind)) not in self._down:
            return False
        elif kind in _ENDS and not (isinstance(event, QSinglePointEvent) and event.buttons()):
            self._down.discard(_ENDS[kind])
        event.accept()  # or Qt would make a click of the mouse of a touch
        return True


def _is_first(event: QPointerEvent) -> bool:
    """Whether nothing else is held down meanwhile."""
    return not isinstance(event, QSinglePointEvent) or event.buttons() == event.button()


def _hides_or_locks(window: QObject, event: QPointerEvent) -> bool:
    """By its place in the window: not every system tells where on the screen the windows lie, and which is above."""
    shown = next((each for each in QApplication.topLevelWidgets() if each.windowHandle() == window), None)
    at = event.point(0).position().toPoint()
    return shown is not None and isinstance(shown.childAt(at), CornerButton)
