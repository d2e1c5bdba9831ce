"""The names of what a check-in notes, in one place; the same on the form, at the lines and in the table."""

from PySide6.QtCore import QCoreApplication

from trust_desktop.domain.check_in import MOST, Feeling, Noted
from trust_desktop.ui.common.day_words import number


def feeling_name(feeling: Feeling) -> str:
    return {
        Feeling.FELT_SAFETY: QCoreApplication.translate("FeelingWords", "Felt safety"),
        Feeling.CLOSENESS: QCoreApplication.translate("FeelingWords", "Closeness"),
        Feeling.STEADINESS: QCoreApplication.translate("FeelingWords", "My steadiness"),
    }[feeling]


def numbers_noted(noted: Noted) -> str:
    """Such as "Felt safety 6 · My steadiness 8"; what was left out is not named."""
    pattern = QCoreApplication.translate("FeelingWords", "{feeling} {number}")
    parts = [
        pattern.format(feeling=feeling_name(feeling), number=number(found))
        for feeling in Feeling
        if (found := noted.number(feeling)) is not None
    ]
    return " · ".join(parts)


def in_words(found: int | None) -> str:
    """Such as "6 of 10", for reading aloud and for the table."""
    if found is None:
        return QCoreApplication.translate("FeelingWords", "left out")
    pattern = QCoreApplication.translate("FeelingWords", "{number} of {most}")
    return pattern.format(number=number(found), most=number(MOST))
