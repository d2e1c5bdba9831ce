"""Private words on the clipboard: marked as secret, and taken off again while they are still ours."""

import hashlib
import hmac
import secrets
from collections.abc import Callable
from math import ceil
from time import monotonic
from typing import Final

from PySide6.QtCore import QCoreApplication, QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QClipboard, QGuiApplication

_MARK: Final = "x-kde-passwordManagerHint"
_HINTS: Final = {
    _MARK: b"secret",
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

    Only keyed digests of the words are kept for the comparison. A clipboard program that took them over
    holds the same words, so they are compared rather than the owner alone.
    """

    cleared = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._key = secrets.token_bytes(16)
        self._ends: dict[bytes, float] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.clear_if_ours)

    def copy(self, text: str, seconds: float) -> None:
        QGuiApplication.clipboard().setMimeData(private_mime(text))
        self.watch(text, seconds)

    def watch(self, text: str, seconds: float) -> None:
        """Take these words off again after so many seconds, wherever they were put from.

        Selecting words may put them on a second clipboard; each text keeps its own time.
        """
        self._ends[self._digest_of(text)] = monotonic() + seconds
        self._wait()

    def clear_if_ours(self) -> None:
        """Clear what still holds our words; what someone else copied since stays."""
        self._clear(tuple(self._ends))

    def _on_timeout(self) -> None:
        now = monotonic()
        self._clear(tuple(digest for digest, end in self._ends.items() if end <= now))
        self._wait()

    def _wait(self) -> None:
        if self._ends:
            self._timer.start(max(0, ceil((min(self._ends.values()) - monotonic()) * 1000)))

    def _clear(self, digests: tuple[bytes, ...]) -> None:
        holding = [mode for mode in _MODES if any(self._holds(mode, digest) for digest in digests)]
        for digest in digests:
            del self._ends[digest]
        for mode in holding:
            QGuiApplication.clipboard().clear(mode)
        if holding:
            self.cleared.emit()

    def _holds(self, mode: QClipboard.Mode, digest: bytes) -> bool:
        clipboard = QGuiApplication.clipboard()
        if mode is not QClipboard.Mode.Clipboard and not clipboard.supportsSelection():
            return False
        return hmac.compare_digest(self._digest_of(clipboard.text(mode)), digest)

    def _digest_of(self, text: str) -> bytes:
        return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), key=self._key, digest_size=16).digest()


class EveryCopy(PrivateClipboard):
    """Does the same with whatever this program puts on a clipboard from any field, by a key, a menu or a selection.

    A line and a text area of Qt know nothing of it; here their words are laid down once more, marked, before any
    other program can have asked for them.
    """

    def __init__(self, seconds: Callable[[], float], parent: QObject) -> None:
        super().__init__(parent)
        self._seconds = seconds
        QGuiApplication.clipboard().changed.connect(self._on_changed)

    def _on_changed(self, mode: QClipboard.Mode) -> None:
        clipboard = QGuiApplication.clipboard()
        plain = mode is QClipboard.Mode.Clipboard
        text = clipboard.text(mode) if mode in _MODES else ""
        if not text or not (clipboard.ownsClipboard() if plain else clipboard.ownsSelection()):
            return
        if clipboard.mimeData(mode).hasFormat(_MARK):
            self.watch(text, self._seconds())
        else:
            clipboard.setMimeData(private_mime(text), mode)  # and this is heard of once more


def forget_copies(root: QObject) -> None:
    """Take off what was copied anywhere below `root`, and whatever else this program itself still offers."""
    for each in root.findChildren(PrivateClipboard):
        each.clear_if_ours()
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear(QClipboard.Mode.Clipboard)
    if clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)
