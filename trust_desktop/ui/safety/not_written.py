"""Why something could not be written, in one calm sentence."""

from PySide6.QtCore import QCoreApplication

from trust_desktop.domain.errors import DiskFull, TrustError


def not_written(problem: TrustError) -> str:
    if isinstance(problem, DiskFull):
        return QCoreApplication.translate(
            "NotWritten", "There is no room left on the disk. Nothing was changed."
        )
    return QCoreApplication.translate("NotWritten", "The vault could not be written. Nothing was changed.")
