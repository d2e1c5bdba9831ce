"""Keeps the window out of screenshots where the system can; one key allows them, also for someone who sees nothing."""

import sys
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from trust_desktop.override import override
from trust_desktop.ui.preferences import Preferences

KEY: Final = "Ctrl+Shift+F9"
"""Allows pictures of the window, or no longer: remote help and some screens show an empty place otherwise."""


Exclude = Callable[..., bool]
"""Called with a window's number and `excluded`; whether the system took it."""


def of_the_system() -> Exclude | None:
    """Return how this system leaves a window out of pictures; Linux has no way."""
    if sys.platform == "win32":
        from trust_desktop.ui.untried import windows_capture

        return windows_capture.exclude
    elif sys.platform == "darwin":  # noqa: RET505 - the type checker reads one branch only
        from trust_desktop.ui.untried import macos_capture

        return macos_capture.exclude
    else:
        return None


class CaptureGuard(QObject):
    """Every window is left out of pictures from its first moment on, unless the preferences allow them."""

    def __init__(self, exclude: Exclude, preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self._exclude = exclude
        self._preferences = preferences
        preferences.changed.connect(self._tell_all)
        parent.installEventFilter(self)
        self._tell_all()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self._tell(watched)
        return False

    def _tell_all(self) -> None:
        for window in QApplication.topLevelWidgets():
            if window.isVisible():
                self._tell(window)

    def _tell(self, window: QWidget) -> None:
        self._exclude(int(window.winId()), excluded=not self._preferences.capture_allowed)


def guard(
    app: QApplication, preferences: Preferences, find: Callable[[], Exclude | None] = of_the_system
) -> None:
    """Begin to leave windows out of pictures, where there is a way."""
    exclude = find()
    if exclude is not None:
        CaptureGuard(exclude, preferences, app)


def hear_key(
    window: QWidget, preferences: Preferences, find: Callable[[], Exclude | None] = of_the_system
) -> None:
    """Let the key allow pictures, or no longer, wherever there is something to allow."""

    def other() -> None:
        preferences.capture_allowed = not preferences.capture_allowed

    if find() is not None:
        keys = QShortcut(QKeySequence(KEY), window)
        keys.setContext(Qt.ShortcutContext.ApplicationShortcut)
        keys.activated.connect(other)
