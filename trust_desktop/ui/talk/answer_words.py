"""The four answers, to choose from and as they are told afterwards."""

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from trust_desktop.domain.talk import Answer, GivenAnswer
from trust_desktop.ui.common.day_words import day_with_year

_CHOICE: Final = {
    Answer.YES: QT_TRANSLATE_NOOP("AnswerWords", "Yes"),
    Answer.WITH_CHANGE: QT_TRANSLATE_NOOP("AnswerWords", "Yes, with a change"),
    Answer.NOT_NOW: QT_TRANSLATE_NOOP("AnswerWords", "Not now"),
    Answer.NO: QT_TRANSLATE_NOOP("AnswerWords", "No"),
}
_TOLD: Final = {
    Answer.YES: QT_TRANSLATE_NOOP("AnswerWords", "Yes, on {day}"),
    Answer.WITH_CHANGE: QT_TRANSLATE_NOOP("AnswerWords", "Yes, with a change, on {day}"),
    Answer.NOT_NOW: QT_TRANSLATE_NOOP("AnswerWords", "Not now, on {day}"),
    Answer.NO: QT_TRANSLATE_NOOP("AnswerWords", "No, on {day}"),
}


def answer_choice(answer: Answer) -> str:
    return QCoreApplication.translate("AnswerWords", str(_CHOICE[answer]))


def answer_told(given: GivenAnswer) -> str:
    pattern = QCoreApplication.translate("AnswerWords", str(_TOLD[given.answer]))
    return pattern.format(day=day_with_year(given.day))
