"""One process for each data folder: the first holds a lock, a second one asks it to come to the front."""

import sys
import time
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLockFile, QObject, QSocketNotifier, Qt, QTimer, Signal

from trust_desktop import identity
from trust_desktop.ui.folders import key_of

if TYPE_CHECKING:
    from socket import socket

_RAISE: Final = b"r"
_STEP: Final = 0.1
_TRIES: Final = 3
_MOST_WAITING: Final = 16


class Instance(QObject):
    """`raised` is sent in the first process when a second one was started for the same data."""

    raised = Signal()

    def __init__(self, runtime: Path, data: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        key = key_of(data)
        # Not in the data folder: the file names this computer and program.
        self._lock_path = runtime / f"{key}.lock"
        self._lock = QLockFile(str(self._lock_path))
        self._lock.setStaleLockTime(0)
        self._address = _address(runtime, key)
        self._socket: socket | None = None
        self._notifier: QSocketNotifier | None = None
        self._waiting = 0

    def claim(self) -> bool:
        """Whether this process is the first; also true at once after the first was killed."""
        if self._lock_path.is_fifo():
            self._lock_path.unlink()  # looking into it would never end
        return self._lock.tryLock(0)

    def release(self) -> None:
        """Let the next process be the first."""
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier = None
        if self._socket is not None:
            self._socket.close()
            self._socket = None
            Path(self._address).unlink(missing_ok=True)
        self._lock.unlock()

    def listen(self) -> None:
        """Hear of later starts; called once the first window is painted, since sockets cost time to load."""
        if sys.platform == "win32":
            Thread(target=self._serve_pipe, daemon=True).start()
            return
        from socket import AF_UNIX, SOCK_STREAM, socket

        self._socket = socket(AF_UNIX, SOCK_STREAM)
        self._socket.setblocking(False)
        try:
            # Left by a killed process: we hold the lock, so nobody listens.
            Path(self._address).unlink(missing_ok=True)
            self._socket.bind(self._address)
            Path(self._address).chmod(0o600)
            self._socket.listen(4)
        except OSError:
            self._socket.close()
            self._socket = None
            return  # a second start then says that the first is open, and does not raise it
        self._notifier = QSocketNotifier(self._socket.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_connection, Qt.ConnectionType.QueuedConnection)

    def ask_to_rise(self, patience: float = 3.0) -> bool:
        """Tell the first process, which may just be starting or restarting; False if it does not listen in time."""
        end = time.monotonic() + patience
        while not _send(self._address):
            if time.monotonic() > end:
                return False
            time.sleep(_STEP)
        return True

    def _on_connection(self) -> None:
        if self._socket is None:
            return
        with suppress(OSError):
            connection, _ = self._socket.accept()
            connection.setblocking(False)
            self._hear(connection, _TRIES)

    def _hear(self, connection: "socket", tries: int) -> None:
        """Take the byte. Who connects and sends none is asked again later: that must not hold the window up."""
        byte = b""
        try:
            byte = connection.recv(1)
        except BlockingIOError:
            if tries and self._waiting < _MOST_WAITING:
                self._waiting += 1
                QTimer.singleShot(round(_STEP * 1000), self, lambda: self._hear_again(connection, tries - 1))
                return
        except OSError:
            pass  # gone again
        connection.close()
        if byte == _RAISE:
            self.raised.emit()

    def _hear_again(self, connection: "socket", tries: int) -> None:
        self._waiting -= 1
        self._hear(connection, tries)

    def _serve_pipe(self) -> None:
        # Written from the documentation and never tried: no Windows machine was at hand.
        from multiprocessing.connection import Listener

        with Listener(self._address, "AF_PIPE") as listener:
            while True:
                with suppress(OSError, EOFError), listener.accept() as connection:
                    if connection.recv_bytes(1) == _RAISE:
                        self.raised.emit()


def _address(runtime: Path, key: str) -> str:
    if sys.platform == "win32":
        return rf"\\.\pipe\{identity.EXECUTABLE}-{key}"
    return str(runtime / f"{key}.raise")


def _send(address: str) -> bool:
    try:
        if sys.platform == "win32":
            from multiprocessing.connection import Client

            with Client(address, "AF_PIPE") as connection:
                connection.send_bytes(_RAISE)
            return True
        from socket import AF_UNIX, SOCK_STREAM, socket

        with socket(AF_UNIX, SOCK_STREAM) as plain:
            plain.settimeout(1)
            plain.connect(address)
            plain.sendall(_RAISE)
    except OSError:
        return False
    return True
