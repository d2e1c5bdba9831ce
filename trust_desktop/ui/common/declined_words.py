"""What is not due because of the partner's answer, in one quiet line."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from trust_desktop.domain.talk import Answer
from trust_desktop.services.following_through import ActionOnDay


def declined_words(lanes: Sequence[ActionOnDay]) -> str:
    """Return the line, empty where nothing was declined."""
    if not lanes:
        return ""
    if len(lanes) > 1:
        pattern = QCoreApplication.translate(
            "DeclinedWords", "{actions}: the answer was not now or no, so nothing of it is due."
        )
        return pattern.format(actions=QLocale().createSeparatedList([lane.title for lane in lanes]))
    pattern = QCoreApplication.translate(
        "DeclinedWords", "{action}: the answer was not now, so it is not due."
    )
    if lanes[0].declined is Answer.NO:
        pattern = QCoreApplication.translate(
            "DeclinedWords", "{action}: the answer was no, so it is not due."
        )
    return pattern.format(action=lanes[0].title)
