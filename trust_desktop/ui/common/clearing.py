"""Clearing away the words that were being written, once what they were written for is done."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from trust_desktop.domain.errors import DiskFull, TrustError


def left_over(clear: Callable[[], object]) -> str:
    """Return what to say beside what was done where `clear` could not write: it stays done; nothing otherwise."""
    try:
        clear()
    except DiskFull:
        return QCoreApplication.translate(
            "Clearing",
            "It is done. There is no room left on the disk, so what you typed for it still waits in its field too.",
        )
    except TrustError:
        return QCoreApplication.translate(
            "Clearing",
            "It is done. The vault could not be written again, so what you typed for it still waits in its field too.",
        )
    return ""
