"""What is said of words that could not be saved while they were typed."""

from PySide6.QtCore import QCoreApplication

from trust_desktop.domain.errors import DiskFull, TrustError


def still_here(problem: TrustError) -> str:
    """Nothing is lost as long as the page is there, and saving is tried again."""
    if isinstance(problem, DiskFull):
        return QCoreApplication.translate(
            "StillHere", "There is no room left on the disk. Your words are still here and are tried again."
        )
    return QCoreApplication.translate(
        "StillHere", "The vault could not be written. Your words are still here and are tried again."
    )
