"""What is said on the page when something could not be written down."""

from PySide6.QtCore import QCoreApplication

from trust_desktop.domain.errors import TrustError
from trust_desktop.ui.common.not_written import not_written


def reason(problem: TrustError) -> str:
    outcome = QCoreApplication.translate("CheckInPage", "What you noted is still here.")
    return not_written(problem, outcome)
