"""The words for every mark, in one place; the same on buttons, in lists and to a screen reader."""

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from trust_desktop.domain.follow_through import Outcome
from trust_desktop.ui.common.marks import Mark, mark_of

_WORDS: Final[dict[Mark, str]] = {
    # Qt types the marker as an object.
    Mark.KEPT: str(QT_TRANSLATE_NOOP("MarkWords", "Kept")),
    Mark.KEPT_LATE_TOLD: str(QT_TRANSLATE_NOOP("MarkWords", "Kept late, but told me")),
    Mark.PARTLY: str(QT_TRANSLATE_NOOP("MarkWords", "Partly")),
    Mark.NOT_KEPT: str(QT_TRANSLATE_NOOP("MarkWords", "Not kept")),
    Mark.COULD_NOT: str(QT_TRANSLATE_NOOP("MarkWords", "Could not")),
    Mark.NOT_RECORDED: str(QT_TRANSLATE_NOOP("MarkWords", "Not recorded")),
    Mark.UNSAID: str(QT_TRANSLATE_NOOP("MarkWords", "Not said yet")),
}
_SHORT: Final[dict[Mark, str]] = {Mark.KEPT_LATE_TOLD: str(QT_TRANSLATE_NOOP("MarkWords", "Late, told me"))}


def mark_word(mark: Mark, *, short: bool = False) -> str:
    source = _SHORT.get(mark, _WORDS[mark]) if short else _WORDS[mark]
    return QCoreApplication.translate("MarkWords", source)


def outcome_word(outcome: Outcome | None, *, short: bool = False) -> str:
    """The word for an outcome; none is "Not recorded"."""
    return mark_word(mark_of(outcome), short=short)
