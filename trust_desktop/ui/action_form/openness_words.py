"""What something private is opened for, and until when; the purpose may have been deleted."""

from PySide6.QtCore import QCoreApplication

from trust_desktop.domain.plan import Openness
from trust_desktop.ui.common.day_words import day_with_year


def agreed_for(openness: Openness) -> str:
    """Return it as it stands in the plan."""
    pattern = QCoreApplication.translate("OpennessWords", "Agreed to, for: {purpose}. It ends on {day}.")
    if not openness.purpose:
        pattern = QCoreApplication.translate(
            "OpennessWords", "Agreed to; what for was deleted. It ends on {day}."
        )
    return pattern.format(purpose=openness.purpose, day=day_with_year(openness.ends))


def agreed_then(openness: Openness) -> str:
    """Return it as it stands in the history."""
    pattern = QCoreApplication.translate("OpennessWords", "Agreed to, for: {purpose}. Until {day}.")
    if not openness.purpose:
        pattern = QCoreApplication.translate("OpennessWords", "Agreed to; what for was deleted. Until {day}.")
    return pattern.format(purpose=openness.purpose, day=day_with_year(openness.ends))


def opened_for(openness: Openness) -> str:
    """Return it as the partner hears or sees it: of what was deleted they hear nothing."""
    pattern = QCoreApplication.translate("OpennessWords", "For: {purpose}. It ends on {day}.")
    if not openness.purpose:
        pattern = QCoreApplication.translate("OpennessWords", "It ends on {day}.")
    return pattern.format(purpose=openness.purpose, day=day_with_year(openness.ends))
