"""The four actions by their place in the plan."""

from PySide6.QtCore import QCoreApplication


def slot_title(slot: int) -> str:
    """Return the name of a place, 1 to 4."""
    return (
        QCoreApplication.translate("SlotWords", "Action one"),
        QCoreApplication.translate("SlotWords", "Action two"),
        QCoreApplication.translate("SlotWords", "Action three"),
        QCoreApplication.translate("SlotWords", "Action four"),
    )[slot - 1]
