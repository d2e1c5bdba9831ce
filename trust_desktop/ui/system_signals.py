"""The system asks the program to end: it saves and closes as if its window had been closed."""

import os
import signal
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier


def listen(parent: QObject, end: Callable[[], object]) -> None:
    """A signal alone would wait until Python runs again; the pipe wakes the event loop at once."""
    if sys.platform == "win32":
        return
    read, write = os.pipe()
    os.set_blocking(read, False)
    os.set_blocking(write, False)
    signal.set_wakeup_fd(write, warn_on_full_buffer=False)
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, lambda *_: None)
    notifier = QSocketNotifier(read, QSocketNotifier.Type.Read, parent)

    def woken() -> None:
        notifier.setEnabled(False)
        end()

    notifier.activated.connect(woken)
