"""The plan as a sheet of paper for the one it is asked of: what is asked, what is offered, and nothing private."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication

from trust_desktop.domain.draft import ActionDraft, PlanDraft
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.action_form.cadence_words import cadence_words
from trust_desktop.ui.common.day_words import day_with_year

_TITLE, _SAID, _SMALL = 20.0, 13.0, 10.0
"""Sizes on paper, in points."""


def plan_sheet(draft: PlanDraft) -> QTextDocument:
    """Return the sheet; of the draft it takes the requests, the commitments and nothing else."""
    sheet = _Sheet()
    sheet.line(QCoreApplication.translate("PlanSheet", "What I ask of you"), _TITLE, said=True)
    sheet.line(
        QCoreApplication.translate(
            "PlanSheet",
            "Each of these is a request. You can say yes, ask for a change, say not now, or say no.",
        ),
        _SMALL,
    )
    for number, action in enumerate((each for each in draft.actions if each.started), start=1):
        sheet.entry(number, action, _asked_lines(action))
    own = [each for each in draft.commitments if each.started]
    if own:
        sheet.line(QCoreApplication.translate("PlanSheet", "What I will do"), _TITLE, said=True, above=18)
    for number, commitment in enumerate(own, start=1):
        sheet.entry(number, commitment, _own_lines(commitment))
    return sheet.document


def _asked_lines(action: ActionDraft) -> Iterable[str]:
    yield cadence_words(action.cadence, action.first_day)
    if action.known_by.strip():
        yield QCoreApplication.translate("PlanSheet", "I will know by: {words}").format(
            words=action.known_by.strip()
        )
    yield from _days(action)
    if action.about_openness and action.ends:
        purpose = action.purpose.strip()
        yield QCoreApplication.translate("PlanSheet", "For: {purpose}. It ends on {day}.").format(
            purpose=purpose, day=day_with_year(action.ends)
        )


def _own_lines(commitment: ActionDraft) -> Iterable[str]:
    yield cadence_words(commitment.cadence, commitment.first_day)
    if commitment.known_by.strip():
        yield QCoreApplication.translate("PlanSheet", "You can tell by: {words}").format(
            words=commitment.known_by.strip()
        )
    yield from _days(commitment)


def _days(action: ActionDraft) -> Iterable[str]:
    if action.first_day and action.review_day:
        days = {"first": day_with_year(action.first_day), "review": day_with_year(action.review_day)}
        yield QCoreApplication.translate("PlanSheet", "From {first}; we look at it again on {review}").format(
            **days
        )


class _Sheet:
    """Blocks of text one below the other; people's words in serif."""

    def __init__(self) -> None:
        self.document = QTextDocument()
        option = self.document.defaultTextOption()
        option.setTextDirection(QApplication.layoutDirection())
        option.setAlignment(Qt.AlignmentFlag.AlignLeading)
        self.document.setDefaultTextOption(option)
        self._cursor = QTextCursor(self.document)

    def entry(self, number: int, action: ActionDraft, lines: Iterable[str]) -> None:
        title = QCoreApplication.translate("PlanSheet", "{number}. {words}").format(
            number=QLocale().toString(number), words=action.text.strip()
        )
        self.line(title, _SAID, said=True, above=12)
        for line in lines:
            self.line(line, _SMALL)

    def line(self, text: str, size: float, *, said: bool = False, above: int = 2) -> None:
        block = QTextBlockFormat()
        block.setTopMargin(above)
        font = QFont(theme.font(tokens.SAID if said else tokens.BODY))
        font.setPointSizeF(size)
        letters = QTextCharFormat()
        letters.setFont(font)
        if self.document.isEmpty():
            self._cursor.setBlockFormat(block)
        else:
            self._cursor.insertBlock(block)
        self._cursor.insertText(text, letters)
