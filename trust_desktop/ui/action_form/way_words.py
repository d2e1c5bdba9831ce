"""The ways in which a plan was told."""

from PySide6.QtCore import QCoreApplication

from trust_desktop.domain.delivery import Way


def way_words() -> dict[Way, str]:
    """Return each way as a person chooses it."""
    return {
        Way.ALOUD: QCoreApplication.translate("PlanWayWords", "Aloud"),
        Way.NOTE: QCoreApplication.translate("PlanWayWords", "A note"),
        Way.TEXT: QCoreApplication.translate("PlanWayWords", "A text"),
        Way.CARD: QCoreApplication.translate("PlanWayWords", "A card"),
    }


def said_sentence(way: Way, day: str) -> str:
    """Return when and how it was said, as one sentence."""
    pattern = {
        Way.ALOUD: QCoreApplication.translate("PlanWayWords", "You said it aloud on {day}."),
        Way.NOTE: QCoreApplication.translate("PlanWayWords", "You gave it as a note on {day}."),
        Way.TEXT: QCoreApplication.translate("PlanWayWords", "You sent it as a text on {day}."),
        Way.CARD: QCoreApplication.translate("PlanWayWords", "You gave it as a card on {day}."),
    }[way]
    return pattern.format(day=day)
