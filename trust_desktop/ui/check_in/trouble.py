"""What is said on the page when something could not be written down."""

from PySide6.QtCore import QCoreApplication

from trust_desktop.domain.errors import DiskFull, TrustError


def reason(problem: TrustError) -> str:
    if isinstance(problem, DiskFull):
        return QCoreApplication.translate(
            "CheckInPage", "There is no room left on the disk. What you noted is still here."
        )
    return QCoreApplication.translate(
        "CheckInPage", "The vault could not be written. What you noted is still here."
    )
