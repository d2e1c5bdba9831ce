"""What stands above each of the words that could be read, and the words for a mark and a check-in."""

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from trust_desktop.domain.safety import Answered
from trust_desktop.services.rescued_words import RescuedKind, RescuedLine, RescuedPart
from trust_desktop.ui.common.day_words import day_with_year
from trust_desktop.ui.common.mark_words import outcome_word
from trust_desktop.ui.private_look.look_form import reply_word

_KINDS: Final = {
    RescuedKind.PLAN: QT_TRANSLATE_NOOP("RescueWords", "Plans"),
    RescuedKind.DAYS: QT_TRANSLATE_NOOP("RescueWords", "Marks and notes"),
    RescuedKind.SAID: QT_TRANSLATE_NOOP("RescueWords", "Thanks"),
    RescuedKind.CHECK_INS: QT_TRANSLATE_NOOP("RescueWords", "Check-ins"),
    RescuedKind.OTHER: QT_TRANSLATE_NOOP("RescueWords", "More"),
}
_PARTS: Final = {
    RescuedPart.FAIR_CHANCE: QT_TRANSLATE_NOOP("RescueWords", "A fair chance"),
    RescuedPart.ACTION: QT_TRANSLATE_NOOP("RescueWords", "Action"),
    RescuedPart.KNOWN_BY: QT_TRANSLATE_NOOP("RescueWords", "Known by"),
    RescuedPart.WHY: QT_TRANSLATE_NOOP("RescueWords", "Why it matters"),
    RescuedPart.PURPOSE: QT_TRANSLATE_NOOP("RescueWords", "What it is for"),
    RescuedPart.MESSAGE: QT_TRANSLATE_NOOP("RescueWords", "Message"),
    RescuedPart.ANSWER: QT_TRANSLATE_NOOP("RescueWords", "Answer"),
    RescuedPart.REST: QT_TRANSLATE_NOOP("RescueWords", "Rest"),
    RescuedPart.ENDING: QT_TRANSLATE_NOOP("RescueWords", "Ending"),
    RescuedPart.NOTE: QT_TRANSLATE_NOOP("RescueWords", "Note"),
    RescuedPart.SAID: QT_TRANSLATE_NOOP("RescueWords", "Thanks"),
    RescuedPart.CHECK_IN: QT_TRANSLATE_NOOP("RescueWords", "Check-in"),
    RescuedPart.WEEKLY_TALK: QT_TRANSLATE_NOOP("RescueWords", "Weekly talk"),
    RescuedPart.STORY: QT_TRANSLATE_NOOP("RescueWords", "Story"),
    RescuedPart.PAUSE: QT_TRANSLATE_NOOP("RescueWords", "Pause"),
    RescuedPart.OPENING: QT_TRANSLATE_NOOP("RescueWords", "Step towards each other"),
    RescuedPart.HELP: QT_TRANSLATE_NOOP("RescueWords", "Help list"),
    RescuedPart.LOOK: QT_TRANSLATE_NOOP("RescueWords", "Private look"),
    RescuedPart.BEING_WRITTEN: QT_TRANSLATE_NOOP("RescueWords", "Still being written"),
}


def kind_words(kind: RescuedKind) -> str:
    return _translated(_KINDS[kind])


def heading(line: RescuedLine) -> str:
    """The day, if it is known, and what the words were written for."""
    part = outcome_word(line.outcome) if line.part is RescuedPart.MARK else _translated(_PARTS[line.part])
    if line.day is None:
        return part
    pattern = QCoreApplication.translate("RescueWords", "{day} · {part}")
    return pattern.format(day=day_with_year(line.day), part=part)


def body(line: RescuedLine) -> str:
    """The words, and the answers of a check-in or of the private look as far as they were given."""
    answers = (_answer(each) for each in line.answers)
    return "\n".join(part for part in (_numbers(line.numbers), *answers, line.text) if part)


def _answer(given: Answered) -> str:
    pattern = QCoreApplication.translate("RescueWords", "{answer}: {question}")
    return pattern.format(answer=reply_word(given.reply), question=given.question)


def _numbers(numbers: tuple[int | None, ...]) -> str:
    names = (
        QCoreApplication.translate("RescueWords", "Felt safety {number}"),
        QCoreApplication.translate("RescueWords", "Closeness {number}"),
        QCoreApplication.translate("RescueWords", "Steadiness {number}"),
    )
    said = [
        name.format(number=QLocale().toString(value))
        for name, value in zip(names, numbers, strict=False)
        if value is not None
    ]
    return QCoreApplication.translate("RescueWords", ", ").join(said)


def _translated(source: object) -> str:
    return QCoreApplication.translate("RescueWords", str(source))
