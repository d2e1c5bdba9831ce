"""Private words on the clipboard: marked as secret, and taken off again while they are still ours."""

import hashlib
import hmac
import secrets
from typing import Final

from PySide6.QtCore import QCoreApplication, QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QClipboard, QGuiApplication

_HINTS: Final = {
    "x-kde-passwordManagerHint": b"secret",
    # Windows: keep out of the history, the cloud and programs that watch.
    "ExcludeClipboardContentFromMonitorProcessing": b"1",
    "CanIncludeInClipboardHistory": bytes(4),
    "CanUploadToCloudClipboard": bytes(4),
    # macOS, as far as Qt hands own types through.
    "org.nspasteboard.ConcealedType": b"1",
    "application/x-nspasteboard-concealed-type": b"1",
}

_MODES: Final = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)


def private_mime(text: str) -> QMimeData:
    """Plain text that asks clipboard histories not to keep it."""
    mime = QMimeData()
    mime.setText(text)
    for name, value in _HINTS.items():
        mime.setData(name, value)
    return mime


class PrivateClipboard(QObject):
    """Puts words on the clipboard and clears it after a while, at lock and at quit, if nothing else is on it.

    Only a keyed digest of the words is kept for the comparison. A clipboard program that took them over
    holds the same words, so they are compared rather than the owner alone.
    """

    cleared = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._key = secrets.token_bytes(16)
        self._digest = b""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.clear_if_ours)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.clear_if_ours)

    def copy(self, text: str, seconds: float) -> None:
        QGuiApplication.clipboard().setMimeData(private_mime(text))
        self.watch(text, seconds)

    def watch(self, text: str, seconds: float) -> None:
        """Take these words off again after so many seconds, wherever they were put from."""
        self._digest = self._digest_of(text)
        self._timer.start(round(seconds * 1000))

    def clear_if_ours(self) -> None:
        """Clear what still holds our words; what someone else copied since stays."""
        self._timer.stop()
        if not self._digest:
            return
        clipboard = QGuiApplication.clipboard()
        ours = [mode for mode in _MODES if self._supports(mode) and self._holds(mode)]
        self._digest = b""
        for mode in ours:
            clipboard.clear(mode)
        if ours:
            self.cleared.emit()

    @staticmethod
    def _supports(mode: QClipboard.Mode) -> bool:
        return mode is QClipboard.Mode.Clipboard or QGuiApplication.clipboard().supportsSelection()

    def _holds(self, mode: QClipboard.Mode) -> bool:
        return hmac.compare_digest(self._digest_of(QGuiApplication.clipboard().text(mode)), self._digest)

    def _digest_of(self, text: str) -> bytes:
        return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), key=self._key, digest_size=16).digest()
