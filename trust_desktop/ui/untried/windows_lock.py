"""Windows: hears that the session is locked or switched away, or that the computer sleeps. Untried: no Windows was at hand."""

import ctypes
from typing import Any, Final

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from trust_desktop.override import override

_POWER: Final = 0x0218  # WM_POWERBROADCAST
_SESSION: Final = 0x02B1  # WM_WTSSESSION_CHANGE
_AWAY: Final = {
    (_POWER, 4),  # PBT_APMSUSPEND
    (_SESSION, 2),  # WTS_CONSOLE_DISCONNECT: somebody else at the screen
    (_SESSION, 4),  # WTS_REMOTE_DISCONNECT
    (_SESSION, 7),  # WTS_SESSION_LOCK
}


class _Message(ctypes.Structure):
    """The beginning of a MSG."""

    _fields_ = (("window", ctypes.c_void_p), ("message", ctypes.c_uint), ("what", ctypes.c_size_t))


class _Filter(QAbstractNativeEventFilter):
    def __init__(self, lock: "WindowsLock") -> None:
        super().__init__()
        self._lock = lock

    @override
    def nativeEventFilter(self, _kind: QByteArray | bytes | bytearray | memoryview, message: int) -> object:
        self._lock.hear(int(message))
        return False, 0


class WindowsLock(QObject):
    """`lock_asked` comes each time; the window is told of its session only when it asks for it."""

    lock_asked = Signal()

    def __init__(self, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._filter = _Filter(self)
        app = QCoreApplication.instance()
        assert app is not None
        app.installNativeEventFilter(self._filter)
        windows: Any = getattr(ctypes, "windll", None)
        if windows is not None:
            windows.wtsapi32.WTSRegisterSessionNotification(ctypes.c_void_p(int(window.winId())), 0)

    def hear(self, address: int) -> None:
        """Read the message that lies there."""
        found = _Message.from_address(address)
        if (found.message, found.what) in _AWAY:
            self.lock_asked.emit()
