"""What the partner answered to an action, as a sentence with its day."""

from PySide6.QtCore import QCoreApplication

from trust_desktop.domain.talk import Answer, GivenAnswer
from trust_desktop.ui.common.day_words import day_with_year


def answer_sentence(given: GivenAnswer) -> str:
    """Return such as "Yes, on Tuesday, 3 November 2026."; a day to ask again stands beside a no."""
    day = day_with_year(given.day)
    if given.look_again is None:
        return _patterns()[given.answer].format(day=day)
    pattern = QCoreApplication.translate("AnswerWords", "{answer} To be asked again on {again}.")
    sentence = _patterns()[given.answer].format(day=day)
    return pattern.format(answer=sentence, again=day_with_year(given.look_again))


def _patterns() -> dict[Answer, str]:
    return {
        Answer.YES: QCoreApplication.translate("AnswerWords", "Your partner said yes on {day}."),
        Answer.WITH_CHANGE: QCoreApplication.translate(
            "AnswerWords", "Your partner said yes with a change on {day}."
        ),
        Answer.NOT_NOW: QCoreApplication.translate("AnswerWords", "Your partner said not now on {day}."),
        Answer.NO: QCoreApplication.translate("AnswerWords", "Your partner said no on {day}."),
    }
