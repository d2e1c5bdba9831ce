"""The four actions by their place in the plan."""

from PySide6.QtCore import QCoreApplication


def slot_title(slot: int, *, mine: bool = False) -> str:
    """Return the name of a place, 1 to 4; there may be more commitments than a plan takes."""
    if mine:
        return _commitment_title(slot)
    return (
        QCoreApplication.translate("SlotWords", "Action one"),
        QCoreApplication.translate("SlotWords", "Action two"),
        QCoreApplication.translate("SlotWords", "Action three"),
        QCoreApplication.translate("SlotWords", "Action four"),
    )[slot - 1]


def nameless(slot: int, mine: bool) -> str:  # noqa: FBT001 - the shape of `domain.nameless.Naming`
    """Return what an action is called whose words were deleted."""
    pattern = QCoreApplication.translate("SlotWords", "{action}, words deleted")
    return pattern.format(action=slot_title(slot, mine=mine))


def _commitment_title(slot: int) -> str:
    titles = (
        QCoreApplication.translate("SlotWords", "Commitment one"),
        QCoreApplication.translate("SlotWords", "Commitment two"),
        QCoreApplication.translate("SlotWords", "Commitment three"),
        QCoreApplication.translate("SlotWords", "Commitment four"),
    )
    beyond = QCoreApplication.translate("SlotWords", "One more commitment")
    return titles[slot - 1] if slot <= len(titles) else beyond
